import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Book, EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { type Minutes, parseMinutes, updateMinutes } from '../../server/src/minutes/minutes.ts'
import { type Checked, check } from '../../server/src/rules/check.ts'
import type { Finding } from '../../server/src/rules/rule.ts'
import type { TextEdit } from '../../server/src/text/edit.ts'
import { english } from '../../server/src/text/phrase.ts'
import { applyFix, type File, subjectOf } from './check.ts'

const root = join(import.meta.dirname, '../..')
// Said with every failure; to look for others, set another, and more runs.
const seed = Number(process.env.FAST_CHECK_SEED ?? 20260304)
const numRuns = Number(process.env.FAST_CHECK_RUNS ?? 120)

const files: readonly File[] = ['test/fixtures', 'examples'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(root, folder, name))
    .sort()
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') })),
)
const book = withParts(
  EMPTY_BOOK,
  files.map(({ path, text }) => partOf(parseMinutes(text), path)),
)

const checkAll = (minutes: Minutes, path: string, previous?: Checked, known: Book = book) =>
  check(subjectOf(minutes, path, known), previous)

describe('every prefix, as an editor sees it', () => {
  test.each(files)('$path', ({ path, text }) => {
    let minutes = parseMinutes('')
    let checked = checkAll(minutes, path)
    for (let end = 1; end <= text.length; end++) {
      minutes = updateMinutes(minutes, text.slice(0, end), [{ from: end - 1, to: end - 1, length: 1 }])
      checked = checkAll(minutes, path, checked)
      if (end % 211 === 0) expect(checked.findings).toEqual(checkAll(parseMinutes(text.slice(0, end)), path).findings)
    }
    expect(checked.findings).toEqual(checkAll(parseMinutes(text), path).findings)
  })
})

/** What people type, paste and lose. */
const SNIPPETS = [
  ...[
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '\t',
    '\u00a0',
    '\uFEFF',
    '- ',
    '- [] ',
    '- [ ]',
    '[ ] x',
    '-',
    ',\n',
    '.',
    '@',
    '@tove. @annik',
  ],
  ...[
    'Friday 2026-03-18',
    'Wednesday ',
    '2026-02-30',
    '31 April',
    ' 25:61 UTC',
    '17:00 UTC (17:00 CET)',
    '(20:00 Europe/Oslo)',
  ],
  ...[
    '# ',
    '## Attendees\n- @tove, @tove\n',
    '---\n',
    '---\ntitle: a: b\n---\n',
    '```\n',
    '<!--',
    '-->',
    '|',
    '> ',
    '    ',
  ],
  ...[
    '## Projects\n- [A](https://example.org/a)\n- [A](https://example.org/a)\n  - b\n',
    '1. ',
    '- - x\n',
    '🎉',
    'א',
    '\ud83c',
    '\0',
  ],
  ...[
    '- [x] - x\n  - y\n',
    'becasue the the ',
    '[2026-03-04](lighthouse-minutes-2026-03-18.md)',
    '[a](readme.md)',
    'deadline Feb 1st',
    '\n#### Deep\n',
    '\n   - a\n  - b\n * c\n',
    '\n1. a\n2. b\n4. c\n',
    'annika and tove',
    '[TOC]\n',
    'FIXME',
    'Github  x',
    "@tove 's ",
    '@tove bruun',
    'today',
    '## 16:00 UTC – Meeting end\n',
    '- Next meeting is 2026-03-01 @ 1700  UTC\n',
  ],
  ...['Chair: @annika\n', 'Regrets: @tove\n', '{{', '}}', '\\', '`', '**', '[a](', ')', '@oyvnd', 'e.g.\n', '- \n'],
]

const edit = fc.record({
  at: fc.nat(100_000),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) }),
  insert: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...SNIPPETS) }, fc.string({ maxLength: 6, unit: 'binary' })),
})
const situation = fc.record({
  file: fc.constantFrom(...files),
  crlf: fc.boolean(),
  edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
})

