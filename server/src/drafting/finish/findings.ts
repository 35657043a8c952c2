import { editsTogether, preferredFix, safeFix } from '../../rules/fixing.ts'
import type { Finding, Fix } from '../../rules/rule.ts'
import { english, phrase } from '../../text/phrase.ts'
import { overlaps, slice } from '../../text/span.ts'
import { answered, type Finishing, type Step } from './step.ts'

/** What our rules find: all that may be mended unasked in one step, and one for each of the rest. */
export function findingSteps({ subject, findings }: Finishing, others: readonly Step[]): Step[] {
  const own = findings.filter((finding) => !others.some((step) => isSame(step, finding)))
  const safe = own.filter(safeFix)
  const rest = own.filter((finding) => !safeFix(finding) && isWorthIt(finding))
  const known = new Map<string, number>()
  return [
    ...(safe.length > 0 ? [safeStep(safe)] : []),
    ...rest.map((finding) => {
      const name = `${finding.rule} ${slice(subject.minutes.text, finding).slice(0, LONGEST)}`
      const count = (known.get(name) ?? 0) + 1
      known.set(name, count)
      return stepFor(finding, count > 1 ? `${name} ${count}` : name)
    }),
  ]
}

const LONGEST = 60

/** A hint that nobody can mend with a key is for the list of problems. */
const isWorthIt = ({ severity, fixes }: Finding): boolean => severity !== 'hint' || (fixes ?? []).length > 0

/** The rules that find what a step of its own asks for. */
const SAME: ReadonlySet<string> = new Set([
  'role-empty',
  'placeholder',
  'next-meeting',
  'section-empty',
  'section-missing',
  'stray-text',
])

const isSame = (step: Step, finding: Finding): boolean =>
  step.where === 'minutes' &&
  SAME.has(finding.rule) &&
  ((step.id === 'next-meeting' && finding.rule === 'next-meeting') ||
    overlaps(step, finding) ||
    (step.from === finding.from && step.to === finding.to))

function safeStep(findings: readonly Finding[]): Step {
  const first = findings[0]!
  const { wrong, why } = first.message
  const count = findings.length
  return {
    from: first.from,
    to: first.to,
    id: 'slips',
    title: count === 1 ? phrase`Mend a slip` : phrase`Mend ${count} slips`,
    message: {
      wrong:
        count === 1
          ? wrong
          : phrase`There are ${count} slips that can be mended without changing what the minutes mean.`,
      why: count === 1 ? why : phrase`Readers stumble over them.`,
      remedy: phrase`Mend them.`,
    },
    where: 'minutes',
    asks: [],
    edits: () => editsTogether(findings, safeFix),
  }
}

function stepFor(finding: Finding, id: string): Step {
  const { from, to, fixes = [], rule } = finding
  const { message } = finding
  const common = { from, to, id, title: message.wrong, message, where: 'minutes' as const }
  if (fixes.length === 0 && rule !== 'placeholder') return { ...common, asks: [] }
  if (fixes.length === 0) {
    return {
      ...common,
      asks: [{ id: 'text', kind: 'text', prompt: phrase`What is to stand here?` }],
      edits: (answers) => {
        const text = answered(answers, 'text')
        return text === '' || /[\r\n]/.test(text)
          ? { problem: phrase`Say in one line what is to stand here.` }
          : [{ from, to, insert: text }]
      },
    }
  }
  const preferred = preferredFix(finding)
  const titles = fixes.map(({ title }) => english(title))
  return {
    ...common,
    asks: [
      {
        id: 'fix',
        kind: 'choice',
        prompt: message.remedy,
        ...(preferred && { value: english(preferred.title) }),
        choices: fixes.map(({ title }, at) => ({ value: titles[at]!, label: title })),
      },
    ],
    edits: (answers) => {
      const title = answered(answers, 'fix')
      const fix: Fix | undefined = title === '' ? preferred : fixes.find((each) => english(each.title) === title)
      return fix ? fix.edits : { problem: phrase`Choose one of: ${titles.join('; ')}.` }
    },
  }
}
