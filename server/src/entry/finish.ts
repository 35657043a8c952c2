import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { withParts } from '../book/book.ts'
import { indexPathsFor } from '../book/index-page.ts'
import { partOf } from '../book/part.ts'
import { editsFor, finishingOf, finishSteps } from '../drafting/finish/finish.ts'
import { listedSeries } from '../drafting/finish/index-entry.ts'
import type { Answers, Finishing, IndexPage, Step } from '../drafting/finish/step.ts'
import { inOne, isProblem } from '../drafting/problem.ts'
import { meetingDay } from '../minutes/meeting.ts'
import { parseMinutes } from '../minutes/minutes.ts'
import { applyEdits } from '../text/edit.ts'
import { lineStarts, positionAt } from '../text/lines.ts'
import { english, said } from '../text/phrase.ts'
import { visible } from '../text/visible.ts'
import type { Document, Listener, OpenBook } from './book.ts'
import { CannotRun } from './cannot-run.ts'
import { readInside } from './files.ts'
import { openBooks } from './open-books.ts'
import { shownPath } from './reports/shown.ts'
import { naming, replaceFile, Unwritten } from './write.ts'

/** What only a person can say. */
export interface FinishFlags {
  readonly start?: string
  readonly end?: string
  readonly chair?: string
  readonly scribe?: string
  readonly approvedBy?: string
  readonly mergedBy?: string
  readonly request?: string
  readonly dryRun?: true
}

/** A step as it is printed. Lines count from 1, paths are relative to the working folder. */
export interface FinishRow {
  readonly step: string
  readonly title: string
  readonly file: string
  readonly line: number
  readonly message: string
}

export interface Finished {
  readonly done: readonly FinishRow[]
  readonly left: readonly FinishRow[]
  /** The files that were written or, in a dry run, would be. */
  readonly wrote: readonly string[]
}

/** Mending one thing may make another possible. */
const MOST_STEPS = 100

/**
 * Does what minutes lack before they can be published, as far as that is known, and writes them and the page that lists
 * them: both or neither.
 *
 * @throws {CannotRun} for a path that holds no minutes, and for an answer that cannot be used.
 * @throws {Unwritten} where a file cannot be written. Then all are as they were.
 */
export async function finish(path: string, flags: FinishFlags, folder: string, listener: Listener): Promise<Finished> {
  const [open] = await openBooks([path], listener, 'changed')
  const document = open?.documents[0]
  const [failed] = open?.failures ?? []
  if (failed) throw new CannotRun(`${visible(failed.path)}: ${failed.failure}`)
  if (!open || !document || open.documents.length > 1)
    throw new CannotRun(`"${path}" is not the minutes of one meeting. Nothing was changed. Name one file.`)
  const answers = answersOf(flags)
  const before = await stateOf(open, document)
  let now = before
  const done: FinishRow[] = []
  const refused = new Set<string>()
  for (let round = 0; round < MOST_STEPS; round++) {
    const step = finishSteps(now).find(
      ({ id }) => !refused.has(id) && !done.some((row) => row.step === id) && isKnown(id, answers),
    )
    if (!step) break
    const edits = step.edits ? editsFor(now, step, answers.get(step.id) ?? valuesOf(step)) : undefined
    if (!edits || isProblem(edits)) {
      // An answer that somebody gave must not be lost without a word.
      if (edits && answers.has(step.id))
        throw new CannotRun(
          `${said(edits.problem, english)} Nothing was changed.${step.id === 'approval' ? BESIDE : ''}`,
        )
      refused.add(step.id)
      continue
    }
    done.push(rowOf(now, step, open, folder))
    now = step.where === 'index' ? withIndex(now, edits) : withText(now, edits)
  }
  for (const id of answers.keys())
    if (!done.some((row) => row.step === id) && !finishSteps(before).some((step) => step.id === id))
      listener.onProblem?.(
        `${GIVEN[id]}: these minutes say it already, or the group never does. They stay as they are.`,
      )
  const left = finishSteps(now).map((step) => rowOf(now, step, open, folder))
  const changes = changesOf(open, document, before, now)
  if (!flags.dryRun) await writeAll(changes)
  return { done, left, wrote: changes.map((change) => shownPath(change.path, folder)) }
}

function answersOf({
  start,
  end,
  chair,
  scribe,
  approvedBy,
  mergedBy,
  request,
}: FinishFlags): ReadonlyMap<string, Answers> {
  const all: [string, Answers][] = []
  if (start !== undefined) all.push(['start', { time: [start] }])
  if (end !== undefined) all.push(['end', { time: [end] }])
  if (chair !== undefined) all.push(['chair', { people: [chair] }])
  if (scribe !== undefined) all.push(['scribe', { people: [scribe] }])
  if (approvedBy !== undefined)
    all.push([
      'approval',
      {
        approvers: [approvedBy],
        ...(mergedBy !== undefined && { mergers: [mergedBy] }),
        ...(request !== undefined && { number: [request] }),
      },
    ])
  return new Map(all)
}

