import type { Book } from './book.ts'
import type { Part } from './part.ts'

/**
 * Whether two states of a book tell the same of meetings, people and action items. Parts share what did not change, so
 * that a look at each is all it takes.
 */
export const sameStory = (a: Book, b: Book): boolean =>
  a === b ||
  (a.people === b.people &&
    a.roster === b.roster &&
    a.parts.size === b.parts.size &&
    [...a.parts.values()].every((part) => samePart(part, b.parts.get(part.path))))

const samePart = (a: Part, b: Part | undefined): boolean =>
  a === b ||
  (b !== undefined &&
    a.day === b.day &&
    a.time === b.time &&
    a.aliases === b.aliases &&
    a.links === b.links &&
    a.wording.actions === b.wording.actions &&
    a.wording.record === b.wording.record)
