import { slipsOf } from '../book/slips.ts'
import { type Report, type Rule, replace } from './rule.ts'

export const handleUnknown: Rule = {
  id: 'handle-unknown',
  severity: 'warning',
  summary: 'a handle that is one slip away from a known one',
  waits: 'pause',
  context: ({ book, path }) => {
    const meant = slipsOf(book)
    const handles = Object.keys(book.parts.get(path)?.people ?? {})
    return handles
      .flatMap((key) => (meant(key) ? `${key} ${meant(key)!.handle} ${meant(key)!.documents}` : []))
      .join('\n')
  },
  block: ({ content, subject }) => {
    if (content.mentions.length === 0) return []
    const meant = slipsOf(subject.book)
    return content.mentions.flatMap(({ from, to, handle, key }): Report[] => {
      const person = meant(key)
      if (!person) return []
      return [
        {
          from,
          to,
          message: {
            wrong: `@${handle} is one slip away from @${person.handle}, who is named in ${count(person.documents)} of minutes.`,
            why: 'The person meant will not find what concerns them.',
            remedy: `Change it to @${person.handle}, if that is who is meant.`,
          },
          fixes: [replace(`Change to @${person.handle}`, { from, to }, `@${person.handle}`, { preferred: true })],
        },
      ]
    })
  },
}

const count = (files: number) => `${files} ${files === 1 ? 'file' : 'files'}`
