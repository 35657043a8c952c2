import type { Book } from '../../book/book.ts'
import { type DatedPart, previousMinutes, recentMinutes } from '../../book/recent.ts'
import { headingKey } from '../../book/usual-headings.ts'
import { canonical } from '../../minutes/mentions.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { notesOf } from '../../minutes/notes.ts'
import { phrase } from '../../text/phrase.ts'
import { type Span, slice } from '../../text/span.ts'
import { approvalLines } from '../approval-lines.ts'
import type { Piece } from '../piece.ts'
import { isProblem, type Problem } from '../problem.ts'
import { peopleAnswered, peopleAt } from './people.ts'
import { type Place, placeInOrder, usualHeadingOf, usualMarker, wordsBelow, writtenAt } from './place.ts'
import { type Answers, answered, type Choice, type Finishing, type Question, type Step } from './step.ts'
import { isUsual } from './usual.ts'

/** That nothing is said of the approval of the previous minutes. */
export function approvalStep({ subject }: Finishing): Step[] {
  const { minutes, book, path } = subject
  const previous = previousMinutes(book, path)
  if (!previous || !isUsual(recentMinutes({ book, path }), ({ wording }) => wording.approvals.length > 0)) return []
  const place = placeFor(minutes)
  if (place === 'said') return []
  const lines = approvalLines(book, path)
  const line = lines.find((pieces) => pieces.some(isPeople)) ?? lines[0]
  const blanks = line && blanksIn(line)
  const heading = usualHeadingOf(subject, 'approval')
  const shown: Span = place ?? placeInOrder(subject, heading?.key ?? headingKey(''))
  const write =
    blanks && (place || heading)
      ? (text: string) => writtenAt(subject, place, heading, text, usualMarker(subject.minutes))
      : undefined
  return [
    {
      from: shown.from,
      to: shown.to,
      id: 'approval',
      title: phrase`Say who approved the previous minutes`,
      message: {
        wrong: phrase`These minutes do not say whether those of ${previous.day} were approved.`,
        why: phrase`The group’s other minutes do, and until then nobody can rely on them.`,
        remedy: phrase`Say who approved them.`,
      },
      where: 'minutes',
      asks: write ? questions(book, previous, blanks!) : [],
      ...(write && {
        edits: (answers) => {
          const text = filledIn(book, line!, answers)
          return typeof text === 'string' ? write(text) : text
        },
      }),
    },
  ]
}

const isPeople = (piece: Piece): boolean => typeof piece !== 'string' && piece.blank.startsWith('@')

