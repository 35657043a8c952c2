/**
 * Words for people: an English text, and what fills its places. Who writes them knows no other language; who shows them
 * says them, in English or as a translation of the text has it.
 */
export interface Phrase {
  /** With `{0}`, `{1}` … where the values go. Translations go by it. */
  readonly text: string
  readonly values: readonly Value[]
}

/** What stands in the minutes as it stands there, a number, or words that are to be translated too. */
export type Value = string | number | Phrase

/** Says phrases in some language. */
export type Say = (phrase: Phrase) => string

/** The phrase in these words: phrase`${name} is not present.` */
export const phrase = (words: TemplateStringsArray, ...values: readonly Value[]): Phrase => ({
  text: words.reduce((text, piece, at) => `${text}{${at - 1}}${piece}`),
  values,
})

/** Says phrases by way of what fills the places of a text, or of its translation. */
export function sayBy(fill: (text: string, values: readonly string[]) => string): Say {
  const say: Say = ({ text, values }) =>
    fill(
      text,
      values.map((value) => said(value, say)),
    )
  return say
}

/** Says what may be a phrase; what is none stays as it is. */
export const said = (value: Value, say: Say): string => (typeof value === 'object' ? say(value) : String(value))

/** Says phrases as they are written. */
export const english: Say = sayBy((text, values) => text.replace(/\{(\d+)\}/g, (_, at) => values[at]!))

/** "a", "a and b", "a, b and c". There must be one. */
export const andList = (values: readonly Value[]): Value => joined(values, (most, last) => phrase`${most} and ${last}`)

/** The same with "or". */
export const orList = (values: readonly Value[]): Value => joined(values, (most, last) => phrase`${most} or ${last}`)

/** "a", "a, b", "a, b, c". There must be one. */
export const commaList = (values: readonly Value[]): Value => values.reduce((list, value) => phrase`${list}, ${value}`)

const joined = (values: readonly Value[], join: (most: Value, last: Value) => Phrase): Value =>
  values.length === 1 ? values[0]! : join(commaList(values.slice(0, -1)), values.at(-1)!)
