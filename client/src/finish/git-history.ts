import { extensions, Uri } from 'vscode'
import { type Commit, type Merge, mergeOf } from './merged-by.ts'

/** What we use of the API of the built-in Git extension. */
interface Git {
  getAPI(version: 1): { getRepository(uri: Uri): Repository | null }
}

interface Repository {
  log(options: { path?: string; range?: string; maxEntries?: number }): Promise<readonly Commit[]>
}

/** So many commits after the last change of a file are looked through for its merge. */
const MOST = 500
/** No answer is worth a longer wait, in milliseconds. */
const WHILE = 1500

/** Who merged a file last; `undefined` where no git history is at hand, as in a browser. */
export async function mergeOfFile(address: string): Promise<Merge | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), WHILE))
  return Promise.race([lookUp(Uri.parse(address, true)).catch(() => undefined), late])
}

async function lookUp(uri: Uri): Promise<Merge | undefined> {
  const extension = extensions.getExtension<Git>('vscode.git')
  const git = extension && (extension.isActive ? extension.exports : await extension.activate())
  const repository = git?.getAPI(1).getRepository(uri)
  const [last] = (await repository?.log({ path: uri.fsPath, maxEntries: 1 })) ?? []
  if (!repository || !last) return undefined
  return mergeOf(last, await repository.log({ range: `${last.hash}..HEAD`, maxEntries: MOST }))
}
