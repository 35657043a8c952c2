import type { Book } from '../book/book.ts'
import type { PlainDate } from '../minutes/calendar.ts'
import type { Content } from '../minutes/content.ts'
import type { SectionKind } from '../minutes/headings.ts'
import type { Minutes, Place } from '../minutes/minutes.ts'
import type { Level, Settings, Severity } from '../settings/settings.ts'
import type { TextEdit } from '../text/edit.ts'
import type { Phrase } from '../text/phrase.ts'
import { type Span, shift } from '../text/span.ts'

/** A message in three parts, each a sentence or two, for somebody in the middle of a call. */
export interface Message<Words = Phrase> {
  readonly wrong: Words
  readonly why: Words
  readonly remedy: Words
}

/** A remedy that a machine can apply. Applied once it removes its finding; twice, it changes nothing more. */
export interface Fix {
  readonly title: Phrase
  readonly edits: readonly TextEdit[]
  /** The likeliest remedy of several. */
  readonly preferred?: boolean
  /** Whether it cannot change what the minutes mean. */
  readonly safe?: boolean
}

/** What a rule reports at one place. */
export interface Report extends Span {
  readonly message: Message
  readonly fixes?: readonly Fix[]
  /** For a report that is quieter than its rule. */
  readonly quiet?: Severity
}

/** A report with the rule that made it. Offsets count in the whole text. */
export interface Finding extends Report {
  readonly rule: string
  readonly severity: Severity
}

/** What the rules look at: one document in its book. */
export interface Subject {
  readonly minutes: Minutes
  /** Relative to the folder, with `/`. */
  readonly path: string
  readonly book: Book
  /** The day of the meeting. */
  readonly day: PlainDate | undefined
  readonly settings: Settings
  /** Every file of the folder, by its path relative to it, with `/`; `undefined` where that is not known. */
  readonly files: ReadonlySet<string> | undefined
}

/** One block of a document. */
export interface BlockSubject {
  readonly content: Content
  /** What the section it stands in is about. */
  readonly kind: SectionKind | undefined
  readonly subject: Subject
}

/** A block at its place in a document. */
export interface PlacedBlock extends Place {
  /** Whether it is the document's last. */
  readonly last: boolean
}

/** A rule. It looks at one block at a time where it can, and at the whole document where it must. */
export interface Rule {
  /** Its name everywhere: setting, page, diagnostic code. */
  readonly id: string
  /** How loud it is unless the settings say otherwise. */
  readonly severity: Level
  /** How loud other settings than `rules` want it, as those do that it needs; `undefined` where they say nothing. */
  readonly on?: (settings: Settings) => Level | undefined
  /** What it finds, in a few words for lists of rules. */
  readonly summary: string
  /**
   * Whether a finding waits for the caret. Half a handle is no mistake while it is being typed: as long as the caret
   * touches it, it waits for a `pause`. An item may stay empty while the scribe listens: it waits until typing has
   * `moved` to another line.
   */
  readonly waits?: 'pause' | 'moved'
  /** Whether it goes by the folder's other minutes and files: until they have been read, it would guess. */
  readonly needsBook?: true
  /** Offsets in its reports count from the block's start. */
  readonly block?: (block: BlockSubject) => readonly Report[]
  /** What `block` goes by beside the block itself: as long as it is the same, so are the reports. */
  readonly context?: (subject: Subject) => string
  /** Offsets in its reports count in the whole text. */
  readonly document?: (subject: Subject) => readonly Report[]
  /**
   * What `context` and `document` go by in a block that is no heading. Where a keystroke changes the words of one block
   * and leaves this the same, neither is asked again. Without it, each keystroke concerns the rule.
   */
  readonly reads?: (block: PlacedBlock) => unknown
}

/** How loud a rule is by these settings. */
export const levelOf = (rule: Rule, settings: Settings): Level =>
  settings.rules[rule.id] ?? rule.on?.(settings) ?? rule.severity

/** The fix that replaces a stretch of text. */
export const replace = (title: Phrase, { from, to }: Span, insert: string, more: Partial<Fix> = {}): Fix => ({
  title,
  edits: [{ from, to, insert }],
  ...more,
})

/** A report at its place `by` code units further on. */
export function shiftReport<T extends Report>(report: T, by: number): T {
  const fixes = report.fixes?.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, ...shift(edit, by) })),
  }))
  return { ...report, ...shift(report, by), ...(fixes && { fixes }) }
}
