/** What users install: packed once, installed into empty places, and used there. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InitializeResult } from 'vscode-languageserver-protocol'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'minutebook-packages-'))
const shell = process.platform === 'win32'
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const { version } = manifest

const SOURCE = 'https://github.com/guild/minutebook'
const NO_SOURCE = new Set(['.cache', '.git', 'dist', 'node_modules', 'package.json', 'test', 'test-results'])

/** As a release is: from a place of its own, whose manifest says where the source is. */
beforeAll(() => {
  const place = join(folder, 'source')
  mkdirSync(place)
  for (const name of readdirSync('.').filter((each) => !NO_SOURCE.has(each)))
    cpSync(name, join(place, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(place, 'node_modules'), 'junction')
  const repository = { type: 'git', url: `git+${SOURCE}.git` }
  writeFileSync(join(place, 'package.json'), JSON.stringify({ ...manifest, repository }))
  execFileSync(process.execPath, ['package.mjs', folder], { cwd: place, stdio: 'pipe' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the extension may hold. Each pattern has at least one file: what is gone is taken out here too. */
const EXTENSION = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(?:package(?:\.nls(?:\.de)?)?\.json|readme\.md|changelog\.md|LICENSE\.txt|THIRD-PARTY\.md|icon\.png)$/,
  /^extension\/l10n\/bundle\.l10n\.de\.json$/,
  /^extension\/dist\/(?:core|extension|language-server|minutebook|misspellings|server)\.js$/,
  /^extension\/dist\/web\/(?:extension|server)\.js$/,
  /^extension\/dist\/rules\/[a-z-]+\.md$/,
  /^extension\/images\/minutebook\.svg$/,
  /^extension\/images\/walkthrough\/[a-z-]+\.svg$/,
  /^extension\/client\/styles\/[a-z-]+\.css$/,
  /^extension\/schemas\/minutebook\.schema\.json$/,
  /^extension\/snippets\/minutes\.json$/,
  /^extension\/syntaxes\/minutes\.injection\.tmLanguage\.json$/,
]

/** What the package for npm may hold. */
const COMMAND_LINE = [
  /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY\.md)$/,
  /^dist\/(?:cli|commands|core|language-server|misspellings|server)\.js$/,
  /^dist\/rules\/[a-z-]+\.md$/,
]

describe('minutebook.vsix', () => {
  let files: Record<string, Uint8Array>
  beforeAll(() => {
    files = unzipSync(readFileSync(join(folder, 'minutebook.vsix')))
  })

  test('is smaller than 1.5 MB', () => {
    expect(readFileSync(join(folder, 'minutebook.vsix')).length).toBeLessThan(1_500_000)
  })

  test('holds what an installed extension reads, and nothing else', () => holds(Object.keys(files), EXTENSION))

  test('holds every file that its manifest names', () => {
    const { main, icon, contributes } = JSON.parse(strFromU8(files['extension/package.json']!))
    const manifest = JSON.stringify({ main, icon, contributes })
    const named = [...manifest.matchAll(/"(\.?\/?(?:[\w-]+\/)*[\w.-]+\.(?:js|json|css|svg|png))"/g)]
    const missing = named.map(([, path]) => posix.join('extension', path!)).filter((path) => !files[path])
    expect(named.length).toBeGreaterThan(8)
    expect(missing).toEqual([])
  })

  test('shows its pictures from an address, as VS Code shows no others', () => {
    const pictures = [...strFromU8(files['extension/readme.md']!).matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)]
    expect(pictures.map(([, address]) => address)).toEqual(
      ['problems', 'attendance'].map((name) => `${SOURCE}/raw/HEAD/images/${name}.png`),
    )
  })

  test('evaluates no text, speaks to no network and carries no source maps', () => {
    for (const [path, bytes] of Object.entries(files)) {
      if (path.endsWith('.js')) harmless(path, strFromU8(bytes))
    }
  })

  test('has a server that starts no other program', () => {
    for (const name of ['server', 'language-server', 'core'])
      expect(strFromU8(files[`extension/dist/${name}.js`]!), name).not.toMatch(
        /\b(?:child_process|worker_threads|cluster)\b/,
      )
  })
})

describe('minutebook.tgz, installed into an empty place', () => {
  const place = join(folder, 'empty')
  const installed = join(place, 'node_modules/minutebook')

  beforeAll(() => {
    mkdirSync(place)
    const options = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', place]
    execFileSync('npm', ['install', ...options, join(folder, 'minutebook.tgz')], { stdio: 'pipe', shell })
    cpSync('test/fixtures/book', join(place, 'book'), { recursive: true })
  })

  test('holds the command line, and nothing else', () => {
    const paths = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    holds(
      paths.map(({ parentPath, name }) =>
        posix.join(parentPath.slice(installed.length + 1).replaceAll('\\', '/'), name),
      ),
      COMMAND_LINE,
    )
    expect(existsSync(join(place, 'node_modules/commander'))).toBe(false)
  })

  test('evaluates no text, speaks to no network and carries no source maps', () => {
    for (const name of ['cli.js', 'commands.js', 'core.js', 'language-server.js', 'misspellings.js', 'server.js'])
      harmless(name, readFileSync(join(installed, 'dist', name), 'utf8'))
  })

  test('says where its source is, which npm compares with the workflow that publishes it', () => {
    const { repository } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    expect(repository).toEqual({ type: 'git', url: `git+${SOURCE}.git` })
  })

  test('npx minutebook check finds what is wrong', () => {
    const { stdout, status } = npx('check', '--format', 'json', 'book')
    const found = (JSON.parse(stdout) as { messages: { ruleId: string }[] }[]).flatMap(({ messages }) => messages)
    expect(found.map(({ ruleId }) => ruleId)).toContain('weekday')
    expect(status).toBe(1)
  })

  test('npx minutebook explain prints the page of a rule', () => {
    expect(npx('explain', 'weekday').stdout).toContain('weekday')
  })

  test('says the version of the manifest', () => {
    expect(npx('--version').stdout.trim()).toBe(version)
  })

  test('npx minutebook lsp speaks to an editor', async () => {
    const server = spawn(process.execPath, [join(installed, 'dist/cli.js'), 'lsp', '--stdio'])
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    )
    connection.listen()
    const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
    })
    expect(serverInfo).toEqual({ name: 'minutebook', version })
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    connection.dispose()
    await once(server, 'exit')
  })

  const npx = (...args: string[]) =>
    spawnSync('npx', ['--no', '--', 'minutebook', ...args], { cwd: place, encoding: 'utf8', shell })
})

/** Every file is allowed for, and nothing is allowed for that is not there. */
function holds(paths: readonly string[], allowed: readonly RegExp[]): void {
  expect(paths.filter((path) => !path.endsWith('/') && !allowed.some((each) => each.test(path)))).toEqual([])
  expect(allowed.filter((each) => !paths.some((path) => each.test(path))).map(String)).toEqual([])
}

function harmless(name: string, code: string): void {
  expect(code, name).not.toMatch(/(?<![\w.$])eval\(|\bnew Function\(|(?<![\w.$])Function\(/)
  expect(code, name).not.toMatch(/["'](?:node:)?(?:https?|http2|net|tls|dgram|dns)["']/)
  expect(code, name).not.toMatch(/\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b|(?<![\w.$])fetch\(/)
  expect(code, name).not.toContain('sourceMappingURL')
}
