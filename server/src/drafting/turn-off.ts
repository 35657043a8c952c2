import { isMap, isScalar, parseDocument } from 'yaml'
import type { TextEdit } from '../text/edit.ts'

/**
 * The edit of a `minutebook.yml` that gives a rule a level, with all else, comments included, left as it stands.
 * `undefined` where the file cannot be read, or says `rules` in a way that is no block of lines.
 */
export function levelEdit(text: string, rule: string, level: string): TextEdit | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const document = parseDocument(text.slice(start), { schema: 'core', prettyErrors: false, logLevel: 'silent' })
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return undefined
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const rules = isMap(document.contents)
    ? document.contents.items.find(({ key }) => isScalar(key) && key.value === 'rules')
    : undefined
  if (!rules) {
    const lead = text.length > start && !text.endsWith('\n') ? eol : ''
    return { from: text.length, to: text.length, insert: `${lead}rules:${eol}  ${rule}: ${level}${eol}` }
  }
  if (!isMap(rules.value)) {
    // `rules:` with nothing behind it.
    const empty = rules.value === null || (isScalar(rules.value) && rules.value.value === null)
    const key = isScalar(rules.key) ? rules.key.range : undefined
    const colon = key ? text.indexOf(':', key[1] + start) + 1 : 0
    return empty && colon > 0 ? { from: colon, to: colon, insert: `${eol}  ${rule}: ${level}` } : undefined
  }
  const own = rules.value.items.find(({ key }) => isScalar(key) && key.value === rule)
  if (own && isScalar(own.value) && own.value.range) {
    return { from: own.value.range[0] + start, to: own.value.range[1] + start, insert: level }
  }
  const first = rules.value.items[0]
  if (own || rules.value.flow || !first || !isScalar(first.key) || !first.key.range) return undefined
  const at = first.key.range[0] + start
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1) + 1, start)
  return { from: at, to: at, insert: `${rule}: ${level}${eol}${text.slice(lineStart, at)}` }
}
