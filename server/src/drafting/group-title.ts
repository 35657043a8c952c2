import { scanDates } from '../minutes/dates.ts'
import { entryOf } from '../minutes/front-matter.ts'
import { fileDay } from '../minutes/meeting.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { scanTimes } from '../minutes/times.ts'
import type { Span } from '../text/span.ts'

/** What the group's meeting is called, without its day: by the front matter's title, the first heading, or the file name. */
export function meetingTitle(minutes: Minutes, path: string): string {
  const title = minutes.frontMatter && entryOf(minutes.frontMatter, 'title')?.raw
  const [first] = minutes.sections
  const own = first?.heading.level === 1 && TITLES.has(first.kind) ? first.heading.title : ''
  const heading = OF_PARTS.test(own) ? undefined : own
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .replace(/\d{4}([-_.]?)\d\d\1\d\d/g, ' ')
    .replace(/[-_.]+/g, ' ')
  for (const said of [title?.replace(/^(['"])(.*)\1$/, '$2'), heading, fileDay(path) && name]) {
    const words = said === undefined ? '' : wordsOf(said)
    if (words !== '') return MEETING.test(words) ? words : `${words} meeting`
  }
  return 'Meeting'
}

/** A group may have "Project" in its name. */
const TITLES: ReadonlySet<string> = new Set(['topic', 'projects', 'decisions'])
/** A heading over a part of the minutes, not over all of them. */
const OF_PARTS = /\b(?:agenda|time|date|place|location|details|links|topics|welcome|introduction)\b/i

const MEETING = /\b(?:meetings?|calls?|sync|assembly|council|summit|standup|triage)$|\bmeeting\b/i

/** The words of a title beside its day and what says that these are minutes. */
const wordsOf = (title: string): string =>
  withoutMoments(title)
    .replace(/(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)/g, ' ')
    .replace(/\b(?:minutes|notes)(?: (?:of|for|from))?\b|#+/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '')
    .replace(/^(?:of|for|from|the) |(?: (?:of|for|from|on|at|the))+$/gi, '')
    .replace(/^meeting$/i, '')
    .trim()

/** A title without days and hours, and the signs that led to them. */
export function withoutMoments(title: string): string {
  const dates = scanDates(title)
  const gone: Span[] = [...dates, ...scanTimes(title), ...dates.flatMap(({ weekday }) => weekday ?? [])]
  let words = title
  for (const { from, to } of gone.sort((a, b) => b.from - a.from)) words = `${words.slice(0, from)} ${words.slice(to)}`
  return gone.length === 0 ? title : words.replace(/(?:[\s@,;:(–—-]|\b(?:on|at)\b)+$/i, '').trim()
}
