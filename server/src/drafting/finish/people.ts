import type { Book } from '../../book/book.ts'
import { aliasesOf, isPseudo, nameOf } from '../../book/names.ts'
import type { DatedPart } from '../../book/recent.ts'
import { attendanceOf } from '../../minutes/attendance.ts'
import { canonical } from '../../minutes/mentions.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { phrase } from '../../text/phrase.ts'
import type { Problem } from '../problem.ts'
import type { Answers, Choice } from './step.ts'

const HANDLE = /^@?([A-Za-z0-9](?:[\w-]{0,98}[A-Za-z0-9])?)$/
const NAME = /^\p{L}[\p{L}\p{M} .'’-]{0,80}$/u

/** People as the group writes them: `@handle` in its usual spelling, or the name. */
export function peopleAnswered(book: Book, answers: Answers, id: string): readonly string[] | Problem {
  const given = (answers[id] ?? []).flatMap((each) => each.split(',')).map((each) => each.trim())
  const people: string[] = []
  for (const each of given.filter((one) => one !== '')) {
    const written = personWritten(book, each)
    if (written === undefined)
      return { problem: phrase`"${each}" is no handle and no name. Give a handle such as @name.` }
    if (!people.includes(written)) people.push(written)
  }
  return people.length > 0 ? people : { problem: phrase`Nobody was named. Say who it is.` }
}

function personWritten(book: Book, given: string): string | undefined {
  const handle = HANDLE.exec(given)?.[1]
  const key = handle && canonical(handle)
  if (key && (given.startsWith('@') || book.people.has(key))) {
    const meant = aliasesOf(book).get(key)?.handle ?? handle!
    return `@${book.people.get(canonical(meant))?.handle ?? meant}`
  }
  return NAME.test(given) ? given : undefined
}

/** Those whom the minutes name as present, in their order. */
export function peoplePresent(book: Book, minutes: Minutes): readonly Choice[] {
  const found = new Map<string, Choice>()
  for (const { presence, people } of attendanceOf(minutes)) {
    if (presence !== 'present' && presence !== 'partly') continue
    for (const { handle, name } of people) {
      const choice = handle ? choiceOf(book, canonical(handle), handle) : { value: name! }
      if (!found.has(choice.value)) found.set(choice.value, choice)
    }
  }
  return [...found.values()]
}

/** Those who came to a meeting, and not those that stand for nobody. */
export const peopleAt = (book: Book, { people }: DatedPart): readonly Choice[] =>
  Object.keys(people)
    .filter(
      (key) => (people[key]!.presence === 'present' || people[key]!.presence === 'partly') && !isPseudo(book, key),
    )
    .map((key) => choiceOf(book, key))

export function choiceOf(book: Book, key: string, written?: string): Choice {
  const name = nameOf(book, key)
  return { value: `@${written ?? book.people.get(key)?.handle ?? key}`, ...(name && { detail: name }) }
}
