/// <reference path="./misspellings.d.ts" />
import { MISSPELLINGS, WORDS } from 'virtual:misspellings'
import { lineOf } from '../../text/sorted.ts'

/** What was meant by a common misspelling, the likeliest first. @param word in lower case */
export const meantBy = (word: string): readonly string[] | undefined => {
  const line = remembered(MEANT, word, () => lineOf(MISSPELLINGS, word, '->'))
  return line?.slice(word.length + 2).split(',')
}

/** Whether it is one of 20,000 English words that people misspell, and so is right itself. @param word in lower case */
export const isEnglishWord = (word: string): boolean =>
  remembered(ENGLISH, word, () => lineOf(WORDS, word, '')) !== undefined

// Most words of minutes come again and again, and every keystroke asks for those of its block anew.
const MEANT = new Map<string, string | undefined>()
const ENGLISH = new Map<string, string | undefined>()
const MOST = 20_000

function remembered(known: Map<string, string | undefined>, word: string, find: () => string | undefined) {
  if (known.has(word)) return known.get(word)
  if (known.size >= MOST) known.clear()
  const found = find()
  known.set(word, found)
  return found
}
