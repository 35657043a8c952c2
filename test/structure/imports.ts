import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

/** An import as the bundler resolves it: a path from the project's root, or the name of a package. */
export interface Import {
  readonly from: string
  readonly to: string
  readonly external: boolean
}

/** Types bind one file to another as values do, so the bundler must not leave their imports out. */
const keepTypes: Plugin = {
  name: 'keep-types',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^(import|export) type (?=[\w*{])(?!\w+(?:<.*>)? =)/gm, '$1 '),
      loader: 'ts',
    }))
  },
}

/** Every import of the server's and the client's sources, types included. */
export async function imports(): Promise<readonly Import[]> {
  const entryPoints = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  )
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'nowhere',
    platform: 'node',
    packages: 'external',
    external: ['./minutebook.js', './server.js', './commands.js', 'virtual:misspellings'],
    logLevel: 'silent',
    loader: { '.md': 'text', '.liquid': 'text' },
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    plugins: [keepTypes],
  })
  return Object.entries(metafile.inputs).flatMap(([from, input]) =>
    input.imports.map(({ path, external }) => ({ from, to: path, external: external ?? false })),
  )
}
