import { describe, expect, test } from 'vitest'
import { scanIds } from '../../server/src/minutes/ids.ts'

/** The ids of a text, each with what stands there where that is spelled otherwise. */
const ids = (text: string) =>
  scanIds(text).map(({ kind, name, from, to }) => {
    const written = text.slice(from, to)
    return `${kind} ${name}${written === name ? '' : ` (${written})`}`
  })

describe('ids', () => {
  test.each([
    ['CVE-2026-12345', ['cve CVE-2026-12345']],
    ['(cve-2026-1234).', ['cve CVE-2026-1234 (cve-2026-1234)']],
    ['GHSA-2g4f-4pwh-qvx6', ['ghsa GHSA-2g4f-4pwh-qvx6']],
    ['ghsa-2G4F-4PWH-QVX6', ['ghsa GHSA-2g4f-4pwh-qvx6 (ghsa-2G4F-4PWH-QVX6)']],
    ['RFC 9110, RFC9111 and RFC-9112.', ['rfc RFC 9110', 'rfc RFC 9111 (RFC9111)', 'rfc RFC 9112 (RFC-9112)']],
    ["Bread::Oven's crumbs", ['module Bread::Oven']],
    ['Bread::Oven::V2, Rye::Loaf', ['module Bread::Oven::V2', 'module Rye::Loaf']],
    ['see harbour/lamp-post.js#12', ['issue harbour/lamp-post.js#12']],
    ['Rye::Loaf broke in CVE-2026-0001', ['module Rye::Loaf', 'cve CVE-2026-0001']],
    ['🐝 CVE-2026-0001', ['cve CVE-2026-0001']],
  ])('%s', (text, found) => expect(ids(text)).toEqual(found))

  test.each([
    'CVE-2026-123',
    'CVE-1826-1234',
    'CVE-2026-1234-5',
    'XCVE-2026-1234',
    'GHSA-2g4f-4pwh',
    // No `a` in an advisory's name.
    'GHSA-2g4a-4pwh-qvx6',
    'RFC 0',
    'rfc 9110',
    'RFC 12.5',
    'std::vector',
    'Bread::Oven::new',
    'Bread::Oven()',
    'Bread::Oven::*',
    '$Bread::Oven',
    'Bread::',
    'and/or',
    'harbour/lamps#',
    'harbour/lamps#0',
    'a/b/c#12',
    'harbour/lamps#12b',
    '#12',
  ])('none in %s', (text) => expect(ids(text)).toEqual([]))

  test('are not made of beginnings, however many', () => {
    for (const bait of ['A::', 'a/', 'CVE-2026-', 'GHSA-2222-', 'a-', 'A1::A'])
      expect(ids(bait.repeat(50_000)).length).toBeLessThan(2)
  })
})
