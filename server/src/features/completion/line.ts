import { type Piece, textOf } from '../../drafting/piece.ts'
import { MARKER } from '../../text/list-marker.ts'
import { type Caret, isLineEnd } from './caret.ts'
import type { Offer } from './offer.ts'

/** So many letters tell which line is meant, where its heading does not. */
const ENOUGH = 3

interface About extends Omit<Offer, 'label' | 'pieces' | 'at'> {
  /** Whether the line belongs here, so that nothing of it need be typed. */
  readonly isPlace: boolean
  readonly label?: string
}

/**
 * A whole line: offered where it belongs, and where one begins to type it. On a line that has a marker already, that
 * one stays.
 */
export function lineOffer(caret: Caret, pieces: readonly Piece[], { isPlace, ...about }: About): Offer | undefined {
  const { before, offset } = caret
  if (!isLineEnd(caret) || /^\s{0,3}#/.test(before)) return undefined
  const marker = MARKER.exec(before)?.[0] ?? ''
  const typed = before.slice(marker.length).trimStart()
  const [first, ...rest] = pieces
  const lead = typeof first === 'string' ? (MARKER.exec(first)?.[0] ?? '') : ''
  const words = [...(typeof first === 'string' ? [first.slice(lead.length)] : first ? [first] : []), ...rest]
  const text = textOf(words)
  if (!text.toLowerCase().startsWith(typed.toLowerCase()) || text === typed) return undefined
  if (typed === '' ? !isPlace : !isPlace && typed.length < ENOUGH) return undefined
  // A blank typed on an empty line below asks for nothing.
  if (caret.sign === ' ' && (typed !== '' || marker === '')) return undefined
  const put = marker === '' && typed === '' && before === '' ? [lead, ...words] : words
  return {
    label: text,
    filter: text,
    ...about,
    pieces: put.filter((piece) => piece !== ''),
    at: { from: offset - typed.length, to: offset + caret.after.trimEnd().length },
  }
}
