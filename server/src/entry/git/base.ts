import { CannotRun } from '../cannot-run.ts'
import { git } from './git.ts'

/**
 * The commit that a folder's files are compared with: where `HEAD` left the branch that it is meant for.
 *
 * @param given a commit or branch. Without one: the branch that a pull request on GitHub is for, else that of the
 * remote's `HEAD`, else `HEAD`, from which only what is not committed differs.
 * @returns `undefined` where there is no commit yet.
 * @throws {CannotRun} where there is no such commit, or it has nothing in common with `HEAD`.
 */
export async function baseCommit(folder: string, given: string | undefined): Promise<string | undefined> {
  await mustBeRepository(folder)
  const head = await commitNamed(folder, 'HEAD')
  if (!head && (given === undefined || given === 'HEAD')) return undefined
  const base = await wantedBase(folder, given)
  if (!head || base === head) return base
  const { code, out } = await git(folder, ['merge-base', base, head])
  if (code === 0) return out.toString().trim()
  throw new CannotRun(
    `Git knows no commit from which both "${given ?? base}" and HEAD come, so what is new cannot be told. ${await remedy(folder)}`,
  )
}

async function mustBeRepository(folder: string): Promise<void> {
  const { code, out, complaint } = await git(folder, ['rev-parse', '--is-inside-work-tree'])
  if (code === 0 && out.toString().trim() === 'true') return
  const why = complaint === '' ? 'This is no working tree of a Git repository.' : `Git says: ${complaint}`
  throw new CannotRun(
    `"${folder}" is compared with no earlier version, so what is new cannot be told. ${why} Check without "--only-new", or in a clone of the repository.`,
  )
}

async function wantedBase(folder: string, given: string | undefined): Promise<string> {
  const branch = process.env.GITHUB_BASE_REF
  const names =
    given !== undefined ? [given, `origin/${given}`] : branch ? [`origin/${branch}`, branch] : ['origin/HEAD', 'HEAD']
  for (const name of names) {
    const commit = await commitNamed(folder, name)
    if (commit) return commit
  }
  throw new CannotRun(
    `There is no commit "${given ?? names[0]}" here, so what is new cannot be told. ${await remedy(folder)}`,
  )
}

async function commitNamed(folder: string, name: string): Promise<string | undefined> {
  // It would be taken for an option.
  if (name.startsWith('-')) return undefined
  const { code, out } = await git(folder, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`])
  return code === 0 ? out.toString().trim() : undefined
}

async function remedy(folder: string): Promise<string> {
  const { out } = await git(folder, ['rev-parse', '--is-shallow-repository'])
  return out.toString().trim() === 'true'
    ? 'This clone is shallow, and has the last commits alone. Fetch all of them: "git fetch --unshallow", or "fetch-depth: 0" for actions/checkout.'
    : 'Fetch the branch, or name another commit with "--base".'
}
