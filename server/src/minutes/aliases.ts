import { memo } from '../text/memo.ts'
import type { Content } from './content.ts'
import { canonical } from './mentions.ts'

/** Another name for a person, as a text explains it: `tib (@thibault)`, `(tib, @thibault)`, `@thibault aka tib`. */
export interface ExplainedAlias {
  /** The other name's key. */
  readonly alias: string
  /** The person's key. */
  readonly person: string
}

const NICK = '([A-Za-z][A-Za-z0-9_-]{1,30})'
const HANDLE = '@([A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)'
const FORMS: readonly { pattern: RegExp; nickFirst: boolean }[] = [
  // "(tib, @thibault)", "(tib / @thibault)", "(irc: tib, github: @thibault)"
  { pattern: new RegExp(`\\((?:irc|nick|aka)?:? ?@?${NICK}[,/;] ?(?:github:? )?${HANDLE}\\)`, 'gi'), nickFirst: true },
  { pattern: new RegExp(`\\(${HANDLE}[,/;] ?(?:irc|nick|aka):? @?${NICK}\\)`, 'gi'), nickFirst: false },
  // "@tib (@thibault)"
  { pattern: new RegExp(`(?<![\\w@])@${NICK} \\(${HANDLE}\\)`, 'gi'), nickFirst: true },
  // "@thibault (aka tib)", "@thibault, aka tib"
  {
    pattern: new RegExp(`${HANDLE},? \\(?(?:aka|a\\.k\\.a\\.|also known as|formerly) @?${NICK}\\b`, 'gi'),
    nickFirst: false,
  },
]

/** The aliases that a block explains. */
export const explainedIn = memo(({ prose, mentions }: Content): readonly ExplainedAlias[] => {
  if (mentions.length === 0 || !/\(|aka|a\.k\.a|known as|formerly/i.test(prose)) return NONE
  return FORMS.flatMap(({ pattern, nickFirst }) =>
    [...prose.matchAll(pattern)].flatMap(([, first, second]) => {
      const [alias, person] = (nickFirst ? [first!, second!] : [second!, first!]).map(canonical) as [string, string]
      return alias === person ? [] : [{ alias, person }]
    }),
  )
})

const NONE: readonly ExplainedAlias[] = []
