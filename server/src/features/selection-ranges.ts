import type { Position, SelectionRange } from 'vscode-languageserver-types'
import type { Content } from '../minutes/content.ts'
import { blockAt } from '../minutes/minutes.ts'
import { type Span, shift, span, touches, trim } from '../text/span.ts'
import { type OpenMinutes, rangeOf } from './document.ts'

/** Each selection with what lies around it: word, handle or date, the note's words, item, list, section, document. */
export const selectionRanges = (open: OpenMinutes, positions: readonly Position[]): SelectionRange[] =>
  positions.map((position) => {
    const around = spansAround(open, open.document.offsetAt(position))
    return around.reduceRight<SelectionRange | undefined>(
      (parent, each) => ({ range: rangeOf(open.document, each), ...(parent && { parent }) }),
      undefined,
    )!
  })

/** From the smallest to the whole text, each within the next. */
function spansAround({ minutes }: OpenMinutes, offset: number): readonly Span[] {
  const { text, blocks, sections, frontMatter } = minutes
  const whole = span(0, text.length)
  const found: Span[] = [...wordAt(text, offset)]
  const add = (each: Span | undefined) => {
    if (each && touches(each, offset) && each.to > each.from) found.push(each)
  }
  if (frontMatter && offset <= frontMatter.inner.to) {
    const entry = frontMatter.entries.find(({ keySpan, valueSpan }) => keySpan.from <= offset && offset <= valueSpan.to)
    add(entry?.keySpan)
    add(entry?.valueSpan)
    add(entry && span(entry.keySpan.from, entry.valueSpan.to))
    add(trim(text, frontMatter.inner))
    add(trim(text, frontMatter))
  }
  const block = blocks[blockAt(minutes, offset)]
  if (block) for (const each of spansIn(block.content)) add(shift(each, block.from))
  if (block) add(trim(text, block))
  for (const section of sections) {
    if (!touches(section, offset)) continue
    add(section.label)
    add(trim(text, section))
  }
  const ordered = found.sort((a, b) => a.to - a.from - (b.to - b.from))
  const nested: Span[] = []
  for (const each of [...ordered, whole]) {
    const inner = nested.at(-1)
    if (!inner || (each.from <= inner.from && inner.to <= each.to && each.to - each.from > inner.to - inner.from))
      nested.push(each)
  }
  return nested
}

/** All that a block holds, by itself. Items that follow each other below one item are a list. */
function* spansIn({ mentions, links, dates, times, heading, items }: Content): Generator<Span> {
  yield* mentions
  yield* dates
  yield* times
  for (const link of links) yield* [link.label, link.address, link]
  if (heading) yield heading.label
  const lists = new Map<number, Span>()
  for (const item of items) {
    yield* [item.text, item]
    lists.set(item.parent, span(lists.get(item.parent)?.from ?? item.from, item.to))
  }
  yield* lists.values()
}

/** The word at an offset, if there is one. */
function wordAt(text: string, offset: number): readonly Span[] {
  let from = offset
  let to = offset
  const isWord = (at: number) => /[\p{L}\p{M}\p{N}_'’-]/u.test(text[at] ?? '')
  while (from > 0 && isWord(from - 1)) from--
  while (to < text.length && isWord(to)) to++
  return to > from ? [span(from, to)] : []
}
