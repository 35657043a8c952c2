import { type Files, fill } from '../protocol/client.ts'
import { execute, folder } from './run.ts'

const NOBODY = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgSign=false']

/** What Git prints, in a folder. */
export async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await execute('git', [...NOBODY, ...args], cwd)
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${err}`)
  return out.trim()
}

/** Commits all there is, with these files. Its name. */
export async function commit(cwd: string, files: Files = {}): Promise<string> {
  await fill(cwd, files)
  await git(cwd, 'add', '--all')
  await git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'Minutes')
  return git(cwd, 'rev-parse', 'HEAD')
}

/** A repository with these files as its only commit. */
export async function repository(files: Files): Promise<string> {
  const root = await folder()
  await git(root, 'init', '--quiet', '--initial-branch', 'main')
  await commit(root, files)
  return root
}
