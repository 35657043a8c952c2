import { fileDay } from '../minutes/meeting.ts'
import type { Minutes } from '../minutes/minutes.ts'
import type { Section } from '../minutes/sections.ts'
import { lineEndOf } from '../text/line-end.ts'
import { lineAround } from '../text/lines.ts'
import { phrase } from '../text/phrase.ts'
import type { Span } from '../text/span.ts'
import { type Fix, type Report, type Rule, replace } from './rule.ts'

export const sectionMissing: Rule = {
  id: 'section-missing',
  severity: 'off',
  on: ({ sections }) => (sections.required.length > 0 ? 'warning' : undefined),
  summary: 'a section that the group requires; on where the setting `sections.required` names some',
  document: ({ minutes, path, settings: { sections } }) => {
    // An index page is no minutes, and an empty file is about to be filled.
    if (!fileDay(path) || minutes.text.slice(minutes.body).trim() === '') return []
    const titles = minutes.sections.map(({ heading }) => simple(heading.title))
    const places = sections.required.map((title) => placeOf(titles, title))
    return sections.required.flatMap((title, index) =>
      places[index] === undefined ? [report(minutes, title, neighbours(minutes, places, index))] : [],
    )
  },
}

/** "Next meeting" is found in "Next meeting: date, time and place", in "5. Next meeting" and in "Next meetings". */
function placeOf(titles: readonly string[], required: string): number | undefined {
  const wanted = ` ${simple(required)} `
  const found = titles.findIndex((title) => ` ${title} `.includes(wanted))
  return found < 0 ? undefined : found
}

/** Words without signs, capitals and the ending of a plural, one blank between two. */
const simple = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{L}{3})s(?= |$)/gu, '')
    .trim()

interface Neighbours {
  readonly before?: Section | undefined
  readonly after?: Section | undefined
}

/** The nearest required sections that are there, in the order in which the group lists them. */
function neighbours({ sections }: Minutes, places: readonly (number | undefined)[], index: number): Neighbours {
  const before = places.slice(0, index).findLast((place) => place !== undefined)
  const after = places.slice(index + 1).find((place) => place !== undefined)
  return {
    before: before === undefined ? undefined : sections[before],
    after: after === undefined ? undefined : sections[after],
  }
}

function report(minutes: Minutes, title: string, near: Neighbours): Report {
  return {
    ...placeFor(minutes, near),
    message: {
      wrong: phrase`There is no section "${title}".`,
      why: phrase`The group wants it in all minutes.`,
      remedy: near.before ? phrase`Add it below "${near.before.heading.title}".` : phrase`Add it.`,
    },
    fixes: [added(minutes, title, near)],
  }
}

function placeFor({ sections, text, body }: Minutes, { before, after }: Neighbours): Span {
  const section = before ?? after ?? sections[0]
  if (section) return section.label
  const start = body + /^\s*/.exec(text.slice(body))![0].length
  const { from, to } = lineAround(text, start)
  return { from: Math.max(from, body), to }
}

function added({ sections, text }: Minutes, title: string, { before, after }: Neighbours): Fix {
  const eol = lineEndOf(text)
  const { level } = (before ?? after ?? sections[1] ?? sections[0])?.heading ?? { level: 2 }
  const heading = `${'#'.repeat(level)} ${title}${eol}`
  const end = before ? before.to : after ? after.from : text.length
  const at = end === text.length ? end : lineAround(text, end).from
  const above = text.slice(Math.max(0, at - 4), at)
  const gap = /\n\r?\n$/.test(above) ? '' : above.endsWith('\n') ? eol : eol + eol
  return replace(phrase`Add the section`, { from: at, to: at }, gap + heading + (at === text.length ? '' : eol), {
    preferred: true,
  })
}
