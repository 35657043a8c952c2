import { LineCounter, parseDocument } from 'yaml'
import { isTooMuchYaml } from '../minutes/yaml-limits.ts'

/** The name of the file at a folder's root that holds the group's settings. */
export const SETTINGS_FILE = 'minutebook.yml'

/**
 * The values of a `minutebook.yml`. What it says in YAML that cannot be read gives a message instead of values.
 * Nothing in it is ever executed (YAML's core schema, few aliases).
 */
export function readSettingsFile(text: string): { values: unknown; problem?: string } {
  if (isTooMuchYaml(text)) {
    return { values: undefined, problem: `${SETTINGS_FILE} is too long or too deep. None of its settings counts.` }
  }
  const counter = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    schema: 'core',
    prettyErrors: false,
    lineCounter: counter,
    logLevel: 'silent',
  })
  const [error] = document.errors
  if (error) {
    const { line } = counter.linePos(error.pos[0])
    return {
      values: undefined,
      problem: `${SETTINGS_FILE}, line ${line}: ${error.message} Until it is mended, none of its settings counts.`,
    }
  }
  try {
    return { values: document.toJS({ maxAliasCount: 100 }) }
  } catch (error) {
    return { values: undefined, problem: `${SETTINGS_FILE}: ${(error as Error).message}. None of its settings counts.` }
  }
}
