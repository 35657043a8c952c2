import { isListed } from '../book/names.ts'
import { slipsOf } from '../book/slips.ts'
import type { Content } from '../minutes/content.ts'
import { inside } from '../text/span.ts'
import { type Report, type Rule, replace } from './rule.ts'
import { splitCandidates, splitHandlesIn } from './shared/split-handles.ts'

export const handleUnknown: Rule = {
  id: 'handle-unknown',
  severity: 'warning',
  summary: 'a handle that is one slip away from a known one, or has a blank in it',
  waits: 'pause',
  reads: () => undefined,
  context: ({ book, path }) => {
    const [meant, pieces] = [slipsOf(book), splitCandidates(book)]
    return Object.keys(book.parts.get(path)?.people ?? {})
      .flatMap((key) => {
        const slip = meant(key)
        return [
          ...(slip ? [`${key} ${slip.handle} ${slip.documents}`] : []),
          ...pieces(key).map(({ words, handle, name }) => `${key} ${words} ${handle} ${name}`),
        ]
      })
      .join('\n')
  },
  block: ({ content, subject: { book } }) => {
    if (content.mentions.length === 0) return []
    const split = splitHandlesIn(content, book)
    const meant = slipsOf(book)
    const starts = new Set(split.map(({ from }) => from))
    const slips = content.mentions.flatMap(({ from, to, handle, key }): Report[] => {
      const person = meant(key)
      if (!person || starts.has(from) || (!isListed(book, person.key) && isBeside(content, from, person.key))) return []
      const known =
        person.documents > 0 ? `named in ${count(person.documents)} of minutes` : 'on the group’s list of people'
      return [
        {
          from,
          to,
          message: {
            wrong: `@${handle} is one slip away from @${person.handle}, who is ${known}.`,
            why: 'The person meant will not find what concerns them.',
            remedy: `Change it to @${person.handle}, if that is who is meant.`,
          },
          fixes: [replace(`Change to @${person.handle}`, { from, to }, `@${person.handle}`, { preferred: true })],
        },
      ]
    })
    const broken = split.map(({ from, to, handle, name }): Report => {
      const written = content.prose.slice(from, to)
      return {
        from,
        to,
        message: {
          wrong: `"${written}" is no handle: there is a blank in it. ${name ?? 'The one meant'} is @${handle}.`,
          why: 'The person meant will not find what concerns them.',
          remedy: `Change it to @${handle}.`,
        },
        fixes: [replace(`Change to @${handle}`, { from, to }, `@${handle}`, { preferred: true })],
      }
    })
    return [...slips, ...broken]
  },
}

/** Whether one sentence names both: then they are two people, unless the group's list knows better. */
const isBeside = ({ prose, mentions }: Content, at: number, key: string): boolean =>
  inside(mentions, { from: at - NEAR, to: at + NEAR }).some(
    (other) => other.key === key && !/\n|[.;] /.test(prose.slice(Math.min(at, other.to), Math.max(at, other.from))),
  )

/** In UTF-16 code units. */
const NEAR = 200

const count = (files: number) => `${files} ${files === 1 ? 'file' : 'files'}`
