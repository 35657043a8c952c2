import { isListed } from '../book/names.ts'
import { slipsOf } from '../book/slips.ts'
import type { Content } from '../minutes/content.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import { inside } from '../text/span.ts'
import { type Report, type Rule, replace } from './rule.ts'
import { splitCandidates, splitHandlesIn } from './shared/split-handles.ts'

export const handleUnknown: Rule = {
  id: 'handle-unknown',
  severity: 'warning',
  summary: 'a handle that is one slip away from a known one, or has a blank in it',
  needsBook: true,
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
      return [
        {
          from,
          to,
          message: {
            wrong: slipOf(handle, person.handle, person.documents),
            why: phrase`The person meant will not find what concerns them.`,
            remedy: phrase`Change it to @${person.handle}, if that is who is meant.`,
          },
          fixes: [replace(phrase`Change to @${person.handle}`, { from, to }, `@${person.handle}`, { preferred: true })],
        },
      ]
    })
    const broken = split.map(({ from, to, handle, name }): Report => {
      const written = content.prose.slice(from, to)
      return {
        from,
        to,
        message: {
          wrong:
            name === undefined
              ? phrase`"${written}" is no handle: there is a blank in it. The one meant is @${handle}.`
              : phrase`"${written}" is no handle: there is a blank in it. ${name} is @${handle}.`,
          why: phrase`The person meant will not find what concerns them.`,
          remedy: phrase`Change it to @${handle}.`,
        },
        fixes: [replace(phrase`Change to @${handle}`, { from, to }, `@${handle}`, { preferred: true })],
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

/** @param documents in how many files of minutes the handle meant is named */
function slipOf(handle: string, meant: string, documents: number): Phrase {
  if (documents === 0) return phrase`@${handle} is one slip away from @${meant}, who is on the group’s list of people.`
  return documents === 1
    ? phrase`@${handle} is one slip away from @${meant}, who is named in 1 file of minutes.`
    : phrase`@${handle} is one slip away from @${meant}, who is named in ${documents} files of minutes.`
}
