import { describe, expect, test } from 'vitest'
import { InsertTextFormat } from 'vscode-languageserver-protocol/node'
import { labels, start, startOnce } from './client.ts'
import { council, FRONT, quay, shown, texts, quayToday as today } from './quay.ts'

describe('Headings', () => {
  const client = startOnce(quay, { snippets: true })

  test('are the group’s, in its order, with the hour as a blank', async () => {
    expect(texts(await client.complete(today, `${FRONT}## $0`, ' '))).toEqual([
      // biome-ignore-start lint/suspicious/noTemplateCurlyInString: blanks of a snippet
      '## ${1:17:00} UTC - Meeting start',
      '## Agenda',
      '## Next meeting',
      '## ${1:17:50} UTC - Meeting end',
      // biome-ignore-end lint/suspicious/noTemplateCurlyInString: blanks of a snippet
      '### Welcome',
      '### Attendees, absents & regrets',
      '### Approve previous meeting minutes',
      '### Upcoming events',
    ])
  })

  test('are those first that come next, and none that are there', async () => {
    const text = `${FRONT}## 17:01 UTC - Meeting start\n\n### Attendees, absents & regrets\n- Attendees\n\n### $0`
    const items = await client.complete(today, text)
    expect(labels(shown(items)).slice(0, 3)).toEqual(['Approve previous meeting minutes', 'Upcoming events', 'Agenda'])
    expect(labels(items)).not.toContain('Attendees, absents & regrets')
    expect(labels(items)).not.toContainEqual(expect.stringMatching(/Meeting start/))
  })

  test('take the place of what is typed', async () => {
    const items = await client.complete(today, `${FRONT}## Agenda\n\n#$0`, '#')
    const next = items.find(({ label }) => label === 'Next meeting')!
    expect(client.accepted(today, next)).toBe(`${FRONT}## Agenda\n\n## Next meeting`)
    expect(next.filterText).toBe('# Next meeting')
  })

  test('are offered on an empty line to those who ask, and not by themselves', async () => {
    const asked = await client.complete(today, `${FRONT}## Agenda\n\n$0`)
    expect(texts(asked)).toContain('## Next meeting')
    expect(await client.complete(today, '## Agenda\n\n$0', ' ')).toEqual([])
  })

  test('leave out the hour that nobody knows yet where the editor has no blanks', async () => {
    const plain = await start(quay)
    const found = texts(await plain.complete(today, `${FRONT}## $0`))
    expect(found).toContain('## 17:00 UTC - Meeting start')
    expect(found).not.toContainEqual(expect.stringMatching(/Meeting end/))
  })

  test('have this meeting’s day where the others have theirs', async () => {
    const client = await start(council)
    expect(texts(await client.complete('minutes/2026-04-07.md', '# C$0'))).toEqual(['# Council meeting, April 7, 2026'])
  })

  test.each([
    ['in code', '```\n## $0\n```\n'],
    ['in a note', '- ## $0'],
    ['before words that are there', '## $0Agenda'],
  ])('are none %s', async (_, text) => {
    expect(texts(await client.complete(today, text, ' '))).toEqual([])
  })
})

describe('Front matter', () => {
  const client = startOnce(quay, { snippets: true })

  test('has the keys of the group’s other minutes, with this day', async () => {
    expect(texts(await client.complete(today, '---\n$0\n---\n'))).toEqual([
      'layout: minutes',
      'toc: true',
      'meeting_time: 2026-03-25 17:00 UTC',
      'title: Quay circle 2026-03-25',
    ])
  })

  test('has those that are missing, before its end is written', async () => {
    expect(texts(await client.complete(today, '---\nlayout: minutes\ntoc: true\nti$0'))).toEqual([
      'meeting_time: 2026-03-25 17:00 UTC',
      'title: Quay circle 2026-03-25',
    ])
  })

  test.each([
    ['behind a key', 'meeting_time: $0', 'meeting_time: 2026-03-25 17:00 UTC'],
    ['behind its colon', 'layout:$0', 'layout: minutes'],
    ['amid a value', 'title: Quay$0', 'title: Quay circle 2026-03-25'],
  ])('has values %s', async (_, marked, expected) => {
    const [item, ...others] = await client.complete(today, `---\n${marked}\n---\n`)
    expect(others).toEqual([])
    expect(client.accepted(today, item!)).toBe(`---\n${expected}\n---\n`)
  })

  test('leaves a blank where the others differ', async () => {
    const files = Object.entries(quay).map(([path, text], index) => [
      path,
      `${text}`.replace('toc: true', `toc: ${index}`),
    ])
    const client = await start(Object.fromEntries(files), { snippets: true })
    const toc = (await client.complete(today, '---\n$0\n---\n')).find(({ label }) => label === 'toc')
    expect(toc).toMatchObject({ insertTextFormat: InsertTextFormat.Snippet, textEdit: { newText: 'toc: ${1:2}' } })
  })

  test.each([
    ['a key that is there', '---\nlayout: $0minutes\n---\n'],
    ['another language', '---js\n$0\n---\n'],
    ['a thematic break', 'Words.\n\n---\n$0\n'],
    ['a group that has none', ''],
  ])('has nothing for %s', async (_, text) => {
    const files = text === '' ? council : quay
    const client = await start(files, { snippets: true })
    const file = text === '' ? 'minutes/2026-04-07.md' : today
    const items = await client.complete(
      file,
      text === '' ? '---\n$0\n---\n' : text,
      text.startsWith('Words') ? ' ' : undefined,
    )
    expect(texts(items)).toEqual([])
  })
})
