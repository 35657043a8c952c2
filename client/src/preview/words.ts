import type { PreviewWord } from '../../../server/src/protocol/messages.ts'
import { html } from '../html.ts'

/** Words, ready to be found in a text. */
export interface Words {
  readonly pattern: RegExp
  readonly byText: ReadonlyMap<string, PreviewWord>
}

/** @returns `undefined` where there are none */
export function wordsOf(words: readonly PreviewWord[]): Words | undefined {
  if (words.length === 0) return undefined
  const byText = new Map(words.map((word) => [word.text, word]))
  // The longest first, or `Foo::Bar` would be found in `Foo::Bar::Baz`.
  const texts = [...byText.keys()].sort((a, b) => b.length - a.length).map(escaped)
  return { pattern: new RegExp(`${BEFORE}(?:${texts.join('|')})${AFTER}`, 'gu'), byText }
}

// Not within a longer word, handle, path, number or address.
const BEFORE = String.raw`(?<![\p{L}\p{N}_@/.:#&%\\-])`
const AFTER = String.raw`(?![\p{L}\p{N}_@]|::|-[\p{L}\p{N}]|[./:][\p{L}\p{N}])`

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)

/** A stretch of text as HTML, with what is known of its words. */
export function withWords(text: string, { pattern, byText }: Words): string {
  const parts: string[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(pattern)) {
    parts.push(html(text.slice(at, index)), shown(byText.get(found)!))
    at = index + found.length
  }
  return [...parts, html(text.slice(at))].join('')
}

function shown({ text, kind, target, title }: PreviewWord): string {
  const said = `class="minutebook-${kind}"${title ? ` title="${html(title)}"` : ''}`
  // The preview opens what has `data-href`, and only what is on the web may be opened from here.
  return target && /^https?:\/\//i.test(target)
    ? `<a href="${html(target)}" data-href="${html(target)}" ${said}>${html(text)}</a>`
    : `<span ${said}>${html(text)}</span>`
}
