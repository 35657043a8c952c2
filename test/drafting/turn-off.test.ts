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
  ['no levels yet', 'rules: # later\n', 'rules:\n  weekday: off # later\n'],
  ['no levels, said with a sign', 'rules: ~ # none\n', 'rules: { weekday: off } # none\n'],
  ['no levels on one line', 'rules: {} # none\n', 'rules: { weekday: off } # none\n'],
  ['other levels on one line', 'rules: { index: hint, }\n', 'rules: { weekday: off, index: hint, }\n'],
  [
    'other levels in braces',
    'rules: {\n  # soft\n  index: hint, # b\n}\n',
    'rules: {\n  # soft\n  weekday: off,\n  index: hint, # b\n}\n',
  ],
  ['its own level on one line', 'rules: {weekday: hint}\n', 'rules: {weekday: off}\n'],
  ['its own level, still to come', 'rules:\n  weekday: # which?\n', 'rules:\n  weekday: off # which?\n'],
  ['keys on one line', '{terms: [GitHub]}\n', '{rules: { weekday: off }, terms: [GitHub]}\n'],
  ['keys further in', '  terms: []\n', '  terms: []\n  rules:\n    weekday: off\n'],
  ['a line that begins the document', '---\n', '---\nrules:\n  weekday: off\n'],
  ['a line that ends the document', '---\nterms: []\n...\n', '---\nterms: []\nrules:\n  weekday: off\n...\n'],
  ['a comment alone', '# ours\n', '# ours\nrules:\n  weekday: off\n'],
  ['blank lines alone', '\n\n', '\n\nrules:\n  weekday: off\n'],
])('a level is written beside %s', (_, before, after) => {
  check(before, after)
})

test('a level is written below a line without an end', () => {
  expect(applyEdits('# ours', [levelEdit('# ours', 'weekday', 'off')!])).toBe('# ours\nrules:\n  weekday: off\n')
})

test('a level is written into an empty file', () => {
  expect(levelEdit('', 'weekday', 'off')).toEqual({ from: 0, to: 0, insert: 'rules:\n  weekday: off\n' })
})

test.each([
  ['that is broken', 'rules: ['],
  ['that is a list', '- rules\n'],
  ['that is a word', 'null\n'],
  ['with levels that stand elsewhere too', 'x: &r {index: off}\nrules: *r\n'],
  ['with a key of several lines', '? rules\n: index: off\n'],
  ['with levels that are none', 'rules: 5\n'],
])('a file %s is left alone', (_, text) => {
  check(text, undefined)
})
