import type { Content } from '../../minutes/content.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Phrase } from '../../text/phrase.ts'
import { type Fix, type Message, type Report, shiftReport } from '../rule.ts'

/** How many alike are told one by one. Of more than that nobody reads each. */
const MOST = 10

/**
 * The reports of all blocks but code, at their places in the whole text.
 *
 * @param inContent works them out for one block, offsets from its start; to be remembered for each content.
 */
export function gather(minutes: Minutes, inContent: (content: Content) => readonly Report[]): Report[] {
  const reports: Report[] = []
  for (const { content, from } of minutes.blocks) {
    if (content.kind === 'code') continue
    const found = inContent(content)
    for (const report of found) reports.push(shiftReport(report, from))
  }
  return reports
}

/** The reports, or where there are very many, one in their stead: at the first, with a fix for all. */
export function orOne(reports: readonly Report[], title: Phrase, message: (count: number) => Message): Report[] {
  const [first] = reports
  if (!first || reports.length <= MOST) return [...reports]
  const fixes = reports.flatMap(({ fixes }) => fixes?.[0] ?? [])
  const all: Fix = {
    title,
    edits: fixes.flatMap(({ edits }) => edits),
    preferred: true,
    safe: fixes.every(({ safe }) => safe),
  }
  return [{ ...first, message: message(reports.length), fixes: [all] }]
}
