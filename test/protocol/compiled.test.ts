import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { start } from './client.ts'

const FILE = 'minutes-2025-01-08.md'
const TEXT = '# Minutes 2025-01-08\n\nFriday 2025-01-08\n'

/** A home of a user, where a server keeps what it compiled. */
function home() {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-home-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const env = {
    NODE_DISABLE_COMPILE_CACHE: undefined,
    HOME: folder,
    LOCALAPPDATA: folder,
    XDG_CACHE_HOME: undefined,
  } as NodeJS.ProcessEnv
  const cache = {
    darwin: join(folder, 'Library', 'Caches', 'minutebook'),
    win32: join(folder, 'minutebook'),
  }[process.platform as string]
  return { env, cache: cache ?? join(folder, '.cache', 'minutebook') }
}

/** Opens minutes in a new server, and ends it. Settles to the rules that found something. */
async function serve(env: NodeJS.ProcessEnv, text = TEXT): Promise<readonly unknown[]> {
  const client = await start({ [FILE]: text }, { env })
  await client.open(FILE)
  const found = await client.diagnostics(FILE)
  expect(await client.stop()).toBe(0)
  return found.map(({ code }) => code)
}

const keptIn = (cache: string) => readdirSync(cache).map((name) => join(cache, name))

describe('What is compiled of the server', () => {
  test('is kept for its next start, for this user alone', async () => {
    const { env, cache } = home()
    const first = await serve(env)
    expect(first).toContain('weekday')
    const kept = keptIn(cache)
    expect(kept.map((path) => basename(path).replace(/-\d.*/, ''))).toEqual(['core', 'language-server'])
    const made = kept.map((path) => statSync(path))
    if (process.platform !== 'win32') {
      expect(statSync(cache).mode & 0o777).toBe(0o700)
      expect(made.map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o600])
    }
    expect(await serve(env)).toEqual(first)
    expect(kept.map((path) => statSync(path).ino)).toEqual(made.map(({ ino }) => ino))
  })

  test('is not run when it was changed, and made anew', async () => {
    const { env, cache } = home()
    await serve(env)
    const kept = keptIn(cache)
    const whole = kept.map((path) => readFileSync(path))
    const changed = (bytes: Buffer) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 0xff : byte))
    for (const broken of [changed, (bytes: Buffer) => bytes.subarray(0, 1000), () => Buffer.alloc(0)]) {
      await Promise.all(kept.map((path, at) => writeFile(path, broken(whole[at]!))))
      expect(await serve(env)).toContain('weekday')
      for (const [at, path] of kept.entries()) {
        expect(readFileSync(path).length).toBeGreaterThan(1000)
        expect(readFileSync(path).equals(broken(whole[at]!))).toBe(false)
      }
    }
  })

  test.skipIf(process.platform === 'win32')('is not taken from a folder that others may write', async () => {
    const { env, cache } = home()
    await mkdir(cache, { recursive: true })
    await chmod(cache, 0o777)
    expect(await serve(env)).toContain('weekday')
    expect(keptIn(cache)).toEqual([])
  })

  test('is kept nowhere when the user wants none, or there is no place for it', async () => {
    const { env, cache } = home()
    expect(await serve({ ...env, NODE_DISABLE_COMPILE_CACHE: '1' })).toContain('weekday')
    expect(existsSync(cache)).toBe(false)
    await writeFile(join(env.HOME!, 'file'), '')
    const nowhere = join(env.HOME!, 'file', 'cache')
    expect(await serve({ ...env, HOME: nowhere, LOCALAPPDATA: nowhere })).toContain('weekday')
  })
})
