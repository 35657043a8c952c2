import { actionWordsOf } from '../../book/action-words.ts'
import { carriedActions } from '../../book/actions.ts'
import { seriesListedBy } from '../../book/index-page.ts'
import { previousMinutes } from '../../book/recent.ts'
import { attendanceOf, headcount, type Presence } from '../../minutes/attendance.ts'
import { decisionsOf } from '../../minutes/decisions.ts'
import { type Minutes, sectionOf } from '../../minutes/minutes.ts'
import { actionsOf, type Note, notesOf } from '../../minutes/notes.ts'
import type { Subject } from '../../rules/rule.ts'
import { firstIndex } from '../../text/halve.ts'
import { phrase, type Value } from '../../text/phrase.ts'
import { type Span, shift, slice } from '../../text/span.ts'
import { meetingTitle } from '../group-title.ts'
import { joinsMeetings } from '../joins-meetings.ts'
import { isProblem, type Problem } from '../problem.ts'
import { inlineLinks } from './inline-links.ts'
import { nextMeetingWords } from './next-meeting-words.ts'
import { withoutLead } from './without-lead.ts'

/** What people who were not there want to know. Every text is Markdown, in one line. */
export interface Summary {
  readonly title: string
  /** "5 attended, 1 sent regrets"; absent where no list says who was there. */
  readonly attendance?: string
  readonly decisions: readonly string[]
  /** Open since this meeting; where nothing is known of an earlier one, all that is open. */
  readonly fresh: readonly string[]
  /** Open at the previous meeting, and done by now. */
  readonly closed: readonly string[]
  readonly next?: string
  /** Why something that the minutes say is left out, a message each. */
  readonly leftOut: readonly Value[]
}

/** What minutes come to, or why they come to nothing. */
export function summaryOf(subject: Subject): Summary | Problem {
  const { minutes, path, day, book, settings } = subject
  if (seriesListedBy(settings, book, path).length > 0)
    return {
      problem: phrase`This page lists meetings, so there is none to sum up. Run this on the minutes of one meeting.`,
    }
  if (joinsMeetings(minutes))
    return {
      problem: phrase`This file joins the minutes of several meetings, so nobody could tell whose summary it is. Put each meeting into a file of its own.`,
    }
  const next = nextMeetingWords(subject)
  const attendance = attendanceWords(minutes)
  const found: Summary = {
    title: [meetingTitle(minutes, path), ...(day ? [day.toString()] : [])].join(', '),
    ...(attendance && { attendance }),
    decisions: distinct(decisionsIn(subject)),
    ...changesOf(subject),
    ...(typeof next === 'string' && { next }),
    leftOut: next && typeof next !== 'string' && isProblem(next) ? [next.problem] : [],
  }
  const { decisions, fresh, closed } = found
  return attendance || decisions.length + fresh.length + closed.length > 0 || found.next ? found : { problem: EMPTY }
}

const EMPTY =
  'These minutes name no people, decisions, action items or next meeting, so there is nothing to sum up. Mark action items with "- [ ]", and begin decisions with "Decision:".'

function attendanceWords(minutes: Minutes): string | undefined {
  const lists = attendanceOf(minutes)
  if (lists.some(({ meeting }) => meeting > 0)) return undefined
  const count = (presence: Presence) => headcount(lists.filter((list) => list.presence === presence))
  const present = count('present')
  if (present === 0) return undefined
  const said = (number: number, words: string) => (number === 0 ? [] : [`${number} ${words}`])
  return [
    ...said(present, 'attended'),
    ...said(count('partly'), 'in part'),
    ...said(count('regrets'), 'sent regrets'),
  ].join(', ')
}

/** What is said where nothing was decided, or of a heading's boilerplate. */
const NOTHING = /^\W*(?:none|nothing|no\b.{0,40}|n\/?a|tb[acd]|todo)?\W*$/i

/** So few words, such as "motion carried", are said of many things. */
const FEWEST_WORDS = 5

