import { addressOfId } from '../../book/evidence.ts'
import type { Id } from '../../minutes/ids.ts'
import type { OpenMinutes } from '../document.ts'
import { address, type Paragraph, strong, words } from '../markup.ts'

/** An id with the address where it is looked up. */
export function hoverId({ book }: OpenMinutes, id: Id): readonly Paragraph[] | undefined {
  const url = addressOfId(book, id)
  return url === undefined ? undefined : [words(strong(id.name)), words(address(url))]
}
