import type { Span } from '../text/span.ts'

/** A handle in the text. The span covers the `@` too. */
export interface Mention extends Span {
  /** As written, without the `@`. */
  readonly handle: string
  /** What it is compared by; see {@link canonical}. */
  readonly key: string
}

/**
 * The name that a handle is compared by. GitHub, where the groups' handles come from, takes `@LJHarb` and `@ljharb` for
 * one account.
 */
export const canonical = (handle: string): string => handle.toLowerCase()

// GitHub: letters, digits and single hyphens inside; other places also allow an underscore.
const HANDLE = /[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?/y

/**
 * Every handle in masked prose. Not one: mail addresses, `@scope/package`, `@decorator()`, `@ada@social.example`,
 * `@ada:matrix.org`, `@ 16:00`, `@17:00`.
 *
 * @param edges what is covered, and yet ends a word: tags and entities, in order
 */
export function scanMentions(prose: string, edges: readonly Span[] = []): readonly Mention[] {
  const mentions: Mention[] = []
  const [starts, ends] = [new Set(edges.map(({ from }) => from)), new Set(edges.map(({ to }) => to))]
  for (let at = prose.indexOf('@'); at >= 0; at = prose.indexOf('@', at + 1)) {
    if (at > 0 && !BEFORE.test(prose[at - 1]!) && !ends.has(at)) continue
    HANDLE.lastIndex = at + 1
    const handle = HANDLE.exec(prose)?.[0]
    if (!handle || !/[A-Za-z]/.test(handle)) continue
    const to = at + 1 + handle.length
    AFTER.lastIndex = to
    if (AFTER.test(prose) && !starts.has(to)) continue
    mentions.push({ from: at, to, handle, key: canonical(handle) })
  }
  return mentions
}

const BEFORE = /[^\p{L}\p{N}@./\\\uFFFC]/u
const AFTER = /\/[A-Za-z0-9*\uFFFC]|[@\uFFFC]|\(\)|:[a-z0-9-]{1,63}\.[a-z]/y
