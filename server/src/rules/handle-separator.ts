import type { Content } from '../minutes/content.ts'
import { phrase } from '../text/phrase.ts'
import { type BlockSubject, type Report, type Rule, replace } from './rule.ts'

export const handleSeparator: Rule = {
  id: 'handle-separator',
  severity: 'warning',
  summary: 'people in a list with a full stop, or nothing, between them; a blank before a possessive',
  waits: 'pause',
  block: (block) => {
    const { content } = block
    const reports: Report[] = []
    const commas = usesCommas(content)
    const isListed = listsOfPeople(block)
    content.mentions.forEach((mention, index) => {
      const next = content.mentions[index + 1]
      if (!next) return
      const between = content.prose.slice(mention.to, next.from)
      const stop = /^\.[ \t]+$/.test(between)
      // Where all are separated by blanks alone, that is how this group writes.
      if (!stop && !(commas && /^[ \t]+$/.test(between))) return
      if (!isListed(mention.from)) return
      const where = { from: mention.to, to: next.from }
      reports.push({
        from: mention.from,
        to: next.to,
        message: {
          wrong: stop
            ? phrase`There is a full stop between @${mention.handle} and @${next.handle}.`
            : phrase`There is nothing between @${mention.handle} and @${next.handle}.`,
          why: phrase`In a list of people it reads as if the list ended, or as one name.`,
          remedy: phrase`Put a comma between them.`,
        },
        fixes: [replace(phrase`Put a comma`, where, ', ', { preferred: true, safe: true })],
      })
    })
    return [...reports, ...loosePossessives(content)]
  },
}

/** "@ada 's talk" */
function loosePossessives({ prose, mentions }: Content): Report[] {
  return mentions.flatMap(({ to, from, handle }): Report[] => {
    POSSESSIVE.lastIndex = to
    const found = POSSESSIVE.exec(prose)
    if (!found) return []
    const blanks = { from: to, to: to + found[1]!.length }
    return [
      {
        from,
        to: to + found[0].length,
        message: {
          wrong: phrase`There is a blank between @${handle} and "${found[0].trim()}".`,
          why: phrase`It tears the word in two.`,
          remedy: phrase`Remove the blank.`,
        },
        fixes: [replace(phrase`Remove the blank`, blanks, '', { preferred: true, safe: true })],
      },
    ]
  })
}

// "'s avonds" and its like are Dutch for "in the evening".
const POSSESSIVE =
  /([ \t]+)['’]s(?![\p{L}\p{N}'’-])(?!\s+(?:avonds|ochtends|morgens|middags|nachts|(?:zo|win)[a-z]*ers|[a-z]+dags)\b)/uy

const usesCommas = ({ prose, mentions }: Content): boolean =>
  mentions.some((mention, index) => {
    const next = mentions[index + 1]
    return next !== undefined && /^[ \t]*,[ \t]*$/.test(prose.slice(mention.to, next.from))
  })

/** Attendance and roles; elsewhere only a line of three or more handles with nothing else in it. */
function listsOfPeople({ content, kind }: BlockSubject): (at: number) => boolean {
  if (content.heading) return () => false
  if (kind === 'attendance') return () => true
  const known = new Map<number, boolean>()
  return (at) => {
    const from = content.prose.lastIndexOf('\n', at) + 1
    let isList = known.get(from)
    if (isList === undefined) {
      isList = isListOfPeople(lineFrom(content, from))
      known.set(from, isList)
    }
    return isList
  }
}

function isListOfPeople(line: string): boolean {
  if (ROLE.test(line)) return true
  const handles = line.match(/@[\w-]+/g) ?? []
  return handles.length >= 3 && line.replace(/@[\w-]+/g, '').replace(/[\s,.;&*+-]|\band\b/g, '') === ''
}

const ROLE =
  /^[\s*_+-]*(?:meeting )?(?:chairs?|scribes?|secretar(?:y|ies)|facilitators?|attendees?|attending|present|regrets?|absents?)[*_]*\s*:/i

function lineFrom({ prose }: Content, from: number): string {
  const end = prose.indexOf('\n', from)
  return prose.slice(from, end < 0 ? prose.length : end)
}
