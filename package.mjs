// Packs what users install: minutebook.vsix for VS Code, and minutebook.tgz, the command line and language server, for
// npm.
//   node package.mjs [folder to put them into]
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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

const draft = mkdtempSync(join(tmpdir(), 'minutebook-npm-'))
try {
  // One manifest serves both; npm needs little of it, and nothing of what is bundled.
  const manifest = { name, version, description, license, keywords, repository, engines: { node: engines.node }, bin }
  writeFileSync(join(draft, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY.md']) {
    copyFileSync(join(root, file), join(draft, file))
  }
  for (const file of [
    'cli.js',
    'commands.js',
    'core.js',
    'language-server.js',
    'misspellings.js',
    'rules',
    'server.js',
  ]) {
    cpSync(join(root, 'dist', file), join(draft, 'dist', file), { recursive: true })
  }
  // npm is a batch file on Windows, which Node starts through a shell only.
  execFileSync('npm', ['pack', '--silent', '--pack-destination', out], {
    cwd: draft,
    shell: process.platform === 'win32',
  })
  renameSync(join(out, `${name}-${version}.tgz`), join(out, 'minutebook.tgz'))
} finally {
  rmSync(draft, { recursive: true, force: true })
}
