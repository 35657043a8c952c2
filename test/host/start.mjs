/**
 * `npm start [-- [--browser | --web] FOLDER]`: a real VS Code with this extension, on `examples/` or another folder. In
 * the desktop VS Code where `code` is installed, else (or with --browser) served to a browser of this machine. With --web
 * it is VS Code for the Web, where nothing runs but in the browser.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { downloadDesktop, installedDesktop } from './desktop.mjs'
import { root } from './folders.mjs'
import { canProvision } from './provision.mjs'
import { npm, run } from './run.mjs'
import { serveWorkbench } from './serve.mjs'
import { serveWeb } from './web.mjs'

const firstPort = 3030

const { values, positionals } = parseArgs({
  options: { browser: { type: 'boolean' }, web: { type: 'boolean' } },
  allowPositionals: true,
})
// npm runs scripts in the project's root, but says where it was called.
const folder = positionals[0] ? resolve(process.env.INIT_CWD ?? '.', positionals[0]) : join(root, 'examples')
const desktop = values.browser ? undefined : installedDesktop()

try {
  if (values.web) await startWeb()
  else if (!desktop && canProvision) await serve()
  else await open(desktop ?? (await downloadDesktop()))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** @param {string} executable */
async function open(executable) {
  await npm(['run', 'build'], { cwd: root })
  console.log(`Opening ${folder} in VS Code with Minutebook …`)
  const shell = process.platform === 'win32'
  const args = [`--extensionDevelopmentPath=${root}`, folder]
  const quote = (/** @type {string} */ text) => (shell ? `"${text}"` : text)
  await run(quote(executable), args.map(quote), { shell, stdio: 'inherit' })
}

async function serve() {
  console.log('Packaging the extension …')
  await npm(['run', 'package'], { cwd: root })
  const workbench = await serveWorkbench({ port: firstPort, vsix: join(root, 'minutebook.vsix') })
  console.log(`
  VS Code with Minutebook is ready. Open this address in a browser:

      ${workbench.page(folder)}

  It shows ${folder}.
  What you save there is saved there. Ctrl+C ends it.
`)
}

async function startWeb() {
  await npm(['run', 'build'], { cwd: root })
  const { address } = await serveWeb(folder, { port: firstPort })
  console.log(`
  VS Code for the Web with Minutebook is ready. Open this address in a browser:

      ${address}

  It shows ${folder}.
  What you save there stays in the browser, until you reload. Ctrl+C ends it.
`)
}
