/**
 * Where a relative link leads: a path in the folder, with `/`; empty for the folder itself. `undefined` for a link to
 * another site, a fragment, an address that begins at the site's root, what Liquid fills in, and what leads out of the
 * folder or to files that are not listed.
 *
 * @param address as written in Markdown
 * @param from the path of the document it stands in
 */
export function targetPath(address: string, from: string): string | undefined {
  const written = address.replace(/^<(.*)>$/, '$1').replace(/\\([!-/:-@[-`{-~])/g, '$1')
  if (/^(?:[a-z][a-z\d+.-]*:|[/#?])|[{}<>\\]|&#?\w+;/i.test(written)) return undefined
  const path = decoded(written.slice(0, written.search(/[?#]|$/)))
  if (path === undefined) return undefined
  const steps = from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return undefined
  }
  return steps.some((step) => step.startsWith('.') || step === 'node_modules') ? undefined : steps.join('/')
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** The address of a file, as a link in the document `from` has it. */
export function addressOf(path: string, from: string): string {
  const [to, own] = [path.split('/'), from.split('/').slice(0, -1)]
  let same = 0
  while (same < own.length && same < to.length - 1 && own[same] === to[same]) same++
  const steps = [...own.slice(same).map(() => '..'), ...to.slice(same)]
  return steps.join('/').replace(NOT_IN_ADDRESS, escaped)
}

/** The same, in the manner of another address: `./minutes.md`. */
export function addressLike(address: string, path: string, from: string): string {
  const own = addressOf(path, from)
  return address.startsWith('./') && !own.startsWith('../') ? `./${own}` : own
}

/** What would end an address in Markdown, or mean something else in it. */
const NOT_IN_ADDRESS = /[\s()<>%?#:\\]/g

const escaped = (sign: string) =>
  encodeURIComponent(sign).replace(/[()]/, (bracket) => (bracket === '(' ? '%28' : '%29'))
