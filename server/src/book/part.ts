import { type ExplainedAlias, explainedIn } from '../minutes/aliases.ts'
import { attendanceOf, fuller, type Presence } from '../minutes/attendance.ts'
import type { Content } from '../minutes/content.ts'
import type { DateForm } from '../minutes/dates.ts'
import { fileDay, meetingDay, meetingTime } from '../minutes/meeting.ts'
import type { Minutes, Place } from '../minutes/minutes.ts'
import { meantDays, nextMeetingOf } from '../minutes/next-meeting.ts'
import { projectsOf } from '../minutes/projects.ts'
import { maySayWho, rolesOf } from '../minutes/roles.ts'
import { minuteOfDay, type TimeForm, timeForm } from '../minutes/times.ts'
import { memo } from '../text/memo.ts'
import { type Wording, wordingOf } from './wording.ts'

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

/** A link as a document has it. */
export interface LinkUse {
  readonly label: string
  readonly address: string
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
  /** The day (`YYYY-MM-DD`) and the UTC minute of the day for which it calls the next meeting. */
  readonly next?: { readonly day?: string; readonly time?: number }
  /** When the meeting ended: UTC, minutes since midnight. */
  readonly end?: number
  /** The titles of its sections, in order, and the levels of their headings. */
  readonly sections: readonly string[]
  readonly levels: readonly number[]
  /** Every link that is no image, in order. */
  readonly links: readonly LinkUse[]
  readonly aliases: readonly ExplainedAlias[]
  /** The time zones it states times in, by their IANA names, as far as they are written so. */
  readonly zones: readonly string[]
  /** How often it writes dates in each spelling. */
  readonly dateForms: Readonly<Partial<Record<DateForm, number>>>
  /** How often it writes times of day in each spelling. */
  readonly timeForms: Readonly<Partial<Record<TimeForm, number>>>
  /** People whom its lists name by handle, and by a name alone. */
  readonly byHandle: number
  readonly byName: number
  /** Those whom its lists name in full and without a handle. */
  readonly named: Readonly<Record<string, Presence>>
  readonly wording: Wording
}

/**
 * Works out a document's part.
 *
 * @param path relative to the folder, with `/`
 * @param wording what it says word for word, where an older state of that will do
 */
export function partOf(minutes: Minutes, path: string, wording: Wording = wordingOf(minutes)): Part {
  const day = meetingDay(minutes, path)
  const time = meetingTime(minutes)
  const next = nextMeetingOf(minutes)
  const nextDay = next?.date && meantDays(next.date, day, true)[0]
  const end = endOf(minutes)
  return {
    path,
    ...(day && { day: day.toString() }),
    dated: fileDay(path) !== undefined,
    ...(time !== undefined && { time }),
    ...peopleIn(minutes),
    projects: projectsOf(minutes).map(({ title, address, form }) => ({ title, address, form })),
    frontMatter: (minutes.frontMatter?.entries ?? []).map(({ key, raw }) => [key, raw] as const),
    ...((nextDay || next?.minutes !== undefined) && {
      next: {
        ...(nextDay && { day: nextDay.toString() }),
        ...(next?.minutes !== undefined && { time: next.minutes }),
      },
    }),
    ...(end !== undefined && { end }),
    sections: minutes.sections.map(({ heading }) => heading.title),
    levels: minutes.sections.map(({ heading }) => heading.level),
    ...contentsIn(minutes),
    wording,
  }
}

/** What a part goes by in a block that is no heading, its wording aside: as long as that is the same, so is the part. */
export function readsOf(place: Place): unknown {
  const { content } = place
  const { links, dates, times, mentions } = content
  if (maySayWho(place) || links.length + dates.length + times.length + explainedIn(content).length > 0) return content
  return mentions.map(({ handle }) => handle).join(' ')
}

function peopleIn(minutes: Minutes): Pick<Part, 'people' | 'byHandle' | 'byName' | 'named'> {
  const people: Record<string, MutableAppearance> = Object.create(null)
  for (const { content } of minutes.blocks) {
    for (const { handle, key } of content.mentions) {
      people[key] ??= { mentions: 0, spellings: Object.create(null) }
      const person = people[key]
      person.mentions++
      person.spellings[handle] = (person.spellings[handle] ?? 0) + 1
    }
  }
  let [byHandle, byName] = [0, 0]
  const named: Record<string, Presence> = Object.create(null)
  for (const { presence, people: listed } of attendanceOf(minutes)) {
    for (const { handle, name } of listed) {
      if (handle) byHandle++
      else byName++
      if (!handle && name?.includes(' ')) named[name] = fuller(named[name], presence)
      const person = handle && people[handle.toLowerCase()]
      if (!person) continue
      person.presence = fuller(person.presence, presence)
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
  return { people, byHandle, byName, named }
}

type Contents = Pick<Part, 'links' | 'aliases' | 'zones' | 'dateForms' | 'timeForms'>

/** What the blocks say, put together: this runs at every keystroke, so each block is asked but once. */
function contentsIn({ blocks }: Minutes): Contents {
  const links: LinkUse[] = []
  const aliases: ExplainedAlias[] = []
  const zones = new Set<string>()
  const dateForms: Partial<Record<DateForm, number>> = {}
  const timeForms: Partial<Record<TimeForm, number>> = {}
  for (const { content } of blocks) {
    const facts = factsIn(content)
    if (!facts) continue
    for (const link of facts.links) links.push(link)
    for (const alias of facts.aliases) aliases.push(alias)
    for (const zone of facts.zones) zones.add(zone)
    for (const form of facts.dateForms) dateForms[form] = (dateForms[form] ?? 0) + 1
    for (const form of facts.timeForms) timeForms[form] = (timeForms[form] ?? 0) + 1
  }
  return { links, aliases, zones: [...zones], dateForms, timeForms }
}

/** `undefined` for a block that adds nothing, as most do. */
const factsIn = memo((content: Content) => {
  const { text, links, dates, times } = content
  const aliases = explainedIn(content)
  if (links.length + aliases.length + dates.length + times.length === 0) return undefined
  return {
    links: links.map(({ label, address }) => ({
      label: text.slice(label.from, label.to),
      address: text.slice(address.from, address.to),
    })),
    aliases,
    zones: times.flatMap(({ zone }) => (zone && !zone.loose && zone.id !== 'UTC' ? [zone.id] : [])),
    dateForms: dates.map(({ form }) => form),
    timeForms: times.map(timeForm),
  }
})

const endOf = (minutes: Minutes): number | undefined => {
  const section = minutes.sections.find(({ kind }) => kind === 'end')
  const time = section && minutes.blocks[section.first]!.content.times.find((each) => each.zone?.id === 'UTC')
  return time?.valid ? minuteOfDay(time) : undefined
}

type MutableAppearance = { -readonly [K in keyof Appearance]: Appearance[K] } & { spellings: Record<string, number> }
