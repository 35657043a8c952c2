import { memo } from '../text/memo.ts'
import type { Span } from '../text/span.ts'
import type { Content } from './content.ts'

/** What minutes name by a number or name that is looked up elsewhere. */
export type IdKind = 'cve' | 'ghsa' | 'rfc' | 'module' | 'issue'

/** Such a name in the text. */
export interface Id extends Span {
  readonly kind: IdKind
  /** As its issuer writes it: `CVE-2026-12345`, `RFC 9110`, `owner/repo#12`. */
  readonly name: string
}

const KINDS: readonly {
  readonly kind: IdKind
  /** What must stand somewhere for a search to be worth it. */
  readonly hint: RegExp
  readonly pattern: RegExp
  name(match: RegExpExecArray): string
}[] = [
  // A year and at least four digits: https://www.cve.org/ResourcesSupport/Glossary, "CVE ID".
  {
    kind: 'cve',
    hint: /cve-/i,
    pattern: /(?<![\w-])CVE-((?:19|20)\d\d-\d{4,19})(?![\w-])/gi,
    name: ([, number]) => `CVE-${number}`,
  },
  // Letters and digits that are not taken for each other: https://github.com/github/advisory-database, "GHSA IDs".
  {
    kind: 'ghsa',
    hint: /ghsa-/i,
    pattern: /(?<![\w-])GHSA((?:-[23456789cfghjmpqrvwx]{4}){3})(?![\w-])/gi,
    name: ([, code]) => `GHSA${code!.toLowerCase()}`,
  },
  {
    kind: 'rfc',
    hint: /RFC/,
    pattern: /(?<![\w-])RFC[ -]?([1-9]\d{0,4})(?![\w-]|\.\d)/g,
    name: ([, number]) => `RFC ${number}`,
  },
  // No method (`Foo::bar`, `Foo::Bar(`) and no family of modules (`Foo::Bar::*`).
  {
    kind: 'module',
    hint: /::/,
    pattern: /(?<![\w:$@%&#./\\-])[A-Z]\w{0,60}(?:::[A-Z0-9]\w{0,60}){1,9}(?!\w|::|\(|!)/g,
    name: ([name]) => name,
  },
  {
    kind: 'issue',
    hint: /\/[^\s/]*#\d/,
    pattern:
      /(?<![\w./@#:-])[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?\/[A-Za-z0-9_.-]{1,100}#[1-9]\d{0,6}(?![\w-]|\.\d)/g,
    name: ([name]) => name,
  },
]

/** Every id in masked prose, in order of appearance. */
export function scanIds(prose: string): readonly Id[] {
  return KINDS.flatMap(({ kind, hint, pattern, name }) =>
    hint.test(prose)
      ? [...prose.matchAll(pattern)].map((match): Id => {
          const from = match.index
          return { kind, from, to: from + match[0].length, name: name(match) }
        })
      : [],
  ).sort((a, b) => a.from - b.from)
}

/** The ids that a block names. Offsets count from its start. */
export const idsOf = memo(({ prose }: Content): readonly Id[] => scanIds(prose))
