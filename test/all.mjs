/**
 * `npm test`: every check, one after another, to the end even where one fails, and the counts of them all.
 * The line `N passed, N failed` is for machines that read the result.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { results } from './host/folders.mjs'

/** @typedef {{ passed: number, failed: number, skipped?: number, reason?: string }} Counts */

// Relative, since on Windows a shell reads it.
const vitestResults = 'test-results/vitest.json'

/** @type {{ name: string, script: string, args?: string[], counts?: string }[]} */
const steps = [
  { name: 'Types', script: 'types' },
  { name: 'Lint', script: 'lint' },
  {
    name: 'Language server and command line',
    script: 'test:node',
    args: ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestResults}`],
    counts: vitestResults,
  },
  { name: 'Inside VS Code', script: 'test:vscode', counts: join(results, 'vscode.json') },
  { name: 'Inside VS Code for the Web, 1.91', script: 'test:web', counts: join(results, 'web.json') },
  { name: 'The package, by keyboard', script: 'test:ui', counts: join(results, 'ui.json') },
]

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const total = { passed: 0, failed: 0 }
/** @type {string[]} */
const table = []
for (const { name, script, args = [], counts } of steps) {
  console.log(`\n── ${name}: npm run ${script}`)
  const start = Date.now()
  // npm is a batch file on Windows, which Node starts through a shell only.
  const { status } = spawnSync('npm', ['run', script, ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const { passed, failed, skipped = 0, reason } = outcome(status === 0, counts)
  total.passed += passed
  total.failed += failed
  const seconds = `${Math.round((Date.now() - start) / 1000)} s`
  const notes = [`${passed} good`, `${failed} bad`, skipped ? `${skipped} skipped` : '', reason ?? ''].filter(Boolean)
  table.push(`${failed > 0 ? '✗' : '✓'} ${name} (${seconds}): ${notes.join(', ')}`)
}

const line = `${total.passed} passed, ${total.failed} failed`
writeFileSync(join(results, 'summary.txt'), `${line}\n`)
console.log(`\n${table.join('\n')}\n\n${line}`)
process.exitCode = total.failed > 0 ? 1 : 0

/**
 * A step without a file of counts is one check. One that failed has failed at least once, whatever its file says.
 *
 * @param {boolean} success
 * @param {string | undefined} file
 * @returns {Counts}
 */
function outcome(success, file) {
  const counts = file && existsSync(file) ? read(file) : { passed: success && !file ? 1 : 0, failed: 0 }
  if (!success && counts.failed === 0) return { ...counts, failed: 1 }
  return counts
}

/**
 * @param {string} file
 * @returns {Counts}
 */
function read(file) {
  const json = JSON.parse(readFileSync(file, 'utf8'))
  // vitest writes Jest's format.
  if ('numPassedTests' in json) {
    return { passed: json.numPassedTests, failed: json.numFailedTests, skipped: json.numPendingTests }
  }
  return json
}
