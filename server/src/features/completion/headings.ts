import { CompletionItemKind } from 'vscode-languageserver-types'
import { headingKey, TIME, type UsualHeading, usualHeadings } from '../../book/usual-headings.ts'
import { moveDates } from '../../drafting/move-dates.ts'
import { dayOf } from '../../drafting/next-line.ts'
import type { Piece } from '../../drafting/piece.ts'
import { plain, type SectionKind, sectionKind } from '../../minutes/headings.ts'
import { meetingTime } from '../../minutes/meeting.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { respellClock } from '../../minutes/spelling.ts'
import { minuteOfDay, scanTimes } from '../../minutes/times.ts'
import { phrase } from '../../text/phrase.ts'
import type { OpenMinutes } from '../document.ts'
import { type Caret, isLineEnd } from './caret.ts'
import type { Offer } from './offer.ts'

const HEADING = /^ {0,3}(#{1,6})(?:([ \t\u00a0]+)(.*))?$/

/** The headings that the group's minutes usually have and these do not: first those that come next. */
export function completeHeadings(open: OpenMinutes, caret: Caret): Offer[] {
  const heading = HEADING.exec(caret.before)
  // On an empty line only for those who ask.
  const isAsked = caret.before === '' && caret.sign === undefined && isBelowBlank(open.minutes.text, caret.lineStart)
  if (!isLineEnd(caret) || !(heading || isAsked)) return []
  const [, signs = '', blank, typed = ''] = heading ?? []
  const usual = usualHeadings(open)
  const { passed, there, kinds } = headingsAround(open.minutes, caret, usual)
  const missing = usual.flatMap((each, index) =>
    there.has(each.key) || kinds.has(sectionKind(plain(each.label))) ? [] : [{ ...each, isNext: index > passed }],
  )
  const isFitting = ({ level }: UsualHeading) => blank === undefined || level === signs.length
  const rank = (each: (typeof missing)[number]) => (each.isNext ? 0 : 2) + (isFitting(each) ? 0 : 1)
  const at = {
    from: caret.offset - signs.length - (blank?.length ?? 0) - typed.length,
    to: caret.offset + caret.after.trimEnd().length,
  }
  const begun = typed.toLowerCase()
  return missing
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((each) => {
      const pieces = piecesOf(open, each)
      if (!pieces) return []
      const label = plain(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.blank)).join(''))
      if (!label.toLowerCase().includes(begun)) return []
      const own = '#'.repeat(each.level)
      return {
        label,
        kind: CompletionItemKind.Struct,
        description: own,
        pieces: [`${own} `, ...pieces],
        at,
        filter: `${signs}${blank ?? (signs && ' ')}${label}`,
        documentation: [phrase`A heading of the group’s other minutes, lately those of ${each.part.day}`],
      }
    })
}

/** Whether a heading may begin here: behind a blank line, or at the beginning. */
const isBelowBlank = (text: string, lineStart: number): boolean =>
  /(?:^|\n)[ \t]*\r?\n?$/.test(text.slice(Math.max(0, lineStart - 100), lineStart))

/** What minutes have once, under whatever words. */
const ONCE: ReadonlySet<SectionKind> = new Set(['start', 'end', 'details', 'approval', 'next-meeting'])

/**
 * The place, in the usual order, of the last usual heading above the caret; and what there is, the caret's own excepted:
 * by its key, and by the kinds that there is one of.
 */
function headingsAround({ sections, text }: Minutes, caret: Caret, usual: readonly UsualHeading[]) {
  const order = new Map(usual.map(({ key }, index) => [key, index]))
  const there = new Set<string>()
  const kinds = new Set<SectionKind>()
  let passed = -1
  for (const { from, label, kind } of sections) {
    if (caret.lineStart <= from && from <= caret.offset) continue
    const key = headingKey(text.slice(label.from, label.to))
    there.add(key)
    if (ONCE.has(kind)) kinds.add(kind)
    if (from < caret.lineStart) passed = order.get(key) ?? passed
  }
  return { passed, there, kinds }
}

/** The heading with this meeting's day, and its hour as a blank; `undefined` where these are not known. */
function piecesOf({ minutes, day }: OpenMinutes, { label, part }: UsualHeading): readonly Piece[] | undefined {
  const before = dayOf(part.day)!
  const moved = moveDates(label, before, day ?? before)
  if (moved === undefined || (!day && moved !== label) || (!day && /\d{4}/.test(label))) return undefined
  const found = TIME.exec(moved)
  if (!found) return [moved]
  const clock = found[1]!
  const from = found[0].length - clock.length
  const said = scanTimes(moved.slice(from))[0]
  if (!said) return undefined
  const start = meetingTime(minutes) ?? part.time
  const isUtc = said.zone === undefined || said.zone.id === 'UTC'
  const isStart = sectionKind(plain(moved)) === 'start'
  const minute = isStart ? start : start === undefined ? undefined : start + minuteOfDay(said) - (part.time ?? start)
  const time = isUtc && minute !== undefined ? respellClock(clock, isStart ? minute : rounded(minute)) : clock
  // When a meeting begins is known; all else is told by the clock.
  const blank: Piece = isStart && isUtc ? { blank: time } : { blank: time, mustChange: true }
  return [moved.slice(0, from), blank, moved.slice(from + clock.length)].filter((piece) => piece !== '')
}

/** To five minutes: an hour to the minute is one that somebody has looked at. */
const rounded = (minutes: number): number => 5 * Math.round(minutes / 5)
