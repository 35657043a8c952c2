import { approvalsOf } from '../minutes/approvals.ts'
import { attendeeNames } from '../minutes/attendee-names.ts'
import type { Content } from '../minutes/content.ts'
import { dateShape } from '../minutes/date-shape.ts'
import { decisionsOf } from '../minutes/decisions.ts'
import { eventsOf } from '../minutes/events.ts'
import { kindAt, type Minutes } from '../minutes/minutes.ts'
import { nextMeetingOf } from '../minutes/next-meeting.ts'
import { remarkOf } from '../minutes/remark.ts'
import { type Stamp, stampsOf } from '../minutes/stamps.ts'
import { spellingsOf, vocabularyOf } from '../minutes/words.ts'
import { writtenIds } from '../minutes/written-ids.ts'
import { lineAround } from '../text/lines.ts'
import { MARKER } from '../text/list-marker.ts'
import { memo } from '../text/memo.ts'
import { shared } from '../text/shared.ts'
import { slice } from '../text/span.ts'
import { type ActionWords, actionWordsOf } from './action-words.ts'
import { type MeetingRecord, NO_RECORD, recordOf } from './record.ts'

/** What one document says word for word: it changes at nearly every keystroke, and matters to other documents alone. */
export interface Wording {
  /** The own words of each note, in order; the first {@link LONGEST_NOTE} code units of them. */
  readonly notes: readonly string[]
  /** The distinct words of its prose, in lower case. */
  readonly words: readonly string[]
  /** Its words with a capital inside, each as it is written. */
  readonly spellings: readonly string[]
  /** Its action items, in order. */
  readonly actions: readonly ActionWords[]
  /** Its headings in order, with their `#`. */
  readonly headings: readonly string[]
  /** The whole line that calls the next meeting. */
  readonly next?: string
  /** The whole lines that say when the meeting began and ended. */
  readonly stamps: { readonly start?: string; readonly end?: string }
  /** What it says of the previous minutes: whole items, or paragraphs, without marker. */
  readonly approvals: readonly string[]
  /** The first lines of what it says was decided, without marker. */
  readonly decisions: readonly string[]
  /** The first lines of its outermost items under events, without marker, with a checkbox. */
  readonly events: readonly string[]
  /** CVEs, advisories, modules, issues: each as it is written, with its link; in order, the last mention of each. */
  readonly ids: readonly string[]
  /** How often it writes dates in each shape; see {@link dateShape}. */
  readonly dates: Readonly<Record<string, number>>
  /** Those who attended whom its lists name otherwise than by handle alone, as written there. */
  readonly names: readonly string[]
  /** Its short notes, without who said it. */
  readonly remarks: readonly string[]
  /** Who was there, and how much was decided and promised. */
  readonly record: MeetingRecord
}

export const LONGEST_NOTE = 300
/** Beyond this, a text is no minutes of one meeting, and neither its words nor its action items count. In UTF-16 code units. */
const MOST_WORDS_FROM = 200_000

/** Works out what a document says word for word. */
export function wordingOf(minutes: Minutes): Wording {
  const { blocks, text } = minutes
  const facts = blocks.map(({ content }) => factsIn(content))
  const isLong = text.length > MOST_WORDS_FROM
  const distinct = (lists: readonly (readonly string[])[]) => (isLong ? [] : [...new Set(lists.flat())])
  return {
    notes: facts.flatMap(({ notes }) => notes),
    words: distinct(facts.map(({ words }) => words)),
    spellings: distinct(facts.map(({ spellings }) => spellings)),
    actions: isLong ? [] : actionWordsOf(minutes),
    ...(isLong ? NO_LINES : linesIn(minutes)),
    ids: distinct(facts.map(({ ids }) => ids).reverse()),
    dates: counted(facts.flatMap(({ dates }) => dates)),
    remarks: isLong ? [] : facts.flatMap(({ remarks }, index) => (isTalk(minutes, index) ? remarks : [])),
    record: recordOf(minutes),
  }
}

/** That of a document which nobody has worked out yet. */
export const NO_WORDING: Wording = {
  ...{ notes: [], words: [], spellings: [], actions: [], headings: [], stamps: {}, approvals: [], decisions: [] },
  ...{ events: [], ids: [], dates: {}, names: [], remarks: [], record: NO_RECORD },
}

const NO_LINES = { headings: [], stamps: {}, approvals: [], decisions: [], events: [], names: [] }

function linesIn(
  minutes: Minutes,
): Pick<Wording, 'headings' | 'next' | 'stamps' | 'approvals' | 'decisions' | 'events' | 'names'> {
  const { sections, text } = minutes
  const next = nextMeetingOf(minutes)
  return {
    headings: sections.map(({ heading, label }) =>
      shared(`${'#'.repeat(heading.level)} ${slice(text, label).slice(0, LONGEST_NOTE)}`),
    ),
    ...(next && { next: slice(text, next).slice(0, LONGEST_LINE).trimEnd() }),
    stamps: stampLines(minutes),
    approvals: approvalsOf(minutes).map((approval) => slice(text, approval).slice(0, LONGEST_LINE)),
    decisions: decisionsOf(minutes).map(
      (decision) =>
        slice(text, decision)
          .slice(0, LONGEST_LINE)
          .split(/[\r\n]/, 1)[0]!,
    ),
    events: eventsOf(minutes).map(({ from }) => {
      const line = slice(text, lineAround(text, from)).slice(0, LONGEST_LINE)
      return line.replace(MARKER, '').trimEnd()
    }),
    names: attendeeNames(minutes).map(shared),
  }
}

function stampLines(minutes: Minutes): Wording['stamps'] {
  const stamps = stampsOf(minutes)
  const start = stamps.find(({ kind }) => kind === 'start')
  const end = stamps.findLast(({ kind }) => kind === 'end')
  const lineOf = ({ time }: Stamp) =>
    shared(slice(minutes.text, lineAround(minutes.text, time.from)).slice(0, LONGEST_LINE).trimEnd())
  return { ...(start && { start: lineOf(start) }), ...(end && { end: lineOf(end) }) }
}

/** No line that somebody has written is longer, in UTF-16 code units. */
const LONGEST_LINE = 1000

/** Whether a block stands where people talk, not where lists say who and when. */
function isTalk(minutes: Minutes, block: number): boolean {
  const kind = kindAt(minutes, block)
  return kind === 'topic' || kind === 'projects' || kind === 'actions'
}

function counted(shapes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const shape of shapes) counts[shape] = (counts[shape] ?? 0) + 1
  return counts
}

type Facts = Pick<Wording, 'notes' | 'words' | 'spellings' | 'ids' | 'remarks'> & { readonly dates: readonly string[] }

const factsIn = memo((content: Content): Facts => {
  const { items, text, dates } = content
  return {
    notes: items.map((item) =>
      text.slice(item.text.from, Math.min(item.text.to, item.text.from + LONGEST_NOTE)).trim(),
    ),
    words: vocabularyOf(content).map(shared),
    spellings: spellingsOf(content).map(shared),
    ids: writtenIds(content).map(shared),
    dates: dates.map((date) => shared(dateShape(content.prose, date))),
    remarks: items.flatMap((item) => remarkOf(slice(text, item.text)) ?? []).map(shared),
  }
})
