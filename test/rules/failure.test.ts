import { expect, test, vi } from 'vitest'
import { parseMinutes, updateMinutes } from '../../server/src/minutes/minutes.ts'
import type { Rule } from '../../server/src/rules/rule.ts'

const broken = vi.hoisted(() => {
  const fails = (): never => {
    throw new RangeError('by design')
  }
  const report = { from: 0, to: 1, message: { wrong: 'w', why: 'w', remedy: 'r' } }
  const rule = (id: string, more: object) => ({ id, severity: 'warning', summary: '', ...more })
  return [
    rule('in-one-block', {
      block: ({ content }: { content: { text: string } }) => (content.text.includes('boom') ? fails() : [report]),
    }),
    rule('in-the-document', { document: fails }),
    rule('in-its-context', { context: fails, block: () => [report] }),
  ] as unknown as Rule[]
})
vi.mock('../../server/src/rules/index.ts', () => ({ RULES: broken, ruleNamed: () => undefined }))

const { check } = await import('../../server/src/rules/check.ts')
const { EMPTY_BOOK } = await import('../../server/src/book/book.ts')
const { DEFAULTS } = await import('../../server/src/settings/settings.ts')

test('a rule that throws costs its own findings at that place, and no other', () => {
  const subject = {
    minutes: parseMinutes('one\n\nboom\n\nthree\n'),
    path: 'minutes.md',
    book: EMPTY_BOOK,
    day: undefined,
    settings: DEFAULTS,
    files: undefined,
  }
  const checked = check(subject)
  expect(checked.findings.map(({ rule, from }) => `${rule} ${from}`)).toEqual([
    'in-its-context 0',
    'in-one-block 0',
    'in-its-context 5',
    'in-its-context 11',
    'in-one-block 11',
  ])
  expect(checked.failures.map(({ rule, error }) => `${rule}: ${error}`).sort()).toEqual([
    'in-its-context: RangeError: by design',
    'in-one-block: RangeError: by design',
    'in-the-document: RangeError: by design',
  ])
  const mended = updateMinutes(subject.minutes, 'one\n\nwell\n\nthree\n', [{ from: 5, to: 9, length: 4 }])
  const again = check({ ...subject, minutes: mended }, checked)
  expect(again.findings).toHaveLength(6)
  expect(again.failures.map(({ rule }) => rule)).not.toContain('in-one-block')
})
