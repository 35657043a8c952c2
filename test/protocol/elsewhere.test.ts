import { describe, expect, test } from 'vitest'
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { newDocument } from '../../server/src/protocol/documents.ts'
import { answerAsOf, readerIn } from '../../server/src/protocol/elsewhere.ts'
import { newFolder } from '../../server/src/protocol/folder.ts'
import type { State } from '../../server/src/protocol/state.ts'

const path = 'minutes-2026-01-07.md'
const folder = { ...newFolder('file:///book'), book: withParts(EMPTY_BOOK, [partOf(parseMinutes('- @ilse'), path)]) }

/** A server that reads files so, and has nothing open. */
const reading = (read: (uri: string) => Promise<string>) =>
  ({ documents: { all: () => [] }, host: { read } }) as unknown as State

describe('minutes of another file', () => {
  test('are read when they are asked for', async () => {
    const read = readerIn(
      reading(async (uri) => `- ${uri}`),
      folder,
      new CancellationTokenSource().token,
    )
    expect((await read(path))?.text).toBe(`- file:///book/${path}`)
  })

  test('are not read where the book has none', async () => {
    const fail = async () => expect.fail('It was read.')
    expect(await readerIn(reading(fail), folder, new CancellationTokenSource().token)('secrets.md')).toBeUndefined()
  })

  test('are none where the file cannot be read', async () => {
    const gone = async () => Promise.reject(new Error('It is gone.'))
    expect(await readerIn(reading(gone), folder, new CancellationTokenSource().token)(path)).toBeUndefined()
  })

  test('are waited for by nobody who has given up', async () => {
    const source = new CancellationTokenSource()
    const read = readerIn(
      reading(async () => {
        source.cancel()
        return '- late'
      }),
      folder,
      source.token,
    )
    await expect(read(path)).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled })
  })
})

test('an answer with places is none for a text that changed meanwhile', async () => {
  const document = newDocument(`file:///book/${path}`, 'markdown', 1, '- x')
  expect(await answerAsOf(document, Promise.resolve('here'))).toBe('here')
  const answer = answerAsOf(document, Promise.resolve('here'))
  document.text = newDocument(document.uri, 'markdown', 2, '- y').text
  expect(await answer).toBeNull()
})
