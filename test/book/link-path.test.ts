import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, targetPath } from '../../server/src/book/link-path.ts'
import { always, seed } from '../minutes/random.ts'

const FROM = 'crew/2026/minutes-2026-01-05.md'

test.each([
  ['minutes-2026-01-12.md', 'crew/2026/minutes-2026-01-12.md'],
  ['./a.md', 'crew/2026/a.md'],
  ['../a.md#top', 'crew/a.md'],
  ['../../a.md?raw=1', 'a.md'],
  ['../..', ''],
  ['a%20b.md', 'crew/2026/a b.md'],
  ['<a b.md>', 'crew/2026/a b.md'],
  ['a\\_b.md', 'crew/2026/a_b.md'],
  ['a//b/', 'crew/2026/a/b'],
  ['møte.md', 'crew/2026/møte.md'],
])('%s leads to %s', (address, path) => {
  expect(targetPath(address, FROM)).toBe(path)
})

test.each([
  'https://example.org/a.md',
  'mailto:tuva@example.org',
  'HTTP://example.org',
  '//example.org/a',
  '/a.md',
  '#top',
  '?a=b',
  '{{ page.url }}',
  '{%link a%}',
  '../../../a.md',
  '.github/a.md',
  '../node_modules/a.md',
  'a&amp;b.md',
  '%E0%A4%A',
  'a\\b.md',
])('%s is no link to a file of the folder', (address) => {
  expect(targetPath(address, FROM)).toBeUndefined()
})

test.each([
  ['crew/2026/a.md', 'a.md'],
  ['crew/2025/a.md', '../2025/a.md'],
  ['a.md', '../../a.md'],
  ['crew/2026/b/c (1).md', 'b/c%20%281%29.md'],
  ['crew/2026/møte 50%.md', 'møte%2050%25.md'],
])('the address of %s is %s', (path, address) => {
  expect(addressOf(path, FROM)).toBe(address)
})

test(`an address leads where it was made for (seed ${seed})`, () => {
  const step = fc.string({ minLength: 1, maxLength: 6 }).filter((name) => !/^\.|[/\\{}<>&]|^node_modules$/.test(name))
  const path = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('/'))
  always(fc.tuple(path, path), 500, ([to, from]) => {
    expect(targetPath(addressOf(to, from), from)).toBe(to)
  })
})
