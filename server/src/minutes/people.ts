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

const NOBODY =
  /^(?:…|\.{2,}|-+|[(]?(?:none|nobody|n\/a|tbd|tba|unknown)[)]?|(?:meeting )?(?:chair|scribe|secretary|host|minutes|facilitator|moderator|guests?|observers?))$/i
const NAME = /^\p{L}[\p{L}\p{M}.'’"-]*(?: (?:\p{L}[\p{L}\p{M}.'’"-]*)){0,4}$/u
const SEPARATOR = /[,;\n]|\.[ \t]+(?=@)|[ \t](?:and|&|\+)[ \t]/y

/**
 * The people that a stretch of a list names, separated by commas and the like; notes in brackets belong to a person.
 * Handles in remarks are not among them: "told @ann", "Bo Ray (proxy: @ann)".
 *
 * @param mentions the handles of the same block.
 */
export function readPeople(prose: string, where: Span, mentions: readonly Mention[]): readonly Person[] {
  const people: Person[] = []
  for (const part of split(prose, where)) {
    const handles = inside(mentions, part)
    const open = prose.slice(part.from, part.to).indexOf('(')
    const aside = open < 0 ? part.to : part.from + open
    const meant = handles.length === 0 ? handles : entriesAmong(prose, part.from, aside, handles)
    if (meant.length === 0) {
      const name = nameIn(prose, { from: part.from, to: aside })
      if (name && !(handles.length > 0 && handles[0]!.from < aside)) people.push({ ...name, entry: trim(prose, part) })
      continue
    }
    for (const { from, to, handle } of meant) {
      const name = meant.length === 1 ? nameIn(prose, { from: part.from, to: from < aside ? from : aside }) : undefined
      const entry = meant.length === 1 ? trim(prose, part) : { from, to }
      people.push({ from, to, handle, entry, ...(name && { name: name.name }) })
    }
  }
  return people
}

/** Those handles of a part that are its entries: in brackets only one that says whose name stands before them. */
function entriesAmong(prose: string, from: number, aside: number, handles: readonly Mention[]): readonly Mention[] {
  const entries: Mention[] = []
  let at = from
  for (const mention of handles) {
    if (mention.from > aside) {
      const isOwn = entries.length === 0 && OWN_HANDLE.test(prose.slice(aside, mention.from))
      return isOwn ? [mention] : entries
    }
    if (REMARK.test(prose.slice(at, mention.from))) return entries
    entries.push(mention)
    at = mention.to
  }
  return entries
}

/** "(@ann)", "(github: @ann)", "(ann, @ann)" */
const OWN_HANDLE =
  /^\([ \t]*(?:(?:github|gh|git|irc|nick|slack|matrix|handle|aka):?[ \t]*|@?[\w-]{1,40}[ \t]*[,/;][ \t]*)?$/i
/** Words that no name begins with, before a handle: what follows is said of somebody. */
const REMARK =
  /^[\s*_–—-]*(?:prox\w+\b|via\b|(?!(?:and|plus|also|et|und|og|och|en|y|e|with|chair|scribe|secretary|host|guests?|observers?)\b)\p{Ll}[\p{L}\p{M}'’-]*(?=\s)(?!.*\p{Lu}))/u

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
