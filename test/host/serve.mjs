import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { temporaryFolder } from './folders.mjs'
import { provisionWorkbench } from './provision.mjs'
import { run } from './run.mjs'

/** A quiet VS Code: nothing on the screen but the editor and what we bring. */
const defaultSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  // As on the desktop. In a browser VS Code would save while one types.
  'files.autoSave': 'off',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
}

/**
 * @typedef {object} Options
 * @property {string} [vsix] A packaged extension to install.
 * @property {number} [port] The first port to try. Without it, any free one.
 * @property {string} [userData] Kept when given, else temporary.
 * @property {string} [extensions] Kept when given, else temporary.
 * @property {Readonly<Record<string, unknown>>} [settings] Beside the usual ones, where there are none yet.
 * @property {boolean} [automation] Lets a page ask for an extension under development and for its tests, as the desktop's
 *   command line can. Hides notifications.
 */

/**
 * Starts VS Code's server with folders of its own, so that it neither reads nor changes anything of the user's. It ends
 * with this process.
 *
 * @param {Options} options
 */
export async function serveWorkbench(options = {}) {
  const { node, server } = await provisionWorkbench()
  const home = temporaryFolder('vscode')
  const userData = options.userData ?? join(home, 'data')
  const extensions = options.extensions ?? join(home, 'extensions')
  const temporary = join(home, 'tmp')
  for (const folder of [join(userData, 'User'), extensions, temporary]) mkdirSync(folder, { recursive: true })
  const settings = join(userData, 'User/settings.json')
  if (!existsSync(settings)) {
    writeFileSync(settings, JSON.stringify({ ...defaultSettings, ...options.settings }, undefined, 2))
  }

  const port = await freePort(options.port ?? 0)
  const folders = ['--user-data-dir', userData, '--extensions-dir', extensions]
  const env = {
    ...process.env,
    EXTENSIONS_GALLERY: '{}',
    TMPDIR: temporary,
    XDG_RUNTIME_DIR: temporary,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'share'),
  }
  const config = ['--config', join(home, 'config.yaml')]
  if (options.vsix) await run(node, [server, ...config, ...folders, '--install-extension', options.vsix], { env })

  const args = [
    ...config,
    ...folders,
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--disable-getting-started-override',
    '--ignore-last-opened',
    ...(options.automation ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ]
  // Its own process group, since it starts processes which may outlive it.
  const child = spawn(node, [server, ...args], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      log = (log + data).slice(-20_000)
    })
  }
  const ended = new Promise((resolve) => child.on('close', resolve))
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    try {
      process.kill(-(child.pid ?? 0), name)
    } catch {
      // It has ended already.
    }
  }
  const kill = () => signal('SIGKILL')
  // Before the folders it writes to are removed.
  process.prependListener('exit', kill)
  process.on('SIGINT', () => process.exit(130))
  process.on('SIGTERM', () => process.exit(143))

  const address = `http://127.0.0.1:${port}`
  await answers(`${address}/healthz`, child, () => log)
  return {
    address,
    /** The last of what the server printed. */
    log: () => log,
    /** The page of a folder. @param {string} folder @param {readonly (readonly [string, string])[]} [payload] */
    page(folder, payload = []) {
      const query = new URLSearchParams({ folder })
      if (payload.length > 0) query.set('payload', JSON.stringify(payload))
      return `${address}/?${query}`
    },
    async stop() {
      signal('SIGTERM')
      const patience = setTimeout(kill, 3000)
      await ended
      clearTimeout(patience)
      kill()
      process.off('exit', kill)
    },
  }
}

/**
 * The first free port from this one on; for 0, any.
 *
 * @param {number} first
 * @returns {Promise<number>}
 */
export function freePort(first) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', () => (first < 65_535 ? freePort(first + 1).then(resolve, reject) : reject(new Error('No port'))))
    probe.listen(first, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : first))
    })
  })
}

/**
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} server
 * @param {() => string} log
 */
async function answers(url, server, log) {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline && server.exitCode === null) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`VS Code's server did not start.\n${log()}`)
}
