import { CompletionItemKind } from 'vscode-languageserver-types'
import { type EventLine, eventLines, eventTitle } from '../../drafting/event-lines.ts'
import { eventsOf } from '../../minutes/events.ts'
import { firstLine } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import type { OpenMinutes } from '../document.ts'
import { type Caret, isLineEnd } from './caret.ts'
import type { Offer } from './offer.ts'

/** The beginning of an outermost item, with its checkbox, if any, and what is typed of it. */
const ITEM = /^(?: {0,3}(?:[-*+]|\d{1,9}[.)])[ \t\u00a0]+)(\[[ xX]?\]?[ \t\u00a0]*)?(.*)$/

/** Under events, those of earlier minutes that are still to come and not yet listed. */
export function completeEvents({ book, path, day, minutes }: OpenMinutes, caret: Caret): Offer[] {
  const item = caret.kind === 'events' && day && isLineEnd(caret) ? ITEM.exec(caret.before) : null
  if (!item || !day) return []
  const [, box = '', typed = ''] = item
  const listed = new Set(
    eventsOf(minutes)
      .filter(({ from, to }) => caret.offset < from || caret.offset > to)
      .map((event) => eventTitle(firstLine(minutes.text.slice(event.from, event.to)))),
  )
  const at = { from: caret.offset - typed.length - box.length, to: caret.offset + caret.after.trimEnd().length }
  return eventLines(book, path, day)
    .filter(({ title }) => !listed.has(title) && title.toLowerCase().includes(typed.toLowerCase()))
    .map((event) => offerOf(event, box, at))
}

const offerOf = ({ title, start, line, said }: EventLine, box: string, at: Offer['at']): Offer => ({
  label: title,
  kind: CompletionItemKind.Event,
  pieces: [line],
  at,
  filter: box + title,
  description: start.toString(),
  documentation: [line, phrase`In the minutes of ${said}`],
})
