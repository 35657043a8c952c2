import { CompletionItemKind } from 'vscode-languageserver-types'
import { usualRemarks } from '../../book/usual-remarks.ts'
import { phrase } from '../../text/phrase.ts'
import type { OpenMinutes } from '../document.ts'
import { type Caret, isLineEnd, itemTyped } from './caret.ts'
import type { Offer } from './offer.ts'

/** Who speaks, with the separator behind. */
const SPEAKER = /^(?:@[\w-]+(?:, ?| and | ?& ?)?)+(?:[ \t]*[-–—:;][ \t]+|[ \t]+)/
const TALK: ReadonlySet<string | undefined> = new Set(['topic', 'projects', 'actions'])

/** What the group notes again and again, as a whole note: at the head of an item, or behind who speaks. */
export function completeRemarks(open: OpenMinutes, caret: Caret): Offer[] {
  const words = TALK.has(caret.kind) && isLineEnd(caret) ? itemTyped(caret) : undefined
  // A blank typed goes on to something else more often than not.
  if (words === undefined || caret.sign !== undefined) return []
  const typed = words.slice(SPEAKER.exec(words)?.[0].length ?? 0)
  const begun = typed.toLowerCase()
  return usualRemarks(open)
    .filter((remark) => remark.toLowerCase().startsWith(begun) && remark !== typed)
    .map((remark) => ({
      label: remark,
      kind: CompletionItemKind.Text,
      pieces: [remark],
      at: { from: caret.offset - typed.length, to: caret.offset + caret.after.trimEnd().length },
      documentation: [phrase`What the group notes again and again`],
    }))
}
