import { type Attended, labelOf, type MeetingAttended, type PersonAttending } from '../book/attended.ts'
import type { Presence } from '../minutes/attendance.ts'
import { MONTHS } from '../minutes/dates.ts'
import { xml } from '../text/xml.ts'

// Everything takes the colour of its group, as an attribute: a page that shows the picture has its own colours by the
// classes of the groups, and a program that knows no style sheets still draws it.
const COLOURS = {
  ink: '#1f2328',
  faint: '#59636e',
  line: '#d1d9e0',
  present: '#1a7f37',
  partly: '#1a7f37',
  regrets: '#8a5d00',
  absent: '#cf222e',
  open: '#0969da',
} as const

/** The words for each presence, and what the picture has for it. */
export const PRESENCES: Readonly<Record<Presence, string>> = {
  present: 'present',
  partly: 'partly present',
  regrets: 'regrets',
  absent: 'absent',
}

// Lengths are in CSS pixels.
const MARGIN = 20
const COLUMN = 26
const ROW = 24
const BARS = 72
/** The same where there is no bar, and above each for its number. */
const NUMBER = 16
/** Between the parts of the picture. */
const GAP = 14
/** For "12 of 26" at the right of a row. */
const SUM = 64
const NARROWEST = 470
const LABEL = { least: 96, most: 230 }
/** Further people are only counted. */
const MOST_PEOPLE = 60

/**
 * Meetings by people, and open actions over time, as SVG on a light ground. Shapes and letters say what colours do. Text
 * of the minutes is escaped.
 */
export function attendancePicture({ meetings, people, total }: Attended): string {
  const shown = people.slice(0, MOST_PEOPLE)
  const hidden = people.length - shown.length
  const label = Math.min(LABEL.most, Math.max(LABEL.least, ...shown.map((each) => 12 + widthOf(labelOf(each)))))
  const left = MARGIN + label
  const right = left + meetings.length * COLUMN
  const width = Math.max(NARROWEST, right + SUM + MARGIN)
  const head = 138
  const bottom = head + shown.length * ROW
  const sums = bottom + (hidden > 0 ? ROW : 0)
  const bars = sums + ROW + GAP
  const foot = bars + (meetings.some(({ open }) => open > 0) ? BARS : NUMBER)
  const height = foot + MARGIN
  const middle = (column: number) => left + column * COLUMN + COLUMN / 2

  // Minutes that name nobody, such as those of a meeting to come, say of nobody that they were not there.
  const told = meetings.filter((_, column) => people.some(({ at }) => at[column])).length

  const title = titleOf(meetings)
  const parts = [
    group('ink', [
      text(MARGIN, 32, title, 'font-size="17" font-weight="600"'),
      text(left - 12, sums + 16, 'were there', 'text-anchor="end"'),
      text(left - 12, foot - 6, 'open actions', 'text-anchor="end"'),
      ...shown.map((person, row) => nameAt(person, left - 12, head + row * ROW + 16)),
    ]),
    group('faint', [
      text(MARGIN, 53, summaryOf(meetings, people, total)),
      ...(hidden > 0
        ? [text(MARGIN, bottom + 16, `and ${hidden} more ${hidden === 1 ? 'person' : 'people'}, not drawn here`)]
        : []),
      ...shown.map(({ attended }, row) => text(right + 12, head + row * ROW + 16, `${attended} of ${told}`)),
    ]),
    legend(78),
    group('line', [
      ...shown.map((_, row) => line(MARGIN, head + row * ROW, right, head + row * ROW)),
      line(MARGIN, bottom, right, bottom),
      line(MARGIN, foot, right, foot),
      ...meetings.flatMap(({ day }, at) =>
        at > 0 && day.slice(0, 4) !== meetings[at - 1]!.day.slice(0, 4)
          ? [line(middle(at) - COLUMN / 2, head - 36, middle(at) - COLUMN / 2, foot)]
          : [],
      ),
    ]),
    days(meetings, middle, head),
    ...shown.flatMap((person, row) =>
      meetings.map(({ day }, at) => {
        const presence = person.at[at]
        const says = `${labelOf(person)}, ${day}: ${presence ? PRESENCES[presence] : 'not named'}`
        return mark(presence, middle(at), head + row * ROW + ROW / 2, says)
      }),
    ),
    group(
      'ink',
      meetings.map(({ there }, at) => text(middle(at), sums + 16, there ?? '–', 'text-anchor="middle" font-size="11"')),
    ),
    openActions(meetings, middle, foot),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${xml(`${title}. ${summaryOf(meetings, people, total)}`)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="13">`,
    `<title>${xml(title)}</title>`,
    `<rect class="ground" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n')
}

function titleOf(meetings: readonly MeetingAttended[]): string {
  const [first, last] = [meetings[0]?.day, meetings.at(-1)?.day]
  if (first === undefined) return 'Attendance'
  return first === last ? `Attendance, ${first}` : `Attendance, ${first} to ${last}`
}

function summaryOf({ length }: readonly MeetingAttended[], people: readonly PersonAttending[], total: number): string {
  if (total === 0) return 'There are no minutes with a day here.'
  const which = length === total ? '' : total === 1 ? '' : `the last ${length} of `
  const met = `${which}${total} ${total === 1 ? 'meeting' : 'meetings'}`
  const who =
    people.length === 0
      ? 'whose lists name nobody by handle or full name'
      : `${people.length} ${people.length === 1 ? 'person' : 'people'}`
  return `${met[0]!.toUpperCase()}${met.slice(1)}, ${who}`
}

const group = (colour: keyof typeof COLOURS, content: readonly string[]): string =>
  `<g class="${colour}" color="${COLOURS[colour]}" fill="currentColor">${content.join('')}</g>`

const text = (x: number, y: number, words: string | number, more = ''): string =>
  `<text x="${x}" y="${y}"${more && ` ${more}`}>${xml(String(words))}</text>`

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="currentColor" shape-rendering="crispEdges"/>`

/** A person at the left of a row, cut where it is too long, in whatever direction it is written. */
function nameAt(person: PersonAttending, x: number, y: number): string {
  const label = labelOf(person)
  const words = Array.from(label)
  let room = LABEL.most - 12
  const kept = words.findIndex((sign) => {
    room -= widthOf(sign)
    return room < 0
  })
  const short = kept < 0 ? label : `${words.slice(0, kept - 1).join('')}…`
  const whole = person.handle && person.name ? `${label}, ${person.name}` : label
  return `<text x="${x}" y="${y}" text-anchor="end" direction="ltr" unicode-bidi="isolate"><title>${xml(whole)}</title>${xml(short)}</text>`
}

/** About how wide a text is: letters of East Asia and pictures take twice the room. */
const widthOf = (words: string): number =>
  Array.from(words).reduce((sum, sign) => sum + (sign.codePointAt(0)! < 0x1100 ? 8.2 : 16.4), 0)

/** What stands for a presence, around a place. */
function mark(presence: Presence | undefined, x: number, y: number, says: string): string {
  const shape = `<title>${xml(says)}</title>${shapeOf(presence, x, y)}`
  return group(presence ?? 'faint', [shape])
}

function shapeOf(presence: Presence | undefined, x: number, y: number): string {
  switch (presence) {
    case 'present':
      return `<circle cx="${x}" cy="${y}" r="7"/>`
    case 'partly':
      return `<circle cx="${x}" cy="${y}" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M${x} ${y - 6.2}a6.2 6.2 0 0 0 0 12.4z"/>`
    case 'regrets':
      return `<text x="${x}" y="${y + 5}" text-anchor="middle" font-weight="700">R</text>`
    case 'absent':
      return `<path d="M${x - 5} ${y - 5}l10 10m0 -10l-10 10" stroke="currentColor" stroke-width="2.2"/>`
    default:
      return `<circle cx="${x}" cy="${y}" r="1.5"/>`
  }
}

