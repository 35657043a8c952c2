import { isPseudo } from '../book/names.ts'
import { phrase } from '../text/phrase.ts'
import { type Report, type Rule, replace } from './rule.ts'

export const handleCase: Rule = {
  id: 'handle-case',
  severity: 'off',
  summary: 'a handle in another letter case than the usual one',
  needsBook: true,
  waits: 'pause',
  reads: () => undefined,
  context: ({ book, path }) =>
    Object.keys(book.parts.get(path)?.people ?? {})
      .map((key) => book.people.get(key)?.handle)
      .join(' '),
  block: ({ content, subject: { book } }) =>
    content.mentions.flatMap(({ from, to, handle, key }): Report[] => {
      const usual = book.people.get(key)?.handle
      if (usual === undefined || usual === handle || isPseudo(book, key)) return []
      return [
        {
          from,
          to,
          message: {
            wrong: phrase`@${handle} is written @${usual} elsewhere.`,
            why: phrase`It is the same account, and looks like two.`,
            remedy: phrase`Change it to @${usual}.`,
          },
          fixes: [replace(phrase`Change to @${usual}`, { from, to }, `@${usual}`, { preferred: true, safe: true })],
        },
      ]
    }),
}
