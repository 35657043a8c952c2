import { chmod, mkdir, readFile, symlink } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { parse } from 'yaml'
import { fill } from '../protocol/client.ts'
import { orchard } from '../protocol/orchard.ts'
import { commit, git, repository } from './repository.ts'
import { execute, folder, type Outcome } from './run.ts'

interface Step {
  readonly if?: string
  readonly shell: string
  readonly env?: Readonly<Record<string, string>>
  readonly run: string
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

const wrong = '- on Thursday 2026-02-18\n'
let action: Action
beforeAll(async () => {
  action = parse(await readFile('action.yml', 'utf8'))
})

/** The value of an expression such as `inputs.base || github.event.before`. */
function resolved(expression: string, context: object): string {
  const values = expression.split('||').map((path) =>
    path
      .trim()
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], context),
  )
  return String(values.find((value) => value !== undefined && value !== '') ?? '')
}

interface Surroundings {
  /** The action's own files; without them, what is built stands for them. */
  readonly own?: string
  /** A folder whose commands come before all others. */
  readonly bin?: string
}

/** Runs the action's steps as GitHub does, in a repository. */
async function act(
  cwd: string,
  given: Readonly<Record<string, string>>,
  event: object = {},
  { own = '', bin }: Surroundings = {},
): Promise<Outcome> {
  if (!own) {
    own = await folder()
    await symlink(inject('bundle'), join(own, 'dist'), 'junction')
  }
  const path = [...(bin ? [bin] : []), process.env.PATH].join(delimiter)
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default])
  const context = { inputs: { ...Object.fromEntries(defaults), ...given }, github: { event } }
  let outcome: Outcome = { code: 0, out: '', err: '' }
  for (const step of action.runs.steps) {
    const condition = step.if && /^([\w.-]+) == ''$/.exec(step.if)![1]!
    if (condition && resolved(condition, context) !== '') continue
    const env = Object.entries(step.env ?? {}).map(([name, text]) => [
      name,
      text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => resolved(expression, context)),
    ])
    outcome = await execute('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], cwd, {
      env: { ...Object.fromEntries(env), GITHUB_ACTION_PATH: own, PATH: path },
    })
    if (outcome.code !== 0) break
  }
  return outcome
}

describe('the GitHub action', () => {
  test('annotates what a bad commit makes wrong, and fails', async () => {
    const root = await repository({ ...orchard, 'old-minutes.md': `# Old\n\n${wrong}` })
    const sha = await git(root, 'rev-parse', 'HEAD')
    await commit(root, { 'old-minutes.md': `# Old\n\n${wrong}- on Friday 2026-02-18\n` })
    const { code, out } = await act(root, { 'sarif-file': 'a b.sarif' }, { pull_request: { base: { sha } } })
    expect(out).toMatch(/^::error file=old-minutes\.md,line=4,[^\n]*\n$/)
    expect(code).toBe(1)
    const { runs } = JSON.parse(await readFile(join(root, 'a b.sarif'), 'utf8'))
    expect(runs[0].results).toHaveLength(1)
  })

  test('passes a good commit', async () => {
    const root = await repository({ ...orchard, 'old-minutes.md': wrong })
    const before = await git(root, 'rev-parse', 'HEAD')
    await commit(root, { 'old-minutes.md': `${wrong}- fine\n` })
    expect(await act(root, {}, { before })).toEqual({ code: 0, out: '', err: '' })
  })

  test('reports all there is where that is wanted, or nothing was there before', async () => {
    const root = await repository({ 'minutes.md': wrong })
    expect((await act(root, { 'only-new': 'false', base: 'HEAD' })).code).toBe(1)
    expect((await act(root, {})).code).toBe(1)
  })

  test('compares a new branch with the default branch', async () => {
    const upstream = await repository({ 'minutes.md': wrong })
    const root = await folder()
    await git(root, 'clone', '--quiet', upstream, '.')
    await commit(root, { 'new-minutes.md': wrong })
    const event = { before: '0'.repeat(40), repository: { default_branch: 'main' } }
    expect((await act(root, {}, event)).out).toMatch(/^::error file=new-minutes\.md,[^\n]*\n$/)
  })

  test('takes paths one a line, and runs nothing that is in them', async () => {
    const root = await repository({ 'README.md': '' })
    await mkdir(join(root, 'a b'))
    await fill(root, { 'a b/minutes.md': wrong, 'minutes.md': wrong })
    expect((await act(root, { paths: 'a b\n', base: 'HEAD' })).out).toMatch(/^::error file=a b\/minutes\.md,[^\n]*\n$/)
    const nasty = ['$(touch ran)', '"; touch ran; "', '`touch ran`', '--fix']
    for (const text of nasty) {
      for (const input of ['paths', 'base', 'format', 'max-warnings']) {
        expect((await act(root, { [input]: text })).code).toBe(2)
      }
    }
    await expect(readFile(join(root, 'ran'))).rejects.toThrow('ENOENT')
  })

  /** A folder with a command that writes down with what it is called, and where. */
  async function command(name: string, script = ''): Promise<string> {
    const bin = await folder({ [name]: `#!/usr/bin/env bash\necho "$PWD: ${name} $*" >> "$CALLS"\n${script}\n` })
    await chmod(join(bin, name), 0o755)
    return bin
  }

  test.skipIf(process.platform === 'win32')('builds what it runs from its own files, once', async () => {
    const root = await repository({ 'minutes.md': wrong })
    const own = await folder()
    const calls = join(own, 'calls')
    const bin = await command('npm', `[ "$1" = run ] && ln -s '${inject('bundle')}' dist || true`)
    vi.stubEnv('CALLS', calls)
    onTestFinished(() => void vi.unstubAllEnvs())
    for (let times = 0; times < 2; times++) {
      const { code, out } = await act(root, { 'only-new': 'false' }, {}, { own, bin })
      expect(out).toMatch(/^::error file=minutes\.md,/)
      expect(code).toBe(1)
    }
    expect(await readFile(calls, 'utf8')).toBe(
      `${own}: npm ci --ignore-scripts --no-audit --no-fund\n${own}: npm run build\n`,
    )
  })

  test.skipIf(process.platform === 'win32')(
    'takes a version from npm where one is named, and builds nothing',
    async () => {
      const root = await repository({ 'minutes.md': wrong })
      const own = await folder()
      const calls = join(own, 'calls')
      const bin = await command('npx', 'exit 7')
      vi.stubEnv('CALLS', calls)
      onTestFinished(() => void vi.unstubAllEnvs())
      const given = { version: '1.2.3', paths: 'a b', base: 'HEAD' }
      expect((await act(root, given, {}, { own, bin })).code).toBe(7)
      expect(await readFile(calls, 'utf8')).toBe(
        `${root}: npx --yes --package=minutebook@1.2.3 -- minutebook check --format=github --max-warnings=0 --base=HEAD -- a b\n`,
      )
    },
  )

  test('has no expression in a script, and each input in the documentation', async () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{')
    const documented = await readFile('docs/ci.md', 'utf8')
    expect([...documented.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name)).toEqual(Object.keys(action.inputs))
  })
})
