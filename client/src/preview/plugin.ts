import type { MarkdownIt, Token } from './markdown-it.ts'
import { type Words, withWords } from './words.ts'

/**
 * Has the Markdown preview show people, ids and times of minutes. Only ordinary text is touched: nothing in code, in
 * links or in HTML.
 *
 * @param wordsFor what is known at once of a document's words; `undefined` where it is no minutes, or not known yet.
 */
export function showWords(md: MarkdownIt, wordsFor: (document: unknown) => Words | undefined): MarkdownIt {
  const { rules } = md.renderer
  const plain = rules.text
  rules.text = (tokens, index, options, env, self) => {
    // VS Code parses without saying which document it is, and says it when it renders.
    const words = wordsFor((env as { currentDocument?: unknown } | undefined)?.currentDocument)
    const token = tokens[index]!
    if (words && !linked(tokens).has(token)) return withWords(token.content, words)
    return plain ? plain(tokens, index, options, env, self) : withWords(token.content, NONE)
  }
  return md
}

const NONE: Words = { pattern: /(?!)/g, byText: new Map() }

const known = new WeakMap<readonly Token[], ReadonlySet<Token>>()

/** Those tokens of one block that are part of a link. */
function linked(tokens: readonly Token[]): ReadonlySet<Token> {
  let found = known.get(tokens)
  if (!found) {
    let depth = 0
    found = new Set(
      tokens.filter(({ type, content }) => {
        if (type === 'link_open' || (type === 'html_inline' && /^<a\b/i.test(content))) depth++
        else if (type === 'link_close' || (type === 'html_inline' && /^<\/a\b/i.test(content))) depth--
        return depth > 0
      }),
    )
    known.set(tokens, found)
  }
  return found
}