function decisionsIn({ minutes, book, path }: Subject): string[] {
  // What was carried over word for word was decided before.
  const before = new Set(previousMinutes(book, path)?.wording.notes)
  return decisionsOf(minutes).flatMap((decision) => {
    const own = [inOneLine(minutes, decision), ...rest(minutes, decision)].join(' ')
    const raw = slice(minutes.text, decision)
    if (NOTHING.test(own) || (own.split(' ').length >= FEWEST_WORDS && before.has(raw.slice(0, 300).trim()))) return []
    const above = decision.about && inOneLine(minutes, decision.about)
    const about = above && !GENERAL.test(above) ? above : contextOf(minutes, decision, own)
    const words = withoutLead(own, 'decisions')
    return about ? `${about} – ${words}` : words
  })
}

/** So many words say by themselves what was decided. */
const ENOUGH = 15
/** No longer than this is what leads to a decision, in UTF-16 code units. */
const LONGEST_LEAD = 120
const GENERAL =
  /^\W*(?:agenda|minutes|notes|discussions?|any other business|aob|new business|old business|decisions?)\W*$/i

/** What a short decision is about: the note it stands below, or the heading. */
function contextOf(minutes: Minutes, decision: Span, own: string): string | undefined {
  if (own.split(' ').length > ENOUGH) return undefined
  const note = notesOf(minutes)[noteAt(minutes, decision)]
  if (!note) return undefined
  const above = lineAbove(minutes, note)
  const words = above && inOneLine(minutes, above)
  if (words && words.length <= LONGEST_LEAD && !NOTHING.test(words) && !GENERAL.test(words)) return words
  const section = sectionOf(minutes, note.block)
  const isTopic = section && section.kind === 'topic' && section.parent >= 0 && !GENERAL.test(section.heading.title)
  return isTopic && section.heading.title.length <= LONGEST_LEAD ? section.heading.title : undefined
}

/** The index of the note whose words begin where a stretch does; -1 for none. */
function noteAt(minutes: Minutes, { from }: Span): number {
  const notes = notesOf(minutes)
  const at = firstIndex(notes, ({ text }) => text.from >= from)
  return notes[at]?.text.from === from ? at : -1
}

/** The words of the item that a note stands below. */
function lineAbove({ blocks }: Minutes, { block, from }: Note): Span | undefined {
  const { content, from: start } = blocks[block]!
  const own = content.items[firstIndex(content.items, (item) => item.from + start >= from)]
  const above = own && content.items[own.parent]
  return above && shift(above.text, start)
}

/** What "We decided to:" goes on with: the items below it. */
function rest(minutes: Minutes, decision: Span): string[] {
  if (!/(?::|\b(?:to|that))[\s*_]*$/i.test(slice(minutes.text, decision))) return []
  const notes = notesOf(minutes)
  const at = noteAt(minutes, decision)
  const own = notes[at]
  if (!own) return []
  const below = notes
    .slice(
      at + 1,
      firstIndex(notes, ({ from }) => from >= own.to),
    )
    .filter(({ depth }) => depth === own.depth + 1)
  return below.length === 0 ? [] : [below.map(({ text }) => inOneLine(minutes, text)).join('; ')]
}

function changesOf({ minutes, book, path }: Subject): Pick<Summary, 'fresh' | 'closed'> {
  const actions = actionsOf(minutes)
  const words = actionWordsOf(minutes)
  const { histories } = carriedActions({ minutes, path, book })
  const [fresh, closed]: [string[], string[]] = [[], []]
  for (const [index, action] of actions.entries()) {
    const text = withoutLead(inOneLine(minutes, action.text), action.checkbox.done ? 'closed' : 'fresh')
    // A question with a box was a matter to be discussed, not a promise.
    if (NOTHING.test(words[index]!.text) || /\?[\s*_]*$/.test(text)) continue
    const history = histories[index]
    const { done } = action.checkbox
    const earlier = history?.latest.earlier
    if (!done && (!earlier || earlier.words.done)) fresh.push(text)
    else if (done && earlier && !earlier.words.done) closed.push(text)
  }
  return { fresh: distinct(fresh), closed: distinct(closed) }
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]

/** No note that somebody wrote is longer, in UTF-16 code units. */
const LONGEST_NOTE = 2000

const inOneLine = (minutes: Minutes, { from, to }: Span): string =>
  inlineLinks(minutes, minutes.text.slice(from, Math.min(to, from + LONGEST_NOTE)))
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .replace(/^(?: ?[-–—*+](?= ))+/, '')
    // It leads to nothing any more. An entity ends so too.
    .replace(/(?<!&#?\w+);? *$/, '')
    .trim()