/** A sentence in which nobody is named yet. */
const OPEN =
  /\bby[ \t]*(?:$|[,.;]|and merged\b|@?(?:[XYZ]|NAME|FIXME)\b|…|\.\.\.|[[{<_])|\b(?:FIXME|XXX+|TBA)\b|^[\s*+-]*(?:…|\.\.\.)?$/

/** Where it belongs; `said` where something is said already; `undefined` where there is no heading for it. */
function placeFor(minutes: Minutes): Place | 'said' | undefined {
  const section = minutes.sections.find(({ kind }) => kind === 'approval')
  if (!section) return undefined
  const words = wordsBelow(minutes, section)
  const text = slice(minutes.text, words)
  if (text.includes('\n')) return openItem(minutes, words) ?? 'said'
  if (text !== '' && !OPEN.test(text)) return 'said'
  const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]*/.exec(text)?.[0].length ?? 0
  if (text.length <= marker) return { ...section.label, section }
  return { ...words, replaces: { from: words.from + marker, to: words.to } }
}

/** The item that is open among others, which are about something else, such as how the minutes are written. */
function openItem(minutes: Minutes, words: Span): Place | undefined {
  const items = notesOf(minutes).filter(({ from }) => words.from <= from && from < words.to)
  const open = items.find(({ text }) => OPEN.test(slice(minutes.text, text)))
  const others = items.filter((item) => item !== open).map(({ text }) => slice(minutes.text, text))
  return open && !others.some((text) => APPROVED.test(text)) ? { ...open.text, replaces: open.text } : undefined
}

const APPROVED = /\bapprov|\bmerged\b/i

interface Blanks {
  readonly approvers: boolean
  readonly mergers: boolean
  /** The number of the request in which the last ones were approved. */
  readonly number?: string
}

/** What is open in the line; `undefined` where it has more numbers than can be asked for. */
function blanksIn(pieces: readonly Piece[]): Blanks | undefined {
  const numbers = new Set<string>()
  let [approvers, mergers] = [false, false]
  for (const { piece, isMerger } of blanksOf(pieces)) {
    if (!piece.blank.startsWith('@')) numbers.add(/\d+(?=\D*$)/.exec(piece.blank)?.[0] ?? '')
    else if (isMerger) mergers = true
    else approvers = true
  }
  const [number] = numbers
  if (numbers.size > 1 || number === '' || /commit\/|[a-f]\d|\d[a-f]/.test(pieces.map(blankText).join(' ')))
    return undefined
  return { approvers, mergers, ...(number && { number }) }
}

const blankText = (piece: Piece): string =>
  typeof piece !== 'string' && !piece.blank.startsWith('@') ? piece.blank.slice(piece.blank.lastIndexOf('/') + 1) : ''

type Blank = Exclude<Piece, string>

/** The blanks in order, and whether each is about who merged. */
function blanksOf(pieces: readonly Piece[]): { piece: Blank; isMerger: boolean }[] {
  let before = ''
  return pieces.flatMap((piece) => {
    const isMerger = /\bmerged\b(?!.*\bapproved\b)/i.test(before)
    before += typeof piece === 'string' ? piece : piece.blank
    return typeof piece === 'string' ? [] : [{ piece, isMerger }]
  })
}

function questions(book: Book, previous: DatedPart, { approvers, mergers, number }: Blanks): Question[] {
  const choices = suggested(book, previous)
  const people = { kind: 'people', many: true, choices } as const
  return [
    ...(approvers
      ? [{ ...people, id: 'approvers', prompt: phrase`Who approved the minutes of ${previous.day}?` }]
      : []),
    ...(mergers ? [{ ...people, id: 'mergers', prompt: phrase`Who merged the minutes of ${previous.day}?` }] : []),
    ...(number
      ? [
          {
            id: 'number',
            kind: 'text' as const,
            prompt: phrase`In which request were they approved? (The last was ${number}.)`,
          },
        ]
      : []),
  ]
}

/** Those who came to the previous meeting; its scribe, whose text it is, last. */
function suggested(book: Book, previous: DatedPart): readonly Choice[] {
  const isScribe = ({ value }: Choice) => previous.people[canonical(value.slice(1))]?.role === 'scribe'
  const all = peopleAt(book, previous)
  return [...all.filter((choice) => !isScribe(choice)), ...all.filter(isScribe)]
}

function filledIn(book: Book, pieces: readonly Piece[], answers: Answers): string | Problem {
  const blanks = new Map(blanksOf(pieces).map(({ piece, isMerger }) => [piece, isMerger]))
  let text = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    if (piece.blank.startsWith('@')) {
      const people = peopleAnswered(book, answers, blanks.get(piece) ? 'mergers' : 'approvers')
      if (isProblem(people)) return people
      text += joined(people, piece.blank)
      continue
    }
    const number = answered(answers, 'number').replace(/^#/, '')
    if (!/^\d{1,9}$/.test(number)) return { problem: phrase`The number of the request is missing. Give it in digits.` }
    text += piece.blank.replace(/\d+(?=\D*$)/, number)
  }
  return text
}

/** People as a list of the group's own manner: "@a, @b and @c", "@a & @b". */
function joined(people: readonly string[], model: string): string {
  const last = /@[\w-]+([^@]*\b(?:and)\b[^@]*|[^@]*[&+][^@]*)@[\w-]+$/i.exec(model)?.[1]
  const joint = last ?? (/@[\w-]+,[^@]*@/.test(model) ? ', ' : ' and ')
  return people.length < 2 ? people.join('') : `${people.slice(0, -1).join(', ')}${joint}${people.at(-1)}`
}
