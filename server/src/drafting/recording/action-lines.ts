import { blockAt, type Minutes } from '../../minutes/minutes.ts'
import { type ActionItem, actionsOf, type Note, notesOf, ownWordsOf } from '../../minutes/notes.ts'
import type { TextEdit } from '../../text/edit.ts'
import { linesOf } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import { type Span, slice } from '../../text/span.ts'
import { usualMarker } from './note-below.ts'
import { declined, type Outcome } from './outcome.ts'

interface Task {
  readonly minutes: Minutes
  readonly models: readonly Minutes[]
  /** From 0. */
  readonly lines: readonly number[]
}

/** What a line of the text may become an action item as. */
type Line = { readonly note: Note } | { readonly plain: Span } | { readonly blank: Span }

/** Makes action items of lines, or of action items again what they were where all of them are some. */
export function toggleAction(task: Task): Outcome {
  const lines = linesMeant(task)
  if (lines.length === 0) return NO_LINE
  const notes = lines.flatMap((line) => ('note' in line ? [line.note] : []))
  const isBack = notes.length === lines.length && notes.every(({ checkbox }) => checkbox)
  if (isBack) {
    const edits = notes.map(({ checkbox, text }) => ({
      from: checkbox!.from,
      to: Math.max(checkbox!.to, text.from),
      insert: '',
    }))
    return {
      edits,
      said:
        edits.length === 1
          ? phrase`1 action item made a note again.`
          : phrase`${edits.length} action items made a note again.`,
    }
  }
  const edits = lines.flatMap((line) => withBox(task, line) ?? [])
  const [only] = lines
  const caret = lines.length === 1 && only && 'blank' in only ? endOf(edits[0]!) : undefined
  return {
    edits,
    said: edits.length === 1 ? phrase`1 line made an action item.` : phrase`${edits.length} lines made an action item.`,
    ...(caret !== undefined && { caret }),
  }
}

const endOf = ({ from, insert }: TextEdit): number => from + insert.length

const NO_LINE = declined(
  phrase`Neither a heading nor code, a table or a quotation can be an action item. Put the caret into a note, a line of text or an empty line.`,
)

/** Gives action items to somebody, in place of whoever had them; a line that is none becomes one. */
export function assignAction(task: Task, person: string): Outcome {
  const { minutes } = task
  const lines = linesMeant(task)
  if (lines.length === 0) return NO_LINE
  const sign = usualSign(task, person)
  const edits = lines.flatMap((line): TextEdit[] => {
    const box = withBox(task, line)
    if (!('note' in line)) return [{ ...box!, insert: `${box!.insert}${person}${sign}` }]
    const { note } = line
    const [from, to] = [note.text.from, ownWordsOf(minutes, note).from]
    const owner = `${person}${sign}`
    // Whoever is called upon in the middle of a sentence is part of it.
    const isSentence = note.speakers.length > 0 && !/[-–—:;]\s+$/.test(minutes.text.slice(note.speakers.at(-1)!.to, to))
    const put = note.speakers.length === 0 ? { from, to: from } : { from, to }
    const insert = isSentence ? `${person} ` : owner
    if (!box) return [{ ...put, insert }]
    // Both begin at the note's first word.
    return [{ ...put, insert: `${box.insert}${insert}` }]
  })
  const [only] = lines
  const isBlank = lines.length === 1 && only && 'blank' in only
  return {
    edits,
    said:
      edits.length === 1
        ? phrase`1 action item given to ${person}.`
        : phrase`${edits.length} action items given to ${person}.`,
    ...(isBlank && { caret: endOf(edits[0]!) }),
  }
}

/** Checks an action item off, or opens it again. @param date the day it was done: ISO 8601, where it is known */
export function checkOff(task: Task, done: boolean | undefined, date: string | undefined): Outcome {
  const line = linesMeant(task)[0]
  const box = line && 'note' in line ? line.note.checkbox : undefined
  if (!line || !('note' in line) || !box) {
    return declined(phrase`There is no action item in this line. Put the caret into one, or make the line one first.`)
  }
  const wanted = done ?? !box.done
  if (wanted === box.done)
    return { edits: [], said: wanted ? phrase`It is checked off already.` : phrase`It is open already.` }
  const sign = { from: box.from + 1, to: box.from + 2, insert: wanted ? usualCheck(task) : ' ' }
  const day = dayEdit(task, line.note, wanted ? date : undefined)
  return { edits: day ? [sign, day] : [sign], said: wanted ? phrase`Checked off.` : phrase`Opened again.` }
}

/** `x` or `X`, as these minutes write it, or else the group. */
function usualCheck({ minutes, models }: Task): string {
  const signs = [minutes, ...models].flatMap((each) => {
    const own = doneIn(each).map(({ checkbox }) => each.text[checkbox.from + 1])
    return own.length === 0 ? [] : [own.filter((sign) => sign === 'X').length > own.length / 2 ? 'X' : 'x']
  })
  return signs[0] ?? 'x'
}

const doneIn = (minutes: Minutes): readonly ActionItem[] => actionsOf(minutes).filter(({ checkbox }) => checkbox.done)

