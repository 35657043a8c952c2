import { type AttendanceList, attendanceLabel, attendanceOf, type Presence } from '../../minutes/attendance.ts'
import type { Block } from '../../minutes/blocks.ts'
import { kindAt, type Minutes } from '../../minutes/minutes.ts'
import { readPeople } from '../../minutes/people.ts'
import type { Section } from '../../minutes/sections.ts'
import type { TextEdit } from '../../text/edit.ts'
import { firstIndex } from '../../text/halve.ts'
import { lineEndOf } from '../../text/line-end.ts'
import { lineAround } from '../../text/lines.ts'
import { memo } from '../../text/memo.ts'
import { phrase } from '../../text/phrase.ts'
import { slice } from '../../text/span.ts'
import { blockOf, labelItem } from './attendance-shape.ts'
import { blockAfter, blockBefore, headingSigns, lastBlock, placeLike, talkStart } from './like-place.ts'
import { type Declined, declined } from './outcome.ts'

const ORDER: readonly Presence[] = ['present', 'partly', 'regrets', 'absent']
const WORDS: Readonly<Record<Presence, string>> = {
  present: 'Present',
  partly: 'Partly present',
  regrets: 'Regrets',
  absent: 'Absent',
}
const NOBODY = '(none)'

/** The section whose heading says that all below it were there, or were not. */
const saysPresence = ({ heading }: Section): Presence | undefined => attendanceLabel(heading.title)?.presence

/**
 * The lists of a text, with those that a heading begins and nobody is named in yet. Such a one has the place of the block
 * below its heading, or of the heading itself.
 */
export const allLists = memo((minutes: Minutes): readonly AttendanceList[] => {
  const lists = attendanceOf(minutes)
  const starts = lists.map(({ from }) => from).sort((a, b) => a - b)
  const empty = minutes.sections.flatMap((section): AttendanceList[] => {
    const presence = section.kind === 'attendance' ? saysPresence(section) : undefined
    const start = starts[firstIndex(starts, (from) => from >= section.from)] ?? section.to
    const isFilled = start < section.to
    const block = minutes.blocks[section.first + 1]
    const isList = block && section.first + 1 < section.last && block.content.kind === 'list'
    if (!presence || isFilled || !isList) return []
    return [{ from: block.from, to: block.to, presence, people: [], meeting: 0 }]
  })
  return [...lists, ...empty]
})

export const OWN_FORM = declined(
  phrase`The attendance of these minutes has a form of its own, in which nothing could be changed safely. Nothing was changed. Write it by hand.`,
)

const TABLE = declined(
  phrase`The attendance of these minutes is a table, which has a form of its own. Nothing was changed. Fill it in by hand.`,
)

const tableIn = ({ blocks }: Minutes, { first, last }: Section): Block | undefined =>
  blocks.slice(first + 1, last).find(({ content }) => content.kind === 'table' || /^<table\b/i.test(content.text))

/** Whether people seem to be named whom we cannot tell to be there: beside them a list would only be a second one. */
function hasUnread({ blocks }: Minutes, section: Section | undefined): boolean {
  const inside = section ? blocks.slice(section.first + 1, section.last) : []
  const names = ({ content: { prose, items, mentions, kind } }: Block) => {
    const parts = kind === 'list' ? items.map(({ text }) => text) : [{ from: 0, to: prose.length }]
    const bare = parts.filter((part) => !prose.slice(part.from, part.to).includes(':'))
    return kind === 'list' || kind === 'paragraph' ? bare.flatMap((part) => readPeople(prose, part, mentions)) : []
  }
  const isLabelled = ({ content: { prose, kind } }: Block) =>
    (kind === 'list' || kind === 'paragraph') &&
    prose.split('\n').some((line) => {
      const bare = line.replace(/^[ \t]*(?:[-*+][ \t]+)?/, '').replace(/[ \t]*\(\d+\)/, '')
      const label = attendanceLabel(bare)
      return label?.presence && bare.slice(0, label.length).includes(':') && bare.slice(label.length).trim() !== ''
    })
  return inside.flatMap(names).length > 1 || blocks.some(isLabelled)
}

