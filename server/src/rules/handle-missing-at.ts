import { type BareHandle, bareHandlesIn } from '../book/bare-handles.ts'
import type { Content, Item } from '../minutes/content.ts'
import { MASK } from '../minutes/mask.ts'
import { firstIndex } from '../text/halve.ts'
import { phrase } from '../text/phrase.ts'
import { inside, type Span } from '../text/span.ts'
import { type Report, type Rule, replace } from './rule.ts'
import { type BareWord, bareWordsIn } from './shared/bare-words.ts'

type Word = BareWord<BareHandle>

export const handleMissingAt: Rule = {
  id: 'handle-missing-at',
  severity: 'hint',
  summary: 'a known handle without its @, where the group writes it',
  needsBook: true,
  waits: 'pause',
  context: (subject) => {
    const bareIn = bareHandlesIn(subject)
    const found: string[] = []
    for (const { content } of subject.minutes.blocks) {
      for (const [word, { handle, as, rare }] of bareIn(content)) found.push(`${word} ${handle} ${as} ${rare}`)
    }
    return found.join('\n')
  },
  block: ({ content, subject }) => {
    if (content.kind !== 'list' && content.kind !== 'paragraph') return []
    const handles = bareHandlesIn(subject)(content)
    if (handles.size === 0) return []
    return peopleAmong(
      bareWordsIn(content, (word) => handles.get(word)),
      content,
    ).map(report)
  },
}

function report({ from, to, text, bare: { handle, as } }: Word): Report {
  const wrong = {
    slip: phrase`"${text}" is one slip away from @${handle}, and has no "@".`,
    alias: phrase`"${text}" is another name of @${handle}, and has no "@".`,
    plain: phrase`The handle "${text}" has no "@".`,
    distinctive: phrase`The handle "${text}" has no "@".`,
  }
  return {
    from,
    to,
    message: {
      wrong: wrong[as],
      why: phrase`Who looks for the handle will not find this.`,
      remedy: phrase`Write @${handle}, if that is who is meant.`,
    },
    fixes: [replace(phrase`Change to @${handle}`, { from, to }, `@${handle}`, { preferred: true })],
  }
}

/** Those words that stand where a person would. What no other word looks like may stand anywhere. */
function peopleAmong(words: readonly Word[], content: Content): readonly Word[] {
  const found: Word[] = []
  for (const word of words) {
    if (isName(word.text) || word.text.toUpperCase() === word.text) continue
    const { as } = word.bare
    if (as === 'distinctive' || as === 'slip' || standsForPerson(word, content, found)) found.push(word)
  }
  return found
}

/** "Leon" is a name, and "leon" a handle. */
const isName = (text: string): boolean => /^[A-Z][a-z]+$/.test(text)

function standsForPerson(word: Word, content: Content, before: readonly Word[]): boolean {
  const { prose, items } = content
  const index = itemAt(items, word.from)
  const opens = (at: number) => OPENING.test(headOf(content, items[index], at))
  const tail = prose.slice(word.to, word.to + NEAR)
  const starts = opens(word.from)
  if (starts && SEPARATOR.test(tail)) return true
  if (ROLE.test(headOf(content, items[index], word.from))) return true
  const [last, next] = neighbours(word, content, before)
  if (starts && next && JOINT.test(prose.slice(word.to, Math.min(next.from, word.to + NEAR)))) return true
  const isLoose = word.bare.rare && word.bare.as === 'plain'
  if (last && JOINT.test(prose.slice(Math.max(last.to, word.from - NEAR), word.from))) {
    if (FOLLOW.test(tail) || (isLoose && opens(last.from))) return true
  }
  if (!starts || index < 0) return false
  const item = items[index]!
  if (item.checkbox && FOLLOW.test(tail)) return true
  // An action may well begin with a verb.
  if (item.text.to !== word.to && !(isLoose && !item.checkbox && SAYS.test(tail))) return false
  return siblings(items, index).some((other) => beginsWithHandle(other, content))
}

/** What stands before a place in its item, or in its line; a mask when that is more than a label. */
function headOf({ prose }: Content, item: Item | undefined, at: number): string {
  const near = Math.max(0, at - NEAR)
  if (item) return item.text.from < near ? MASK : prose.slice(item.text.from, at)
  const head = prose.slice(near, at)
  const line = head.lastIndexOf('\n') + 1
  return line === 0 && near > 0 ? MASK : head.slice(line)
}

/** In UTF-16 code units: how far apart words are that have to do with each other. */
const NEAR = 60

const OPENING = /^[\s*_~(–—-]*$/
const SEPARATOR = /^[*_]*[ \t]*(?::|[-–—])[ \t]/
const JOINT = /^[*_]*(?:,[ \t]*(?:(?:and|&|\+)[ \t]+)?|[ \t]+(?:and|&|\+)[ \t]+)[*_]*$/
/** What may follow somebody named in a row: its end, a verb, or another one. */
const FOLLOW =
  /^[*_]*(?:[ \t]*(?:\r?(?:\n|$)|[;:.)!?](?:\s|$)|[-–—][ \t]|(?:,|&|,?[ \t]+and)[ \t]+@)|[ \t]+(?:will|to|are|have|has|is|were|met|agreed?|discussed)\b)/
/** A word in lower case, as after "ada": but none that follows a noun, as after "garden", or a verb. */
const SAYS =
  /^[ \t]+(?!(?:of|for|is|are|was|were|in|on|at|as|with|from|by|to|that|which|and|or|the|an?|our|your|their|his|her|its|this|these|those|all|some|any|every|each|no|it|them|up|out|off|over|new)\b)[a-z]+\b/
const ROLE =
  /^[\s*_+-]*(?:meeting )?(?:chair(?:person)?|scribe|secretary|facilitator|minutes|notes|owner|assignee|attendees|attending|present|regrets|absent)[*_]*[ \t]*:[*_]*[ \t]*$/i

/** The last person before a word, be it a handle or another word that was found to be one, and the first handle behind. */
function neighbours(
  { from }: Word,
  { mentions }: Content,
  found: readonly Word[],
): [Span | undefined, Span | undefined] {
  const behind = firstBehind(mentions, from)
  const [mention, word] = [mentions[behind - 1], found.at(-1)]
  return [!mention || (word && word.from > mention.from) ? word : mention, mentions[behind]]
}

/** The index of the first span, in order, that begins behind an offset. */
const firstBehind = (spans: readonly Span[], offset: number): number => firstIndex(spans, ({ from }) => from > offset)

/** The innermost item whose own words hold an offset; -1 for none. */
function itemAt(items: readonly Item[], offset: number): number {
  const index = firstBehind(items, offset) - 1
  const item = items[index]
  return item && item.text.from <= offset && offset < item.text.to ? index : -1
}

/** The items before and behind one, in the same list. */
function siblings(items: readonly Item[], index: number): readonly Item[] {
  const { depth, parent, from, to } = items[index]!
  const isSibling = (item: Item | undefined): item is Item => item?.depth === depth && item.parent === parent
  let previous = index - 1
  while (previous > parent && items[previous]!.depth > depth) previous--
  let next = index + 1
  while (next < items.length && items[next]!.from < to) next++
  return [items[previous], items[next]].filter((item) => isSibling(item) && item.from !== from) as Item[]
}

const beginsWithHandle = ({ text }: Item, { prose, mentions }: Content): boolean => {
  const [first] = inside(mentions, text)
  return first !== undefined && OPENING.test(prose.slice(text.from, first.from))
}
