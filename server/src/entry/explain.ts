import { readFile } from 'node:fs/promises'
import { RULES } from '../rules/index.ts'
import { unknownRule } from './check.ts'
import { pagesOf } from './pages.ts'
import type { Style } from './terminal.ts'

/** Every rule with its level and what it finds, as a table for people or as JSON. */
export function listRules(json: boolean, style: Style): string {
  const rules = RULES.map(({ id, severity, summary }) => ({ id, severity, summary }))
  if (json) return `${JSON.stringify(rules, null, 2)}\n`
  const width = Math.max(...rules.map(({ id }) => id.length))
  const lines = rules.map(
    ({ id, severity, summary }) => `${style(id.padEnd(width), 'bold')}  ${severity.padEnd(7)}  ${summary}`,
  )
  return `${lines.join('\n')}\n\n"minutebook explain <rule>" says more of one.\n`
}

/**
 * The page of a rule, as Markdown.
 *
 * @throws {CannotRun} for a rule that nobody knows.
 */
export async function explain(rule: string): Promise<string> {
  const path = pagesOf(RULES).get(rule)
  if (path === undefined) throw unknownRule(rule)
  // What follows "wrong" and "right" in an example is for the test that runs it.
  return (await readFile(path, 'utf8')).replace(/^```markdown (?:wrong|right).*$/gm, '```markdown')
}
