import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, test } from 'vitest'
import { type Book, EMPTY_BOOK, withoutPart, withParts } from '../../server/src/book/book.ts'
import { dayInName } from '../../server/src/book/file-days.ts'
import { partOf } from '../../server/src/book/part.ts'
import { finishingOf, finishSteps } from '../../server/src/drafting/finish/finish.ts'
import type { IndexPage, Step } from '../../server/src/drafting/finish/step.ts'
import { meetingDay } from '../../server/src/minutes/meeting.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { DEFAULTS } from '../../server/src/settings/settings.ts'
import { applyEdits, type TextEdit } from '../../server/src/text/edit.ts'

/** Real minutes with the page that lists them. They are not ours to publish, so they may be missing. */
const FOLDER = '../shared/corpus/cpansec'
const there = existsSync(`${FOLDER}/meetings/README.md`)
if (!there) console.log(`Skipped: ${FOLDER} with its real minutes is not here.`)

const files = new Map(
  (there ? readdirSync(`${FOLDER}/meetings`) : []).map((name) => [
    `meetings/${name}`,
    readFileSync(`${FOLDER}/meetings/${name}`, 'utf8'),
  ]),
)
const PAGE = 'meetings/README.md'
const meetings = [...files.keys()].filter((path) => dayInName(path)).sort()

/** The book as it was when the minutes were written. */
function bookUntil(path: string): Book {
  const known = meetings.filter((each) => each <= path)
  return withParts(EMPTY_BOOK, [
    ...known.map((each) => partOf(parseMinutes(files.get(each)!), each)),
    partOf(parseMinutes(files.get(PAGE)!), PAGE),
  ])
}

function stepsFor(path: string, index: IndexPage | undefined, book: Book = bookUntil(path)): readonly Step[] {
  const minutes = parseMinutes(files.get(path)!)
  const day = meetingDay(minutes, path)
  const subject = { minutes, path, book, day, settings: DEFAULTS, files: new Set(files.keys()) }
  const finishing = finishingOf(subject, index, Temporal.Instant.from('2026-03-01T12:00Z'))
  return finishing ? finishSteps(finishing) : []
}

const editsOf = (step: Step | undefined): readonly TextEdit[] => (step?.edits?.({}) ?? []) as readonly TextEdit[]

describe.skipIf(!there)('the page that lists the minutes of a real group', () => {
  const page = files.get(PAGE) ?? ''
  const outcomes: { path: string; what: string }[] = []
  const found = [...page.matchAll(/^\* \[(\S+)\]\((cpansec-minutes-(\S+)\.md)\)\n/gm)]

  for (const [line, label, name, day] of found as unknown as [string, string, string, string][]) {
    test(`gets the entry of ${day} back`, () => {
      const path = `meetings/${name}`
      const without = page.replace(line, '')
      // Of most of the meetings that the page lists the corpus has no minutes; that they were there is enough.
      const text = files.get(path) ?? `---\nmeeting_time: ${day} 16:00 UTC\n---\n`
      files.set(path, text)
      const book = withParts(
        EMPTY_BOOK,
        [...found].map(([, , other]) =>
          partOf(parseMinutes(files.get(`meetings/${other}`) ?? ''), `meetings/${other}`),
        ),
      )
      const index = { path: PAGE, minutes: parseMinutes(without) }
      const all = withParts(withoutPart(book, path), [partOf(parseMinutes(text), path), partOf(index.minutes, PAGE)])
      const step = stepsFor(path, index, all).find(({ id }) => id === 'index-entry')
      const after = applyEdits(without, editsOf(step))
      const same = after === page
      outcomes.push({ path, what: !step ? 'not asked for' : same ? 'same bytes' : 'elsewhere' })
      // One entry has another day's label, and leaves the order of its year open.
      if (day.slice(0, 4) !== '2026') expect(same, path).toBe(true)
      // Beside the entry nothing changes, wherever it stands.
      expect(after.replace(`* [${day}](${name})\n`, '')).toBe(without)
      if (label === day) expect([path, step !== undefined]).toEqual([path, true])
    })
  }

  afterAll(() => {
    const same = outcomes.filter(({ what }) => what === 'same bytes').length
    const others = outcomes.filter(({ what }) => what !== 'same bytes')
    console.log(`Index entries put back: ${same} of ${outcomes.length} with every byte of the page.`)
    for (const { path, what } of others) console.log(`    ${path}: ${what}`)
  })
})

describe.skipIf(!there)('what real minutes lack', () => {
  const lists = meetings.map((path) => {
    const index = { path: PAGE, minutes: parseMinutes(files.get(PAGE)!) }
    return { path, steps: there ? stepsFor(path, index) : [] }
  })

  test('is never asked for of the first minutes, which have no example', () => {
    const [first] = lists
    expect(first?.steps.filter(({ id }) => OWN.has(id)).map(({ id }) => id)).toEqual([])
  })

  test('is not asked for where it stands there', () => {
    for (const { path, steps } of lists) {
      const text = files.get(path)!
      const ids = steps.map(({ id }) => id)
      if (/UTC\W+meeting end/i.test(text)) expect([path, ids]).not.toEqual([path, expect.arrayContaining(['end'])])
      if (/minutes.{0,9} approved by @/i.test(text))
        expect([path, ids]).not.toEqual([path, expect.arrayContaining(['approval'])])
      if (/Next meeting is/.test(text))
        expect([path, ids]).not.toEqual([path, expect.arrayContaining(['next-meeting'])])
    }
  })

  afterAll(() => {
    for (const { path, steps } of lists) {
      const own = steps.filter(({ id }) => OWN.has(id)).map(({ id, edits }) => (edits ? id : `${id} (by hand)`))
      if (own.length > 0) console.log(`${path} lacks ${own.join(', ')}`)
    }
  })
})

/** The steps that no rule asks for. */
const OWN: ReadonlySet<string> = new Set([
  ...['start', 'end', 'chair', 'scribe', 'attendance', 'approval', 'next-meeting', 'index-entry', 'index-next-meeting'],
])
