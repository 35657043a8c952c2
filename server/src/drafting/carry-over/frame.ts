import { kindAt } from '../../minutes/minutes.ts'
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
  if (!earlier) return { removals, rewordings }
  minutes.blocks.forEach((block, index) => {
    const { content, from } = block
    const place = placeOf(minutes, index)
    if (content.heading || (place !== 'frame' && place !== 'end')) return
    if (kindAt(minutes, index) === 'attendance') return
    for (const { text } of content.items) {
      const words = slice(content.text, text)
      const label = /^[*_]*[^:\n]{2,40}:[*_]*[ \t]*(?=(?:<?https?:|\[[^\]\n]*\]\()\S*\d{3}\S*$)/.exec(words)
      if (!label || content.dates.some((date) => text.from <= date.from && date.to <= text.to)) continue
      if (!isStanding(source, words) || words !== sameIn(earlier.text, words))
        rewordings.push({
          ...shift(span(text.from + label[0].length, text.to), from),
          insert: BLANK,
          why: 'It leads to the last meeting’s.',
        })
    }
    if (place === 'end' && content.kind === 'paragraph' && !isStanding(source, content.text))
      removals.push({ ...wholeLines(minutes.text, block), why: 'It tells of that meeting.' })
  })
  return { removals, rewordings }
}

const sameIn = (text: string, words: string): string | undefined => (text.includes(words) ? words : undefined)
