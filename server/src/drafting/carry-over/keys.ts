import type { FrontMatter } from '../../minutes/front-matter.ts'
import { lineAround } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import { type Span, span } from '../../text/span.ts'
import { BLANK, type Rewording, type Source } from './source.ts'

/** Who was there and in which role, as front matter names it, and that the minutes are approved: all is open again. */
export function openKeys({ minutes: { frontMatter, text } }: Source): readonly Rewording[] {
  if (!frontMatter) return []
  return frontMatter.entries.flatMap(({ key, valueSpan, text: value }, index): Rewording[] => {
    if (PEOPLE.test(key)) {
      const why = phrase`Who is there, and in which role, is not known yet.`
      const list = listOf(frontMatter, index, text)
      if (list) return [{ ...list, insert: ' []', why }]
      return value === '' || value === BLANK ? [] : [{ ...valueSpan, insert: BLANK, why }]
    }
    const open = APPROVED.find(([words, approved]) => words.test(key) && approved.test(value))?.[2]
    return open === undefined ? [] : [{ ...valueSpan, insert: open, why: phrase`These minutes are not approved yet.` }]
  })
}

/** What stands behind the colon of a key that has a list, up to its end. */
function listOf({ entries, data, inner }: FrontMatter, index: number, text: string): Span | undefined {
  const { key, keySpan } = entries[index]!
  const list = data[key]
  const next = entries[index + 1]
  const end = next ? lineAround(text, next.keySpan.from).from : inner.to
  const written = /^[ \t]*:([^#]*?)\s*$/.exec(text.slice(keySpan.to, Math.max(keySpan.to, end)))
  if (!Array.isArray(list) || list.length === 0 || !written) return undefined
  const from = keySpan.to + written[0].indexOf(':') + 1
  return span(from, from + written[1]!.length)
}

const PEOPLE =
  /^(?:attend(?:ees|ance)|attending|present|participants|absent|absentees|regrets|apologies|guests|observers|chair(?:person)?|facilitator|moderator|scribe|secretary|(?:note|minute)[-_]?taker|approved[-_]by|approvers)$/i

/** A key, its value where minutes are approved, and where they are not. */
const APPROVED = [
  [/^approved$/i, /^(?:true|yes)$/i, 'false'],
  [/^draft$/i, /^(?:false|no)$/i, 'true'],
  [/^status$/i, /^(?:approved|final|accepted|adopted)$/i, 'draft'],
] as const
