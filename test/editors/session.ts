import { execFile, spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { inject, onTestFinished } from 'vitest'
import { fill } from '../protocol/client.ts'
import { orchard, orchardMinutes } from '../protocol/orchard.ts'

/** What an editor's driver writes down: what came of each of its steps, or how it failed. */
export type Report = Readonly<Record<string, unknown>>

/** The minutes that the editor opens. Their press day is a Thursday, and who takes part changes the name. */
export const opened = 'orchard-minutes-2026-02-04.md'
const agenda = `### [Cider Press](https://example.org/orchard/press)
- [ ] @farid - clean the barrels
- @quentina - press day is Friday 2026-02-12
- all of us - thanks for the lunch
`

/** How long a driver may take, in milliseconds: much more than it does. */
const LONGEST = 100_000

/** The version that an editor tells, such as `0.7`; `undefined` where it is not installed. */
export function versionOf(command: string): string | undefined {
  const { stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' })
  return /\d+\.\d+/.exec(stdout ?? '')?.[0]
}

/** The code blocks of a language in a page for users, each with the heading above it. */
export async function blocksOf(page: string, language: string): Promise<{ heading: string; code: string }[]> {
  const text = await readFile(join('docs', 'editors', page), 'utf8')
  return text.split(/^(?=#)/m).flatMap((section) =>
    [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code]) => ({
      heading: section.slice(0, section.indexOf('\n')).replace(/^#+ /, ''),
      code: code!,
    })),
  )
}

/**
 * Runs an editor once, in a home of its own, on a copy of the orchard's minutes. The command `minutebook` is on its path,
 * as npm puts it there.
 *
 * @param start the command with its arguments. `$init` and `$driver` in them are the files with these texts, `$file` the
 *   minutes to open. The driver writes its report, as JSON, to the file that the variable `REPORT` names.
 */
export async function drive(start: readonly string[], init: string, driver: string): Promise<Report> {
  const base = await mkdtemp(join(await realpath(tmpdir()), 'minutebook-editor-'))
  onTestFinished(() => rm(base, { recursive: true, force: true }))
  const at = (name: string) => join(base, name)
  await fill(at('book'), { ...orchard, [opened]: orchardMinutes('2026-02-04', { agenda }) })
  await promisify(execFile)('git', ['init', '--quiet', at('book')])
  await mkdir(at('bin'))
  const cli = join(inject('bundle'), 'cli.js')
  await chmod(cli, 0o755)
  await symlink(cli, at('bin/minutebook'))
  await writeFile(at('init'), init)
  await writeFile(at('driver'), driver)
  const places: Readonly<Record<string, string>> = {
    $init: at('init'),
    $driver: at('driver'),
    $file: at(`book/${opened}`),
  }
  const [command, ...args] = start.map((each) => each.replace(/\$\w+/, (name) => places[name] ?? name))
  const env = {
    ...process.env,
    PATH: [at('bin'), process.env.PATH].join(delimiter),
    HOME: base,
    XDG_CONFIG_HOME: at('config'),
    XDG_DATA_HOME: at('data'),
    XDG_STATE_HOME: at('state'),
    XDG_CACHE_HOME: at('cache'),
    REPORT: at('report.json'),
  }
  const run = promisify(execFile)(command!, args, { cwd: at('book'), env, timeout: LONGEST })
  run.child.stdin?.end()
  const { stdout, stderr } = await run.catch((error) => error)
  const report = await readFile(at('report.json'), 'utf8').catch(() => {
    throw new Error(`The editor wrote no report.\n${stdout}\n${stderr}`)
  })
  return JSON.parse(report)
}
