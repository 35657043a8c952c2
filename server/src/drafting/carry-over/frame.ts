import { attendanceOf } from '../../minutes/attendance.ts'
import type { Block } from '../../minutes/blocks.ts'
import { kindAt } from '../../minutes/minutes.ts'
import { rolesOf } from '../../minutes/roles.ts'
import { phrase } from '../../text/phrase.ts'
import { shift, slice, span } from '../../text/span.ts'
import { wholeLines } from './lines.ts'
import { placeOf } from './places.ts'
import { BLANK, type Removal, type Revision, type Rewording, type Source } from './source.ts'
import { isStanding } from './standing.ts'

/** Lines of the meeting's frame whose address is another each time, such as that of a recording; and what was said at its end. */
export function blankFrame(source: Source): Revision {
  const { minutes, earlier } = source
  const rewordings: Rewording[] = []
  const removals: Removal[] = []
  minutes.blocks.forEach((block, index) => {
    const { content, from } = block
    const place = placeOf(minutes, index)
    if (content.heading || (place !== 'frame' && place !== 'end')) return
    if (kindAt(minutes, index) === 'attendance') return
    for (const { text } of content.items) {
      const words = slice(content.text, text)
      const label = RECORD.exec(words)
      if (!label || content.dates.some((date) => text.from <= date.from && date.to <= text.to)) continue
      const isKnown = earlier ? earlier.text.includes(words) && isStanding(source, words) : !EACH.test(label[0])
      if (!isKnown)
        rewordings.push({
          ...shift(span(text.from + label[0].length, text.to), from),
          insert: BLANK,
          why: phrase`It leads to the last meeting’s.`,
        })
    }
    if (earlier && content.kind === 'paragraph' && tells(source, block, place === 'end'))
      removals.push({ ...wholeLines(minutes.text, block), why: phrase`It tells of that meeting.` })
  })
  return { removals, rewordings }
}

/** A link to what is made of each meeting anew. */
const RECORD =
  /^[*_]*(?:[\w-]+ ){0,3}(?:recording|video|stream|issue|ticket|pull request|minutes|notes|document|doc|slide)s?[*_]*:[*_]*\s*(?=<?https?:|\[)/i

/** Those that are made of each meeting for certain: notes may go on in one document. */
const EACH = /\b(?:recording|video|issue|ticket|pull request)s?\b/i

/** Whether a paragraph of the frame tells of that meeting alone: not when it is, nor who is there, nor anything by a label. */
function tells(source: Source, { content, from, to }: Block, isEnd: boolean): boolean {
  if (isStanding(source, content.text)) return false
  if (isEnd) return true
  const own = [...attendanceOf(source.minutes), ...rolesOf(source.minutes)]
  return (
    content.dates.length + content.times.length === 0 &&
    !/^[*_]*[^:\n]{2,40}:/m.test(content.text) &&
    !/^\[\[?_?TOC/i.test(content.text) &&
    !own.some((each) => from <= each.from && each.to <= to)
  )
}
