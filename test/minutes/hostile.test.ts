import { describe, expect, test } from 'vitest'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { everything } from './model.ts'

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('')
const matter = (yaml: string) => `---\n${yaml}\n---\n`

/** Texts of about `n` code units that have made a reader of Markdown, of YAML or of minutes slow or ended it. */
const TEXTS: Readonly<Record<string, (n: number) => string>> = {
  'nested quotes': (n) => '>'.repeat(n),
  'nested bullets': (n) => `${'- '.repeat(n / 2)}x`,
  'nested numbers': (n) => `${'1. '.repeat(n / 3)}x`,
  'lists that go ever deeper': (n) => lines(Math.sqrt(n), (depth) => `${'  '.repeat(depth)}- @a\n`),
  'opening brackets': (n) => '['.repeat(n),
  'opening brackets in a heading': (n) => `# ${'['.repeat(n)}`,
  'empty links': (n) => '[]('.repeat(n / 3),
  'angle brackets': (n) => '<a '.repeat(n / 3),
  'ever longer runs of backticks': (n) => lines(Math.sqrt(n), (length) => `${'`'.repeat(length)} `),
  asterisks: (n) => '*a '.repeat(n / 3),
  underscores: (n) => '_'.repeat(n),
  'blanks within a line': (n) => `a${' '.repeat(n)}b`,
  'blanks in a heading': (n) => `# a #${' '.repeat(n)}b`,
  'no-break spaces': (n) => '\u00a0'.repeat(n),
  digits: (n) => '1'.repeat(n),
  hyphens: (n) => `@a${'-'.repeat(n)}`,
  'at signs': (n) => '@'.repeat(n),
  'mail addresses': (n) => 'a@'.repeat(n / 2),
  addresses: (n) => 'www._.'.repeat(n / 6),
  dates: (n) => '2026-01-01 '.repeat(n / 11),
  'month names': (n) => 'May 1 '.repeat(n / 6),
  times: (n) => '10:00 Aa/Bb '.repeat(n / 12),
  'people in a line': (n) => `Present: ${'@a, '.repeat(n / 4)}`,
  'names in a line': (n) => `Present: ${'Ada B, '.repeat(n / 7)}`,
  'brackets among people': (n) => `Present: ${'('.repeat(n)}`,
  'people in items': (n) => `# Attendees\n${'- @a\n'.repeat(n / 5)}`,
  'lists of people': (n) => `# Attendees\n${'- Present: @a\n'.repeat(n / 14)}`,
  'sections of people': (n) => '# Attendees\n- @a\n'.repeat(n / 17),
  'words for attendance': (n) => 'in attendance '.repeat(n / 14),
  'lines on the scribe': (n) => '@a took minutes\n'.repeat(n / 16),
  'action items': (n) => '- [ ] @a do\n'.repeat(n / 12),
  approvals: (n) => `# Approve minutes\n${'- approved by @a, merged by @b\n'.repeat(n / 31)}`,
  events: (n) => `# Events\n${'- [x](http://y) 2026-01-01 to 2026-01-02\n'.repeat(n / 42)}`,
  projects: (n) => `# Projects\n${'1. [a](http://x/y)\n'.repeat(n / 20)}`,
  'slashes in an address': (n) => `- [a](http://x${'/'.repeat(n)}y)\n- [b](z)\n- [c](z)\n`,
  'a long part of an address': (n) => `- [a](http://x/${'y'.repeat(n)}/z/z)\n- [b](z)\n- [c](z)\n`,
  'a heading on the next meeting': (n) => `# ${'next meeting '.repeat(n / 13)}`,
  'a heading on approval': (n) => `# ${'approve '.repeat(n / 8)}`,
  decisions: (n) => `- ${'agreed '.repeat(n / 7)}`,
  Liquid: (n) => '{% '.repeat(n / 3),
  'a table': (n) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(n / 6)}`,
  'blanks below a row': (n) => `a|b\n${' '.repeat(n)}x`,
  'lone carriage returns': (n) => '\r'.repeat(n),
  'front matter of blank lines': (n) => matter(`a: 1${'\n'.repeat(n)}`),
  'front matter of brackets': (n) => matter(`a: ${'['.repeat(n)}`),
  'front matter of braces': (n) => matter(`a: ${'{'.repeat(n)}`),
  'front matter of bullets': (n) => matter('- '.repeat(n / 2)),
  'front matter of keys of keys': (n) => matter('? '.repeat(n / 2)),
  'front matter that goes ever deeper': (n) => matter(lines(Math.sqrt(n), (depth) => `${' '.repeat(depth)}a:\n`)),
  'front matter of keys': (n) => matter(lines(n / 10, (index) => `k${index}: 1\n`)),
  'front matter of aliases': (n) => matter(`a: &a [1]\nb: [${'*a,'.repeat(n / 3)}]`),
  'front matter without an end': (n) => `---\n${'a: 1\n'.repeat(n / 5)}`,
}

function milliseconds(text: string): number {
  const start = performance.now()
  everything(parseMinutes(text))
  return performance.now() - start
}

/** Expects eight times the text to take about eight times as long; four times that much is no cause for alarm. */
function check(text: (n: number) => string): void {
  milliseconds(text(1000))
  const few = Math.max(20, milliseconds(text(8_000)))
  const many = milliseconds(text(64_000))
  expect(many / few).toBeLessThan(32)
}

describe('no text takes more than its share of time', () => {
  test.each(Object.entries(TEXTS))('%s', (_, text) => check(text))
})

test('five megabytes in one line', () => {
  const word = 'Ada said that @ben would come at 10:00 on 2026-01-01 (or later). '
  expect(milliseconds(word.repeat(5_000_000 / word.length))).toBeLessThan(15_000)
})
