import { Temporal } from 'temporal-polyfill'
import { earlierMinutes } from '../book/earlier.ts'
import type { Part } from '../book/part.ts'
import { LONGEST_NOTE } from '../book/wording.ts'
import type { Content, Item } from '../minutes/content.ts'
import { MONTHS } from '../minutes/dates.ts'
import { type SectionKind, sectionKind } from '../minutes/headings.ts'
import { scanTimes } from '../minutes/times.ts'
import { memo } from '../text/memo.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import type { Span } from '../text/span.ts'
import { type Report, type Rule, replace, type Subject } from './rule.ts'
import { correctedSince, normalised, notesIn } from './shared/corrected-notes.ts'
import { identityOf } from './shared/identity.ts'

export const staleCopy: Rule = {
  id: 'stale-copy',
  severity: 'hint',
  summary: 'relative words, a slip or an end time copied from earlier minutes, and true no more',
  needsBook: true,
  waits: 'pause',
  reads: () => undefined,
  context: (subject) => earlierTo(subject).map(identityOf).join(' '),
  block: ({ content, kind, subject }) => {
    if (content.heading) return endTime(content, earlierTo(subject)[0])
    if (content.items.length === 0 || (kind && FORMALITIES.has(kind))) return []
    const earlier = earlierTo(subject)
    if (earlier.length === 0) return []
    return content.items.flatMap((item) => checkNote(content, item, earlier) ?? [])
  },
}

/** How many meetings back one looks for a note. */
const MOST_EARLIER = 12

const earlierTo = ({ book, path }: Subject): readonly Part[] => earlierMinutes(book, path, MOST_EARLIER)

/** Sections that are the same each time: "Who takes minutes today?" */
const FORMALITIES: ReadonlySet<SectionKind> = new Set<SectionKind>([
  ...(['details', 'welcome', 'attendance', 'approval', 'next-meeting', 'next-roles'] as const),
])

function checkNote(content: Content, { text: place }: Item, earlier: readonly Part[]): Report | undefined {
  const note = content.text.slice(place.from, Math.min(place.to, place.from + LONGEST_NOTE))
  const own = normalised(note)
  if (own === '') return undefined
  const [last, older] = earlier
  if (notesIn(last!).has(own)) return relativeWord(content, place, note, own, earlier)
  // What often stands so is a form, and the last minutes were the exception.
  const isForm = earlier.filter((part) => notesIn(part).has(own)).length >= FORM
  return older && !isForm ? cameBack(place, note, last!, older, content) : undefined
}

/** In how many earlier minutes a note stands that is no copy but a form. */
const FORM = 3

const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const RELATIVE = new RegExp(
  `(?<![\\p{L}\\p{N}"“«])(?:today(?!['’]s)|tonight|yesterday|tomorrow|last night|(?:this|next|last) (?:week|weekend|month|morning|afternoon|evening|${DAY})(?! of\\b)|(?:per|as of) now|so far this (?:week|month|year))(?![\\p{L}\\p{N}"”»])`,
  'iu',
)

