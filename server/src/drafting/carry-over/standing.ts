import { recentMinutes } from '../../book/recent.ts'
import { plain } from '../../minutes/headings.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { projectsOf } from '../../minutes/projects.ts'
import type { Section } from '../../minutes/sections.ts'
import { memo } from '../../text/memo.ts'
import { slice } from '../../text/span.ts'
import type { Source } from './source.ts'

/** Words, however their white space, days and hours are written. */
const formOf = (text: string): string =>
  plain(text.replace(/[\s\u00a0]+/g, ' '))
    .replace(/\d+/g, '0')
    .toLowerCase()

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

/** Whether a heading is one of the group's form: one on no single matter, or one that stood in earlier minutes as well. */
export function isStandingHeading(
  { book, path, minutes, day }: Source,
  { kind, heading, parent, from }: Section,
): boolean {
  if (kind !== 'topic' || (parent < 0 && heading.level === 1)) return true
  if (projectsOf(minutes).some((project) => project.form === 'heading' && project.entry.from === from)) return true
  const before = recentMinutes({ book, path }).filter((part) => part.day < day.toString())
  const title = formOf(heading.title)
  return (
    before.length === 0 ||
    before.slice(0, LOOKED_AT).some(({ sections }) => sections.some((each) => formOf(each) === title))
  )
}
