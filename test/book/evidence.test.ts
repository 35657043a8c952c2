import { describe, expect, test } from 'vitest'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { addressOfId, pageOf } from '../../server/src/book/evidence.ts'
import { partOf } from '../../server/src/book/part.ts'
import { scanIds } from '../../server/src/minutes/ids.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'

const bookOf = (...texts: readonly string[]) =>
  withParts(
    EMPTY_BOOK,
    texts.map((text, index) => partOf(parseMinutes(text), `minutes-2026-01-0${index + 1}.md`)),
  )

/** Where a group that wrote these minutes looks an id up. */
const address = (id: string, ...texts: readonly string[]) => addressOfId(bookOf(...texts), scanIds(id)[0]!)

describe('an id', () => {
  test.each([
    ['CVE-2026-12345', 'https://www.cve.org/CVERecord?id=CVE-2026-12345'],
    ['ghsa-2g4f-4pwh-qvx6', 'https://github.com/advisories/GHSA-2g4f-4pwh-qvx6'],
  ])('%s means the same everywhere', (id, url) => expect(address(id)).toBe(url))

  test.each([
    ['an RFC', 'RFC 9110', '[x](https://datatracker.ietf.org/wg/)', 'https://www.rfc-editor.org/rfc/rfc9110'],
    ['a module of Perl', 'Rye::Loaf', 'We bake with Perl.', 'https://metacpan.org/pod/Rye::Loaf'],
    ['an issue', 'oven/door#7', '[x](https://github.com/oven/door)', 'https://github.com/oven/door/issues/7'],
    [
      'an issue of another of its repositories',
      'Oven/hood#7',
      '[x](https://codeberg.org/oven)',
      'https://codeberg.org/Oven/hood/issues/7',
    ],
    [
      'an issue elsewhere at its forge',
      'kiln/door#7',
      '[x](https://gitlab.com/oven/door)',
      'https://gitlab.com/kiln/door/-/issues/7',
    ],
  ])('is %s for a group that speaks of such', (_, id, minutes, url) => expect(address(id, minutes)).toBe(url))

  test.each([
    ['an RFC', 'RFC 9110', '[x](https://example.org/ietf.org)'],
    ['a module', 'Rye::Loaf', 'We bake.'],
    ['a module, for a group that speaks more of Rust', 'Rye::Loaf', 'Not Perl but Rust.'],
    ['an issue', 'oven/door#7', '[x](https://example.org/oven/door)'],
    [
      'an issue, for a group with two forges',
      'kiln/door#7',
      '[x](https://gitlab.com/oven) [y](https://github.com/oven)',
    ],
    [
      'an issue, for a repository at two forges',
      'oven/door#7',
      '[x](https://gitlab.com/oven) [y](https://github.com/oven)',
    ],
  ])('that may be %s of something else leads nowhere', (_, id, minutes) => expect(address(id, minutes)).toBeUndefined())
})

describe('the page of a person', () => {
  const present = '## Attendees\n\n- @ilse, @farid, @noor\n\n'
  const linked = '[@ilse](https://github.com/ilse) and [@Farid](https://github.com/farid)'

  test('is where the group’s minutes link handles to', () => {
    expect(pageOf(bookOf(present + linked), 'noor')).toBe('https://github.com/noor')
  })

  test.each([
    ['nobody is linked', present, 'noor'],
    ['one alone is linked', `${present}[@ilse](https://github.com/ilse)`, 'noor'],
    ['links lead elsewhere', `${present}[@ilse](https://github.com/a) [@farid](https://github.com/b)`, 'noor'],
    ['nobody of the name ever came', `${present}${linked}, told @everybody`, 'everybody'],
  ])('is unknown where %s', (_, text, key) => expect(pageOf(bookOf(text), key)).toBeUndefined())
})
