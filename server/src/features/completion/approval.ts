import { CompletionItemKind } from 'vscode-languageserver-types'
import { approvalLines } from '../../drafting/approval-lines.ts'
import { textOf } from '../../drafting/piece.ts'
import { lineAround } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import type { OpenMinutes } from '../document.ts'
import type { Caret } from './caret.ts'
import { lineOffer } from './line.ts'
import type { Offer } from './offer.ts'

/** What is said of the approval of the previous minutes, as the last minutes have it; not what is said already. */
export function completeApproval({ book, path, minutes }: OpenMinutes, caret: Caret): Offer[] {
  if (caret.kind !== 'approval') return []
  const line = lineAround(minutes.text, caret.offset)
  return approvalLines(book, path).flatMap((pieces) => {
    const text = textOf(pieces)
    const at = minutes.text.indexOf(text)
    if (at >= 0 && (at < line.from || at > line.to)) return []
    return (
      lineOffer(caret, pieces, {
        isPlace: true,
        kind: CompletionItemKind.Text,
        documentation: [phrase`In the words of the last minutes. Change who approved and merged, where others did.`],
      }) ?? []
    )
  })
}
