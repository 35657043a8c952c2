import type { Book } from '../book/book.ts'
import { type Alias, aliasesOf, nameOf } from '../book/names.ts'
import type { Content } from '../minutes/content.ts'
import { canonical, type Mention } from '../minutes/mentions.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import { type Report, type Rule, replace } from './rule.ts'
import { splitHandlesIn } from './shared/split-handles.ts'

export const handleAlias: Rule = {
  id: 'handle-alias',
  severity: 'hint',
  summary: 'a known alias instead of the handle that the group goes by',
  needsBook: true,
  waits: 'pause',
  reads: () => undefined,
  context: ({ book, path }) => {
    const aliases = aliasesOf(book)
    return Object.keys(book.parts.get(path)?.people ?? {})
      .flatMap((key) => {
        const alias = aliases.get(key)
        return alias ? `${key} ${alias.handle} ${alias.source} ${nameOf(book, canonical(alias.handle))}` : []
      })
      .join('\n')
  },
  block: ({ content, subject: { book } }) => {
    const aliases = aliasesOf(book)
    if (aliases.size === 0) return []
    const { mentions } = content
    if (!mentions.some(({ key }) => aliases.has(key))) return []
    const split = new Set(splitHandlesIn(content, book).map(({ from }) => from))
    return mentions.flatMap((mention, index): Report[] => {
      const alias = aliases.get(mention.key)
      if (!alias || split.has(mention.from)) return []
      const neighbours = [mentions[index - 1], mentions[index + 1]]
      if (neighbours.some((other) => other && isExplained(mention, alias, other, content))) return []
      const { from, to, handle } = mention
      return [
        {
          from,
          to,
          message: {
            wrong: wrong(handle, alias, book),
            why: phrase`Under two handles nobody finds all that concerns one person.`,
            remedy: phrase`Change it to @${alias.handle}, if that is who is meant.`,
          },
          fixes: [replace(phrase`Change to @${alias.handle}`, { from, to }, `@${alias.handle}`, { preferred: true })],
        },
      ]
    })
  },
}

function wrong(handle: string, { handle: meant, source }: Alias, book: Book): Phrase {
  if (source === 'listed') return phrase`@${handle} is another name of @${meant}, as the group lists it.`
  if (source === 'explained') return phrase`@${handle} is another name of @${meant}, as the minutes say.`
  return phrase`@${handle} looks like ${nameOf(book, canonical(meant))!}, who is @${meant} elsewhere.`
}

/** Whether the alias stands where the text says whose it is: "@tib (@thibault)", "@thibault, formerly @tib". */
function isExplained({ from, to }: Mention, { handle }: Alias, other: Mention, { prose }: Content): boolean {
  if (other.key !== canonical(handle)) return false
  const between = other.from < from ? prose.slice(other.to, from) : prose.slice(to, other.from)
  return between.length < 30 && EXPLANATION.test(between)
}

const EXPLANATION = /^[ \t]*(?:\(|,?[ \t]*\(?(?:aka|a\.k\.a\.|also known as|formerly|now|irc|nick)\b|[/=])[^\n()]*$/i
