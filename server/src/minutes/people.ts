import { inside, type Span, shift, span, trim } from '../text/span.ts'
import { canonical, type Mention } from './mentions.ts'

/** A person as a list names one: by handle, by name, or as `Name (@handle)`. */
export interface Person extends Span {
  readonly handle?: string
  readonly name?: string
  /** The whole entry: name, handle and remarks, without the separators around it. */
  readonly entry: Span
}

/** What a person is compared by; `undefined` for a name too short to tell two people apart. */
export function personKey({ handle, name }: Person): string | undefined {
  if (handle) return `@${canonical(handle)}`
  return name?.includes(' ') ? name.toLowerCase() : undefined
}

const NOBODY = /^(?:…|\.{2,}|-+|[(]?(?:none|nobody|n\/a|tbd|tba|unknown)[)]?)$/i
const NAME = /^\p{L}[\p{L}\p{M}.'’"-]*(?: (?:\p{L}[\p{L}\p{M}.'’"-]*)){0,4}$/u
const SEPARATOR = /[,;\n]|\.[ \t]+(?=@)|[ \t](?:and|&|\+)[ \t]/y

/**
 * The people that a stretch of a list names, separated by commas and the like; notes in brackets belong to a person.
 *
 * @param mentions the handles of the same block.
 */
export function readPeople(prose: string, where: Span, mentions: readonly Mention[]): readonly Person[] {
  const people: Person[] = []
  for (const part of split(prose, where)) {
    const handles = inside(mentions, part)
    const open = prose.slice(part.from, part.to).indexOf('(')
    const aside = open < 0 ? part.to : part.from + open
    if (handles.length === 0) {
      const name = nameIn(prose, { from: part.from, to: aside })
      if (name) people.push({ ...name, entry: trim(prose, part) })
      continue
    }
    const outside = handles.filter((mention) => mention.from < aside)
    const meant = outside.length > 0 ? outside : handles.slice(0, 1)
    for (const { from, to, handle } of meant) {
      const name =
        meant.length === 1 ? nameIn(prose, { from: part.from, to: outside.length > 0 ? from : aside }) : undefined
      const entry = meant.length === 1 ? trim(prose, part) : { from, to }
      people.push({ from, to, handle, entry, ...(name && { name: name.name }) })
    }
  }
  return people
}

function split(prose: string, { from, to }: Span): readonly Span[] {
  const parts: Span[] = []
  let start = from
  let depth = 0
  for (let at = from; at < to; ) {
    const sign = prose[at]
    if (sign === '(') depth++
    else if (sign === ')' && depth > 0) depth--
    SEPARATOR.lastIndex = at
    const separator = depth === 0 || sign === '\n' ? SEPARATOR.exec(prose) : null
    if (separator) {
      if (sign === '\n') depth = 0
      parts.push(span(start, at))
      at = start = Math.min(to, at + separator[0].length)
    } else at++
  }
  parts.push(span(start, to))
  return parts
}

function nameIn(prose: string, where: Span): { from: number; to: number; name: string } | undefined {
  const at = trim(prose, where)
  const raw = prose.slice(at.from, at.to)
  const words = raw.replace(/^[\s*_-]+|[\s*_.:-]+$/g, '')
  if (words === '' || NOBODY.test(words) || !NAME.test(words)) return undefined
  const from = at.from + raw.indexOf(words)
  return { from, to: from + words.length, name: words }
}

/** The person at its place `by` code units further on. */
export const shiftPerson = (person: Person, by: number): Person => ({
  ...person,
  ...shift(person, by),
  entry: shift(person.entry, by),
})
