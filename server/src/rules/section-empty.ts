import type { Content } from '../minutes/content.ts'
import type { Minutes } from '../minutes/minutes.ts'
import type { Section } from '../minutes/sections.ts'
import { lineEndOf } from '../text/line-end.ts'
import { lineAround } from '../text/lines.ts'
import { memo } from '../text/memo.ts'
import { phrase } from '../text/phrase.ts'
import { span, trim } from '../text/span.ts'
import { type Report, type Rule, replace } from './rule.ts'

export const sectionEmpty: Rule = {
  id: 'section-empty',
  severity: 'off',
  summary: 'a heading with nothing below it',
  waits: 'moved',
  document: ({ minutes, day }) => {
    // A text without a day is a template, or the page that lists the minutes.
    if (!day) return []
    return minutes.sections.flatMap((section, index) =>
      isEmpty(minutes, section) && !saysItself(minutes, section, index) ? [report(minutes, section)] : [],
    )
  },
}

/** Whether nothing that readers see stands below it. Of the sections within it each answers for itself. */
function isEmpty({ blocks }: Minutes, { first, last }: Section): boolean {
  for (let index = first + 1; index < last; index++) if (!isNothing(blocks[index]!.content)) return false
  return true
}

/** Comments, and lists of lone bullets. */
const isNothing = memo(({ kind, text, prose, items }: Content): boolean => {
  if (kind === 'heading') return false
  if (kind === 'list') return items.every(({ text: words }) => words.from >= words.to)
  return kind === 'other' && text.startsWith('<!--') && !/[^\s\uFFFC]/.test(prose)
})

/** A title, a time and "Next meeting: 18 March" say all by themselves. */
function saysItself({ blocks }: Minutes, { heading, kind, first }: Section, index: number): boolean {
  if (kind === 'start' || kind === 'end' || (index === 0 && heading.level === 1)) return true
  const { dates, times, mentions } = blocks[first]!.content
  return dates.length + times.length + mentions.length > 0 || /:\s*\S/.test(heading.title)
}

function report({ text, blocks }: Minutes, { label, from, to, first, last }: Section): Report {
  const eol = lineEndOf(text)
  const start = text.lastIndexOf('\n', from - 1) + 1
  const end = to === text.length ? to : text.lastIndexOf('\n', to - 1) + 1
  const { to: at } = lineAround(text, trim(text, blocks[first]!).to)
  const bullets = blocks.slice(first + 1, last).filter(({ content }) => content.kind === 'list')
  const answer =
    bullets.length > 0
      ? replace(phrase`Write "…"`, trim(text, span(bullets[0]!.from, bullets.at(-1)!.to)), '- …')
      : replace(phrase`Write "…"`, span(at, at), `${eol}${eol}- …`)
  return {
    ...label,
    message: {
      wrong: phrase`There is nothing below this heading.`,
      why: phrase`Readers cannot tell whether nothing was said or nothing was written down.`,
      remedy: phrase`Write what was said, or remove the heading; "…" says that there is nothing to say.`,
    },
    fixes: [replace(phrase`Remove the heading`, { from: start, to: end }, '', { preferred: true }), answer],
  }
}
