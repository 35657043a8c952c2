import { version } from '../../../../package.json'
import type { Say } from '../../text/phrase.ts'
import type { FileResult } from '../file-result.ts'
import type { Style } from '../terminal.ts'
import { githubReport } from './github.ts'
import { jsonReport } from './json.ts'
import { prettyReport } from './pretty.ts'
import { sarifReport } from './sarif.ts'

/** How findings may be printed. */
export const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const
export type Format = (typeof FORMATS)[number]

/**
 * Findings in one of the forms. The report for people is in their language; what programs and other people read is in
 * English.
 *
 * @param folder the working folder, from which files are named. @param style colours a text, where colours are shown. @param width columns
 */
export function report(
  format: Format,
  results: readonly FileResult[],
  folder: string,
  say: Say,
  style: Style,
  width?: number,
): string {
  switch (format) {
    case 'pretty':
      return prettyReport(results, folder, say, style, width)
    case 'json':
      return jsonReport(results, folder)
    case 'sarif':
      return sarifReport(results, folder, version)
    case 'github':
      return githubReport(results, folder)
  }
}
