import { hinted } from '../text/hinted.ts'
import { type Span, span, trim } from '../text/span.ts'

/** What a section is about, by its heading. `topic` is everything that is discussed. */
export type SectionKind =
  | 'start'
  | 'end'
  | 'details'
  | 'welcome'
  | 'attendance'
  | 'approval'
  | 'projects'
  | 'events'
  | 'actions'
  | 'decisions'
  | 'next-meeting'
  | 'next-roles'
  | 'topic'

/** What a heading says. Offsets count from its block's start. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number
  /** Its own words, without the signs around them. */
  readonly label: Span
  /** The words a reader sees: no emphasis, no addresses. */
  readonly title: string
  readonly kind: SectionKind
}

/** Reads a heading block: ATX (CommonMark 4.2) or setext (4.3). */
export function readHeading(level: number, text: string): Heading {
  const label = headingLabel(text)
  const title = plain(text.slice(label.from, label.to))
  return { level, label, title, kind: sectionKind(title) }
}

/** Not "Issues that need a decision" or "How we record decisions": what stands below that is discussed. */
const DECISIONS =
  /^[^\p{L}]*(?:(?!needs?\b|needing|pending|open|awaiting|how|no\b)\p{L}+ ){0,2}(?:decisions?|motions?|resolutions?)(?: (?:made|taken|passed|adopted|reached|log|and \p{L}+))?[^\p{L}]*$/iu

const KINDS: readonly (readonly [SectionKind, Pick<RegExp, 'test'>])[] = [
  [
    'end',
    /^(?:\d{1,2}[:.]\d{2}\b|…).*\b(?:end|ends|ended|close|closed|adjourn\w*)\b|^(?:meeting (?:end|adjourned)|adjournment)\b/i,
  ],
  [
    'start',
    /^(?:\d{1,2}[:.]\d{2}\b|…).*\b(?:start|starts|begin|begins|began|started|call to order)\b|^call to order\b/i,
  ],
  ['next-meeting', /\bnext (?:online )?meeting\b.*\b(?:date|data|time|when|place|location)\b/i],
  [
    'next-roles',
    /\bnext (?:meeting|chair|scribe|secretary|facilitator).*\b(?:chair|secretary|scribe|organizer|organiser|deputy|facilitator)\b|^elect\b/i,
  ],
  ['next-meeting', /\bnext (?:online )?meeting\b/i],
  ['approval', /\bapprov\w*\b.*\bminutes\b|\bminutes\b.*\bapprov\w*\b|\bprevious (?:meeting )?minutes\b/i],
  [
    'attendance',
    /\b(?:attend\w*|absen\w*|regrets?|apologies|participants|roll ?call|observers)\b|^(?:partly )?present\b/i,
  ],
  ['details', /\bmeeting details\b|^details\b|^links$/i],
  ['welcome', /^welcome\b|\bmeeting roles\b|^roles\b/i],
  // What is to come: reports on what has been are topics.
  ['events', /^(?!.*\b(?:past|previous|recent|recap|reports?)\b).*\b(?:events?|deadlines?|important dates)\b/i],
  ['actions', /\b(?:action items?|to ?dos?|tasks)\b/i],
  ['decisions', hinted(/decision|motion|resolution/i, DECISIONS)],
  ['projects', /\bprojects?\b|\bsummary of (?:current|ongoing) work\b/i],
]

/** The kind of section a heading opens. */
export function sectionKind(title: string): SectionKind {
  // A heading says at once what it is about. The words are looked for in every order, so its length must be bounded.
  const start = title.slice(0, 200)
  return KINDS.find(([, words]) => words.test(start))?.[0] ?? 'topic'
}

/** A text without emphasis, addresses and HTML: the words a reader sees. */
export const plain = (text: string): string =>
  text
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/<[^<>]*>/g, '')
    .replace(/(?:\*\*|__|[*_`])(?=\S)|(?<=\S)(?:\*\*|__|[*_`])/g, '')
    .replaceAll('\u00a0', ' ')
    .trim()

function headingLabel(text: string): Span {
  const opening = /^ {0,3}#{1,6}(?=\s|$)/.exec(text)
  if (!opening) return trim(text, span(0, Math.max(0, text.trimEnd().lastIndexOf('\n'))))
  const closing = /[ \t]#+[ \t\r\n]*$/.exec(text.slice(opening[0].length))
  return trim(text, span(opening[0].length, closing ? opening[0].length + closing.index : text.length))
}
