import { describe, expect, test } from 'vitest'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { check, checkFix, findingsOf, PATH, subjectOf, subjectsOf } from './check.ts'

const files = (...paths: string[]) => paths.map((path) => `<!-- file: ${path} -->\n# Minutes\n`).join('')
const january = files('meetings/harbour-minutes-2026-01-07.md', 'meetings/harbour-minutes-2026-01-21.md')
const here = `<!-- file: ${PATH} -->\n`

describe('a file that is not there', () => {
  test('but not where a mail address stands between brackets', () => {
    check(`${here}\n-!- pim [~pim@example.org] has joined, [pim@example.org], [www.example.org]\n`)
  })

  test('is missed, with the link', () => {
    check(`${here}
- the [crane](crane.pdf), ![crane](crane.jpg) and \`[crane](crane.pdf)\`
      ^^^^^^^^^^^^^^^^^^ link-target: There is no file "meetings/crane.pdf" in this folder.
- [tides](../charts/tides.md#low), [here](#low), [pilots](../pilots/)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ link-target: There is no file "charts/tides.md" in this folder.
                                                 ^^^^^^^^^^^^^^^^^^^^ link-target (hint)
`)
  })

  test('is that of the link, not an address in its label', () => {
    check(`${files('charts/2026.md')}${here}
- [see https://example.org/a](../charts/2026.md), [www.example.org](https://example.org/b), [<https://example.org/c>](.)
- [see https://example.org/a](./b.md)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ link-target: There is no file "meetings/b.md" in this folder.
`)
  })

  test('is not missed outside the folder, on other sites and where Liquid or a site fills in', () => {
    check(`${here}
- [a](https://example.org/a.md) [b](mailto:maren@example.org) [c](/c.md) [d](../../d.md) [e]({{ page.url }}) [f](?f)
- [g](.github/g.md) [h](node_modules/h.md) [i](//example.org) [j](tel:22332044) [k](x:y)
`)
  })

  test('is there when a folder is, whatever it is called', () => {
    check(`${files('charts/2026/låg-vann(1).md', 'pilots/a.txt')}${here}
- [a](../charts) [b](../charts/2026/) [c](../charts/2026/l%C3%A5g-vann(1).md) [d](<../charts/2026/låg-vann(1).md>)
- [e](..) [f](./harbour-minutes-2026-03-04.md?plain=1#L3) [g](../pilots/./a.txt) [h](.)
`)
  })

  test('is nobody’s matter where files are not known', () => {
    const minutes = parseMinutes('- [crane](crane.pdf), [tides](tides)\n')
    const [{ book, settings }] = subjectsOf([{ path: PATH, text: '' }]) as [ReturnType<typeof subjectOf>]
    expect(findingsOf(subjectOf(minutes, PATH, book, settings))).toEqual([])
  })

  test('that minutes may still be is a hint', () => {
    check(`${january}${here}
- [harbour-minutes-2026-02-04](harbour-minutes-2026-02-04.md) and [the last minutes](harbour-minutes-2026-02-18.md)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ link-target (hint): There is no file
                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ link-target (hint)
- [minutes](harbour-minute-2026-01-21.md)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ link-target: There is no file
`)
  })

  test('has a name much like it, or lies elsewhere', () => {
    const around = files('meetings/crane-and-ropes.md', 'meetings/Pilots.md', 'charts/tides(old).md')
    const fixed = (before: string, after: string) => checkFix(`${around}${here}- [x](${before})\n`, `- [x](${after})\n`)
    fixed('crane-and-rope.md#oil', 'crane-and-ropes.md#oil')
    fixed('./pilots.md', './Pilots.md')
    fixed('tides(old).md?a', '../charts/tides%28old%29.md?a')
    fixed('www.example.org/a', 'https://www.example.org/a')
    fixed('example.org', 'https://example.org')
    fixed('maren@example.org', 'mailto:maren@example.org')
  })

  test('with another number is another file', () => {
    check(`${files('meetings/appendix-1.md')}${here}
- [appendix 2](appendix-2.md)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ link-target: There is no file
`)
    const [finding] = subjectsOf([
      { path: 'meetings/appendix-1.md', text: '' },
      { path: PATH, text: '[2](appendix-2.md)' },
    ]).flatMap(findingsOf)
    expect(finding!.fixes).toEqual([])
  })
})

describe('a link without an ending', () => {
  test('is a hint where the page is there', () => {
    check(`${files('meetings/charter.md')}${here}
- the [charter](charter#aim) and [charter](charter/)
      ^^^^^^^^^^^^^^^^^^^^^^ link-target (hint): The link leads to "meetings/charter"; the file is "charter.md".
`)
    checkFix(`${files('meetings/charter.md')}${here}- [a](charter#aim)\n`, '- [a](charter.md#aim)\n')
  })

  test('is how wikis write all of them', () => {
    check(
      `${[1, 2, 3].map((n) => `<!-- file: meetings/a${n}.md -->\n[all](home)\n`).join('')}${files('meetings/home.md')}${here}
- [home](home)
`,
    )
  })

  test('may be a page that is served as a folder', () => {
    check(`${january}${files('meetings/charter.md')}${here}- [a](../charter/) [b](../harbour-minutes-2026-01-07)\n`)
  })
})

