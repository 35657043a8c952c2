import { attendanceOf, type Presence } from '../../minutes/attendance.ts'
import { decisionsOf } from '../../minutes/decisions.ts'
import { entryOf } from '../../minutes/front-matter.ts'
import { plain } from '../../minutes/headings.ts'
import { meetingDay } from '../../minutes/meeting.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { holdsSeveral } from '../../minutes/several.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { slice } from '../../text/span.ts'
import { dayInWords } from '../days.ts'
import type { ReadMinutes } from '../elsewhere.ts'
import { type Paragraph, shortened, strong, words } from '../markup.ts'

const [MOST_PEOPLE, MOST_DECISIONS] = [20, 5]

/** Other minutes: when that was, who was there, what was decided. */
export async function hoverMinutes(path: string, read: ReadMinutes): Promise<readonly Paragraph[] | undefined> {
  const minutes = await read(path)
  if (!minutes) return undefined
  const day = meetingDay(minutes, path)
  const several = holdsSeveral(minutes)
  const title = titleOf(minutes) ?? path.slice(path.lastIndexOf('/') + 1)
  const lines: Paragraph[] = [words(strong(title)), ...(day && !several ? [words(dayInWords(day))] : [])]
  // Who was at which of several meetings would be a long story.
  if (!several) for (const presence of PRESENCES) lines.push(...people(minutes, presence))
  const decisions = decisionsOf(minutes)
  if (decisions.length > 0) {
    const said = decisions
      .slice(0, MOST_DECISIONS)
      .map((each) => [shortened(plain(slice(minutes.text, each).slice(0, 1000)))])
    const more = decisions.length - said.length
    lines.push(words(phrase`Decisions:`), { items: more > 0 ? [...said, [phrase`… and ${more} more`]] : said })
  }
  return lines
}

function titleOf(minutes: Minutes): string | undefined {
  const [first] = minutes.sections
  const heading = first?.heading.level === 1 ? first.heading.title : undefined
  return heading || entryOf(minutes.frontMatter, 'title')?.text || undefined
}

const SAID: Readonly<Record<Presence, Phrase>> = {
  present: phrase`Present`,
  partly: phrase`Partly present`,
  regrets: phrase`Regrets`,
  absent: phrase`Absent`,
}
const PRESENCES = Object.keys(SAID) as readonly Presence[]

function people(minutes: Minutes, presence: Presence): Paragraph[] {
  const listed = attendanceOf(minutes).filter((list) => list.presence === presence)
  const names = [
    ...new Set(listed.flatMap((list) => list.people.map(({ handle, name }) => (handle ? `@${handle}` : name!)))),
  ]
  if (names.length === 0) return []
  const more = names.length > MOST_PEOPLE ? ' …' : ''
  return [words(SAID[presence], ` (${names.length}): ${names.slice(0, MOST_PEOPLE).join(', ')}${more}`)]
}