/** Begins a list of people with nobody in it yet, in the form and at the place of the group's other lists. */
export function listBegun(minutes: Minutes, presence: Presence, models: readonly Minutes[]): TextEdit | Declined {
  const all = allLists(minutes)
  const lists = all.filter(({ of }) => of !== 'others')
  if (all.length > 0 && lists.length === 0) {
    return declined(
      phrase`The lists of these minutes are of guests alone, so nobody could say where others belong. Nothing was changed. Write it by hand.`,
    )
  }
  const section = minutes.sections.find(({ kind }) => kind === 'attendance')
  if (lists.length === 0) {
    const table = section && tableIn(minutes, section)
    if (table ?? hasUnread(minutes, section)) return table ? TABLE : OWN_FORM
    return section ? inSection(minutes, section, presence, models) : newSection(minutes, presence, models)
  }
  const isBefore = (list: AttendanceList) => ORDER.indexOf(list.presence) < ORDER.indexOf(presence)
  const before = lists.findLast(isBefore)
  return beside(minutes, before ?? lists[0]!, before && all.findLast(isBefore), presence, models)
}

/** The group's own words for such a list. */
function usualLabel(presence: Presence, models: readonly Minutes[], isHeading: boolean): string | undefined {
  for (const model of models) {
    if (isHeading) {
      const section = model.sections.find((each) => each.kind === 'attendance' && saysPresence(each) === presence)
      if (section) return slice(model.text, section.label)
      continue
    }
    for (const list of attendanceOf(model)) {
      const item = list.presence === presence && !list.of ? labelItem(model, list) : undefined
      if (item) return labelIn(model, blockOf(model, list).from + item.text.from)
    }
  }
  return undefined
}

/** A label without the people behind it, with colon and emphasis. */
function labelIn({ text }: Minutes, at: number): string | undefined {
  const line = text.slice(at, lineAround(text, at).to)
  const label = attendanceLabel(line)
  return label && line.slice(0, label.length).trimEnd()
}

/** A label with nobody behind it. Without a colon it is one only as long as nothing follows. */
const withNobody = (label: string): string => (/:[*_]*$/.test(label) ? `${label} ${NOBODY}` : label)

