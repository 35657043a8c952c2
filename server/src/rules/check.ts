import type { Block } from '../minutes/blocks.ts'
import type { SectionKind } from '../minutes/headings.ts'
import { kindAt } from '../minutes/minutes.ts'
import { LEVELS, type Settings, type Severity } from '../settings/settings.ts'
import { RULES } from './index.ts'
import { type Finding, type Report, type Rule, type Subject, shiftReport } from './rule.ts'

/** What the rules found in a document, kept so that the next check looks only at what changed. */
export interface Checked {
  /** In order of their places. */
  readonly findings: readonly Finding[]
  readonly subject: Subject
  readonly settings: Settings
  readonly kinds: readonly (SectionKind | undefined)[]
  /** For each block what the rules that look at one block found there; offsets from its start. */
  readonly byBlock: readonly (readonly Finding[])[]
}

/**
 * Checks a document.
 *
 * @param previous the last check of the same document: blocks that did not change are not looked at again.
 */
export function check(subject: Subject, settings: Settings, previous?: Checked): Checked {
  const { blocks } = subject.minutes
  const kinds = blocks.map((_, index) => kindAt(subject.minutes, index))
  const reusable = previous && sameContext(subject, settings, previous) ? previous : undefined
  const rules = activeRules(settings)
  const byBlock = blockFindings(subject, kinds, rules, reusable)
  const findings: Finding[] = []
  for (const { rule, severity } of rules) {
    if (!rule.document) continue
    for (const report of rule.document(subject)) findings.push(graded(report, rule, severity))
  }
  byBlock.forEach((found, index) => {
    for (const finding of found) findings.push(shiftReport(finding, blocks[index]!.from))
  })
  findings.sort((a, b) => a.from - b.from || a.to - b.to || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
  return { findings, subject, settings, kinds, byBlock }
}

/** Whether all that a block's findings depend on, beside the block itself, is as it was. */
function sameContext(subject: Subject, settings: Settings, { subject: before, settings: set }: Checked): boolean {
  const sameDay = subject.day === before.day || String(subject.day) === String(before.day)
  return settings === set && subject.path === before.path && subject.book.people === before.book.people && sameDay
}

function blockFindings(
  subject: Subject,
  kinds: Checked['kinds'],
  rules: readonly Active[],
  previous: Checked | undefined,
): readonly (readonly Finding[])[] {
  const now = subject.minutes.blocks
  const before = previous?.subject.minutes.blocks ?? []
  const same = (at: number, was: number) =>
    now[at]!.content === before[was]!.content && kinds[at] === previous!.kinds[was]
  let head = 0
  while (head < now.length && head < before.length && same(head, head)) head++
  let tail = 0
  while (
    tail < now.length - head &&
    tail < before.length - head &&
    same(now.length - 1 - tail, before.length - 1 - tail)
  )
    tail++
  const middle = now
    .slice(head, now.length - tail)
    .map((block, index) => checkBlock(subject, block, kinds[head + index], rules))
  if (!previous) return middle
  return [...previous.byBlock.slice(0, head), ...middle, ...previous.byBlock.slice(before.length - tail)]
}

function checkBlock(
  subject: Subject,
  { content }: Block,
  kind: SectionKind | undefined,
  rules: readonly Active[],
): readonly Finding[] {
  if (content.kind === 'code') return NOTHING
  let found: Finding[] | undefined
  for (const { rule, severity } of rules) {
    if (!rule.block) continue
    for (const report of rule.block({ content, kind, subject })) {
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
      const level = settings.rules[rule.id] ?? rule.severity
      return level === 'off' ? [] : [{ rule, severity: level }]
    })
    active.set(settings, found)
  }
  return found
}
