import picomatch from 'picomatch'

const matchers = new Map<string, (path: string) => boolean>()

/** Whether a path, with `/` between its names, is one that the glob means. Letter case does not count. */
export const matches = (glob: string, path: string): boolean => matcher(glob)(path)

/** Whether a text can be used as a glob, and without taking for ever. */
export function isGlob(value: string): boolean {
  try {
    return isModest(value) && matcher(value) !== undefined
  } catch {
    return false
  }
}

/**
 * Whether a glob has few enough stars: each more in one name multiplies the time it may take, so that a folder's settings
 * could hang a server.
 */
const isModest = (glob: string): boolean =>
  glob.split('**').length <= 4 && glob.split('/').every((name) => name.split(/\*+/).length <= 4)

/** @throws for a text that is no glob: an empty one, or one of monstrous length. */
function matcher(glob: string): (path: string) => boolean {
  let matches = matchers.get(glob)
  if (!matches) {
    matches = picomatch(glob, { nocase: true, dot: false, noextglob: true, maxLength: 1000 })
    if (matchers.size > 100) matchers.clear()
    matchers.set(glob, matches)
  }
  return matches
}
