import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { CannotRun } from '../cannot-run.ts'

/** What Git came to: its exit code, what it printed, and its complaint. */
export interface Answer {
  readonly code: number
  readonly out: Buffer
  readonly complaint: string
}

/** Nothing that a repository says is run, nothing is asked, and nothing is fetched. */
const QUIET = [
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
  ...['--no-pager', '--no-optional-locks'],
]
const NOT_ASKED = { GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' }
/** A hook's environment names the repository that the hook is of. The folder says which is meant. */
const ELSEWHERE = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE|PREFIX|CONFIG.*|TRACE.*)$/

/**
 * Runs Git in a folder.
 *
 * @param input what it reads.
 * @throws {CannotRun} where there is no Git.
 */
export function git(folder: string, args: readonly string[], input: string | Buffer = ''): Promise<Answer> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ELSEWHERE.test(name)))
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', folder, ...QUIET, ...args], {
      // On Windows a program in the working folder would come before Git.
      cwd: dirname(process.execPath),
      env: { ...inherited, ...NOT_ASKED },
      windowsHide: true,
    })
    const [out, complaint]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (data: Buffer) => out.push(data))
    child.stderr.on('data', (data: Buffer) => complaint.push(data))
    // It may end before it has read all.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.once('error', ({ message }) =>
      reject(
        new CannotRun(
          `Git cannot be started (${message}). What is new cannot be told without it. Install Git, or check without "--only-new".`,
        ),
      ),
    )
    child.once('close', (code) =>
      resolve({
        code: code ?? 1,
        out: Buffer.concat(out),
        complaint: Buffer.concat(complaint).toString().trim(),
      }),
    )
  })
}

/** What Git prints. @throws {CannotRun} where it fails. */
export async function gitOutput(folder: string, args: readonly string[], input?: string | Buffer): Promise<Buffer> {
  const { code, out, complaint } = await git(folder, args, input)
  if (code === 0) return out
  throw new CannotRun(
    `Git could not read this repository, so what is new cannot be told. It says: ${complaint} Mend that, or check without "--only-new".`,
  )
}

/** The parts of what Git prints with `-z`. */
export const parts = (out: Buffer): string[] => out.toString().split('\0').slice(0, -1)
