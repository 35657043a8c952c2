import { addressOfId, pageOf } from '../book/evidence.ts'
import { nameOf } from '../book/names.ts'
import { shownZones } from '../book/zones.ts'
import { idsOf } from '../minutes/ids.ts'
import { said } from '../text/phrase.ts'
import type { Span } from '../text/span.ts'
import { dayInWords, dayOfTime } from './days.ts'
import type { OpenMinutes } from './document.ts'
import { clocks } from './hover/time.ts'
import { isWeb } from './markup.ts'
import { type Passage, passagesOf, personMeant } from './thing.ts'

/** Something that a page can say of words. */
export interface PreviewWord {
  readonly text: string
  readonly kind: 'person' | 'id' | 'time'
  readonly target?: string
  readonly title?: string
}

/** More than these on one page nobody looks at. */
const MOST = 500

/**
 * People, ids and times of minutes, as they are written, with what a page can say of them. Words that mean two things in
 * these minutes, such as a time on two days, are left out.
 */
export function previewWords(open: OpenMinutes): PreviewWord[] {
  const found = new Map<string, PreviewWord | undefined>()
  for (const passage of passagesOf(open.minutes)) {
    if (passage.base < open.minutes.body) continue
    for (const word of wordsIn(open, passage)) {
      const before = found.get(word.text)
      const isSame = before && before.target === word.target && before.title === word.title
      if (!found.has(word.text)) found.set(word.text, word)
      else if (!isSame) found.set(word.text, undefined)
    }
  }
  return [...found.values()].filter((word) => word !== undefined).slice(0, MOST)
}

function wordsIn(open: OpenMinutes, passage: Passage): PreviewWord[] {
  const { book, settings } = open
  const { content } = passage
  const written = ({ from, to }: Span) => content.text.slice(from, to)
  const words: PreviewWord[] = []
  for (const id of idsOf(content)) {
    const target = addressOfId(book, id)
    if (target && isWeb(target)) words.push({ text: written(id), kind: 'id', target })
  }
  for (const mention of content.mentions) {
    const key = personMeant(book, mention.key)
    const target = key && pageOf(book, key)
    const title = key && nameOf(book, key)
    words.push({
      text: written(mention),
      kind: 'person',
      ...(target && isWeb(target) && { target }),
      ...(title && { title }),
    })
  }
  for (const time of content.times) {
    const day = dayOfTime(time, passage, open)
    const there = day ? clocks(time, day, passage, shownZones(book, settings)) : []
    if (there.length > 0)
      words.push({
        text: written(time),
        kind: 'time',
        title: [dayInWords(day!), ...there].map((each) => said(each, open.say)).join('; '),
      })
  }
  return words
}
