import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RULES, ruleNamed } from '../../server/src/rules/index.ts'
import { LEVELS } from '../../server/src/settings/settings.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { applyFix, type File, filesOf, findingsOf, PATH, type Said, subjectsOf } from './check.ts'

const folder = join(import.meta.dirname, '../../server/src/rules')
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))
const pageOf = (id: string) => readFileSync(join(folder, `${id}.md`), 'utf8')

test('every rule has a page, and every page a rule', () => {
  expect(pages.sort()).toEqual(RULES.map(({ id }) => `${id}.md`).sort())
})

const HEADINGS = ['Why', 'Wrong', 'Right', 'Options', 'When to turn it off']

interface Example {
  readonly id: string
  readonly kind: string
  readonly times: number
  readonly files: readonly File[]
}

const EXAMPLE = /^```markdown (wrong|right)((?: \w+=\S+)*)\n([\s\S]*?)^```$/gm

function examplesOf(id: string): readonly Example[] {
  return [...pageOf(id).matchAll(EXAMPLE)].map(([, kind, options, fixture]) => {
    const given = Object.fromEntries(
      options!
        .trim()
        .split(' ')
        .map((option) => option.split('=')),
    )
    return { id, kind: kind!, times: Number(given.times ?? 1), files: filesOf(fixture!, given.path ?? PATH) }
  })
}

const examples = RULES.flatMap(({ id }) => examplesOf(id))
const wrong = examples.filter(({ kind }) => kind === 'wrong')

describe.each(RULES)('the page of $id', ({ id, severity }) => {
  const page = pageOf(id)

  test('has its headings in order, and says its level', () => {
    expect(/^# .*/.exec(page)?.[0]).toBe(`# ${id}`)
    expect(
      [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading).filter((each) => HEADINGS.includes(each!)),
    ).toEqual(HEADINGS)
    expect(page).toContain(`Level: **${severity}**.`)
    expect(page).toContain(`"minutebook.rules": { "${id}": "off" }`)
    expect(page).toContain(`rules:\n  ${id}: off\n`)
  })

  test('shows what is wrong and what is right, each example one that is tested', () => {
    const kinds = examplesOf(id).map(({ kind }) => kind)
    expect(kinds).toContain('wrong')
    expect(kinds).toContain('right')
    expect(page.match(/^```markdown/gm)).toHaveLength(kinds.length)
  })
})

/** What is found in an example's last file; in those before it nothing may be. */
function findingsIn(files: readonly File[]): readonly Said[] {
  const found = subjectsOf(files).map((subject) => findingsOf(subject))
  const last = found.pop()!
  expect(found.flat()).toEqual([])
  return last
}

const loud = (findings: readonly Said[]) =>
  findings
    .filter(({ severity }) => LEVELS.indexOf(severity) >= LEVELS.indexOf('warning'))
    .map(({ rule, message }) => `${rule}: ${message.wrong}`)

const textOf = ({ files }: Example) => files.at(-1)!.text
const withText = ({ files }: Example, text: string): readonly File[] => [
  ...files.slice(0, -1),
  { ...files.at(-1)!, text },
]

describe.each(wrong.map((example) => [example.id, textOf(example), example] as const))(
  'wrong: %s: %j',
  (id, text, example) => {
    test('reports its rule as often as it says, and no other', () => {
      const findings = findingsIn(example.files)
      expect(findings.map(({ rule }) => rule)).toEqual(Array(example.times).fill(id))
    })

    test('each fix removes its finding and causes no other', () => {
      for (const finding of findingsIn(example.files)) {
        for (const fix of finding.fixes ?? []) {
          const left = findingsIn(withText(example, applyFix(text, fix)))
          expect(left.length, fix.title).toBeLessThan(example.times)
          expect(left.map(({ rule }) => rule).filter((rule) => rule !== id)).toEqual([])
        }
      }
    })

    test('the preferred fixes do not overlap; together they leave nothing, and a second time change nothing', () => {
      const edits = findingsIn(example.files).flatMap(
        ({ fixes }) => fixes?.find(({ preferred }) => preferred)?.edits ?? [],
      )
      if (edits.length === 0) return
      const once = applyEdits(text, edits)
      const left = findingsIn(withText(example, once))
      expect(left.flatMap(({ fixes }) => fixes?.find(({ preferred }) => preferred)?.edits ?? [])).toEqual([])
    })
  },
)

test.each(
  examples.filter(({ kind }) => kind === 'right').map((example) => [example.id, textOf(example), example] as const),
)('right: %s: %j', (_, __, { files }) => {
  expect(subjectsOf(files).flatMap((subject) => loud(findingsOf(subject)))).toEqual([])
})

test('a page is short, and its first sentence says what the rule finds', () => {
  for (const { id } of RULES) {
    expect(pageOf(id).split('\n').length, id).toBeLessThan(110)
    expect(pageOf(id).split('\n')[2], id).toMatch(/^Finds .*\. Level: \*\*(?:error|warning|hint|off)\*\*\.$/)
    expect(ruleNamed(id)?.summary, id).not.toBe('')
  }
})
