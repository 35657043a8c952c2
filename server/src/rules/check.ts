import type { Block } from '../minutes/blocks.ts'
import type { Content } from '../minutes/content.ts'
import type { SectionKind } from '../minutes/headings.ts'
import { kindAt } from '../minutes/minutes.ts'
import { LEVELS, type Settings, type Severity } from '../settings/settings.ts'
import { align } from '../text/align.ts'
import { movedReports, type SubjectChange, subjectChange } from './change.ts'
import { hasIgnores, isIgnored } from './ignores.ts'
import { RULES } from './index.ts'
import { type Finding, levelOf, type Report, type Rule, type Subject, shiftReport } from './rule.ts'

/** What the rules found in a document, kept so that the next check looks only at what changed. */
export interface Checked {
  /** In order of their places. */
  readonly findings: readonly Finding[]
  readonly subject: Subject
  /** Whether only rules were asked that need no book. */
  readonly alone: boolean
  /** For each rule that is on, what its findings go by beside the blocks. */
  readonly contexts: readonly (string | undefined)[]
  readonly kinds: readonly (SectionKind | undefined)[]
  /** For each rule that is on, what it found by looking at the whole document; `undefined` where it failed. */
  readonly byRule: readonly (readonly Finding[] | undefined)[]
  /** For each block what the rules that look at one block found there; offsets from its start. */
  readonly byBlock: readonly (readonly Finding[])[]
  /** What went wrong with rules in this check. The findings of all others are whole. */
  readonly failures: readonly Failure[]
}

/** A rule that threw. It costs what the rule would have found there, and no more. */
export interface Failure {
  readonly rule: string
  readonly error: unknown
}

/**
 * Checks a document.
 *
 * @param previous the last check of the same document: blocks that did not change are not looked at again.
 * @param alone whether the folder's other minutes are not known yet: rules that need them are not asked.
 */
export function check(subject: Subject, previous?: Checked, alone = false): Checked {
  const { settings } = subject
  const { blocks } = subject.minutes
  const kinds = blocks.map((_, index) => kindAt(subject.minutes, index))
  const rules = alone ? activeRules(settings).filter(({ rule }) => !rule.needsBook) : activeRules(settings)
  const failures: Failure[] = []
  const reusable = previous?.subject.settings === settings && previous.alone === alone ? previous : undefined
  const change = reusable && subjectChange(reusable.subject, subject)
  /** Whether a rule finds the same as before, other than in the blocks that changed. */
  const unconcerned = rules.map(({ rule }) => change !== undefined && isUnconcerned(rule, change, failures))
  const contexts = rules.map(({ rule }, index) => {
    if (unconcerned[index]) return reusable!.contexts[index]
    return rule.context && attempt(rule, failures, () => rule.context!(subject))
  })
  const stale = reusable ? rules.filter((_, index) => reusable.contexts[index] !== contexts[index]) : rules
  const byBlock = blockFindings(subject, kinds, rules, stale, failures, reusable)
  const byRule = rules.map(({ rule, severity }, index) => {
    if (!rule.document) return NOTHING
    const known = unconcerned[index] ? reusable!.byRule[index] : undefined
    const moved = known && movedReports(known, change!)
    if (moved) return moved
    return attempt(rule, failures, () => rule.document!(subject))?.map((report) => graded(report, rule, severity))
  })
  const findings: Finding[] = []
  for (const found of byRule) for (const finding of found ?? NOTHING) findings.push(finding)
  byBlock.forEach((found, index) => {
    for (const finding of found) findings.push(shiftReport(finding, blocks[index]!.from))
  })
  const kept = hasIgnores(subject.minutes)
    ? findings.filter((finding) => !isIgnored(subject.minutes, finding.rule, finding))
    : findings
  kept.sort((a, b) => a.from - b.from || a.to - b.to || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
  return { findings: kept, subject, alone, contexts, kinds, byRule, byBlock, failures }
}

function attempt<T>({ id }: Rule, failures: Failure[], ask: () => T): T | undefined {
  try {
    return ask()
  } catch (error) {
    failures.push({ rule: id, error })
    return undefined
  }
}

/** Whether a change leaves all as it was that a rule goes by beside the changed block itself. */
const isUnconcerned = (rule: Rule, { before, now }: SubjectChange, failures: Failure[]): boolean =>
  rule.reads !== undefined && attempt(rule, failures, () => rule.reads!(before) === rule.reads!(now)) === true

function blockFindings(
  subject: Subject,
  kinds: Checked['kinds'],
  rules: readonly Active[],
  stale: readonly Active[],
  failures: Failure[],
  previous: Checked | undefined,
): readonly (readonly Finding[])[] {
  const { blocks } = subject.minutes
  if (!previous) return blocks.map((block, index) => checkBlock(subject, block, kinds[index], rules, failures))
  const places = align<Block, Content>(blocks, previous.subject.minutes.blocks, ({ content }) => content)
  const isStale = new Set(stale.map(({ rule }) => rule.id))
  return blocks.map((block, index) => {
    const was = places[index]!
    if (was < 0 || kinds[index] !== previous.kinds[was])
      return checkBlock(subject, block, kinds[index], rules, failures)
    const known = previous.byBlock[was]!
    if (stale.length === 0) return known
    const kept = known.length === 0 ? known : known.filter(({ rule }) => !isStale.has(rule))
    const found = checkBlock(subject, block, kinds[index], stale, failures)
    return found.length === 0 ? kept : [...kept, ...found]
  })
}

function checkBlock(
  subject: Subject,
  { content }: Block,
  kind: SectionKind | undefined,
  rules: readonly Active[],
  failures: Failure[],
): readonly Finding[] {
  if (content.kind === 'code') return NOTHING
  let found: Finding[] | undefined
  for (const { rule, severity } of rules) {
    if (!rule.block) continue
    for (const report of attempt(rule, failures, () => rule.block!({ content, kind, subject })) ?? []) {
      found ??= []
      found.push(graded(report, rule, severity))
    }
  }
  return found ?? NOTHING
}

const NOTHING: readonly Finding[] = []

/** A report at its rule's level, or at its own where that is quieter. */
function graded({ quiet, ...report }: Report, { id }: Rule, level: Severity): Finding {
  const severity = quiet && LEVELS.indexOf(quiet) < LEVELS.indexOf(level) ? quiet : level
  return { ...report, rule: id, severity }
}

interface Active {
  readonly rule: Rule
  readonly severity: Severity
}

const active = new WeakMap<Settings, readonly Active[]>()

/** The rules that are on, at their levels. */
function activeRules(settings: Settings): readonly Active[] {
  let found = active.get(settings)
  if (!found) {
    found = RULES.flatMap((rule) => {
      const level = levelOf(rule, settings)
      return level === 'off' ? [] : [{ rule, severity: level }]
    })
    active.set(settings, found)
  }
  return found
}
