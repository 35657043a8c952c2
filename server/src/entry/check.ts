import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { withParts } from '../book/book.ts'
import { partOf } from '../book/part.ts'
import { meetingDay } from '../minutes/meeting.ts'
import { parseMinutes } from '../minutes/minutes.ts'
import { type Checked, check } from '../rules/check.ts'
import { editsTogether, safeFix } from '../rules/fixing.ts'
import { RULES, ruleNamed } from '../rules/index.ts'
import type { Finding } from '../rules/rule.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import type { Settings } from '../settings/settings.ts'
import { applyEdits } from '../text/edit.ts'
import { type Document, type Listener, type OpenBook, readBook } from './book.ts'
import { folderWith } from './files.ts'
import { replaceFile } from './write.ts'

/** What checking a file came to. */
export interface FileResult {
  /** Absolute. */
  readonly path: string
  readonly text: string
  readonly findings: readonly Finding[]
  /** Why it could not be read or, where it was to be fixed, not be written. */
  readonly failure?: string
  /** Whether its text was fixed and written. */
  readonly fixed?: boolean
}

/** A call that cannot be carried out, with a message for people. */
export class CannotRun extends Error {}

export interface CheckOptions extends Listener {
  /** The only rules that are to run. One that is off runs as a warning. */
  readonly rules?: readonly string[]
  /** Whether to apply, and write, the fixes that cannot change what the minutes mean. */
  readonly fix?: boolean
}

/**
 * Checks files, and the minutes in folders. Each folder is a book of its own; a file belongs to the book of the folder
 * around it. A `minutebook.yml` above either says that the book begins there.
 *
 * @throws {CannotRun} for a path that does not exist, and for a rule that nobody knows.
 */
export async function checkPaths(paths: readonly string[], options: CheckOptions = {}): Promise<FileResult[]> {
  for (const id of options.rules ?? []) if (!ruleNamed(id)) throw unknownRule(id)
  const results: FileResult[] = []
  for (const [root, wanted] of await booksFor(paths)) {
    let open = await readBook(root, wanted, options)
    open = { ...open, settings: withRules(open.settings, options.rules) }
    results.push(...(options.fix ? await fixBook(open, options) : checkBook(open, options)))
    results.push(...open.failures.map(({ path, failure }) => ({ path, text: '', findings: [], failure })))
  }
  const seen = new Set<string>()
  return results.filter(({ path }) => !seen.has(path) && seen.add(path)).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** What is said of a rule that there is not. */
export const unknownRule = (id: string): CannotRun =>
  new CannotRun(`There is no rule "${id}". The rules are ${RULES.map((rule) => rule.id).join(', ')}.`)

/** The folders whose books hold the paths, each with those of the paths that lie in it. */
export async function booksFor(paths: readonly string[]): Promise<Map<string, string[]>> {
  const books = new Map<string, string[]>()
  for (const given of paths) {
    const path = resolve(given)
    const found = await stat(path).catch(() => undefined)
    if (!found || given === '')
      throw new CannotRun(`There is no file or folder "${given}". Nothing was done. Correct the path.`)
    const own = found.isDirectory() ? path : dirname(path)
    const root = (await folderWith(SETTINGS_FILE, own)) ?? own
    books.set(root, [...new Set([...(books.get(root) ?? []), path])])
  }
  return books
}

function withRules(settings: Settings, wanted: readonly string[] | undefined): Settings {
  if (!wanted || wanted.length === 0) return settings
  const rules = RULES.map(({ id, severity }) => {
    if (!wanted.includes(id)) return [id, 'off'] as const
    const level = settings.rules[id] ?? severity
    return [id, level === 'off' ? 'warning' : level] as const
  })
  return { ...settings, rules: Object.fromEntries(rules) }
}

function checkBook(open: OpenBook, { onProblem }: Listener): FileResult[] {
  return open.documents.map((document) => {
    const { findings, failures } = checkDocument(open, document)
    for (const { rule, error } of failures)
      onProblem?.(`${document.own}: the rule "${rule}" failed, so some of its findings may be missing. ${error}`)
    return { path: document.path, text: document.minutes.text, findings }
  })
}

const checkDocument = ({ book, settings, files }: OpenBook, { own, minutes }: Document): Checked =>
  check({ minutes, path: own, book, day: meetingDay(minutes, own), settings, files })

/** A fix may make another possible, and touch what a third one wanted to mend. */
const MOST_ROUNDS = 10

async function fixBook(open: OpenBook, listener: Listener): Promise<FileResult[]> {
  const before = new Map(open.documents.map(({ path, minutes }) => [path, minutes.text]))
  let fixed = open
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = fixOnce(fixed)
    if (next === fixed) break
    fixed = next
  }
  const results: FileResult[] = []
  for (const result of checkBook(fixed, listener)) {
    const old = before.get(result.path)!
    if (old === result.text) results.push(result)
    else results.push(await written(result, old))
  }
  return results
}

async function written(result: FileResult, before: string): Promise<FileResult> {
  try {
    await replaceFile(result.path, before, result.text)
    return { ...result, fixed: true }
  } catch (error) {
    return { path: result.path, text: before, findings: [], failure: (error as Error).message }
  }
}

/** The book with the safe fixes of every document made once; the same book where there are none. */
function fixOnce(open: OpenBook): OpenBook {
  let { book } = open
  let changed = false
  const documents = open.documents.map((document) => {
    const edits = editsTogether(checkDocument({ ...open, book }, document).findings, safeFix)
    if (edits.length === 0) return document
    changed = true
    const minutes = parseMinutes(applyEdits(document.minutes.text, edits))
    book = withParts(book, [partOf(minutes, document.own)])
    return { ...document, minutes }
  })
  return changed ? { ...open, book, documents } : open
}
