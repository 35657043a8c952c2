#!/usr/bin/env node
/**
 * Stands in for the desktop's `code` executable where there is none: takes the arguments with which
 * `@vscode/test-electron` starts that, and runs the same tests in VS Code's server and a headless browser.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser } from './browser.mjs'
import { results } from './folders.mjs'
import { limit } from './limit.mjs'
import { serveWorkbench } from './serve.mjs'

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: 'string', default: '' },
    extensionTestsPath: { type: 'string', default: '' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
  allowPositionals: true,
  strict: false,
})

/** @param {unknown} value */
const string = (value) => (typeof value === 'string' ? value : undefined)

process.exitCode = await runTests()

/** @returns {Promise<number>} the status the desktop would end with */
async function runTests() {
  const browser = await launchBrowser()
  const workbench = await serveWorkbench({
    automation: true,
    ...(string(values['user-data-dir']) ? { userData: String(values['user-data-dir']) } : {}),
    ...(string(values['extensions-dir']) ? { extensions: String(values['extensions-dir']) } : {}),
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  /** @type {string[]} */
  const log = []
  const remote = (/** @type {unknown} */ path) => `vscode-remote://${new URL(workbench.address).host}${path}`
  try {
    /** @type {Promise<number>} */
    const exit = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve))
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown} */ args) => {
      log.push(`${type}: ${JSON.stringify(args)}`)
    })
    await page.goto(
      workbench.page(positionals.at(-1) ?? process.cwd(), [
        ['extensionDevelopmentPath', remote(values.extensionDevelopmentPath)],
        ['extensionTestsPath', remote(values.extensionTestsPath)],
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ]),
    )
    const status = await Promise.race([exit, limit()])
    if (status !== 0) {
      mkdirSync(results, { recursive: true })
      await page.screenshot({ path: join(results, 'vscode.png') })
      writeFileSync(join(results, 'vscode.log'), [...log, workbench.log()].join('\n'))
      console.error('What VS Code showed and said: test-results/vscode.png and vscode.log')
    }
    return status
  } finally {
    await browser.close()
    await workbench.stop()
  }
}
