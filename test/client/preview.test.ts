import markdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { showWords } from '../../client/src/preview/plugin.ts'
import { wordsOf } from '../../client/src/preview/words.ts'

const words = wordsOf([
  { text: '@ada', kind: 'person', title: 'Ada "A" Bloom' },
  { text: '@ben', kind: 'person', target: 'https://forge.example/ben' },
  { text: 'CVE-2026-11111', kind: 'id', target: 'https://www.cve.org/CVERecord?id=CVE-2026-11111' },
  { text: 'Foo::Bar', kind: 'id', target: 'https://metacpan.org/pod/Foo::Bar' },
  { text: '17:00 UTC', kind: 'time', title: 'Wednesday, 4 March 2026; 18:00 Europe/Oslo' },
  { text: '@eve', kind: 'person', target: 'javascript:alert(1)' },
])

const minutes = { path: 'minutes' }
const md = showWords(markdownIt({ html: true, linkify: true }) as never, (document) =>
  document === minutes ? words : undefined,
) as ReturnType<typeof markdownIt>
const render = (text: string, currentDocument: object = minutes) => md.render(text, { currentDocument }).trim()

describe('The preview of minutes', () => {
  test('links ids and people, and tells names and days', () => {
    expect(render('- @ada and @ben: CVE-2026-11111 in Foo::Bar at 17:00 UTC.')).toBe(
      [
        '<ul>\n<li>',
        '<span class="minutebook-person" title="Ada &#34;A&#34; Bloom">@ada</span> and ',
        '<a href="https://forge.example/ben" data-href="https://forge.example/ben" class="minutebook-person">@ben</a>: ',
        '<a href="https://www.cve.org/CVERecord?id=CVE-2026-11111" data-href="https://www.cve.org/CVERecord?id=CVE-2026-11111" class="minutebook-id">CVE-2026-11111</a> in ',
        '<a href="https://metacpan.org/pod/Foo::Bar" data-href="https://metacpan.org/pod/Foo::Bar" class="minutebook-id">Foo::Bar</a> at ',
        '<span class="minutebook-time" title="Wednesday, 4 March 2026; 18:00 Europe/Oslo">17:00 UTC</span>.',
        '</li>\n</ul>',
      ].join(''),
    )
  })

  test.each([
    ['code', '`@ada` and\n\n    CVE-2026-11111'],
    ['fenced code', '```\n@ada\n```'],
    ['links', '[see @ada](https://example.org/x) and **[CVE-2026-11111](x.md)**'],
    ['links of HTML', '<a href="x">@ada</a>'],
    ['addresses', 'https://example.org/@ada/CVE-2026-11111 and <https://example.org/@ada>'],
    ['mail', 'ben@ada.example'],
    ['longer words', 'x@ada @adaline @ada-b @ada_b @ada/pkg CVE-2026-111112 Foo::Bar::Baz My::Foo::Bar @ada.example'],
    ['comments', '<!-- @ada -->'],
  ])('leaves %s alone', (_, text) => {
    expect(render(text)).toBe(render(text, {}))
    expect(render(text)).not.toContain('minutebook')
  })

  test.each([
    ['in emphasis', '**@ada**'],
    ['in a table', '| a |\n| --- |\n| @ada |'],
    ['in brackets and before a colon', '(@ada): yes'],
    ['at the end', 'says @ada.'],
    ['after a link', '[x](y) @ada'],
  ])('finds words %s', (_, text) => {
    expect(render(text)).toContain('>@ada</span>')
  })

  test('leaves other Markdown alone', () => {
    expect(render('@ada <b>', {})).toBe('<p>@ada <b></p>')
    expect(md.render('@ada & co')).toBe('<p>@ada &amp; co</p>\n')
  })

  test('links to nothing but the web, and lets no markup in', () => {
    expect(render('@eve')).toBe('<p><span class="minutebook-person">@eve</span></p>')
    expect(render('@ada \\<script> &lt;b&gt;')).toContain('&#60;script&#62; &#60;b&#62;')
  })
})