describe('pages of a site', () => {
  test('are made of files with other endings', () => {
    check(`${files('meetings/charter.md', '_config.yml')}${here}- [a](charter.html)\n`)
    checkFix(`${files('meetings/charter.md')}${here}- [a](charter.html)\n`, '- [a](charter.md)\n')
  })
})

describe('a label with a day', () => {
  test('has the day of its file', () => {
    check(`${january}${here}
- [harbour-minutes-2026-01-07](harbour-minutes-2026-01-21.md)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ link-target: The label says 2026-01-07, but the link leads to "harbour-minutes-2026-01-21.md".
- [Minutes of 8 January 2026](harbour-minutes-2026-01-21.md)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ link-target: The label says 8 January 2026
- [*Last meeting, Jan\u00a014th*](harbour-minutes-2026-01-21.md)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ link-target
`)
  })

  test.each([
    '2026-01-21',
    'harbour-minutes-2026-01-21.md',
    '`minutes_20260121`',
    'Wednesday 21 January',
    '21-01-2026',
    'January 21st, 2026',
    'Minutes of 2026-01-07, approved 2026-01-21',
    '7-8 January',
    'the outage of 2025-12-30',
    'the motion of 7 January',
    'CVE-2026-0107',
    'Meeting 12 (2026-01-07)',
  ])('may say [%s]', (label) => {
    check(`${january}${here}- [${label}](harbour-minutes-2026-01-21.md)\n`)
  })

  test('may say when the meeting was, where the file is named otherwise', () => {
    const subjects = subjectsOf([
      { path: 'meetings/minutes-2026-01-08.md', text: '# Minutes 2026-01-07\n\n- Date: 2026-01-07 23:00 UTC\n' },
      { path: PATH, text: '- [2026-01-07](minutes-2026-01-08.md)\n' },
    ])
    expect(findingsOf(subjects[1]!)).toEqual([])
  })

  test('the link is changed where the file of the label is there, or else the label', () => {
    const fixed = (before: string, after: string, title?: string) =>
      checkFix(`${january}${here}- ${before}\n`, `- ${after}\n`, title)
    fixed('[2026-01-07](./harbour-minutes-2026-02-07.md#a)', '[2026-01-07](harbour-minutes-2026-01-07.md#a)')
    fixed('[2026-01-12](harbour-minutes-2026-01-21.md)', '[2026-01-21](harbour-minutes-2026-01-21.md)')
    fixed('[12th of Jan](harbour-minutes-2026-01-21.md)', '[21st of Jan](harbour-minutes-2026-01-21.md)')
    fixed(
      '[2026-01-07](harbour-minutes-2026-01-21.md)',
      '[2026-01-21](harbour-minutes-2026-01-21.md)',
      'Change "2026-01-07" to "2026-01-21"',
    )
  })
})

describe('an address of the web', () => {
  const usual = 'https://example.org/2026/come-to-the-harbour-conference/'
  const earlier = (address: string) =>
    ['01-07', '01-21']
      .map((day) => `<!-- file: meetings/harbour-minutes-2026-${day}.md -->\n- [The conference](${address})\n`)
      .join('')

  test('that was damaged since is seen', () => {
    check(`${earlier(usual)}${here}
- [The conference](https://example.org/2026/come-to-the-harbour-cce/)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ link-target: In the minutes before, "The conference" led to https://example.org/2026/come-to-the-harbour-conference/.
- [The conference](https://example.org/2026/come-to-the-harbour-confrence/)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ link-target
`)
    checkFix(
      `${earlier(usual)}${here}- [The conference](${usual.replace('ference', 'ce')})\n`,
      `- [The conference](${usual})\n`,
    )
  })

  test.each([
    'https://example.org/2027/come-to-the-harbour-conference/',
    'https://example.org/2026/come-to-the-harbour-conference/?day=2#top',
    'https://example.org/2026/come-to-the-harbour-conference/tickets',
    'https://example.org/2026/come-to-the-harbour-conference-again/',
    'https://example.org/2026/come-to-the-harbour-festival/',
    'https://example.org/2026/cce/',
    'https://example.com/2026/come-to-the-harbour-cce/',
  ])('that was changed is not: %s', (address) => {
    check(`${earlier(usual)}${here}- [The conference](${address})\n`)
  })

  test('that was mended is not, nor one that led to many places', () => {
    check(`${earlier(usual.replace('conference', 'cce'))}${here}- [The conference](${usual})\n`)
    const third = `<!-- file: meetings/harbour-minutes-2026-02-04.md -->\n- [The conference](https://example.org/)\n`
    check(`${earlier(usual)}${third}${here}- [The conference](${usual.replace('conference', 'cce')})\n`)
  })
})
