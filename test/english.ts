import { english, type Phrase } from '../server/src/text/phrase.ts'

/** The same with all phrases in it said in English. */
export function inEnglish(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('text' in value && 'values' in value) return english(value as Phrase)
  if (Array.isArray(value)) return value.map(inEnglish)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inEnglish(each)]))
}
