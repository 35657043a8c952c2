import { GFM, parser } from '@lezer/markdown'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { address, escaped, isWeb, markup, shortened, strong, words } from '../../server/src/features/markup.ts'
import { english } from '../../server/src/text/phrase.ts'

const markdown = parser.configure(GFM)

/** What Markdown makes of a text, and what a reader sees of it. */
function rendered(text: string): { kinds: string[]; seen: string } {
  const kinds = new Set<string>()
  let seen = ''
  let at = 0
  markdown.parse(text).iterate({
    enter({ name, from }) {
      kinds.add(name)
      if (name !== 'Escape') return
      seen += text.slice(at, from)
      at = from + 1
    },
  })
  return { kinds: [...kinds], seen: seen + text.slice(at) }
}

const PLAIN = ['Document', 'Paragraph', 'Escape']

describe('text from documents', () => {
  test.each([
    '[click](command:workbench.action.quit)',
    '![x](https://example.org/pixel.png)',
    '<img src=x onerror=alert(1)>',
    '&lt;b&gt; &#42;',
    'see https://example.org/trap, www.example.org and ada@example.org',
    '<https://example.org>',
    '# heading',
    '- item',
    '+ item',
    '1. item',
    '2) item',
    '> quote',
    '***',
    '---',
    '===',
    '~~~sh',
    '`code` and **bold** and __bold__ and ~~gone~~',
    'a | b',
    '$(alert) \\[x](y)',
    'trailing \\',
    'WWW.example.org',
    'mailto:ada@example.org',
  ])('stays plain: %s', (text) => {
    const { kinds, seen } = rendered(escaped(text))
    expect(kinds.filter((kind) => !PLAIN.includes(kind))).toEqual([])
    expect(seen).toBe(text)
  })

  test('stays plain whatever it is', () => {
    const sign = fc.constantFrom(...'ab1 .,:;!?-+=*_~`#|<>()[]{}\\/@&$%^"\'', 'www.', 'http://', '\n', '\t', '&amp;')
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 30 }), (signs) => {
        const text = signs.join('')
        const { kinds } = rendered(escaped(text.trim()))
        expect(kinds.filter((kind) => !PLAIN.includes(kind))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('cannot leave its line, nor turn it around', () => {
    expect(escaped('a\r\n\n# b\u2028c')).toBe('a # b c')
    expect(escaped('a\u202eb')).toBe('a\ufffdb')
  })

  test('in bold stays bold and nothing more', () => {
    const { value } = markup([words(strong('a** [b](c)'), ' d')], 'markdown', english)
    expect(rendered(value).kinds).toEqual(['Document', 'Paragraph', 'StrongEmphasis', 'EmphasisMark', 'Escape'])
  })

  test('in plain text is as it is', () => {
    const { value } = markup([words(strong('a*b'), ' <c>'), { items: [['d_e'], ['f']] }], 'plaintext', english)
    expect(value).toBe('a*b <c>\n\n- d_e\n- f')
  })
})

describe('an address', () => {
  test('of the web can be opened', () => {
    expect(markup([words(address('https://example.org/a_b?c=d&e'))], 'markdown', english).value).toBe(
      '<https://example.org/a_b?c=d&e>',
    )
  })

  test.each([
    'command:workbench.action.quit',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://a/> [x](command:y)',
    '../a.md',
  ])('that is none is text: %s', (url) => {
    expect(isWeb(url)).toBe(false)
    const { kinds } = rendered(markup([words(address(url))], 'markdown', english).value)
    expect(kinds.filter((kind) => !PLAIN.includes(kind))).toEqual([])
  })
})

test('a long text ends at a word, and never in half a letter', () => {
  expect(shortened('one two three', 9)).toBe('one two…')
  expect(shortened('🐝🐝🐝🐝', 4)).toBe('🐝…')
  expect(shortened('short', 9)).toBe('short')
})
