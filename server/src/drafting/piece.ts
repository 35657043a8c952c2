/** A blank to be filled, with a proposal in it. */
export interface Blank {
  readonly blank: string
  /** Whether the proposal is only there to be written over. */
  readonly mustChange?: boolean
}

/** A piece of a draft. */
export type Piece = string | Blank

/** The pieces with their proposals, as plain text. */
export const textOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.blank)).join('')

/** A stretch of a text with something else in its place. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly put: Piece
}

/** A text with changes in it, none of which overlap; in any order. */
export function changed(text: string, changes: readonly Change[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const add = (piece: Piece) => {
    const last = pieces.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece
    else if (piece !== '') pieces.push(piece)
  }
  for (const { from, to, put } of [...changes].sort((a, b) => a.from - b.from)) {
    add(text.slice(at, from))
    add(put)
    at = to
  }
  add(text.slice(at))
  return pieces
}
