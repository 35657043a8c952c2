import { withParts } from '../book/book.ts'
import { partOf } from '../book/part.ts'
import { meetingDay } from '../minutes/meeting.ts'
import { parseMinutes } from '../minutes/minutes.ts'
import { type Checked, check } from '../rules/check.ts'
import { editsTogether, safeFix } from '../rules/fixing.ts'
import { RULES, ruleNamed } from '../rules/index.ts'
import type { Settings } from '../settings/settings.ts'
import { applyEdits } from '../text/edit.ts'
import { isOneSlip } from '../text/slip.ts'
import { type Document, isWithin, type Listener, type OpenBook, readBook } from './book.ts'
import { CannotRun } from './cannot-run.ts'
import type { FileResult } from './file-result.ts'
import { baseCommit } from './git/base.ts'
import { snapshot } from './git/snapshot.ts'
import { newAmong } from './new-findings.ts'
import { openBooks } from './open-books.ts'
import type { Wanted } from './roots.ts'
import { replaceFile } from './write.ts'

export interface CheckOptions extends Listener {
  /** The only rules that are to run. One that is off runs as a warning. */
  readonly rules?: readonly string[]
  /** Whether to apply, and write, the fixes that cannot change what the minutes mean. */
  readonly fix?: boolean
  /** Report alone what is new since a commit; see {@link baseCommit}. */
  readonly newSince?: { readonly base: string | undefined }
}

/**
 * Checks files, and the minutes in folders. They are seen in the whole of the book that they lie in, which begins at the
 * nearest `minutebook.yml` or repository's root above them.
 *
 * @param paths without any, the working folder.
 * @throws {CannotRun} for a path that does not exist or holds no minutes, and for a rule that nobody knows.
 */
export async function checkPaths(paths: readonly string[], options: CheckOptions = {}): Promise<FileResult[]> {
  for (const id of options.rules ?? []) if (!ruleNamed(id)) throw unknownRule(id)
  const opened = await openBooks(paths, options, options.fix ? 'changed' : 'checked')
  const books = opened.map((open) => ({ ...open, settings: withRules(open.settings, options.rules) }))
  const results: FileResult[] = []
  for (const open of books) {
    const checked = [
      ...(options.fix ? await fixBook(open, options) : checkBook(open, options)),
      ...open.failures.map(({ path, failure }) => ({ path, text: '', findings: [], failure })),
    ]
    results.push(...(options.newSince ? newAmong(checked, await checkBefore(open, options)) : checked))
  }
  const seen = new Set<string>()
  return results.filter(({ path }) => !seen.has(path) && seen.add(path)).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** What is said of a rule that there is not. */
export const unknownRule = (id: string): CannotRun =>
  new CannotRun(
    `There is no rule "${id}". ${meantBy(id) ?? `The rules are ${RULES.map((rule) => rule.id).join(', ')}.`}`,
  )

function meantBy(id: string): string | undefined {
  const rule = RULES.find((each) => isOneSlip(each.id, id))
  return rule && `Did you mean "${rule.id}"? "minutebook rules" lists them all.`
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

/**
 * What a book's minutes had wrong in an earlier commit, those included that are gone.
 *
 * @throws {CannotRun} where Git cannot tell.
 */
async function checkBefore({ root, wanted, book }: OpenBook, { newSince, rules }: CheckOptions): Promise<FileResult[]> {
  const source = await snapshot(root, await baseCommit(root, newSince?.base))
  const files: Wanted[] = []
  for (const each of wanted) if (!each.isFolder && (await source.exists(each.path))) files.push(each)
  const all = [...files, { given: root, path: root, isFolder: true }]
  const before = await readBook(root, all, {}, source)
  const asked = ({ own, path }: Document) => !book.parts.has(own) || wanted.some((each) => isWithin(path, each.path))
  const open = {
    ...before,
    settings: withRules(before.settings, rules),
    documents: before.documents.filter(asked),
  }
  const failures = before.failures.map(({ path, failure }) => ({ path, text: '', findings: [], failure }))
  return [...checkBook(open, {}), ...failures]
}

const checkDocument = ({ book, settings, files }: OpenBook, { own, minutes }: Document): Checked =>
  check({ minutes, path: own, book, day: meetingDay(minutes, own), settings, files })

/** A fix may make another possible, and touch what a third one wanted to mend. */
const MOST_ROUNDS = 10

async function fixBook(open: OpenBook, listener: Listener): Promise<FileResult[]> {
  const before = new Map(open.documents.map((document) => [document.path, document]))
  let fixed = open
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = fixOnce(fixed)
    if (next === fixed) break
    fixed = next
  }
  const results: FileResult[] = []
  for (const result of checkBook(fixed, listener)) {
    const old = before.get(result.path)!
    if (old.minutes.text === result.text) results.push(result)
    else results.push(await written(result, open, old))
  }
  return results
}

async function written(result: FileResult, open: OpenBook, old: Document): Promise<FileResult> {
  const { path } = result
  const { text } = old.minutes
  try {
    await replaceFile(path, text, result.text)
    return { ...result, fixed: true }
  } catch (error) {
    return { path, text, findings: checkDocument(open, old).findings, failure: (error as Error).message }
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
