import { recentMinutes } from '../../book/recent.ts'
import { plain } from '../../minutes/headings.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { projectsOf } from '../../minutes/projects.ts'
import type { Section } from '../../minutes/sections.ts'
import { memo } from '../../text/memo.ts'
import { slice } from '../../text/span.ts'
import { hasBoxes } from './places.ts'
import type { Source } from './source.ts'

/** Words, however their white space is written. */
const formOf = (text: string): string => plain(text.replace(/[\s\u00a0]+/g, ' ')).toLowerCase()

/** The same of a heading, which may tell the hour. */
const titleOf = (title: string): string => formOf(title).replace(/\d+/g, '0')

/** What minutes say, note by note and block by block. */
const formsIn = memo(({ blocks }: Minutes): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const { content } of blocks) {
    found.add(formOf(content.text))
    for (const { text } of content.items) found.add(formOf(slice(content.text, text)))
  }
  return found
})

/** Whether a text stood in the minutes before these as well: then it is the group's form, and tells of no meeting. */
export const isStanding = ({ earlier }: Source, text: string): boolean =>
  earlier !== undefined && formsIn(earlier).has(formOf(text))

/** In so many of the minutes before these one looks for a heading. */
const LOOKED_AT = 6

/** The headings of the minutes before these; `undefined` for the first of all. */
const earlierTitles = ({ book, path, day }: Source): ReadonlySet<string> | undefined => {
  const before = recentMinutes({ book, path }).filter((part) => part.day < day.toString())
  return before.length === 0
    ? undefined
    : new Set(before.slice(0, LOOKED_AT).flatMap(({ sections }) => sections.map(titleOf)))
}

/**
 * Whether a heading stays though nothing is left below it: one that is on no single matter, one of a project, and one that
 * stood in earlier minutes too.
 */
export function standingHeadings(source: Source): (section: Section) => boolean {
  const { minutes } = source
  const titles = earlierTitles(source)
  const isOld = ({ heading }: Section) => titles?.has(titleOf(heading.title)) ?? true
  const projects = new Set(projectsOf(minutes).flatMap(({ form, entry }) => (form === 'heading' ? [entry.from] : [])))
  const topics = minutes.sections.filter(({ kind }) => kind === 'topic')
  // Without boxes, nothing shows that a matter is over: whoever goes on with most of them goes on with all.
  const goesOn = !hasBoxes(minutes) && topics.filter(isOld).length * 2 >= topics.length
  return (section) => {
    const { kind, heading, parent, from } = section
    return kind !== 'topic' || goesOn || (parent < 0 && heading.level === 1) || projects.has(from) || isOld(section)
  }
}
