import type { Severity } from '../../settings/settings.ts'
import { lineStarts, positionAt } from '../../text/lines.ts'
import { english } from '../../text/phrase.ts'
import { visible } from '../../text/visible.ts'
import type { FileResult } from '../file-result.ts'
import { shownPath } from './shown.ts'

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
}

/**
 * Annotations as GitHub's workflow commands
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands): one line a finding.
 */
export function githubReport(results: readonly FileResult[], folder: string): string {
  return results
    .flatMap(({ path, text, findings, failure }) => {
      const file = shownPath(path, folder)
      const starts = lineStarts(text)
      const lines = findings.map(({ from, to, rule, severity, message }) => {
        const [start, end] = [positionAt(starts, from), positionAt(starts, to)]
        const places: Record<string, string | number> = {
          file,
          line: start.line + 1,
          endLine: end.line + 1,
          // GitHub takes columns for places on one line alone.
          ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
          title: rule,
        }
        return command(
          COMMANDS[severity],
          places,
          `${visible(english(message.wrong))}\n${visible(`${english(message.why)} ${english(message.remedy)}`)}`,
        )
      })
      return failure ? [...lines, command('error', { file }, failure)] : lines
    })
    .join('')
}

function command(name: string, properties: Record<string, string | number>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escaped(String(value), /[%\r\n:,]/g)}`)
  return `::${name} ${list.join(',')}::${escaped(message, /[%\r\n]/g)}\n`
}

const escaped = (text: string, signs: RegExp) =>
  text.replace(signs, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
