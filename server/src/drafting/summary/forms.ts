import { asMarkdown, asPlain } from '../plain-words.ts'
import { postsOf } from './posts.ts'
import type { Summary } from './summary.ts'

/** The forms of a summary: Markdown, plain text for mail, short posts of at most so many signs. */
export const SUMMARY_FORMS = ['markdown', 'mail', 'post280', 'post500'] as const
export type SummaryForm = (typeof SUMMARY_FORMS)[number]

export type WrittenSummary = { readonly text: string } | { readonly posts: readonly string[] }

/** A summary in one of its forms. Lines end with LF. */
export function writeSummary(summary: Summary, form: SummaryForm): WrittenSummary {
  if (form === 'markdown') return { text: markdown(summary) }
  if (form === 'mail') return { text: mail(summary) }
  return { posts: postsOf(paragraphsOf(summary), form === 'post280' ? 280 : 500) }
}

/** The lists of a summary with what they are called; none that is empty. */
const listsOf = ({ decisions, fresh, closed }: Summary) =>
  [
    { title: 'Decisions', short: 'Decided', items: decisions },
    { title: 'New actions', short: 'New action', items: fresh },
    { title: 'Closed actions', short: 'Done', items: closed },
  ].filter(({ items }) => items.length > 0)

function markdown(summary: Summary): string {
  const { title, attendance, next } = summary
  const lists = listsOf(summary).map(
    ({ title: label, items }) => `**${label}**\n\n${items.map((item) => `- ${asMarkdown(item)}`).join('\n')}`,
  )
  const parts = [`## ${title}`, attendance && `${attendance}.`, ...lists, next && `**Next meeting:** ${next}`]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function mail(summary: Summary): string {
  const { title, attendance, next } = summary
  const lists = listsOf(summary).map(
    ({ title: label, items }) => `${label}:\n${items.map((item) => `- ${asPlain(item)}`).join('\n')}`,
  )
  const parts = [title, attendance && `${attendance}.`, ...lists, next && `Next meeting: ${next}`]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** One for each thing to be told. Addresses are left out: there is no room for them. */
const paragraphsOf = (summary: Summary): readonly string[] => [
  summary.attendance ? `${summary.title}: ${summary.attendance}.` : summary.title,
  ...listsOf(summary).flatMap(({ short, items }) => items.map((item) => `${short}: ${asPlain(item, false)}`)),
  ...(summary.next ? [`Next meeting: ${summary.next}`] : []),
]
