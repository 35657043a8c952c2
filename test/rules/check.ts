import { expect } from 'vitest'
import { type Book, EMPTY_BOOK, withParts, withRoster } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { meetingDay } from '../../server/src/minutes/meeting.ts'
import { type Minutes, parseMinutes } from '../../server/src/minutes/minutes.ts'
import { check as checkSubject } from '../../server/src/rules/check.ts'
import { configurationOf, rosterOf } from '../../server/src/rules/configuration.ts'
import { ruleNamed } from '../../server/src/rules/index.ts'
import type { Finding, Fix, Message, Subject } from '../../server/src/rules/rule.ts'
import { SETTINGS_FILE } from '../../server/src/settings/file.ts'
import { USUAL_PEOPLE_FILE } from '../../server/src/settings/people-file.ts'
import { DEFAULTS, type Settings } from '../../server/src/settings/settings.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { lineStarts, positionAt } from '../../server/src/text/lines.ts'
import { english } from '../../server/src/text/phrase.ts'

/** A file of a fixture. */
export interface File {
  readonly path: string
  readonly text: string
}

/** Where a text stands that names no file: its day, 2026-03-04, is a Wednesday. */
export const PATH = 'meetings/harbour-minutes-2026-03-04.md'

const FILE = /^<!-- file: (\S+) -->\n/gm

/** The files of a fixture: each begins with a line `<!-- file: path -->`; without any, all is one file. */
export function filesOf(fixture: string, path: string = PATH): readonly File[] {
  const starts = [...fixture.matchAll(FILE)]
  if (starts.length === 0) return [{ path, text: fixture }]
  return starts.map((start, index) => ({
    path: start[1]!,
    text: fixture.slice(start.index + start[0].length, starts[index + 1]?.index ?? fixture.length),
  }))
}

/** The subjects that files make together, as one book; a `minutebook.yml` and a list of people among them count. */
export function subjectsOf(files: readonly File[]): readonly Subject[] {
  const configuration = configurationOf(files.find(({ path }) => path === SETTINGS_FILE)?.text)
  const { from } = configuration.settings.people
  const { roster } = rosterOf(configuration, files.find(({ path }) => path === (from ?? USUAL_PEOPLE_FILE))?.text)
  const parsed = files
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ path, text }) => ({ path, minutes: parseMinutes(text) }))
  const book = withRoster(
    withParts(
      EMPTY_BOOK,
      parsed.map(({ path, minutes }) => partOf(minutes, path)),
    ),
    roster,
  )
  const paths = new Set(files.map(({ path }) => path))
  return parsed.map(({ path, minutes }) => subjectOf(minutes, path, book, configuration.settings, paths))
}

export const subjectOf = (
  minutes: Minutes,
  path: string,
  book: Book,
  settings: Settings = DEFAULTS,
  files?: ReadonlySet<string>,
): Subject => ({ minutes, path, book, day: meetingDay(minutes, path), settings, files })

/** A finding in English. */
export interface Said extends Omit<Finding, 'message' | 'fixes'> {
  readonly message: Message<string>
  readonly fixes?: readonly (Omit<Fix, 'title'> & { readonly title: string })[]
}

export const findingsOf = (subject: Subject): readonly Said[] => checkSubject(subject).findings.map(said)

export const said = ({ message: { wrong, why, remedy }, fixes, ...finding }: Finding): Said => ({
  ...finding,
  message: { wrong: english(wrong), why: english(why), remedy: english(remedy) },
  ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, title: english(fix.title) })) }),
})

export const applyFix = (text: string, fix: Pick<Fix, 'edits'>): string => applyEdits(text, fix.edits)

const MARK = /^ *\^+ [a-z]+(?:-[a-z]+)*(?: \([a-z]+\))?(?:: .*)?$/

/**
 * Checks minutes that say themselves what is to be found: below a line, `^^^^ weekday: message` marks a finding of that
 * rule at these columns. The message may be left out, or be the beginning of the real one; `(hint)` behind the rule's
 * name says that the finding is quieter than the rule. What is not marked must not be found, with every line end and
 * with a byte order mark as well.
 */
export function check(fixture: string, path: string = PATH): void {
  const expected = filesOf(fixture, path)
  const plain = expected.map((file) => ({ ...file, text: withoutMarks(file.text) }))
  const forms: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => `\uFEFF${text}`,
  ]
  for (const form of forms) {
    const subjects = subjectsOf(plain.map(({ path, text }) => ({ path, text: form(text) })))
    const wanted = expected.filter(({ path }) => path.endsWith('.md'))
    expect(subjects.map((subject, index) => marked(subject, wanted[index]!.text)).join('')).toBe(
      wanted.map(({ text }) => text).join(''),
    )
  }
}

/** Checks that the preferred fix of the first finding (or the one of that title) makes `after` of `before`. */
export function checkFix(before: string, after: string, title?: string): void {
  for (const eol of ['\n', '\r\n']) {
    const files = filesOf(before).map(({ path, text }) => ({ path, text: text.replaceAll('\n', eol) }))
    const subject = subjectsOf(files).at(-1)!
    const fixes = findingsOf(subject).flatMap((finding) => finding.fixes ?? [])
    const fix = title ? fixes.find((each) => each.title === title) : (fixes.find((each) => each.preferred) ?? fixes[0])
    expect(fix, `No such fix among: ${fixes.map((each) => each.title).join(' | ')}`).toBeDefined()
    expect(applyFix(subject.minutes.text, fix!)).toBe(after.replaceAll('\n', eol))
  }
}

const withoutMarks = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !MARK.test(line))
    .join('\n')

/** The text with its findings marked, each in the words of `wanted` where they mean it. */
function marked(subject: Subject, wanted: string): string {
  const { text } = subject.minutes
  const starts = lineStarts(text)
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const marks = new Map<number, string[]>()
  const wants = new Set(wanted.split('\n').filter((line) => MARK.test(line)))
  const bom = text.startsWith('\uFEFF') ? 1 : 0
  for (const { from, to, rule, severity, message } of findingsOf(subject)) {
    // The mark that stands before every fixture for once is no mistake of the fixture's.
    if (bom === 1 && rule === 'invisible-character' && from === 0) continue
    const start = positionAt(starts, from)
    const end = positionAt(starts, to)
    const column = start.character - (start.line === 0 ? bom : 0)
    const last = end.line > start.line ? lines[start.line]!.length : end.character - (end.line === 0 ? bom : 0)
    const quiet = severity === ruleNamed(rule)!.severity ? '' : ` (${severity})`
    const head = `${' '.repeat(column)}${'^'.repeat(Math.max(1, last - column))} ${rule}${quiet}`
    const whole = `${head}: ${message.wrong}`
    const short = [...wants].find((want) => want === head || (want.startsWith(`${head}: `) && whole.startsWith(want)))
    marks.set(start.line, [...(marks.get(start.line) ?? []), short ?? whole])
  }
  return lines.flatMap((line, index) => [line, ...(marks.get(index) ?? [])]).join('\n')
}
