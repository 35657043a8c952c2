import { expect, test } from 'vitest'
import { levelEdit } from '../../server/src/drafting/turn-off.ts'
import { applyEdits } from '../../server/src/text/edit.ts'

/** What a `minutebook.yml` becomes when the rule `weekday` is turned off. */
function check(before: string, after: string | undefined): void {
  for (const form of [
    (text: string) => text,
    (text: string) => text.replaceAll('\n', '\r\n'),
    (text: string) => `\uFEFF${text}`,
  ]) {
    const text = form(before)
    const edit = levelEdit(text, 'weekday', 'off')
    expect(edit && applyEdits(text, [edit])).toBe(after === undefined ? undefined : form(after))
    if (!edit) continue
    const once = applyEdits(text, [edit])
    expect(applyEdits(once, [levelEdit(once, 'weekday', 'off')!])).toBe(once)
  }
}

test.each([
  ['a file of other keys', 'terms: [GitHub]\n', 'terms: [GitHub]\nrules:\n  weekday: off\n'],
  [
    'other levels',
    '# a\nrules:\n  # b\n  index: hint # c\n',
    '# a\nrules:\n  # b\n  weekday: off\n  index: hint # c\n',
  ],
  ['its own level', 'rules:\n    weekday: hint # soft\n', 'rules:\n    weekday: off # soft\n'],
  ['no levels', 'rules:\nterms: []\n', 'rules:\n  weekday: off\nterms: []\n'],
])('a level is written beside %s', (_, before, after) => {
  check(before, after)
})

test('a level is written into an empty file', () => {
  expect(levelEdit('', 'weekday', 'off')).toEqual({ from: 0, to: 0, insert: 'rules:\n  weekday: off\n' })
})

test.each([
  ['that is broken', 'rules: ['],
  ['that is a list', '- rules\n'],
  ['with levels on one line', 'rules: {}\n'],
  ['with levels that are none', 'rules: 5\n'],
])('a file %s is left alone', (_, text) => {
  check(text, undefined)
})
