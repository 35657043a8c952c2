import { describe, expect, test } from 'vitest'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { neighbourOf } from '../../server/src/book/neighbours.ts'
import { partOf } from '../../server/src/book/part.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'

/** The paths before and after one, in a book of these files with no more in them than a day. */
function around(path: string, files: Readonly<Record<string, string>>): (string | undefined)[] {
  const parts = Object.entries(files).map(([path, day]) => partOf(parseMinutes(day && `# Minutes of ${day}\n`), path))
  const book = withParts(EMPTY_BOOK, parts)
  return (['previous', 'next'] as const).map((step) => neighbourOf(book, path, step)?.path)
}

describe('The meetings before and after', () => {
  test('are of one manner of name', () => {
    const files = { '2026-01-07.md': '', '2026-01-21.md': '', 'board-2026-01-14.md': '', 'board-2026-02-14.md': '' }
    expect(around('2026-01-07.md', files)).toEqual([undefined, '2026-01-21.md'])
    expect(around('board-2026-02-14.md', files)).toEqual(['board-2026-01-14.md', undefined])
  })

  test('go on in the folder of the next year', () => {
    const files = { '2025/2025-12-30.md': '', '2026/2026-01-06.md': '', 'other/2026-01-01.md': '' }
    expect(around('2025/2025-12-30.md', files)).toEqual([undefined, '2026/2026-01-06.md'])
  })

  test('may be told by their headings alone', () => {
    const files = { 'a/spring.md': '2026-04-01', 'a/winter.md': '2026-01-07', 'a/about.md': '', 'b/x.md': '2026-02-01' }
    expect(around('a/winter.md', files)).toEqual([undefined, 'a/spring.md'])
    expect(around('a/about.md', files)).toEqual([undefined, undefined])
    expect(around('nowhere.md', files)).toEqual([undefined, undefined])
  })
})
