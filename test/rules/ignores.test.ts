import { describe, expect, test } from 'vitest'
import { ignoringEdit } from '../../server/src/rules/ignoring.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { check, findingsOf, PATH, subjectsOf } from './check.ts'

describe('a finding is ignored', () => {
  test('on the line of the remark, for the rules it names', () => {
    check(`
- Friday 2026-03-18 <!-- minutebook-ignore weekday -->
- Friday 2026-03-18 <!-- minutebook-ignore date-invalid, weekday: the leaflet had it so -->
- Friday 2026-03-18 <!-- minutebook-ignore -->
- Friday 2026-03-18 <!-- minutebook-ignore checkbox -->
  ^^^^^^^^^^^^^^^^^ weekday
- Friday 2026-03-18
  ^^^^^^^^^^^^^^^^^ weekday
`)
  })

  test('on the next line, where the remark has one to itself', () => {
    check(`
<!-- minutebook-ignore weekday -->
# Minutes, Friday 2026-03-04

- fine
  <!-- minutebook-ignore weekday -->
- Friday 2026-03-18
- Friday 2026-03-18
  ^^^^^^^^^^^^^^^^^ weekday
`)
  })

  test('not by what code says', () => {
    check(`
- Friday 2026-03-18 \`minutebook-ignore weekday\`
  ^^^^^^^^^^^^^^^^^ weekday
`)
  })

  test('in front matter, by a remark in YAML', () => {
    check(`---
meeting_time: 2026-02-31 16:00 UTC # minutebook-ignore date-invalid
---
`)
  })
})

describe('the edit that ignores a finding', () => {
  test.each([
    ['an item', '- Friday 2026-03-18\n- x\n', '- Friday 2026-03-18 <!-- minutebook-ignore weekday -->\n- x\n'],
    ['a hard line break', 'Friday 2026-03-18  \nx\n', 'Friday 2026-03-18 <!-- minutebook-ignore weekday -->  \nx\n'],
    ['a heading', '## Monday 5 March\n', '<!-- minutebook-ignore weekday -->\n## Monday 5 March\n'],
    [
      'a backslash that breaks the line',
      'Friday 2026-03-18\\\nx\n',
      'Friday 2026-03-18 <!-- minutebook-ignore weekday -->\\\nx\n',
    ],
    [
      'a table',
      '| Day | x |\n| --- | --- |\n| Friday 2026-03-18 | y |\n',
      '| Day | x |\n| --- | --- |\n| Friday 2026-03-18 <!-- minutebook-ignore weekday --> | y |\n',
    ],
    [
      'a table without bars at its ends',
      'Friday 2026-03-18 | x\n--- | ---\n',
      'Friday 2026-03-18 | x <!-- minutebook-ignore weekday -->\n--- | ---\n',
    ],
    [
      'a table in an item',
      '- | Friday 2026-03-18 |\n  | --- |\n',
      '- | Friday 2026-03-18 <!-- minutebook-ignore weekday --> |\n  | --- |\n',
    ],
    [
      'code that begins on the line',
      'Friday 2026-03-18 `a\nb` c\n',
      '<!-- minutebook-ignore weekday -->\nFriday 2026-03-18 `a\nb` c\n',
    ],
    [
      'a heading of two lines',
      'a\nMonday 5 March\n---\n',
      'a\nMonday 5 March <!-- minutebook-ignore weekday -->\n---\n',
    ],
    [
      'a heading that ignores another rule',
      '<!-- minutebook-ignore checkbox: so it was -->\n## Monday 5 March\n',
      '<!-- minutebook-ignore checkbox weekday: so it was -->\n## Monday 5 March\n',
    ],
    [
      'a line that ignores another rule',
      '- Friday 2026-03-18 <!-- minutebook-ignore checkbox -->\n',
      '- Friday 2026-03-18 <!-- minutebook-ignore checkbox weekday -->\n',
    ],
    [
      'front matter',
      '---\nmeeting_time: 2026-02-31\n---\n',
      '---\nmeeting_time: 2026-02-31 # minutebook-ignore date-invalid\n---\n',
    ],
  ])('of %s removes it', (_, before, after) => {
    for (const eol of ['\n', '\r\n']) {
      const [subject] = subjectsOf([{ path: PATH, text: before.replaceAll('\n', eol) }])
      const [finding] = findingsOf(subject!)
      const edit = ignoringEdit(subject!.minutes, finding!.rule, finding!)
      const text = applyEdits(subject!.minutes.text, [edit!])
      expect(text).toBe(after.replaceAll('\n', eol))
      const [then] = subjectsOf([{ path: PATH, text }])
      expect(findingsOf(then!)).toEqual([])
    }
  })

  test('is none where it would show', () => {
    for (const text of [
      '- a `b\n  Friday 2026-03-18\n  c` d\n',
      '---\nmeeting_time: |\n  2026-02-31 16:00 UTC\n---\n',
      '```\na\nFriday 2026-03-18\n```\n',
    ]) {
      const { minutes } = subjectsOf([{ path: PATH, text }])[0]!
      const from = text.indexOf('2026')
      expect([text, ignoringEdit(minutes, 'weekday', { from, to: from + 1 })]).toEqual([text, undefined])
    }
  })
})
