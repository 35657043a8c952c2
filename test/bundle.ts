import { execFile } from 'node:child_process'
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with `server.js` and `cli.js`, and `inputs.json`, which names what went into them. */
    bundle: string
  }
}

/** Bundles what ships once for all tests, where no other build can get in its way. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'minutebook-bundle-'))
  const root = fileURLToPath(new URL('..', import.meta.url))
  await promisify(execFile)(process.execPath, ['esbuild.mjs', `--outdir=${folder}`, `--inputs=${folder}/inputs.json`], {
    cwd: root,
  })
  // Whatever pages there are, one that tests may rely on.
  await writeFile(join(folder, 'rules', 'weekday.md'), '', { flag: 'a' })
  project.provide('bundle', folder)
  return () => rm(folder, { recursive: true, force: true })
}
