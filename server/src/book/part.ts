import { attendanceOf, type Presence } from '../minutes/attendance.ts'
import { fileDay, meetingDay, meetingTime } from '../minutes/meeting.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { projectsOf } from '../minutes/projects.ts'
import { rolesOf } from '../minutes/roles.ts'

/** What one document says of a person. */
export interface Appearance {
  readonly mentions: number
  /** Each spelling of the handle, with how often it stands. */
  readonly spellings: Readonly<Record<string, number>>
  /** The name that stands beside the handle. */
  readonly name?: string
  readonly presence?: Presence
  readonly role?: 'chair' | 'scribe'
}

export interface ProjectUse {
  readonly title: string
  readonly address: string
  readonly form: 'item' | 'heading'
}

/** What one document adds to the book. Plain data: days as `YYYY-MM-DD`, times as UTC minutes since midnight. */
export interface Part {
  readonly path: string
  /** The day of the meeting. */
  readonly day?: string
  /** Whether the file name states a day, as that of minutes does and that of an index page does not. */
  readonly dated: boolean
  readonly time?: number
  /** By canonical handle. */
  readonly people: Readonly<Record<string, Appearance>>
  readonly projects: readonly ProjectUse[]
  /** The front matter: keys in order, with their values as written. */
  readonly frontMatter: readonly (readonly [key: string, value: string])[]
}

/** Works out a document's part. @param path relative to the folder, with `/` */
export function partOf(minutes: Minutes, path: string): Part {
  const people: Record<string, MutableAppearance> = Object.create(null)
  for (const { content } of minutes.blocks) {
    for (const { handle, key } of content.mentions) {
      people[key] ??= { mentions: 0, spellings: Object.create(null) }
      const person = people[key]
      person.mentions++
      person.spellings[handle] = (person.spellings[handle] ?? 0) + 1
    }
  }
  for (const { presence, people: listed } of attendanceOf(minutes)) {
    for (const { handle, name } of listed) {
      const person = handle && people[handle.toLowerCase()]
      if (!person) continue
      person.presence ??= presence
      if (name) person.name ??= name
    }
  }
  for (const { role, people: filled } of rolesOf(minutes)) {
    for (const { handle, name } of filled) {
      const person = handle && people[handle.toLowerCase()]
      if (!person) continue
      person.role ??= role
      if (name) person.name ??= name
    }
  }
  const day = meetingDay(minutes, path)
  const time = meetingTime(minutes)
  return {
    path,
    ...(day && { day: day.toString() }),
    dated: fileDay(path) !== undefined,
    ...(time !== undefined && { time }),
    people,
    projects: projectsOf(minutes).map(({ title, address, form }) => ({ title, address, form })),
    frontMatter: (minutes.frontMatter?.entries ?? []).map(({ key, raw }) => [key, raw] as const),
  }
}

type MutableAppearance = { -readonly [K in keyof Appearance]: Appearance[K] } & { spellings: Record<string, number> }
