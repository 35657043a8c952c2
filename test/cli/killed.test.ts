import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Files } from '../protocol/client.ts'
import { ferry, ferryToday } from '../protocol/ferry.ts'
import { cli, folder, run } from './run.ts'

const ahead = '# Weir circle 2089-12-19\n\nNext meeting: 2090-01-02 @ 17:00 UTC\n'

/** Every command that writes, with what it needs. */
const COMMANDS: readonly (readonly [string, Files, readonly string[]])[] = [
  ['check --fix', { 'minutes-a.md': '- [] sweep\n', 'minutes-b.md': '- [] mop\n' }, ['check', '--fix']],
  ['finish', ferry, ['finish', ferryToday, '--end', '17:49', '--chair', '@maud', '--scribe', '@yann']],
  ['new', ferry, ['new']],
  ['new --template', ferry, ['new', '--template', 'plain', '--date', '2026-04-08']],
  ['init', ferry, ['init']],
  ['calendar --out', { 'weir-minutes-2089-12-19.md': ahead }, ['calendar', '--out', 'weir.ics']],
]

/** All files of a folder, also those that were left behind; without the times at which calendars were made. */
async function contents(root: string): Promise<Readonly<Record<string, string>>> {
  const found = await readdir(root, { recursive: true, withFileTypes: true })
  const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const texts = files.map(async (path) => [
    path.slice(root.length + 1),
    (await readFile(path, 'utf8')).replace(/^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE|CREATED).*\r\n/gm, ''),
  ])
  return Object.fromEntries(await Promise.all(texts))
}

const isTemporary = (path: string) => /(?:^|\/)\.[^/]+\.tmp$/.test(path)

/** Expects each file to be as it was before, or as it is once all is written, and gives back which are the latter. */
function expectWhole(now: Record<string, string>, before: Record<string, string>, after: Record<string, string>) {
  const paths = new Set([...Object.keys(now), ...Object.keys(before)].filter((path) => !isTemporary(path)))
  for (const path of paths) expect([before[path], after[path]], path).toContain(now[path])
  return [...paths].filter((path) => now[path] !== before[path])
}

describe.runIf(process.platform !== 'win32')('Killed at any step of its writing', () => {
  test.each(COMMANDS)('%s leaves each file old or new, and does the rest when run again', async (_, files, args) => {
    const whole = await folder(files)
    await run(whole, args)
    const after = await contents(whole)
    const states = new Set<string>()
    for (let step = 0, alive = false; !alive; step++) {
      const root = await folder(files)
      const before = await contents(root)
      const dying = fileURLToPath(new URL('dying.cjs', import.meta.url))
      const env = { NODE_OPTIONS: `--require=${dying}`, DIE_AT: String(step) }
      alive = (await run(root, args, { env })).code !== null
      const written = expectWhole(await contents(root), before, after)
      states.add(written.join(' and '))
      // With one of two files written, the other one is still to come.
      if (written.length === 1 && Object.keys(after).length === Object.keys(before).length) {
        await run(root, args)
        const now = await contents(root)
        for (const path of Object.keys(before)) expect(now[path]).toBe(after[path])
      }
    }
    expect(states.size).toBeGreaterThan(1)
  })
})

describe.runIf(process.platform !== 'win32')('Killed at a random moment', () => {
  const outcomes = new Map<string, number>()
  const many = Array.from({ length: 1500 }, (_, at) => `- [] sweep quay ${at}\n`).join('')

  test('check --fix leaves large minutes old or new', async () => {
    const files = { 'minutes-a.md': `# Minutes\n\n${many}` }
    const whole = await folder(files)
    await run(whole, ['check', '--fix'])
    const after = await contents(whole)
    for (let round = 0; round < 10; round++) {
      const root = await folder(files)
      const before = await contents(root)
      await killedOnChange(root, ['check', '--fix'], round)
      const now = await contents(root)
      const state = expectWhole(now, before, after).length > 0 ? 'new' : 'old'
      const left = Object.keys(now).some(isTemporary) ? ', with a temporary file' : ''
      outcomes.set(state + left, (outcomes.get(state + left) ?? 0) + 1)
    }
  })

  afterAll(() => console.log('After a kill:', Object.fromEntries(outcomes)))
})

test('What a kill left beside a file goes with the next writing, once it is old', async () => {
  const root = await folder({ 'minutes-a.md': '- [] sweep\n' })
  const [old, fresh] = ['1', '2'].map((sign) => `.minutes-a.md.${sign.repeat(8)}-1111-1111-1111-111111111111.tmp`)
  const others = ['.minutes-a.md.kept.tmp', '.minutes-b.md.11111111-1111-1111-1111-111111111111.tmp']
  for (const name of [old!, fresh!, ...others]) await writeFile(join(root, name), 'half')
  for (const name of [old!, ...others]) await utimes(join(root, name), 1, 1)
  await run(root, ['check', '--fix'])
  expect((await readdir(root)).sort()).toEqual([fresh, ...others, 'minutes-a.md'].sort())
})

/** Runs a command and kills it once a folder has seen so many changes. */
function killedOnChange(root: string, args: readonly string[], changes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli(), ...args], { cwd: root, stdio: 'ignore' })
    let seen = 0
    const watcher = watch(root, () => {
      if (seen++ === changes) child.kill('SIGKILL')
    })
    onTestFinished(() => watcher.close())
    child.once('error', reject)
    child.once('close', () => {
      watcher.close()
      resolve()
    })
  })
}
