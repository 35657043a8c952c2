import { blockAt } from '../minutes/minutes.ts'
import { type Span, shift, touches } from '../text/span.ts'
import type { OpenMinutes } from './document.ts'
import { wordsOf } from './places.ts'
import { thingAt } from './thing.ts'

/** What a place in minutes names, that other minutes may name too. The span is its own, in the whole text. */
export type Target = PersonTarget | ProjectTarget | FileTarget

export interface PersonTarget extends Span {
  readonly what: 'person'
  /** What it is compared by: of a handle as it is written, even where it is another's alias. */
  readonly key: string
  /** As written, without the `@`; a person named otherwise has none here. */
  readonly handle?: string
}

export interface ProjectTarget extends Span {
  readonly what: 'project'
  readonly key: string
  /** The words of the label, heading or item, as written. */
  readonly title: string
  /** Where they stand. */
  readonly label: Span
}

export interface FileTarget extends Span {
  readonly what: 'file'
  /** Minutes of the same book. */
  readonly path: string
}

/** What stands at an offset; `undefined` where nothing does that the book knows, as in code and comments. */
export function targetAt(open: OpenMinutes, offset: number): Target | undefined {
  const { minutes } = open
  const block = minutes.blocks[blockAt(minutes, offset)]
  const at = block && offset - block.from
  const mention = block?.content.mentions.find((each) => touches(each, at!))
  if (mention) return { what: 'person', handle: mention.handle, key: mention.key, ...shift(mention, block!.from) }
  const thing = thingAt(open, offset)
  const { from = 0, to = 0 } = thing ?? {}
  switch (thing?.is) {
    case 'person':
      return { what: 'person', key: thing.key, from, to }
    case 'minutes':
      return { what: 'file', path: thing.path, from, to }
    case 'project': {
      const link = block?.content.links.find((each) => touches(each, at!))
      const label = link ? shift(wordsOf(block!.content.text, link.label), block!.from) : { from, to }
      return { what: 'project', key: thing.key, title: minutes.text.slice(label.from, label.to), label, from, to }
    }
    default:
      return undefined
  }
}
