import type { Book } from '../book/book.ts'
import { aliasesOf, isPseudo, nameOf } from '../book/names.ts'
import type { Part } from '../book/part.ts'
import { seriesNear } from '../book/series.ts'
import { slipsOf } from '../book/slips.ts'
import { LONGEST_NOTE } from '../book/wording.ts'
import { attendanceOf } from '../minutes/attendance.ts'
import { canonical } from '../minutes/mentions.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { type Note, notesOf } from '../minutes/notes.ts'
import { nextRolesOf, rolesOf } from '../minutes/roles.ts'
import { memo } from '../text/memo.ts'
import { phrase } from '../text/phrase.ts'
import { type Span, span } from '../text/span.ts'
import { type Fix, type Report, type Rule, replace, type Subject } from './rule.ts'

export const speakerNotPresent: Rule = {
  id: 'speaker-not-present',
  severity: 'off',
  summary: 'somebody who speaks, and is in no list of who was there and who was not',
  needsBook: true,
  waits: 'pause',
  document: (subject) => {
    const { minutes, book } = subject
    const listed = listedIn(minutes, book)
    if (!listed) return []
    const before = notesBefore(subject)
    const reported = new Set<string>()
    return notesOf(minutes).flatMap((note): Report[] => {
      const [speaker] = note.speakers
      if (!speaker || !saysSomething(minutes, note)) return []
      const key = meant(book, speaker.handle)
      if (listed(key) || isPseudo(book, key) || reported.has(key)) return []
      // What the previous minutes say already was said there.
      if (before?.has(minutes.text.slice(note.text.from, note.text.to).slice(0, LONGEST_NOTE).trim())) return []
      reported.add(key)
      const { from, to, handle } = speaker
      return [
        {
          from,
          to,
          message: {
            wrong: phrase`@${handle} speaks here, but is in no list of who was there.`,
            why: phrase`Readers will think that they were not.`,
            remedy: phrase`Add them to the list, or is somebody else meant?`,
          },
          fixes: additions(minutes, handle),
        },
      ]
    })
  },
}

/** Who is meant by a handle: an alias, and one that is a slip away, stand for somebody else. */
function meant(book: Book, handle: string): string {
  const key = canonical(handle)
  return canonical(aliasesOf(book).get(key)?.handle ?? slipsOf(book)(key)?.handle ?? key)
}

/** Who is named in the lists, or has a role; `undefined` where that cannot be said by handles. */
function listedIn(minutes: Minutes, book: Book): ((key: string) => boolean) | undefined {
  const lists = attendanceOf(minutes)
  const people = lists.flatMap((list) => list.people)
  if (!lists.some(({ presence, people: [one] }) => presence === 'present' && one)) return undefined
  const handles = people.flatMap(({ handle }) => (handle ? [meant(book, handle)] : []))
  // In a list of names nobody can be looked up by handle.
  if (handles.length * 2 < people.length) return undefined
  const roles = [...rolesOf(minutes), ...nextRolesOf(minutes)].flatMap((role) => role.people)
  const keys = new Set([...handles, ...roles.flatMap(({ handle }) => (handle ? [meant(book, handle)] : []))])
  const names = new Set([...people, ...roles].flatMap(({ name }) => (name ? [name.toLowerCase()] : [])))
  return (key) => {
    const name = nameOf(book, key)?.toLowerCase()
    return (
      keys.has(key) || names.has(key) || (name !== undefined && (names.has(name) || names.has(name.split(' ')[0]!)))
    )
  }
}

/**
 * Whether a note tells what somebody said: a sign stands behind the handle. "@oda will …" may be said of somebody else,
 * and an action item promises.
 */
function saysSomething({ text }: Minutes, { speakers, checkbox, about, text: words }: Note): boolean {
  if (checkbox || speakers.length !== 1 || (about !== 'topic' && about !== 'projects')) return false
  return /^\)?[*_]*[ \t\u00a0]*(?:[:;]|[-–—][ \t\u00a0])[*_]*[ \t\u00a0]*\S/.test(text.slice(speakers[0]!.to, words.to))
}

function notesBefore({ book, path }: Subject): ReadonlySet<string> | undefined {
  const parts = seriesNear(book, path)?.parts ?? []
  const own = parts.findIndex((part) => part.path === path)
  return own > 0 ? notesSet(parts[own - 1]!) : undefined
}

const notesSet = memo(({ wording }: Part): ReadonlySet<string> => new Set(wording.notes))

/** Behind the last of those who were present, as they stand: on one line, or one on each. */
function additions(minutes: Minutes, handle: string): Fix[] {
  const present = attendanceOf(minutes).find(({ presence, people }) => presence === 'present' && people.length > 1)
  if (!present) return []
  const [before, last] = present.people.slice(-2).map(({ entry }) => entry) as [Span, Span]
  const between = minutes.text.slice(before.to, last.from)
  if (!/^(?:,[ \t]*|[ \t]*\r?\n[ \t]*[-*+] +)$/.test(between)) return []
  return [replace(phrase`Add @${handle} to the list`, span(last.to, last.to), `${between}@${handle}`)]
}