/** About how wide small words are: some letters take little room. */
const smallWidthOf = (words: string): number =>
  Array.from(words).reduce((sum, letter) => sum + (/[rtl ]/.test(letter) ? 4.5 : 6.9), 0)

function legend(y: number): string {
  let x = MARGIN + 8
  const entries = [...(Object.keys(PRESENCES) as Presence[]), undefined].map((presence) => {
    const words = presence ? PRESENCES[presence] : 'not named'
    const entry = mark(presence, x, y, words) + group('ink', [text(x + 12, y + 4, words, 'font-size="12"')])
    x += 34 + smallWidthOf(words)
    return entry
  })
  return entries.join('')
}

/** The days of the meetings, below their months and years. */
function days(meetings: readonly MeetingAttended[], middle: (column: number) => number, head: number): string {
  const labels: string[] = []
  for (const [at, { day }] of meetings.entries()) {
    const before = meetings[at - 1]?.day ?? ''
    const start = middle(at) - COLUMN / 2 + 3
    const small = (y: number, words: string, more = '') => text(start, y, words, `font-size="11"${more}`)
    if (before.slice(0, 4) !== day.slice(0, 4)) labels.push(small(head - 33, day.slice(0, 4), ' font-weight="600"'))
    if (before.slice(0, 7) !== day.slice(0, 7))
      labels.push(small(head - 20, MONTHS[Number(day.slice(5, 7)) - 1]!.slice(0, 3)))
    labels.push(text(middle(at), head - 6, Number(day.slice(8)), 'font-size="11" text-anchor="middle"'))
  }
  return group('faint', labels)
}

/** A bar for each meeting, with its number above. */
function openActions(meetings: readonly MeetingAttended[], middle: (column: number) => number, foot: number): string {
  const most = Math.max(1, ...meetings.map(({ open }) => open))
  const bars = meetings.map(({ open, day }, at) => {
    const height = Math.round(((BARS - NUMBER) * open) / most)
    const y = foot - height
    return `<g><title>${day}: ${open} open</title><rect x="${middle(at) - 8}" y="${y}" width="16" height="${height}" rx="2"/></g>`
  })
  const numbers = meetings.map(({ open }, at) => {
    const y = foot - Math.round(((BARS - NUMBER) * open) / most) - 4
    return text(middle(at), y, open, 'text-anchor="middle" font-size="11"')
  })
  return group('open', bars) + group('ink', numbers)
}