/** A day at the end of an item: when it was done. */
const DONE = /[ \t]+(?:[-–—][ \t]+)?\(?(?:done:?[ \t]+)?(\d{4}-\d\d-\d\d)\)?$/i
/** What share of the done items must end so for it to be a habit, and how many of them. */
const [SHARE, FEWEST] = [0.5, 2]

/** Writes the day an item was done where the group does that, and takes it away with the check. */
function dayEdit({ minutes, models }: Task, note: Note, date: string | undefined): TextEdit | undefined {
  const own = firstLine(minutes, note)
  const found = DONE.exec(own.text)
  const like = datedEnd([minutes]) ?? datedEnd([minutes, ...models])
  if (like === undefined) return undefined
  if (date === undefined) return found ? { from: own.to - found[0].length, to: own.to, insert: '' } : undefined
  if (found) return undefined
  return { from: own.to, to: own.to, insert: like.replace(/\d{4}-\d\d-\d\d/, date) }
}

/** How done items end where they end with a day. */
function datedEnd(all: readonly Minutes[]): string | undefined {
  const ends = all.flatMap((each) => doneIn(each).map((item) => DONE.exec(firstLine(each, item).text)?.[0]))
  const dated = ends.filter((end) => end !== undefined)
  return dated.length >= FEWEST && dated.length >= SHARE * ends.length ? dated[0] : undefined
}

function firstLine({ text }: Minutes, note: Note): { text: string; to: number } {
  const own = slice(text, note.text)
  const line = own.slice(0, own.search(/\r|\n|$/)).trimEnd()
  return { text: line, to: note.text.from + line.length }
}

/** What stands between who is to do something and what it is. */
function usualSign({ minutes, models }: Task, person: string): string {
  const signs = new Map<string, number>()
  for (const each of [minutes, ...models]) {
    for (const note of actionsOf(each)) {
      const last = note.speakers.at(-1)
      const sign = last && /^(?: [-–—] |: |; )/.exec(each.text.slice(last.to, note.text.to))?.[0]
      if (sign) signs.set(sign, (signs.get(sign) ?? 0) + 1)
    }
  }
  const [usual] = [...signs].sort(([, a], [, b]) => b - a)
  return usual?.[0] ?? (person.startsWith('@') ? ' - ' : ': ')
}

/** A checkbox for a line that has none. */
function withBox({ minutes, models }: Task, line: Line): TextEdit | undefined {
  if ('note' in line) {
    const { checkbox, text } = line.note
    const gap = /\s/.test(minutes.text[text.from - 1] ?? '') ? '' : ' '
    return checkbox ? undefined : { from: text.from, to: text.from, insert: `${gap}[ ] ` }
  }
  const where = 'plain' in line ? line.plain : line.blank
  const lead = /^[ \t]*/.exec(slice(minutes.text, where))![0].length
  return {
    from: where.from + ('plain' in line ? lead : 0),
    to: 'plain' in line ? where.from + lead : where.to,
    insert: `${usualMarker(minutes, where.from, models)} [ ] `,
  }
}

/** The notes and lines meant, each once; without headings, code, tables and quotations. */
function linesMeant({ minutes, lines }: Task): readonly Line[] {
  const all = linesOf(minutes.text)
  const notes = notesOf(minutes)
  const found: Line[] = []
  const seen = new Set<Note>()
  for (const number of [...new Set(lines)].sort((a, b) => a - b)) {
    const line = all[number]
    if (!line || line.from < minutes.body) continue
    const words = slice(minutes.text, line)
    const block = minutes.blocks[blockAt(minutes, line.to)]
    if (block?.content.kind === 'quote' && line.from < block.to) continue
    const note = notes.findLast(({ from, to }) => from <= line.to && line.from < Math.max(to, from + 1))
    const own = note && isOwn(minutes, note, line)
    if (own && words.trim() !== '') {
      if (!seen.has(note) && !isCovered(minutes, note)) found.push({ note })
      seen.add(note)
      continue
    }
    const inBlock = block && line.from < block.to && words.trim() !== ''
    if (words.trim() === '') {
      // Among other lines an empty one is no more than a gap; in code it is part of that.
      const isInCode =
        block && line.from < block.to && block.content.kind !== 'list' && block.content.kind !== 'paragraph'
      if (lines.length === 1 && !isInCode) found.push({ blank: line })
    } else if (inBlock && block.content.kind === 'paragraph' && !MARKED.test(words)) found.push({ plain: line })
  }
  return found
}

/** What looks like an item, and is none where it stands: in a paragraph no box would be shown behind it. */
const MARKED = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/

/** Whether a line is of a note's own words, and not of what else stands below it, such as code. */
const isOwn = ({ text }: Minutes, note: Note, line: Span): boolean =>
  line.from <= note.text.to && slice(text, line).trim() !== ''

/** Whether a note is nothing but code, which no checkbox is for. */
const isCovered = ({ text }: Minutes, note: Note): boolean => /^(?:`{3}|~{3})/.test(slice(text, note.text))

/** How a note names somebody whom the lists of people name so: by the handle, else by the name alone. */
export const ownerNamed = (label: string): string => /@[\w-]+/.exec(label)?.[0] ?? label.replace(/\s*\(.*$/, '')
