import { writeOwn } from '../write.ts'

/**
 * Writes a SARIF report to a file: a new one, or in place of one that we wrote.
 *
 * @throws {Unwritten} when there is another file of that name, or it cannot be written.
 */
export const writeSarif = (path: string, report: string): Promise<void> => writeOwn(path, report, isOurs)

function isOurs(text: string): boolean {
  try {
    return JSON.parse(text).runs[0].tool.driver.name === 'minutebook'
  } catch {
    return false
  }
}
