import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EMPTY_BOOK } from '../../server/src/book/book.ts'
import { type Renamed, renameEdits } from '../../server/src/features/rename.ts'
import { canonical, type Mention } from '../../server/src/minutes/mentions.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { applyEdits } from '../../server/src/text/edit.ts'

/** Real minutes. They are not ours to publish, so they may be missing. */
const FOLDER = '../shared/corpus/cpansec'
const there = existsSync(FOLDER)
if (!there) console.log(`Skipped: ${FOLDER} with its real minutes is not here.`)

const NAME = 'zz-renamed'

test.skipIf(!there)('a handle of real minutes is renamed at each of its mentions, and back to the last byte', () => {
  const texts = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'))
  const mentions = (text: string): readonly Mention[] =>
    parseMinutes(text).blocks.flatMap(({ content }) => content.mentions)
  // In the first spelling: what is renamed from a large one, in small letters, cannot tell the two apart any more.
  const handles = new Map<string, string>()
  for (const { key, handle } of texts.flatMap(mentions)) if (!handles.has(key)) handles.set(key, handle)
  const renamed = (text: string, handle: string, name: string): string => {
    const target: Renamed = { what: 'person', key: canonical(handle), handle, from: 0, to: 0 }
    return applyEdits(text, renameEdits(EMPTY_BOOK, parseMinutes(text), target, name))
  }
  const lost: string[] = []
  for (const [key, handle] of handles) {
    const named = texts.filter((text) => mentions(text).some((mention) => mention.key === key))
    for (const text of named) {
      const after = renamed(text, handle, NAME)
      const count = (which: string, where: string) => mentions(where).filter((mention) => mention.key === which).length
      expect([handle, count(NAME, after), count(key, after)]).toEqual([handle, count(key, text), 0])
      if (renamed(after, NAME, handle) !== text) lost.push(handle)
    }
  }
  console.log(`handles renamed and back: ${handles.size - new Set(lost).size} of ${handles.size}`)
  expect(lost).toEqual([])
})
