import { memo } from '../../text/memo.ts'
import { isOneSlip } from '../../text/slip.ts'

/** The files of a folder, as one looks for a file that is not where it should be. */
interface Files {
  /** Every folder that holds a file, at whatever depth; empty for the folder itself. */
  readonly folders: ReadonlySet<string>
  /** By the path without regard to letter case and to how accents are encoded. */
  readonly alike: ReadonlyMap<string, string>
  /** The names in each folder, and the paths of each name. */
  readonly names: ReadonlyMap<string, readonly string[]>
  readonly places: ReadonlyMap<string, readonly string[]>
  /** Every path without its ending. */
  readonly stems: ReadonlySet<string>
}

const filesIn = memo((paths: ReadonlySet<string>): Files => {
  const folders = new Set<string>([''])
  const alike = new Map<string, string>()
  const names = new Map<string, string[]>()
  const places = new Map<string, string[]>()
  const stems = new Set<string>()
  const add = (map: Map<string, string[]>, key: string, value: string) => {
    const known = map.get(key)
    if (known) known.push(value)
    else map.set(key, [value])
  }
  for (const path of paths) {
    const name = nameOf(path)
    const folder = folderOf(path)
    for (let at = folder; at !== '' && !folders.has(at); at = folderOf(at)) folders.add(at)
    alike.set(plain(path), path)
    add(names, folder, name)
    add(places, name, path)
    stems.add(stemOf(path))
  }
  return { folders, alike, names, places, stems }
})

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const stemOf = (path: string): string =>
  path.slice(0, path.length - nameOf(path).length) + nameOf(path).replace(/\.[^.]*$/, '')
const plain = (path: string): string => path.normalize('NFC').toLowerCase()

/** Whether a file or folder is there. */
export const isThere = (paths: ReadonlySet<string>, path: string): boolean =>
  paths.has(path) ||
  filesIn(paths).folders.has(path) ||
  filesIn(paths).alike.get(plain(path))?.normalize('NFC') === path.normalize('NFC')

/** Whether there is a file of that path but for its ending. */
export const hasStem = (paths: ReadonlySet<string>, path: string): boolean => filesIn(paths).stems.has(stemOf(path))

/** The file that differs in letter case alone. */
export const alikeInCase = (paths: ReadonlySet<string>, path: string): string | undefined =>
  filesIn(paths).alike.get(plain(path))

/** The file that was likely meant: its name is one slip away in the same folder, or it is the only one of its name. */
export function fileMeant(paths: ReadonlySet<string>, path: string): string | undefined {
  const { names, places } = filesIn(paths)
  const [folder, name] = [folderOf(path), nameOf(path)]
  const near = (names.get(folder) ?? []).filter(
    // Another number is another file.
    (other) =>
      name.length >= SHORTEST && isOneSlip(name, other) && name.replace(/\D+/g, ' ') === other.replace(/\D+/g, ' '),
  )
  if (near.length > 0) return near.length === 1 ? (folder === '' ? near[0]! : `${folder}/${near[0]!}`) : undefined
  const same = places.get(name) ?? []
  return same.length === 1 ? same[0] : undefined
}

const SHORTEST = 5
