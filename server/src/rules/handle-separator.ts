import type { Content } from '../minutes/content.ts'
import { type BlockSubject, type Report, type Rule, replace } from './rule.ts'

export const handleSeparator: Rule = {
  id: 'handle-separator',
  severity: 'warning',
  summary: 'people in a list with a full stop, or nothing, between them',
  waits: true,
  block: (block) => {
    const { content } = block
    const reports: Report[] = []
    const commas = usesCommas(content)
    content.mentions.forEach((mention, index) => {
      const next = content.mentions[index + 1]
      if (!next) return
      const between = content.prose.slice(mention.to, next.from)
      const stop = /^\.[ \t]+$/.test(between)
      // Where all are separated by blanks alone, that is how this group writes.
      if (!stop && !(commas && /^[ \t]+$/.test(between))) return
      if (!isListOfPeople(block, mention.from)) return
      const where = { from: mention.to, to: next.from }
      reports.push({
        from: mention.from,
        to: next.to,
        message: {
          wrong: `There is ${stop ? 'a full stop' : 'nothing'} between @${mention.handle} and @${next.handle}.`,
          why: 'In a list of people it reads as if the list ended, or as one name.',
          remedy: 'Put a comma between them.',
        },
        fixes: [replace('Put a comma', where, ', ', { preferred: true, safe: true })],
      })
    })
    return reports
  },
}

const usesCommas = ({ prose, mentions }: Content): boolean =>
  mentions.some((mention, index) => {
    const next = mentions[index + 1]
    return next !== undefined && /^[ \t]*,[ \t]*$/.test(prose.slice(mention.to, next.from))
  })

/** Attendance and roles; elsewhere only a line of three or more handles with nothing else in it. */
function isListOfPeople({ content, kind }: BlockSubject, at: number): boolean {
  if (content.heading) return false
  if (kind === 'attendance') return true
  const line = lineAt(content, at)
  if (ROLE.test(line)) return true
  const handles = line.match(/@[\w-]+/g) ?? []
  return handles.length >= 3 && line.replace(/@[\w-]+/g, '').replace(/[\s,.;&*+-]|\band\b/g, '') === ''
}

const ROLE =
  /^[\s*_+-]*(?:meeting )?(?:chairs?|scribes?|secretar(?:y|ies)|facilitators?|attendees?|attending|present|regrets?|absents?)[*_]*\s*:/i

function lineAt({ prose }: Content, at: number): string {
  const end = prose.indexOf('\n', at)
  return prose.slice(prose.lastIndexOf('\n', at) + 1, end < 0 ? prose.length : end)
}
