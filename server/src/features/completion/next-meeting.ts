import { CompletionItemKind } from 'vscode-languageserver-types'
import { nextDay } from '../../book/next-day.ts'
import { nextLine } from '../../drafting/next-line.ts'
import type { PlainDate } from '../../minutes/calendar.ts'
import { nextMeetingOf } from '../../minutes/next-meeting.ts'
import { WEEKDAY_NAMES } from '../../rules/shared/calendar-words.ts'
import { phrase } from '../../text/phrase.ts'
import type { OpenMinutes } from '../document.ts'
import type { Caret } from './caret.ts'
import { lineOffer } from './line.ts'
import type { Offer } from './offer.ts'

/** The line that calls the next meeting, by the group's cadence, as its last minutes have it. */
export function completeNextMeeting(open: OpenMinutes, caret: Caret): Offer[] {
  const { book, path, day } = open
  const next = day && isMissing(open, caret) ? nextDay(book, path, day) : undefined
  return next ? offerFor(open, caret, next) : []
}

/** Whether no other line says it. */
const isMissing = ({ minutes }: OpenMinutes, { offset }: Caret): boolean => {
  const said = nextMeetingOf(minutes)
  return !said?.date || (said.from <= offset && offset <= said.to)
}

function offerFor({ book, path }: OpenMinutes, caret: Caret, next: PlainDate): Offer[] {
  const line = nextLine(book, path, next)
  if (line === undefined) return []
  const offer = lineOffer(caret, [line], {
    isPlace: caret.kind === 'next-meeting',
    kind: CompletionItemKind.Event,
    description: phrase`${WEEKDAY_NAMES[next.dayOfWeek - 1]!}, ${next.toString()}`,
    documentation: [phrase`The next meeting by the group’s cadence, in the words of its last minutes.`],
  })
  return offer ? [offer] : []
}
