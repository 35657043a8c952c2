// Bundles what ships into dist/.
//   node esbuild.mjs [--production] [--tests] [--watch] [--outdir=folder]
// --production minifies and leaves source maps out; --tests adds the suite that runs inside VS Code; --outdir puts all
// into another folder, so that tests never run what somebody else is building.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { context } from 'esbuild'
import { misspellingsForBrowsers, misspellingsForEsbuild } from './misspellings.mjs'

const flag = (/** @type {string} */ name) => process.argv.includes(name)
const production = flag('--production')
const outdir = process.argv.find((each) => each.startsWith('--outdir='))?.slice('--outdir='.length) ?? 'dist'

/**
 * gray-matter's own engines hold an `eval` for `---js` front matter. We give it ours, and ship none of that file.
 * @type {import('esbuild').Plugin}
 */
const noEngines = {
  name: 'no-engines',
  setup(build) {
    build.onResolve({ filter: /^\.\/engines$|^\.\/lib\/engines$/ }, ({ importer, path }) =>
      importer.includes('gray-matter') ? { path, namespace: 'no-engines' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'no-engines' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/**
 * gray-matter can read files, which no browser can and we never ask of it.
 * @type {import('esbuild').Plugin}
 */
const noFiles = {
  name: 'no-files',
  setup(build) {
    build.onResolve({ filter: /^fs$/ }, ({ importer, path }) =>
      importer.includes('gray-matter') ? { path, namespace: 'no-files' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'no-files' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: production,
  sourcemap: !production,
  legalComments: 'none',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  loader: { '.liquid': 'text' },
  // Some packages, written as modules, ask for their own address.
  define: { 'import.meta.url': 'ownAddress' },
  banner: { js: "const ownAddress = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [noEngines, misspellingsForEsbuild],
}

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { entryPoints: { extension: 'client/src/extension.node.ts' }, external: ['vscode', './minutebook.js'] },
  { entryPoints: { minutebook: 'client/src/activate.node.ts' }, external: ['vscode'] },
  { entryPoints: { server: 'server/src/entry/node.ts', cli: 'server/src/entry/cli.ts' } },
  // Read by Node and by a web worker: it may ask for nothing.
  { entryPoints: { misspellings: 'virtual:misspellings' }, sourcemap: false, define: {}, banner: {} },
]

/**
 * For a browser, where there is nothing of Node: what asks for one of its modules does not build. `gray-matter` has its
 * files read by nobody, and keeps the text it is given as a buffer that nobody looks at.
 * @type {import('esbuild').BuildOptions}
 */
const forBrowsers = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  define: { 'Buffer.from': 'String' },
  banner: {},
  plugins: [noEngines, noFiles, misspellingsForBrowsers],
}
bundles.push(
  {
    ...forBrowsers,
    entryPoints: { 'web/extension': 'client/src/extension.browser.ts' },
    external: ['vscode'],
  },
  { ...forBrowsers, entryPoints: { 'web/server': 'server/src/entry/browser.ts' }, format: 'iife' },
)
if (flag('--tests')) {
  bundles.push(
    { entryPoints: { 'vscode-suite': 'test/vscode/suite/index.ts' }, external: ['vscode', 'mocha'] },
    { ...forBrowsers, entryPoints: { 'web/suite': 'test/vscode/suite/index.browser.ts' }, external: ['vscode'] },
  )
}

rmSync(outdir, { recursive: true, force: true })
mkdirSync(`${outdir}/rules`, { recursive: true })
for (const name of readdirSync('server/src/rules').filter((file) => file.endsWith('.md'))) {
  copyFileSync(`server/src/rules/${name}`, `${outdir}/rules/${name}`)
}

const contexts = await Promise.all(bundles.map((bundle) => context({ ...shared, ...bundle, outdir })))
if (flag('--watch')) {
  await Promise.all(contexts.map((each) => each.watch()))
} else {
  await Promise.all(contexts.map((each) => each.rebuild()))
  await Promise.all(contexts.map((each) => each.dispose()))
}
