import type { Range } from 'vscode-languageserver-types'
import type { Book } from '../book/book.ts'
import { projectTitled } from '../book/known-projects.ts'
import { nameOf } from '../book/names.ts'
import { titleKey } from '../book/project-titles.ts'
import { canonical } from '../minutes/mentions.ts'
import type { Minutes } from '../minutes/minutes.ts'
import type { TextEdit } from '../text/edit.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import { touches } from '../text/span.ts'
import { type OpenMinutes, rangeOf } from './document.ts'
import { mentionsIn, minutesLinking, minutesNaming, titlesIn } from './places.ts'
import { type PersonTarget, type ProjectTarget, targetAt } from './target.ts'

/** What can be renamed: a handle (an alias by itself), or a project's title. */
export type Renamed = WrittenHandle | ProjectTarget

type WrittenHandle = PersonTarget & { readonly handle: string }

export function renamedAt(open: OpenMinutes, offset: number): Renamed | undefined {
  const target = targetAt(open, offset)
  if (target?.what === 'project') return touches(target.label, offset) ? target : undefined
  if (target?.what !== 'person' || target.handle === undefined) return undefined
  return { ...target, handle: target.handle }
}

/** What an editor puts into the box where the new name is typed. */
export function renameBox({ document }: OpenMinutes, target: Renamed): { range: Range; placeholder: string } {
  if (target.what === 'person') return { range: rangeOf(document, target), placeholder: `@${target.handle}` }
  return { range: rangeOf(document, target.label), placeholder: target.title }
}

/** A name that is another's already, as far as the book knows, is refused only where the files say so too. */
export type NewName =
  | { readonly name: string }
  | { readonly problem: Phrase; readonly claim?: { readonly key: string; readonly name: string } }

/** The name as it will be written; a message for people where it cannot be. */
export const newNameOf = (book: Book, target: Renamed, typed: string): NewName =>
  target.what === 'person' ? handleOf(book, target, typed.trim()) : titleOf(book, target, typed.trim())

const HANDLE = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/

function handleOf(book: Book, { key, handle }: WrittenHandle, typed: string): NewName {
  const name = typed.replace(/^@/, '')
  if (!HANDLE.test(name) || !/[A-Za-z]/.test(name)) {
    const problem =
      name === ''
        ? phrase`A handle cannot be empty. Write letters, digits and hyphens, with or without "@" before them.`
        : phrase`"${typed}" cannot be a handle. Write letters, digits and hyphens, with or without "@" before them.`
    return { problem }
  }
  const taken = canonical(name)
  if (taken === key) return { name }
  if (!book.people.has(taken) && !isListed(book, taken)) return { name }
  const person = nameOf(book, taken)
  const known = person ? `@${name} (${person})` : `@${name}`
  return {
    claim: { key: taken, name },
    problem: phrase`${known} is a handle of this book already. If both were one, nobody could tell any more who was meant. Choose another for @${handle}; if it is a slip or an alias, use its quick fix.`,
  }
}

const isListed = ({ roster }: Book, key: string): boolean =>
  roster.people.some(({ handle, aliases }) => [handle, ...aliases].some((each) => canonical(each) === key)) ||
  roster.pseudo.some((each) => canonical(each) === key)

const LONGEST_TITLE = 200

function titleOf(book: Book, { key, title }: ProjectTarget, typed: string): NewName {
  const bad =
    /[[\]<>`\\\n\r|*]|:\/\/|#$|~~|^(?:#|[-+] |\d+[.)] )|(?<!\w)_|_(?!\w)|[\u00ad\u200b-\u200f\u2060\ufeff]/.exec(typed)
  if (bad || !/[\p{L}\p{N}]/u.test(typed) || typed.length > LONGEST_TITLE) {
    const problem =
      typed === ''
        ? phrase`A title cannot be empty. Write words, without brackets, backquotes and addresses.`
        : phrase`"${typed}" cannot be the title of a link. Write words, without brackets, backquotes and addresses.`
    return { problem }
  }
  const other = typed === title ? undefined : projectTitled(book, titleKey(typed))
  const taken = other !== undefined && other !== key
  if (!taken) return { name: typed }
  return {
    problem: phrase`"${typed}" is the title of another project already, at ${other}. If both had one, nobody could tell them apart. Choose another title.`,
  }
}

/**
 * The minutes in which something changes, in order of the meetings.
 *
 * @param claimed the key of the new handle: where the book has that, the old one may stand by now
 */
export const minutesToRename = (book: Book, target: Renamed, claimed?: string) =>
  target.what === 'person'
    ? minutesNaming(book, new Set([target.key, ...(claimed === undefined ? [] : [claimed])]))
    : minutesLinking(book, target.key)

/** Whether minutes name somebody by this key. */
export const names = (minutes: Minutes, key: string): boolean => mentionsIn(minutes, new Set([key])).length > 0

/**
 * A new handle as it is to stand where the old one is spelled otherwise than under the caret: `@Ilse` for `@ilse` becomes
 * `@Berg` for `@berg`, and `@ILSE` becomes `@BERG`; of any other mixture each letter keeps its case, `@IlsE` becomes `@BerG`.
 * So the way back is open, but for a mixture that the new name has no letter for, and for single letters. Who types the
 * old handle in another case wants one spelling.
 */
export function inSpelling({ key, handle }: WrittenHandle, name: string, spelling: string): string {
  if (canonical(name) === key || spelling === handle) return name
  const small = spelling.toLowerCase()
  if (spelling === small) return name.toLowerCase()
  if (spelling === capitalised(small)) return capitalised(name.toLowerCase())
  if (spelling === spelling.toUpperCase()) return name.toUpperCase()
  return [...name]
    .map((sign, at) => {
      const own = spelling[at]
      if (own === undefined || own === handle[at]) return sign
      return own === own.toUpperCase() ? sign.toUpperCase() : sign.toLowerCase()
    })
    .join('')
}

const capitalised = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

/** An edit; whether it is sure, or a place by itself that may mean something else. */
export interface RenameEdit extends TextEdit {
  readonly sure: boolean
}

/** The edits in one file of minutes. A handle changes in all its spellings, a title where it is written just so. */
export function renameEdits(book: Book, minutes: Minutes, target: Renamed, name: string): readonly RenameEdit[] {
  if (target.what === 'person') {
    return mentionsIn(minutes, new Set([target.key])).map(({ from, to, handle }) => ({
      from: from + 1,
      to,
      insert: inSpelling(target, name, handle),
      sure: true,
    }))
  }
  return titlesIn(book, minutes, target.key)
    .filter(({ title }) => title === target.title)
    .map(({ from, to, linked }) => ({ from, to, insert: name, sure: linked }))
}
