import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** What is fetched once and kept. Ignored by git. */
export const cache = join(root, '.cache')

/** What the last run left to look at. Ignored by git. */
export const results = join(root, 'test-results')

/**
 * A folder which goes when this process does, however it ends: Node runs exit handlers after `process.exit` too, which
 * is how every harness here answers Ctrl+C.
 *
 * @param {string} name
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `minutebook-${name}-`))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}
