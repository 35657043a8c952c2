// Packs what users install: minutebook.vsix for VS Code, and minutebook.tgz, the command line and language server, for
// npm.
//   node package.mjs [folder to put them into]
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createVSIX } from '@vscode/vsce'

const root = fileURLToPath(new URL('.', import.meta.url))
const out = resolve(process.argv[2] ?? root)
mkdirSync(out, { recursive: true })

const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(root, file), 'utf8'))
const { name, version, license, keywords, repository, engines, bin } = read('package.json')
const { description } = read('package.nls.json')

execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'inherit' })
await createVSIX({
  cwd: root,
  packagePath: join(out, 'minutebook.vsix'),
  // All is in the bundles.
  dependencies: false,
  allowMissingRepository: true,
  // VS Code shows pictures from an address alone, which those of the README have once it is known where the source is.
  rewriteRelativeLinks: repository !== undefined,
})

/** What npm says to this in a folder. @param {string} cwd @param {string[]} args */
function npm(cwd, ...args) {
  // It is a batch file on Windows, which Node starts through a shell only.
  return execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
}

const draft = mkdtempSync(join(tmpdir(), 'minutebook-npm-'))
try {
  // One manifest serves both; npm needs little of it, and nothing of what is bundled.
  const manifest = { name, version, description, license, keywords, repository, engines: { node: engines.node }, bin }
  writeFileSync(join(draft, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  // What npm would take of the whole, `.npmignore` says.
  const [{ files }] = JSON.parse(npm(root, 'pack', '--dry-run', '--json', '--ignore-scripts'))
  for (const { path } of files) {
    if (path !== 'package.json') cpSync(join(root, path), join(draft, path))
  }
  npm(draft, 'pack', '--silent', '--pack-destination', out)
  renameSync(join(out, `${name}-${version}.tgz`), join(out, 'minutebook.tgz'))
} finally {
  rmSync(draft, { recursive: true, force: true })
}