/** The text after an edit that may reach anywhere, and the edit as it came out. */
function edited(text: string, { at, remove, insert }: { at: number; remove: number; insert: string }) {
  const from = at % (text.length + 1)
  const to = Math.min(text.length, from + remove)
  return { text: text.slice(0, from) + insert + text.slice(to), change: { from, to, length: insert.length } }
}

const withEnds = (text: string, crlf: boolean) => (crlf ? text.replace(/\r?\n/g, '\r\n') : text)

describe('random edits', () => {
  test('to check again what changed is to check all', () => {
    fc.assert(
      fc.property(situation, ({ file, crlf, edits }) => {
        let text = withEnds(file.text, crlf)
        let minutes = parseMinutes(text)
        const { wording } = partOf(minutes, file.path)
        let typed = book
        let checked = checkAll(minutes, file.path)
        for (const next of edits) {
          const { text: after, change } = edited(text, next)
          text = after
          minutes = updateMinutes(minutes, text, [change])
          // Its own wording may be as old as the document in the book.
          typed = withParts(typed, [partOf(minutes, file.path, wording)])
          checked = checkAll(minutes, file.path, checked, typed)
          expect(checked.findings).toEqual(inBook(text, file.path).findings)
        }
      }),
      { seed, numRuns },
    )
  })

  test('each fix removes its finding, and keeps the line ends', () => {
    fc.assert(
      fc.property(situation, ({ file, crlf, edits }) => {
        const text = withEnds(
          edits.reduce((before, next) => edited(before, next).text, file.text),
          crlf,
        )
        const { findings } = inBook(text, file.path)
        for (const finding of findings) {
          expect(finding.from).toBeGreaterThanOrEqual(0)
          expect(finding.to).toBeGreaterThanOrEqual(finding.from)
          expect(finding.to).toBeLessThanOrEqual(text.length)
          for (const fix of finding.fixes ?? []) {
            const after = applyFix(text, fix)
            expect(after, `${finding.rule}: ${english(fix.title)}`).not.toBe(text)
            const left = inBook(after, file.path).findings
            expect(isGone(finding, fix.edits, findings, left), `${finding.rule}: ${english(fix.title)}\n${after}`).toBe(
              true,
            )
            if (crlf) expect(/(?<!\r)\n/.test(after), `${finding.rule}: ${english(fix.title)}`).toBe(false)
          }
        }
      }),
      { seed, numRuns },
    )
  })
})

/** Checks a text that stands in the book itself, as it does in an editor. */
function inBook(text: string, path: string): Checked {
  const minutes = parseMinutes(text)
  return checkAll(minutes, path, undefined, withParts(book, [partOf(minutes, path)]))
}

/** Whether nothing of the same words is left at the place, or there were more of them and one is gone. */
function isGone(
  finding: Finding,
  edits: readonly TextEdit[],
  before: readonly Finding[],
  after: readonly Finding[],
): boolean {
  const sameRule = ({ rule }: Finding) => rule === finding.rule
  if (after.filter(sameRule).length < before.filter(sameRule).length) return true
  const [from, to] = [moved(finding.from, edits, -1), moved(finding.to, edits, 1)]
  return !after.some(
    (left) =>
      sameRule(left) &&
      english(left.message.wrong) === english(finding.message.wrong) &&
      left.from <= to &&
      left.to >= from,
  )
}

/** Where an offset lies after the edits; one within an edit goes to its start, or its end. */
function moved(offset: number, edits: readonly TextEdit[], side: -1 | 1): number {
  let by = 0
  for (const { from, to, insert } of [...edits].sort((a, b) => a.from - b.from)) {
    if (to < offset || (to === offset && side > 0)) by += insert.length - (to - from)
    else if (from < offset) return from + by + (side > 0 ? insert.length : 0)
  }
  return offset + by
}
