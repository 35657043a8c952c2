import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types'
import { type Say, said, type Value } from '../text/phrase.ts'
import { visible } from '../text/visible.ts'

/** Words to show: plain ones, which stay plain whatever is in them, words in bold, and addresses to open. */
export type Words = readonly (Value | { readonly strong: Value } | { readonly address: string })[]

/** A paragraph, or a list. */
export type Paragraph = { readonly words: Words } | { readonly items: readonly Words[] }

export const strong = (text: Value) => ({ strong: text })
export const address = (url: string) => ({ address: url })
export const words = (...each: Words): Paragraph => ({ words: each })

/**
 * Paragraphs in the form that an editor shows. What stands in them comes from documents: none of it may become Markdown,
 * HTML, a link or a command.
 *
 * @param say in the editor's language
 */
export function markup(paragraphs: readonly Paragraph[], kind: MarkupKind, say: Say): MarkupContent {
  const inKind = kind === MarkupKind.Markdown ? inMarkdown : inPlainText
  const shown = (each: Words): string => each.map((word) => inKind(saidWord(word, say))).join('')
  const value = paragraphs
    .map((each) => ('items' in each ? each.items.map((item) => `- ${shown(item)}`).join('\n') : shown(each.words)))
    .join('\n\n')
  return { kind, value }
}

type Said = string | { readonly strong: string } | { readonly address: string }

function saidWord(word: Words[number], say: Say): Said {
  if (typeof word !== 'object' || 'text' in word) return said(word, say)
  return 'strong' in word ? { strong: said(word.strong, say) } : word
}

function inMarkdown(word: Said): string {
  if (typeof word === 'string') return escaped(word)
  if ('strong' in word) return word.strong.trim() === '' ? '' : `**${escaped(word.strong).trim()}**`
  return isWeb(word.address) ? `<${encoded(word.address)}>` : escaped(word.address)
}

const inPlainText = (word: Said): string =>
  oneLine(typeof word === 'string' ? word : 'strong' in word ? word.strong : word.address)

/** Whether an address is one of the web: others could be commands of the editor. */
export const isWeb = (url: string): boolean => /^https?:\/\/[^\s<>"'\\`\u0000-\u001f]+$/i.test(url)

/** What an autolink of Markdown cannot hold, and what turns the direction of writing around. */
const encoded = (url: string): string =>
  url.replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069{|}^]/g, encodeURIComponent)

/**
 * Text as Markdown shows it literally (CommonMark 2.4): one line, in which nothing is markup, an entity or, as GitHub's
 * extensions have it, the bare address of a page or a mailbox.
 */
export const escaped = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]<>&~]|:(?=\/\/)|(?<=[\w.+-])@|\$(?=\()/g, '\\$&')
    .replace(/^(\s*)(?=[-+=#])/, '$1\\')
    .replace(/^(\s*\d+)(?=[.)])/, '$1\\')
    .replace(/(?<=\bwww)\./gi, '\\.')

const oneLine = (text: string): string => visible(text.replace(/[\s\u2028\u2029]+/g, ' '))

/** The beginning of a text, for a line. In UTF-16 code units; letters stay whole. */
export function shortened(text: string, most = 160): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')
  return `${cut.replace(/\s+\S*$/, '') || cut}…`
}
