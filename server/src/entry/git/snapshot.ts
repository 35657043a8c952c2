import { relative, sep } from 'node:path'
import { isHidden, isMarkdown, tooLarge } from '../../protocol/host.ts'
import { CannotRun } from '../cannot-run.ts'
import { decode, MAX_BYTES, UnreadableFile } from '../files.ts'
import { DISK, type Source } from '../source.ts'
import { git, gitOutput, parts } from './git.ts'

interface Entry {
  readonly object: string
  /** In bytes. */
  readonly size: number
}

/**
 * A folder's files as they were in a commit. What Git does not keep in it (ignored files, links, other repositories) is
 * taken to have been as it is.
 *
 * @param commit `undefined` for none, when there were no files.
 * @throws {CannotRun} where Git cannot read it.
 */
export async function snapshot(root: string, commit: string | undefined): Promise<Source> {
  const { entries, links } = await treeOf(root, commit)
  const others = [...links, ...(await submodulesOf(root))]
  const own = (path: string) => relative(root, path).split(sep).join('/')
  const disk = await DISK.list(root)
  const isIn = (path: string) => others.some((other) => path === other || path.startsWith(`${other}/`))
  const ignored = await ignoredOf(
    root,
    disk.paths.filter((path) => !entries.has(path) && !isIn(path)),
  )
  const isOther = (path: string) => !entries.has(path) && (ignored.has(path) || isIn(path))
  const paths = [...[...entries.keys()].filter(isShown), ...disk.paths.filter(isOther)].sort()
  const texts = await readBlobs(
    root,
    [...entries].filter(([path]) => isMarkdown(path) && isShown(path)).map(([, entry]) => entry),
  )

  const read = async (path: string, other: (path: string) => Promise<string>): Promise<string> => {
    const entry = entries.get(own(path))
    if (!entry && isOther(own(path))) return other(path)
    if (!entry) throw new UnreadableFile('There was no such file.')
    if (entry.size > MAX_BYTES) throw new UnreadableFile(tooLarge(MAX_BYTES))
    const bytes = texts.get(entry.object) ?? (await readBlobs(root, [entry])).get(entry.object)!
    return decode(bytes)
  }
  return {
    list: async (folder) => {
      const below = folder === root ? '' : `${own(folder)}/`
      return {
        paths: paths.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length)),
        complete: disk.complete,
      }
    },
    exists: async (path) => entries.has(own(path)) || (isOther(own(path)) && (await DISK.exists(path))),
    read: (path) => read(path, DISK.read),
    readInside: (folder, path) => read(path, () => DISK.readInside(folder, path)),
  }
}

const isShown = (path: string) => !path.split('/').some(isHidden)

/** The commit's files below a folder, and what is no file: links, and submodules. Paths are relative to it. */
async function treeOf(
  root: string,
  commit: string | undefined,
): Promise<{ readonly entries: ReadonlyMap<string, Entry>; readonly links: readonly string[] }> {
  const entries = new Map<string, Entry>()
  const links: string[] = []
  if (commit === undefined) return { entries, links }
  for (const line of parts(await gitOutput(root, ['ls-tree', '-r', '-z', '--long', commit]))) {
    const [, mode, type, object, size, path] = /^(\d+) (\w+) (\w+) +(\d+|-)\t(.*)$/s.exec(line)!
    if (type === 'blob' && mode !== LINK) entries.set(path!, { object: object!, size: Number(size) })
    else links.push(path!)
  }
  return { entries, links }
}

const [LINK, SUBMODULE] = ['120000', '160000']

async function submodulesOf(root: string): Promise<readonly string[]> {
  const staged = parts(await gitOutput(root, ['ls-files', '-z', '--stage']))
  return staged.filter((line) => line.startsWith(SUBMODULE)).map((line) => line.slice(line.indexOf('\t') + 1))
}

async function ignoredOf(root: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set()
  // It fails where none is ignored. With a dot in front, no path is taken for a pattern.
  const { out } = await git(root, ['check-ignore', '-z', '--stdin'], paths.map((path) => `./${path}\0`).join(''))
  return new Set(parts(out).map((path) => path.replace(/^\.\//, '')))
}

/** The bytes of files, by their object's name. Those that are too large are left out. */
async function readBlobs(root: string, entries: readonly Entry[]): Promise<ReadonlyMap<string, Buffer>> {
  const wanted = new Set(entries.filter(({ size }) => size <= MAX_BYTES).map(({ object }) => object))
  const found = new Map<string, Buffer>()
  if (wanted.size === 0) return found
  const out = await gitOutput(root, ['cat-file', '--batch'], [...wanted].map((object) => `${object}\n`).join(''))
  let at = 0
  for (const object of wanted) {
    const head = out.subarray(at, out.indexOf('\n', at)).toString()
    const size = /^\w+ blob (\d+)$/.exec(head)?.[1]
    if (size === undefined)
      throw new CannotRun(
        `This clone has no copy of some files of the earlier version, so what is new cannot be told. Git says: ${head}. Clone without "--filter", or fetch them.`,
      )
    const start = at + head.length + 1
    found.set(object, out.subarray(start, start + Number(size)))
    at = start + Number(size) + 1
  }
  return found
}