/** The same label for another list: emphasis and colon stay. */
const relabelled = (label: string, words: string): string => label.replace(/\p{L}[\p{L}\p{M} /'’-]*/u, words)

/**
 * A list beside another one.
 *
 * @param behind the last list that it stands behind, guests' included; `undefined` where it comes first.
 */
function beside(
  minutes: Minutes,
  list: AttendanceList,
  behind: AttendanceList | undefined,
  presence: Presence,
  models: readonly Minutes[],
): TextEdit {
  const { text } = minutes
  const eol = lineEndOf(text)
  const block = blockOf(minutes, list)
  const item = labelItem(minutes, list)
  if (item) {
    const own = labelIn(minutes, block.from + item.text.from)!
    const label = usualLabel(presence, models, false) ?? relabelled(own, WORDS[presence])
    const start = lineAround(text, block.from + item.marker.from).from
    const head = text.slice(start, block.from + item.text.from)
    const put = `${head}${withNobody(label)}`
    if (!behind) return { from: start, to: start, insert: `${put}${eol}` }
    const at = block.from + block.content.text.slice(0, item.to).trimEnd().length
    return { from: at, to: at, insert: `${eol}${put}` }
  }
  if (block.content.kind === 'paragraph') {
    const line = lineAround(text, list.from)
    const own = labelIn(minutes, line.from) ?? `${WORDS.present}:`
    const put = `${relabelled(own, WORDS[presence])} ${NOBODY}`
    return behind ? blockAfter(minutes, block.to, put) : blockBefore(minutes, block.from, put)
  }
  // A heading says it: its kin is a heading too, unless the group has an item in the same list.
  const inList = usualLabel(presence, models, true) === undefined ? usualLabel(presence, models, false) : undefined
  if (inList) {
    const last = block.content.items.filter(({ depth }) => depth === 0).at(-1)!
    const start = lineAround(text, block.from + last.marker.from).from
    const head = text.slice(start, block.from + last.text.from)
    const at = block.from + block.content.text.trimEnd().length
    return { from: at, to: at, insert: `${eol}${head}${withNobody(inList)}` }
  }
  const section = minutes.sections.findLast(({ from, kind }) => kind === 'attendance' && from <= list.from)
  const signs = section ? '#'.repeat(section.heading.level) : headingSigns(minutes)
  const marker = markerOf(minutes, block.from)
  const gap = section && isTight(minutes, section) ? eol : eol + eol
  const put = `${signs} ${usualLabel(presence, models, true) ?? WORDS[presence]}${gap}${marker} ${NOBODY}`
  // Whoever is listed below, such as guests, must not come below its heading.
  if (behind || !section) return blockAfter(minutes, blockOf(minutes, behind ?? list).to, put)
  return blockBefore(minutes, section.from, put)
}

/** Whether a heading and what is below it have no empty line between them. */
const isTight = ({ blocks, text }: Minutes, { first }: Section): boolean => {
  const next = blocks[first + 1]
  return next !== undefined && !/\n\s*\n|\r\s*\r(?!\n)/.test(text.slice(blocks[first]!.to, next.from))
}

const markerOf = ({ text }: Minutes, at: number): string => /^[-*+]/.exec(text.slice(at))?.[0] ?? '-'

/** The first list of a section on attendance. */
function inSection(minutes: Minutes, section: Section, presence: Presence, models: readonly Minutes[]): TextEdit {
  const inside = minutes.blocks.slice(section.first + 1, section.last)
  const heading = minutes.blocks[section.first]!
  const isLabel = saysPresence(section) === presence
  const label = usualLabel(presence, models, false) ?? `${WORDS[presence]}:`
  const put = `- ${isLabel ? NOBODY : withNobody(label)}`
  // What says that nobody is listed yet makes room.
  const [first] = inside
  if (first?.content.kind === 'list' && /^[-*+]\s*(?:…|\.{3})?\s*$/.test(first.content.text)) {
    return { from: first.from, to: first.from + first.content.text.trimEnd().length, insert: put }
  }
  return blockAfter(minutes, heading.to, put)
}

/** A section of its own, as the group's last minutes have it. */
function newSection(minutes: Minutes, presence: Presence, models: readonly Minutes[]): TextEdit {
  const eol = lineEndOf(minutes.text)
  for (const model of models) {
    const list = attendanceOf(model).find((each) => each.presence === presence && !each.of)
    if (!list) continue
    const block = blockOf(model, list)
    const at = model.blocks.indexOf(block)
    if (block.content.kind === 'paragraph') {
      const label = labelIn(model, lineAround(model.text, list.from).from)
      const put = `${label ?? `${WORDS[presence]}:`} ${NOBODY}`
      const title = minutes.blocks[minutes.sections[0]?.first ?? -1]
      return title ? blockAfter(minutes, title.to, put) : blockBefore(minutes, minutes.body, put)
    }
    const within = model.within[at]!
    const section = model.sections[within]
    if (!section || kindAt(model, at) !== 'attendance') continue
    const item = labelItem(model, list)
    const marker = markerOf(model, block.from)
    const label = item && labelIn(model, block.from + item.text.from)
    const gap = isTight(model, section) ? eol : eol + eol
    const signs = '#'.repeat(section.heading.level)
    const put = `${signs} ${slice(model.text, section.label)}${gap}${marker} ${label ? withNobody(label) : NOBODY}`
    const place = placeLike(minutes, model, within)
    return place === undefined ? opening(minutes, put) : blockBefore(minutes, place, put)
  }
  return opening(minutes, `${headingSigns(minutes)} Attendance${eol}${eol}- ${WORDS[presence]}: ${NOBODY}`)
}

/** Before the first section. Without any, what stands there already would come below its heading: it goes behind all. */
function opening(minutes: Minutes, put: string): TextEdit {
  const at = talkStart(minutes)
  return at === undefined ? lastBlock(minutes, put) : blockBefore(minutes, at, put)
}
