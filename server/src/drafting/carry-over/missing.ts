import { recentMinutes } from '../../book/recent.ts'
import { type SectionKind, sectionKind } from '../../minutes/headings.ts'
import { nextMeetingOf } from '../../minutes/next-meeting.ts'
import { scanTimes } from '../../minutes/times.ts'
import { phrase } from '../../text/phrase.ts'
import { nextLine } from '../next-line.ts'
import { lineEnd } from './lines.ts'
import { BLANK, type Rewording, type Source } from './source.ts'
import { dayAfterNew } from './when.ts'

const WHY = phrase`The group’s minutes have it, and the last ones lack it.`

/** What the last minutes lack of the group's form: the heading of the start, and the line that calls the next meeting. */
export const addMissing = (source: Source): readonly Rewording[] => [...startHeading(source), ...nextMeeting(source)]

/** The heading of the start, where there is one of the end. */
function startHeading(source: Source): readonly Rewording[] {
  const { sections, text } = source.minutes
  const has = (kind: SectionKind) => sections.some((section) => section.kind === kind)
  const usual = has('end') && !has('start') ? usualHeading(source, 'start') : undefined
  const [time] = usual === undefined ? [] : scanTimes(usual)
  const before = sections.find(({ kind }) => kind === 'welcome' || kind === 'attendance')
  if (usual === undefined || !time || !before) return []
  const heading = usual.slice(0, time.from) + BLANK + usual.slice(time.to)
  return [addition(before.from, heading + lineEnd(text).repeat(2))]
}

/** The heading and the line, in front of the end or as the last. */
function nextMeeting(source: Source): readonly Rewording[] {
  const { minutes, book, newPath } = source
  const { sections, text } = minutes
  if (nextMeetingOf(minutes) || wrote(source) * 2 < recentMinutes({ book, path: newPath }).slice(0, LOOKED_AT).length)
    return []
  const eol = lineEnd(text)
  const line = nextLine(book, newPath, dayAfterNew(source)) ?? `- ${BLANK}`
  const own = sections.find(({ kind }) => kind === 'next-meeting')
  if (own)
    return text.slice(minutes.blocks[own.first]!.to, own.to).trim() === ''
      ? [below(text, minutes.blocks[own.first]!.to, line)]
      : []
  const heading = usualHeading(source, 'next-meeting') ?? '## Next meeting'
  const end = sections.find(({ kind }) => kind === 'end')
  if (end) return [addition(end.from, [heading, line, '', ''].join(eol))]
  return [addition(text.length, (text.endsWith('\n') ? '' : eol) + ['', heading, line, ''].join(eol))]
}

/** So many of the last minutes show what the group's form is. */
const LOOKED_AT = 6

const wrote = ({ book, newPath }: Source): number =>
  recentMinutes({ book, path: newPath })
    .slice(0, LOOKED_AT)
    .filter(({ wording }) => wording.next !== undefined).length

/** The latest heading of a kind, with its `#`. */
function usualHeading({ book, newPath }: Source, kind: SectionKind): string | undefined {
  const headings = recentMinutes({ book, path: newPath }).flatMap(({ wording }) => wording.headings)
  return headings.find((each) => sectionKind(each.replace(/^#+ /, '')) === kind)
}

const addition = (at: number, insert: string): Rewording => ({ from: at, to: at, insert, why: WHY })

const below = (text: string, at: number, line: string): Rewording => {
  const eol = lineEnd(text)
  return addition(at, `${eol}${line}${/^\s*$/.test(text.slice(at)) ? eol : ''}`)
}
