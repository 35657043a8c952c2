import type { Book } from '../../book/book.ts'
import { compare, type PlainDate } from '../../minutes/calendar.ts'
import { fileDay, meetingDay } from '../../minutes/meeting.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { holdsSeveral } from '../../minutes/several.ts'
import type { Finding } from '../../rules/rule.ts'
import type { Settings } from '../../settings/settings.ts'
import { lineStarts, positionAt } from '../../text/lines.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { slice } from '../../text/span.ts'
import { usualAnchor } from '../next-line.ts'
import { openApproval } from './approval.ts'
import { reviseEmptied } from './emptied.ts'
import { pastEvents } from './events.ts'
import { blankFrame } from './frame.ts'
import { openKeys } from './keys.ts'
import { mend, mendLines } from './mend.ts'
import { addMissing } from './missing.ts'
import { reviseTalk } from './notes.ts'
import { pathOn } from './path.ts'
import { blankPeople } from './people.ts'
import { revised, together } from './revise.ts'
import type { Source } from './source.ts'
import { moveTimes } from './times.ts'
import { dayAfter, timeOn } from './when.ts'

/** The minutes to start from, in their book. */
export interface Previous {
  readonly minutes: Minutes
  /** Relative to the folder, with `/`. */
  readonly path: string
  readonly book: Book
  readonly settings: Settings
  readonly files: ReadonlySet<string> | undefined
  /** The minutes before them, where they can be read. */
  readonly earlier: Minutes | undefined
  /** The day of the new meeting; without it, the one called for, or the next by the group's cadence. */
  readonly day?: PlainDate
}

/** Something of the previous minutes that is not in the new ones. */
export interface Dropped {
  readonly text: string
  readonly why: Phrase
  /** Its line in the previous minutes, from 0. */
  readonly line: number
}

/** Something that stands in the new minutes in other words. */
export interface Changed extends Dropped {
  readonly to: string
}

/** What was mended in what was carried over. */
export interface Corrected {
  readonly rule: string
  readonly text: string
  readonly to: string
  readonly why: Phrase
}

/** The minutes of the next meeting, not yet written anywhere. */
export interface CarriedOver {
  /** Relative to the folder, with `/`. */
  readonly path: string
  readonly day: PlainDate
  readonly text: string
  readonly dropped: readonly Dropped[]
  readonly changed: readonly Changed[]
  readonly corrected: readonly Corrected[]
  /** What we would report in the draft, and have no remedy for. */
  readonly findings: readonly Finding[]
}

/** Why nothing can be carried over: a message for people. */
export interface CannotCarry {
  readonly refusal: Phrase
}

/** Drafts the minutes of the next meeting from those of the last one. */
export function carryOver(previous: Previous): CarriedOver | CannotCarry {
  const source = sourceOf(previous)
  if ('refusal' in source) return source
  const { book, settings, files } = previous
  const { text } = source.minutes
  const first = together([
    { removals: [], rewordings: [...moveTimes(source), ...addMissing(source)] },
    openApproval(source),
    blankPeople(source),
    blankFrame(source),
    { removals: [], rewordings: openKeys(source) },
    reviseTalk(source),
    { removals: pastEvents(source), rewordings: [] },
  ])
  const revision = together([first, reviseEmptied(source, first.removals)])
  const { newPath: path, newDay: day } = source
  const mended = mend(revised(text, revision), { path, day, book, settings, files })
  const starts = lineStarts(text)
  const lineOf = (offset: number) => positionAt(starts, offset).line
  return {
    path,
    day,
    text: mended.text,
    dropped: revision.removals.map((each) => ({
      text: slice(text, each).trim(),
      why: each.why,
      line: lineOf(each.from),
    })),
    changed: [...revision.rewordings]
      .sort((a, b) => a.from - b.from)
      .filter(({ from, to, insert }) => from < to && text.slice(from, to) !== insert)
      .map((each) => ({ text: slice(text, each), to: each.insert, why: each.why, line: lineOf(each.from) })),
    corrected: mended.mended,
    findings: mended.left,
  }
}

function sourceOf(previous: Previous): Source | CannotCarry {
  const { path, book, settings, files, earlier, day: wantedDay } = previous
  const day = meetingDay(previous.minutes, path)
  if (!day || !fileDay(path))
    return {
      refusal: phrase`The name of ${nameOf(path)} does not tell the day of its meeting, so the next minutes cannot be named after it. Start from minutes such as minutes-2026-03-04.md, or from a template.`,
    }
  if (holdsSeveral(previous.minutes))
    return {
      refusal: phrase`${nameOf(path)} holds the minutes of several meetings, and nobody can tell which of them to go on with. Start from a template.`,
    }
  const minutes = mendLines(previous.minutes, { path, day, book, settings, files })
  const newDay = wantedDay ?? dayAfter(minutes, path, book, day)
  if (!newDay)
    return {
      refusal: phrase`The minutes do not say when the next meeting is, and the group has no cadence yet. Give the day.`,
    }
  if (compare(newDay, day) <= 0)
    return {
      refusal: phrase`The new meeting must come after the one of ${String(day)}, from whose minutes it starts. Give a later day than ${String(newDay)}.`,
    }
  const newPath = pathOn(path, newDay)!
  const anchor = usualAnchor({ book, path: newPath })
  const at = timeOn(minutes, path, book, day, newDay, anchor)
  return { minutes, path, newPath, book, earlier, day, newDay, at, anchor, wanted: settings.carryOver }
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