/** The flags that answer each step. */
const GIVEN: Readonly<Record<string, string>> = {
  start: '--start',
  end: '--end',
  chair: '--chair',
  scribe: '--scribe',
  approval: '--approved-by',
}

const BESIDE = ' Beside "--approved-by", "--request" gives the number, and "--merged-by" says who merged them.'

/** What needs nobody's word: slips that change no meaning, the group's cadence, and what these minutes say themselves. */
const UNASKED: ReadonlySet<string> = new Set(['slips', 'next-meeting', 'index-entry', 'index-next-meeting'])

const isKnown = (id: string, answers: ReadonlyMap<string, Answers>): boolean => UNASKED.has(id) || answers.has(id)

/** The likeliest answers. */
const valuesOf = ({ asks }: Step): Answers =>
  Object.fromEntries(asks.map(({ id, value }) => [id, value === undefined ? [] : [value]]))

async function stateOf(open: OpenBook, { own, minutes }: Document): Promise<Finishing> {
  const { book, settings, files } = open
  const subject = { minutes, path: own, book, day: meetingDay(minutes, own), settings, files }
  const now = Temporal.Now.instant()
  const alone = finishingOf(subject, undefined, now)
  if (!alone)
    throw new CannotRun(
      'These minutes do not say of which day they are, so nobody can tell what they lack. Write the day first.',
    )
  for (const path of indexPathsFor(settings, book, own, files)) {
    const text = await readInside(open.root, join(open.root, path)).catch(() => undefined)
    const index = text === undefined ? undefined : { path, minutes: parseMinutes(text) }
    if (index && listedSeries({ ...alone, index }, index).length > 0) return { ...alone, index }
  }
  return alone
}

function withText(finishing: Finishing, edits: Parameters<typeof applyEdits>[1]): Finishing {
  const { subject, index, now } = finishing
  const minutes = parseMinutes(applyEdits(subject.minutes.text, edits))
  const book = withParts(subject.book, [partOf(minutes, subject.path)])
  const day = meetingDay(minutes, subject.path)
  return finishingOf({ ...subject, minutes, book, day }, index, now) ?? finishing
}

function withIndex(finishing: Finishing, edits: Parameters<typeof applyEdits>[1]): Finishing {
  const { subject, now } = finishing
  const index: IndexPage = {
    ...finishing.index!,
    minutes: parseMinutes(applyEdits(finishing.index!.minutes.text, edits)),
  }
  const isIn = subject.book.parts.has(index.path)
  const book = isIn ? withParts(subject.book, [partOf(index.minutes, index.path)]) : subject.book
  return finishingOf({ ...subject, book }, index, now) ?? finishing
}

function rowOf({ subject, index }: Finishing, step: Step, { root }: OpenBook, folder: string): FinishRow {
  const inIndex = step.where === 'index' && index
  const [path, { text }] = inIndex ? [index.path, index.minutes] : [subject.path, subject.minutes]
  return {
    step: step.id,
    title: said(step.title, english),
    file: shownPath(join(root, path), folder),
    line: positionAt(lineStarts(text), step.from).line + 1,
    message: english(inOne(step.message)),
  }
}

interface Written {
  readonly path: string
  readonly before: string
  readonly after: string
}

function changesOf({ root }: OpenBook, { path }: Document, before: Finishing, now: Finishing): readonly Written[] {
  const texts: Written[] = [{ path, before: before.subject.minutes.text, after: now.subject.minutes.text }]
  if (before.index && now.index)
    texts.push({
      path: join(root, before.index.path),
      before: before.index.minutes.text,
      after: now.index.minutes.text,
    })
  return texts.filter((each) => each.before !== each.after)
}

/** Writes each file; where one cannot be written, those before it get back what they held. */
async function writeAll(changes: readonly Written[]): Promise<void> {
  const written: Written[] = []
  for (const each of changes) {
    try {
      await naming(each.path, replaceFile(each.path, each.before, each.after))
      written.push(each)
    } catch (error) {
      const kept: string[] = []
      for (const { path, before, after } of written)
        await replaceFile(path, after, before).catch(() => kept.push(visible(path)))
      if (!(error instanceof Unwritten)) throw error
      const rest = kept.length > 0 ? `Only ${kept.join(' and ')} was changed.` : 'Nothing was changed.'
      throw new Unwritten(`${error.message} ${rest}`)
    }
  }
}

/** What was done and what is left, for people. */
export function finishText({ done, left, wrote }: Finished, isDry: boolean): string {
  const line = ({ title, file, line: at }: FinishRow) => `  ${visible(file)}:${at}  ${visible(title)}`
  const lines = [
    ...(done.length > 0 ? [isDry ? 'Would be done:' : 'Done:', ...done.map(line)] : []),
    ...(left.length > 0 ? ['Left:', ...left.flatMap((row) => [line(row), `    ${visible(row.message)}`])] : []),
    ...(left.length === 0 ? ['Nothing is missing.'] : []),
    ...(wrote.length > 0 ? [`${isDry ? 'Would write' : 'Wrote'} ${wrote.map(visible).join(' and ')}.`] : []),
  ]
  return `${lines.join('\n')}\n`
}
