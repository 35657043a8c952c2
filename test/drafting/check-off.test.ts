import { expect, test } from 'vitest'
import { checkOff } from '../../server/src/drafting/check-off.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { applyEdits } from '../../server/src/text/edit.ts'

const text = '# Crew\r\n\r\n- [ ] paint\r\n  - [X] the mast\r\n- the hull\r\n'

const after = (line: number, done: boolean) => {
  const edits = checkOff(parseMinutes(text), line, done)
  return edits && applyEdits(text, edits)
}

test('checks off the item on a line, and no other', () => {
  expect(after(2, true)).toBe(text.replace('[ ]', '[x]'))
  expect(after(3, false)).toBe(text.replace('[X]', '[ ]'))
})

test('leaves what is so already', () => {
  expect([after(2, false), after(3, true)]).toEqual([text, text])
})

test.each([0, 1, 4, 99, -1, Number.NaN])('finds none on line %s', (line) => {
  expect(after(line, true)).toBeUndefined()
})
