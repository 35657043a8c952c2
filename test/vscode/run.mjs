/** Runs the suite of this folder inside a real VS Code, on a copy of the minute book in `test/fixtures/book`. */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { runTests } from '@vscode/test-electron'
import { executableForTests } from '../host/desktop.mjs'
import { results, root, temporaryFolder } from '../host/folders.mjs'

const run = temporaryFolder('suite')
const book = join(run, 'book')
cpSync(join(root, 'test/fixtures/book'), book, { recursive: true })

const resultsFile = join(results, 'vscode.json')
mkdirSync(results, { recursive: true })
rmSync(resultsFile, { force: true })

// The extension host's own output reaches the terminal on no platform without other things between, hence this way.
const output = createServer((socket) => socket.pipe(process.stdout, { end: false }))
await new Promise((resolve) => output.listen(0, '127.0.0.1', () => resolve(undefined)))
const address = output.address()

try {
  await runTests({
    vscodeExecutablePath: await executableForTests(),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'dist/vscode-suite.js'),
    launchArgs: [book, `--user-data-dir=${join(run, 'data')}`, `--extensions-dir=${join(run, 'extensions')}`],
    extensionTestsEnv: {
      MINUTEBOOK_TEST_OUTPUT: String(typeof address === 'object' && address?.port),
      MINUTEBOOK_TEST_RESULTS: resultsFile,
      MINUTEBOOK_TEST_COLOUR: process.stdout.isTTY ? '1' : '0',
    },
  })
} catch (error) {
  console.error(String(error))
  process.exitCode = 1
} finally {
  output.close()
}
