// Bundles what ships into dist/.
//   node esbuild.mjs [--production] [--tests] [--watch] [--outdir=folder] [--inputs=file]
// --production minifies and leaves source maps out; --tests adds the suite that runs inside VS Code; --outdir puts all
// into another folder, so that tests never run what somebody else is building; --inputs lists in a file what went into
// the bundles that ship.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { context } from 'esbuild'
import { misspellingsForCore, misspellingsForEsbuild } from './misspellings.mjs'

const flag = (/** @type {string} */ name) => process.argv.includes(name)
const production = flag('--production')
const option = (/** @type {string} */ name) =>
  process.argv.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1)
const outdir = option('--outdir') ?? 'dist'
const inputs = option('--inputs')

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

/**
 * Nothing of ours speaks to a network. The protocol's packages can, over sockets that nobody asks for: they get nothing.
 * @type {import('esbuild').Plugin}
 */
const noNetwork = {
  name: 'no-network',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?(?:https?|http2|net|tls|dgram|dns)$/ }, ({ path }) => ({
      path,
      namespace: 'no-network',
    }))
    build.onLoad({ filter: /.*/, namespace: 'no-network' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/**
 * The server starts no other program and listens to no pipe. The protocol's packages can: what they would need for it
 * takes Node some milliseconds to load, and they get nothing.
 * @type {import('esbuild').Plugin}
 */
const noProcess = {
  name: 'no-process',
  setup(build) {
    build.onResolve({ filter: /^(?:child_process|crypto)$/ }, ({ path }) => ({ path, namespace: 'no-process' }))
    build.onLoad({ filter: /.*/, namespace: 'no-process' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/**
 * The server's entries ask for the core where it lies as a bundle of its own, and for what the protocol's packages have in
 * common to all platforms too: an error or a setting of theirs must be the same on both sides.
 *
 * @param {string} core code that gives it
 * @returns {import('esbuild').Plugin}
 */
const withCore = (core) => ({
  name: 'with-core',
  setup(build) {
    const namespace = 'with-core'
    build.onResolve({ filter: /^\.\/core\.ts$/ }, () => ({ path: 'core', namespace }))
    build.onResolve({ filter: /^\.\.\/common\/\w+$/ }, ({ importer }) =>
      /[\\/]vscode-(?:jsonrpc|languageserver)/.test(importer) ? { path: 'protocol', namespace } : undefined,
    )
    build.onResolve({ filter: /^\.\/core\.js$/ }, ({ path }) => ({ path, external: true }))
    build.onLoad({ filter: /^core$/, namespace }, () => ({ contents: `module.exports = ${core}` }))
    build.onLoad({ filter: /^protocol$/, namespace }, () => ({
      contents: "module.exports = require('./core.ts').protocol",
    }))
  },
})

/**
 * The protocol's packages hand on hundreds of names from file to file, each by a function of its own that is called
 * whenever the name is used. Their helper knows a simple way too, for engines older than any: there the names are copied.
 * @type {import('esbuild').Plugin}
 */
const plainNames = {
  name: 'plain-names',
  setup(build) {
    build.onLoad({ filter: /[\\/]vscode-(?:jsonrpc|languageserver)[^\\/]*[\\/]lib[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        '__createBinding) || (Object.create ?',
        '__createBinding) || (false ?',
      ),
    }))
  },
}

/**
 * Of a CommonJS package esbuild copies every name for every file of ours that imports it. The protocol's package has
 * hundreds of names, and it is imported all over: here they are copied once.
 * @type {import('esbuild').Plugin}
 */
const namesOnce = {
  name: 'names-once',
  setup(build) {
    const namespace = 'names-once'
    build.onResolve({ filter: /^vscode-languageserver$/ }, ({ path, namespace: from }) =>
      from === namespace ? undefined : { path, namespace },
    )
    build.onLoad({ filter: /.*/, namespace }, async ({ path }) => ({
      resolveDir: import.meta.dirname,
      contents: [
        `const all = require('${path}')`,
        ...Object.keys((await import(path)).default).map((name) => `export const ${name} = all.${name}`),
      ].join('\n'),
    }))
  },
}

/**
 * esbuild leaves signs beyond ASCII in regular expressions, and for one of them V8 needs two bytes for each letter of all
 * code. The last line tells one build from another, for whoever keeps what V8 compiled of it.
 * @type {import('esbuild').Plugin}
 */
const forLoader = {
  name: 'for-loader',
  setup(build) {
    build.initialOptions.write = false
    build.onEnd(({ outputFiles = [] }) => {
      const escaped = (/** @type {string} */ sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
      for (const { path, text } of outputFiles) {
        if (!path.endsWith('.js')) {
          writeFileSync(path, text)
          continue
        }
        const code = text.replace(/[^\0-\x7f]/g, escaped)
        writeFileSync(path, `${code}//#${createHash('sha256').update(code).digest('hex')}`)
      }
    })
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
  metafile: true,
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  loader: { '.liquid': 'text' },
  // Some packages, written as modules, ask for their own address.
  // Nothing of ours fetches: what a package would read from an address, it gets as a text.
  define: { 'import.meta.url': 'ownAddress', fetch: 'undefined' },
  banner: { js: "const ownAddress = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [noEngines, noNetwork, misspellingsForEsbuild],
}

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { entryPoints: { extension: 'client/src/extension.node.ts' }, external: ['vscode', './minutebook.js'] },
  { entryPoints: { minutebook: 'client/src/activate.node.ts' }, external: ['vscode'] },
  { entryPoints: { server: 'server/src/entry/server.ts' } },
  {
    entryPoints: { 'language-server': 'server/src/entry/node.ts' },
    plugins: [withCore("require('./core.js')"), noNetwork, noProcess, plainNames, misspellingsForEsbuild, forLoader],
  },
  { entryPoints: { cli: 'server/src/entry/bin.ts' }, external: ['./server.js', './commands.js'] },
  { entryPoints: { commands: 'server/src/entry/cli.ts' }, external: ['./server.js'] },
  // Read by Node and by a web worker: it may ask for nothing.
  { entryPoints: { misspellings: 'virtual:misspellings' }, sourcemap: false, define: {}, banner: {} },
]

/**
 * For a browser, and for what runs there and on Node, where there is nothing of Node: what asks for one of its modules does not build. `gray-matter` has its
 * files read by nobody, and keeps the text it is given as a buffer that nobody looks at.
 * @type {import('esbuild').BuildOptions}
 */
const forBrowsers = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  define: { 'Buffer.from': 'String', fetch: 'undefined', XMLHttpRequest: 'undefined' },
  banner: {},
  plugins: [noEngines, noFiles, noNetwork, misspellingsForCore],
}
bundles.push(
  {
    ...forBrowsers,
    entryPoints: { core: 'server/src/entry/core.ts' },
    format: 'iife',
    // Node has it there, and a web worker makes it.
    globalName: 'module.exports',
    plugins: [noEngines, noFiles, noNetwork, plainNames, namesOnce, misspellingsForCore, forLoader],
  },
  {
    ...forBrowsers,
    entryPoints: { 'web/extension': 'client/src/extension.browser.ts' },
    external: ['vscode'],
  },
  {
    ...forBrowsers,
    entryPoints: { 'web/server': 'server/src/entry/browser.ts' },
    format: 'iife',
    plugins: [withCore('self.core'), plainNames],
  },
)
if (flag('--tests')) {
  // It tells its runner over a socket how it goes.
  const plugins = [noEngines, misspellingsForEsbuild]
  bundles.push({
    entryPoints: { 'vscode-suite': 'test/vscode/suite/index.ts' },
    external: ['vscode', 'mocha'],
    plugins,
  })
  bundles.push({
    ...forBrowsers,
    entryPoints: { 'web/suite': 'test/vscode/suite/index.browser.ts' },
    external: ['vscode'],
  })
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
  const results = await Promise.all(contexts.map((each) => each.rebuild()))
  if (inputs) {
    const outputs = results.flatMap(({ metafile }) => Object.values(metafile?.outputs ?? {}))
    // What was read and then left out, as nothing uses it, does not ship.
    const shipped = outputs.flatMap((output) =>
      Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
    )
    writeFileSync(inputs, JSON.stringify([...new Set(shipped.map(([path]) => path))].sort()))
  }
  await Promise.all(contexts.map((each) => each.dispose()))
}
