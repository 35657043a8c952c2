import { memo } from '../text/memo.ts'
import type { Book } from './book.ts'

/** Whether a word is a handle, or part of a name, of somebody whom the book knows. @param word in lower case */
export const isNameWord = ({ people, roster }: Book, word: string): boolean =>
  people.has(word) || inPeople(people).has(word) || inRoster(roster).has(word)

const inPeople = memo(
  (people: Book['people']): ReadonlySet<string> =>
    new Set([...people.values()].flatMap(({ name }) => (name ? wordsIn(name) : []))),
)

const inRoster = memo(
  ({ people }: Book['roster']): ReadonlySet<string> =>
    new Set(people.flatMap(({ handle, name, aliases }) => [handle, name ?? '', ...aliases].flatMap(wordsIn))),
)

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