/** A note that speaks of days as one saw them from the meeting it was copied from. */
function relativeWord(
  { prose }: Content,
  place: Span,
  note: string,
  own: string,
  earlier: readonly Part[],
): Report | undefined {
  const found = RELATIVE.exec(prose.slice(place.from, place.from + note.length))
  // "No news this week" is said anew each time.
  if (!found || /\b(?:no|not|nothing|none|nobody)\b/i.test(own)) return undefined
  const other = earlier.findIndex((part) => !notesIn(part).has(own))
  const copies = other < 0 ? earlier.length : other
  if (copies >= FORM) return undefined
  const origin = earlier[copies - 1]!
  const from = place.from + found.index
  const to = from + found[0].length
  const isOwner = /^['’]s/.test(prose.slice(to, to + 2))
  const day = isOwner ? undefined : dayMeant(found[0], prose.slice(Math.max(place.from, from - 12), from), origin.day!)
  return {
    from,
    to,
    message: {
      wrong: phrase`"${found[0]}" is copied from the minutes of ${origin.day!}.`,
      why: phrase`Read here, it means another day.`,
      remedy: day ? phrase`Write ${day}, or what is true by now.` : phrase`Write the date, or what is true by now.`,
    },
    fixes: day ? [replace(phrase`Change "${found[0]}" to "${day}"`, { from, to }, day, { preferred: true })] : [],
  }
}

/** The day that a word meant at a meeting. @param before what stands before it */
function dayMeant(word: string, before: string, meeting: string): string | undefined {
  const [, step, unit] = /^(this|next|last) (.+)$/i.exec(word.toLowerCase()) ?? []
  const from = Temporal.PlainDate.from(meeting)
  const count = { this: 0, next: 1, last: -1 }[step ?? '']
  const lead = PREPOSITION.test(before) ? '' : 'in '
  if (count !== undefined && unit === 'week') {
    const monday = from.subtract({ days: from.dayOfWeek - 1 }).add({ weeks: count })
    return `${lead}the week of ${monday}`
  }
  if (count !== undefined && unit === 'month') {
    const { year, month } = from.add({ months: count })
    return `${lead}${MONTHS[month - 1]} ${year}`
  }
  const ahead = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1, 'per now': 0, 'as of now': 0 }[word.toLowerCase()]
  if (ahead === undefined) return undefined
  const day = Temporal.PlainDate.from(meeting).add({ days: ahead }).toString()
  const own = /^(?:per|as of)(?= )/i.exec(word)?.[0]
  if (own) return `${own} ${day}`
  return PREPOSITION.test(before) ? day : `on ${day}`
}

const PREPOSITION = /\b(?:of|by|until|till|since|for|from|per|before|after|on|in|during|within) $/i

/** A note as it stood two meetings ago, though it was corrected in the last one. */
function cameBack(place: Span, note: string, last: Part, older: Part, { items, text }: Content): Report | undefined {
  const correction = correctedSince(note, last, older)
  if (!correction) return undefined
  const { here, there, edit } = correction
  const [from, to] = [place.from + edit.from, place.from + edit.to]
  // Where the corrected note stands here too, the two are two.
  const mended = normalised(note.slice(0, edit.from) + edit.insert + note.slice(edit.to))
  if (items.some((item) => normalised(text.slice(item.text.from, item.text.to)) === mended)) return undefined
  return {
    from: place.from,
    to: place.from + note.trimEnd().length,
    message: {
      wrong: sinceCorrected(older.day!, last.day!, here, there),
      why: phrase`It was copied from the older ones, and what was mended comes back.`,
      remedy: phrase`Take the later wording.`,
    },
    fixes: [replace(phrase`Take the later wording`, { from, to }, edit.insert, { preferred: true })],
  }
}

/** @param here what the older minutes have, @param there what the later ones have in its place */
function sinceCorrected(older: string, later: string, here: string, there: string): Phrase {
  if (here === '')
    return phrase`This note stands here as in the minutes of ${older}; in those of ${later} "${there}" was added.`
  return there === ''
    ? phrase`This note stands here as in the minutes of ${older}; in those of ${later} "${here}" was taken out.`
    : phrase`This note stands here as in the minutes of ${older}; in those of ${later} "${here}" became "${there}".`
}

/** An end that is the previous meeting's to the minute. */
function endTime({ heading, times, text }: Content, last: Part | undefined): Report[] {
  const [time] = times
  // Whoever rounds will often meet the same five minutes.
  if (heading?.kind !== 'end' || !last || !time?.valid || time.minute % 5 === 0) return []
  const own = endOf(heading.title)
  if (own === undefined || !endsIn(last).has(own)) return []
  const written = text.slice(time.from, time.to)
  return [
    {
      from: time.from,
      to: time.to,
      message: {
        wrong: phrase`${written} is to the minute when the meeting of ${last.day!} ended.`,
        why: phrase`It was likely copied from there.`,
        remedy: phrase`Write when this one ended, if it was another time.`,
      },
    },
  ]
}

const endsIn = memo(
  ({ sections }: Part): ReadonlySet<string> =>
    new Set(sections.flatMap((title) => (sectionKind(title) === 'end' ? (endOf(title) ?? []) : []))),
)

/** The hour and the words of an end heading. */
function endOf(title: string): string | undefined {
  const [time] = scanTimes(title)
  return (
    time &&
    `${time.hour}:${time.minute} ${title
      .slice(time.to)
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
      .toLowerCase()}`
  )
}
