/** Runs the suite of this folder inside VS Code for the Web, of the oldest release that the manifest allows. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'node:util'
import { launchBrowser } from '../host/browser.mjs'
import { results, root } from '../host/folders.mjs'
import { limit } from '../host/limit.mjs'
import { serveWeb } from '../host/web.mjs'

const resultsFile = join(results, 'web.json')
mkdirSync(results, { recursive: true })
rmSync(resultsFile, { force: true })

const web = await serveWeb(join(root, 'test/fixtures/book'), { extensionTestsPath: join(root, 'dist/web/suite.js') })
const browser = await launchBrowser()
const context = await browser.newContext({
  viewport: { width: 1280, height: 800 },
  permissions: ['clipboard-read', 'clipboard-write'],
})
const page = await context.newPage()
/** @type {string[]} */
const log = []
page.on('console', (message) => log.push(`${message.type()}: ${message.text()}`))
try {
  /** @type {Promise<number>} */
  const exit = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve))
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
    const [from, ...said] = args
    if (from === 'minutebook-counts') writeFileSync(resultsFile, String(said[0]))
    else if (from === 'minutebook-suite') console.log(format(...said))
  })
  await page.goto(web.address)
  process.exitCode = await Promise.race([exit, limit()])
  if (process.exitCode !== 0) {
    await page.screenshot({ path: join(results, 'web.png') })
    writeFileSync(join(results, 'web.log'), log.join('\n'))
    console.error('What VS Code showed and said: test-results/web.png and web.log')
  }
} finally {
  await browser.close()
  web.stop()
}
