import { Autolink, parser, Strikethrough, Table, TaskList } from '@lezer/markdown'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../server/src/minutes/markdown.ts'

interface Walk {
  iterate(spec: { enter: (node: { name: string; from: number; to: number }) => void }): void
}

/** What a tree holds, in order. */
function nodes(tree: Walk): string[] {
  const found: string[] = []
  tree.iterate({ enter: ({ name, from, to }) => void found.push(`${name} ${from}–${to}`) })
  return found
}

const github = parser.configure([Table, TaskList, Strikethrough, Autolink])

const WORDS = ['ab', 'x1', 'www.a.org', 'http://b.org/c_d', 'me@c.org', 'mailto:me@c.org', 'Ä', 'é9', '2026-03-04']
const SIGNS = ['*', '_', '`', '~~', '[', ']', '](', '(', ')', '<', '>', '&amp;', '\\', '!', '.', ' ', '  \n', '\n']

describe('Markdown', () => {
  test.each([
    'a_b_c and foo*bar*baz, *x*y _z_w',
    'xwww.a.org and yhttp://b.org, www.a.org-http://b.org',
    'write to me@c.org, not.to@c.org or 1@c.org',
    'a`b`c [d](e)f ![g](h)i <b>j</b>k a<https://l.org>m &amp;n x&lt;y',
  ])('is read within words as it is by the parser itself: %s', (text) => {
    expect(nodes(parseMarkdown(text).tree)).toEqual(nodes(github.parse(text)))
  })

  test('is read as by the parser itself whatever words and signs are next to each other', () => {
    // A congruential generator: the same texts in each run.
    let seed = 20260304
    const next = (below: number) => {
      seed = (seed * 48271) % 2147483647
      return seed % below
    }
    for (let round = 0; round < 3000; round++) {
      const pieces = Array.from({ length: 2 + next(12) }, () =>
        next(2) === 0 ? WORDS[next(WORDS.length)] : SIGNS[next(SIGNS.length)],
      )
      const text = pieces.join('')
      expect(nodes(parseMarkdown(text).tree), text).toEqual(nodes(github.parse(text)))
    }
  })
})
