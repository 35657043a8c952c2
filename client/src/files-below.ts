import { FileType, RelativePattern, Uri, workspace } from 'vscode'
import type { ListFilesResult } from '../../server/src/protocol/messages.ts'

/** The files below a folder, from that folder. Where the file system has a search, hidden ones
 * may be among them. */
export async function filesBelow(folder: Uri, most: number): Promise<ListFilesResult> {
  const found = await search(folder, most)
  return found.length > 0 ? { paths: found, complete: found.length < most } : walk(folder, most)
}

/** What the file system's own search knows: a repository on the web tells all its files at once. */
async function search(folder: Uri, most: number): Promise<string[]> {
  // All of them, also those that the user hides: a link to one of those is not broken.
  const found = await workspace.findFiles(new RelativePattern(folder, '**/*'), null, most)
  const root = folder.path.replace(/\/*$/, '/')
  return found.filter(({ path }) => path.startsWith(root)).map(({ path }) => path.slice(root.length))
}

/** Most file systems have no search. */
async function walk(root: Uri, most: number): Promise<ListFilesResult> {
  const paths: string[] = []
  let complete = true
  let folders = ['']
  while (folders.length > 0) {
    const read = await Promise.allSettled(folders.map((folder) => entriesOf(root, folder)))
    folders = []
    for (const outcome of read) {
      // What is in a folder that cannot be read, nobody knows.
      if (outcome.status === 'rejected') complete = false
      else {
        for (const [path, type] of outcome.value) {
          if (type === FileType.File) paths.push(path)
          else if (type === FileType.Directory && !isHidden(path)) folders.push(path)
        }
      }
    }
    if (paths.length >= most) return { paths: paths.slice(0, most), complete: false }
  }
  return { paths, complete }
}

/** What the server leaves out anyway. */
const isHidden = (path: string) => /(?:^|\/)(?:node_modules|\.[^/]*)$/.test(path)

/** What a folder holds, by paths from the root. */
async function entriesOf(root: Uri, folder: string): Promise<(readonly [path: string, type: FileType])[]> {
  const entries = await workspace.fs.readDirectory(folder === '' ? root : Uri.joinPath(root, folder))
  return entries.map(([name, type]) => [folder === '' ? name : `${folder}/${name}`, type] as const)
}
