/** Installs the packaged extension into a real VS Code and uses it by keyboard, on a copy of `test/fixtures/book`. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Mocha from 'mocha'
import { browserMissing } from '../host/browser.mjs'
import { results, root, temporaryFolder } from '../host/folders.mjs'
import { canProvision } from '../host/provision.mjs'
import { meeting } from './meeting.mjs'
import { suite } from './suite.mjs'
import { openWorkbench } from './workbench.mjs'

const resultsFile = join(results, 'ui.json')
mkdirSync(results, { recursive: true })
rmSync(resultsFile, { force: true })
rmSync(join(results, 'ui'), { recursive: true, force: true })

const missing = canProvision ? browserMissing() : `npm has no VS Code for ${process.platform} ${process.arch}`
if (missing) {
  console.log(`The tests by keyboard are skipped: ${missing}.`)
  writeFileSync(resultsFile, JSON.stringify({ passed: 0, failed: 0, reason: `skipped, ${missing}` }))
} else {
  process.exitCode = (await run()) > 0 ? 1 : 0
}

/** @returns {Promise<number>} how many failed */
async function run() {
  const vsix = join(root, 'minutebook.vsix')
  if (!existsSync(vsix)) throw new Error('There is no minutebook.vsix. Run `npm run package` first.')
  const counts = { passed: 0, failed: 0, skipped: 0 }
  // Each on minutes and in a window of its own: what one has typed is nothing to the other.
  for (const tests of [suite, meeting]) {
    const { passes = 0, failures = 1, pending = 0 } = await inWorkbench(vsix, tests)
    counts.passed += passes
    counts.failed += failures
    counts.skipped += pending
  }
  writeFileSync(resultsFile, JSON.stringify(counts))
  return counts.failed
}

/**
 * @param {string} vsix
 * @param {(vscode: import('./workbench.mjs').Workbench) => void} tests
 * @returns {Promise<Partial<Mocha.Stats>>}
 */
async function inWorkbench(vsix, tests) {
  const book = join(temporaryFolder('ui'), 'book')
  cpSync(join(root, 'test/fixtures/book'), book, { recursive: true })
  const workbench = await openWorkbench(book, vsix)
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, forbidOnly: Boolean(process.env.CI) })
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  tests(workbench)
  mocha.suite.afterEach(async function () {
    const test = this.currentTest
    if (test?.state === 'failed') await workbench.picture(`failed ${test.title.replaceAll(/[^\w ]/g, '')}`)
  })
  try {
    return await new Promise((resolve) => {
      const runner = mocha.run()
      runner.on('end', () => resolve(runner.stats ?? {}))
    })
  } finally {
    await workbench.close()
  }
}
