import { type CompletionItem, type CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver-types'
import { type Piece, textOf } from '../../drafting/piece.ts'
import { said, type Value } from '../../text/phrase.ts'
import type { Span } from '../../text/span.ts'
import { type OpenMinutes, rangeOf } from '../document.ts'

/** Something that may be typed next. */
export interface Offer {
  readonly label: string
  readonly kind: CompletionItemKind
  /** What is put in, and in place of what. */
  readonly pieces: readonly Piece[]
  readonly at: Span
  /** What is compared with the text that stands there; the label, unless it says otherwise. */
  readonly filter?: string
  /** Behind the label, and at the end of its line. */
  readonly detail?: string
  readonly description?: Value
  /** Markdown, a paragraph each. */
  readonly documentation?: readonly Value[]
}

/** More than this no list is read through. */
const MOST = 50

/**
 * Offers as the protocol has them, in the order given.
 *
 * @param rank what they begin with in the order of all
 * @param snippets whether the editor can fill in blanks; where it cannot, nothing is offered that is wrong as it stands
 */
export const itemsOf = (
  open: OpenMinutes,
  offers: readonly Offer[],
  rank: string,
  snippets: boolean,
): CompletionItem[] =>
  offers
    .filter(({ pieces }) => snippets || !pieces.some((piece) => typeof piece !== 'string' && piece.mustChange))
    .slice(0, MOST)
    .map((offer, index) => itemOf(open, offer, `${rank}${String(index).padStart(4, '0')}`, snippets))

function itemOf({ document, say }: OpenMinutes, offer: Offer, sortText: string, snippets: boolean): CompletionItem {
  const { label, kind, pieces, at, filter = label, detail } = offer
  const description = offer.description && said(offer.description, say)
  const documentation = offer.documentation?.map((each) => said(each, say)).join('\n\n')
  const isSnippet = snippets && pieces.some((piece) => typeof piece !== 'string')
  return {
    label,
    kind,
    ...((detail ?? description) !== undefined && {
      labelDetails: { ...(detail && { detail: `  ${detail}` }), ...(description && { description }) },
    }),
    ...(documentation && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    sortText,
    filterText: filter,
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range: rangeOf(document, at), newText: isSnippet ? snippetOf(pieces) : textOf(pieces) },
  }
}

function snippetOf(pieces: readonly Piece[]): string {
  let blanks = 0
  return pieces
    .map((piece) => (typeof piece === 'string' ? escaped(piece) : `\${${++blanks}:${escaped(piece.blank)}}`))
    .join('')
}

/** LSP 3.17, "Snippet Syntax": in text `$`, `}` and `\` are escaped. */
const escaped = (text: string): string => text.replace(/[$}\\]/g, '\\$&')
