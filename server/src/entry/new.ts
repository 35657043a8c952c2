import { mkdir } from 'node:fs/promises'
import { dirname, join, posix, relative, sep } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { previousMinutes } from '../book/recent.ts'
import { shownZones } from '../book/zones.ts'
import { type CarriedOver, carryOver, type Dropped } from '../drafting/carry-over/carry-over.ts'
import { latestMinutes } from '../drafting/carry-over/latest.ts'
import { dayAfter } from '../drafting/carry-over/when.ts'
import { type Draft, draftMinutes } from '../drafting/new-minutes.ts'
import { templateNamed } from '../drafting/templates/index.ts'
import { TemplateError } from '../drafting/templates/render.ts'
import { plainDate } from '../minutes/calendar.ts'
import { scanDates } from '../minutes/dates.ts'
import { meetingDay } from '../minutes/meeting.ts'
import { type Minutes, parseMinutes } from '../minutes/minutes.ts'
import { firstLine } from '../text/lines.ts'
import { english } from '../text/phrase.ts'
import { type Listener, type OpenBook, readBook } from './book.ts'
import { CannotRun } from './cannot-run.ts'
import { readText } from './files.ts'
import { booksFor, wantedAt } from './roots.ts'
import { templatesOf } from './templates.ts'
import { createFile, naming } from './write.ts'

export interface NewFlags {
  readonly template?: string
  readonly fromPrevious?: string | true
  readonly date?: string
  readonly stdout?: true
  readonly json?: true
}

/** What is printed, and what else is told. */
interface Told {
  readonly out: string
  readonly notes: readonly string[]
}

/**
 * Writes the minutes of the next meeting into a folder: from the previous minutes, where there are any, else from a
 * template. Never over a file that is there.
 *
 * @throws {CannotRun} where nothing can be drafted. @throws {Unwritten} where the file cannot be written.
 */
export async function newMinutes(folder: string, flags: NewFlags, listener: Listener): Promise<Told> {
  if (flags.template !== undefined && flags.fromPrevious !== undefined)
    throw new CannotRun('Minutes come from a template or from previous ones, not from both. Leave one of them out.')
  const asked = typeof flags.fromPrevious === 'string' ? flags.fromPrevious : folder
  const wanted = await wantedAt(asked)
  if (asked === folder && !wanted.isFolder)
    throw new CannotRun(`"${folder}" is a file. Name its folder, or give it behind --from-previous.`)
  const [[root]] = [...(await booksFor([asked]))] as [[string, unknown]]
  const book = await readBook(root, [wanted], listener)
  const { book: known, documents } = book
  const texts = new Map(documents.map((each) => [each.own, each.minutes]))
  const latest = wanted.isFolder ? latestMinutes(known, flags.date, (path) => texts.has(path))?.path : documents[0]?.own
  if (flags.fromPrevious !== undefined && latest === undefined)
    throw new CannotRun(`There are no minutes with a day in their names in "${asked}" to start from. Try --template.`)
  const carried =
    flags.template === undefined && latest !== undefined
      ? await carry(book, latest, texts.get(latest)!, flags)
      : undefined
  const own = latest === undefined ? undefined : { path: latest, minutes: texts.get(latest)! }
  const inBook = relative(root, wanted.isFolder ? wanted.path : dirname(wanted.path))
    .split(sep)
    .join('/')
  const drafted = carried ?? (await fromTemplate(book, own, inBook, flags, listener))
  const path = relative(process.cwd(), join(root, drafted.path))
  if (!flags.stdout) {
    // A new year may have a folder of its own.
    await mkdir(dirname(join(root, drafted.path)), { recursive: true }).catch(() => {})
    await naming(path, createFile(join(root, drafted.path), drafted.text))
  }
  if (flags.json) return { out: asJson(path, drafted.text, carried, flags), notes: [] }
  return { out: flags.stdout ? drafted.text : `${path}\n`, notes: carried ? notesOn(carried) : [] }
}

async function carry(
  { root, book, settings, files }: OpenBook,
  path: string,
  minutes: Minutes,
  { date }: NewFlags,
): Promise<CarriedOver> {
  const before = previousMinutes(book, path)
  // Without them, less is known of the group's form.
  const earlier = before && (await readText(join(root, before.path)).then(parseMinutes, () => undefined))
  const day = date === undefined ? undefined : dayOf(date)
  const carried = carryOver({ minutes, path, book, settings, files, earlier, ...(day && { day }) })
  if ('refusal' in carried) throw new CannotRun(`${english(carried.refusal)} Nothing was written.`)
  return carried
}

/** @param folder where they go, in a book that has no minutes yet. */
async function fromTemplate(
  book: OpenBook,
  latest: { readonly path: string; readonly minutes: Minutes } | undefined,
  folder: string,
  { template = 'plain', date }: NewFlags,
  listener: Listener,
): Promise<Draft> {
  const templates = await templatesOf(book, listener)
  const found = templateNamed(template, templates)
  if (!found) {
    const ids = templates.map(({ id }) => id).join(', ')
    throw new CannotRun(`There is no template "${template}". Nothing was written. Choose one of ${ids}.`)
  }
  const last = latest && meetingDay(latest.minutes, latest.path)
  const next = last && dayAfter(latest.minutes, latest.path, book.book, last)
  const day = date === undefined ? (next ?? Temporal.Now.plainDateISO()) : dayOf(date)
  try {
    const drafted = draftMinutes(book.book, found, day, latest?.path, shownZones(book.book, book.settings))
    return latest ? drafted : { ...drafted, path: posix.join(folder, drafted.path) }
  } catch (error) {
    throw error instanceof TemplateError ? new CannotRun(error.message) : error
  }
}

/** A day that the command line has looked at already. */
const dayOf = (date: string) => plainDate(scanDates(date)[0]!)!

const asJson = (path: string, text: string, carried: CarriedOver | undefined, { stdout }: NewFlags): string =>
  `${JSON.stringify(
    {
      path,
      ...(stdout && { text }),
      ...(carried && {
        date: carried.day.toString(),
        dropped: carried.dropped.map(inWords),
        changed: carried.changed.map(inWords),
        corrected: carried.corrected.map((each) => ({ ...each, why: english(each.why) })),
        findings: carried.findings.map(({ rule, message }) => ({ rule, message: english(message.wrong) })),
      }),
    },
    null,
    2,
  )}\n`

const inWords = <Told extends Dropped>(told: Told) => ({ ...told, why: english(told.why), line: told.line + 1 })

/** In a terminal's width. */
const LONGEST = 60

/** What was left out, and what is still wrong, line by line. */
function notesOn({ dropped, findings }: CarriedOver): readonly string[] {
  const short = (text: string) => {
    const line = firstLine(text)
    return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
  }
  return [
    ...(dropped.length > 0 ? [`Left out: ${dropped.length}`] : []),
    ...dropped.flatMap(({ text, why, line }) => [`  line ${line + 1}  ${short(text)}`, `    ${english(why)}`]),
    ...findings.map(
      ({ rule, message }) => `Still to mend (${rule}): ${english(message.wrong)} ${english(message.remedy)}`,
    ),
  ]
}
