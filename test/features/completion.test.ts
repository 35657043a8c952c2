import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit } from 'vscode-languageserver-types'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { completions, TRIGGERS } from '../../server/src/features/completion/completions.ts'
import { meetingDay } from '../../server/src/minutes/meeting.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { DEFAULTS } from '../../server/src/settings/settings.ts'
import { english } from '../../server/src/text/phrase.ts'
import { always, seed } from '../minutes/random.ts'
import { quay, quayToday } from '../protocol/quay.ts'

const book = withParts(
  EMPTY_BOOK,
  Object.entries(quay).map(([path, text]) => partOf(parseMinutes(String(text)), path)),
)
const SAMPLE = String(quay['quay-minutes-2026-03-11.md'])
const TYPED = ['', '@', '[', '](', '#', 'CV', 'Ro', 'next wed', 'tomorrow 16:00', '- ', '## ', '`', '\u00a0', '🐝', 'א']

interface Typing {
  readonly at: number
  readonly typed: string
  readonly rest: 'stays' | 'line goes' | 'all goes'
  readonly sign: string | undefined
  readonly snippets: boolean
  readonly windows: boolean
}

const typing: fc.Arbitrary<Typing> = fc.record({
  at: fc.nat(SAMPLE.length),
  typed: fc.constantFrom(...TYPED),
  rest: fc.constantFrom('stays', 'line goes', 'all goes'),
  sign: fc.constantFrom(undefined, ...TRIGGERS),
  snippets: fc.boolean(),
  windows: fc.boolean(),
})

function complete({ at, typed, rest, sign, snippets, windows }: Typing) {
  const behind = { stays: SAMPLE.slice(at), 'line goes': SAMPLE.slice(at).replace(/^.*/, ''), 'all goes': '' }[rest]
  const ends = (text: string) => (windows ? text.replaceAll('\n', '\r\n') : text)
  const before = ends(SAMPLE.slice(0, at) + typed)
  const text = before + ends(behind)
  const document = TextDocument.create('file:///minutes.md', 'markdown', 1, text)
  const minutes = parseMinutes(text)
  const open = {
    document,
    say: english,
    minutes,
    path: quayToday,
    book: withParts(book, [partOf(minutes, quayToday)]),
    day: meetingDay(minutes, quayToday),
    settings: DEFAULTS,
    files: undefined,
  }
  const position = document.positionAt(before.length)
  return { document, position, ...completions(open, position, sign, snippets) }
}

test(`what is offered anywhere takes the place of text on the caret's line (seed ${seed})`, () => {
  let offered = 0
  always(typing, 400, (value) => {
    const { document, position, items } = complete(value)
    offered += items.length
    for (const { textEdit, filterText, sortText } of items) {
      const { range, newText } = textEdit as TextEdit
      expect([range.start.line, range.end.line]).toEqual([position.line, position.line])
      expect(range.start.character).toBeLessThanOrEqual(position.character)
      expect(range.end.character).toBeGreaterThanOrEqual(position.character)
      expect(newText).not.toMatch(/^$|[\r\n]/)
      expect(filterText).not.toBe('')
      expect(sortText).toBeDefined()
      // A blank that an editor cannot fill would stand in the minutes.
      if (!value.snippets) expect(newText).not.toMatch(/\$\{\d/)
      // What it replaces is no more than one line's text.
      expect(document.getText(range)).not.toMatch(/[\r\n]/)
    }
  })
  expect(offered).toBeGreaterThan(100)
})
