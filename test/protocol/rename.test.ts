import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AnnotatedTextEdit, Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Files, start, type TestClient } from './client.ts'
import { orchard } from './orchard.ts'

const [first, second, third] = Object.keys(orchard) as [string, string, string]
const next = 'orchard-minutes-2026-02-18.md'
const annotating = { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } }

const at = (client: TestClient, file: string, marked: string) => ({
  textDocument: { uri: client.uri(file) },
  position: client.at(file, marked),
})

const ask = (client: TestClient, file: string, marked: string, newName: string): Promise<WorkspaceEdit> =>
  client.request('textDocument/rename', { ...at(client, file, marked), newName })

const pathIn = (client: TestClient, uri: string): string => uri.slice(client.uri('').length + 1)

/** The texts of all files after an edit of them. Open documents are changed as well. */
async function applied(client: TestClient, files: Files, { documentChanges }: WorkspaceEdit) {
  const texts: Record<string, string> = {}
  for (const path of Object.keys(files)) texts[path] = await readFile(join(client.root, path), 'utf8')
  for (const { textDocument, edits } of documentChanges as TextDocumentEdit[]) {
    const path = pathIn(client, textDocument.uri)
    const isOpen = client.opened().includes(textDocument.uri)
    expect(textDocument.version === null, 'a version is for what is open').toBe(!isOpen)
    const before = isOpen ? client.text(path) : texts[path]!
    const mark = !isOpen && before.startsWith('\uFEFF') ? '\uFEFF' : ''
    const document = TextDocument.create(path, '', 1, before.slice(mark.length))
    texts[path] = mark + TextDocument.applyEdits(document, edits as AnnotatedTextEdit[])
    if (isOpen) client.edit(path, edits as AnnotatedTextEdit[])
    else await client.write(path, texts[path])
  }
  return texts
}

/** Renames, expects what comes of it, renames back, and expects every byte to be as before. */
async function thereAndBack(files: Files, file: string, marked: string, name: string, back: [string, string]) {
  const client = await start(files)
  await client.open(file)
  const after = await applied(client, files, await ask(client, file, marked, name))
  const before = await applied(client, files, await ask(client, file, ...back))
  expect(before).toEqual(files)
  return after
}

describe('Renaming a handle', () => {
  test('changes every mention in the book and nothing else, and back', async () => {
    const other = [
      '\uFEFF- @farid\r\n- @farid-ali and farid, @Farid’s, `@farid` [@farid](https://example.org/@farid)\r\n',
      '\r\n```\r\n@farid\r\n```\r\n<!-- @farid -->\r\nfarid@example.org; @farid, (@farid)\r\n| a | @farid |\r\n|--|--|\r\n',
    ].join('')
    const files: Files = { ...orchard, [next]: other, 'README.md': 'Ask @farid, who reads no minutes.' }
    const after = await thereAndBack(files, third, '  - @ilse, @fa$0rid', '@nadim', ['  - @ilse, @na$0dim', 'farid'])
    expect(after[next]).toBe(
      [
        '\uFEFF- @nadim\r\n- @farid-ali and farid, @Nadim’s, `@farid` [@nadim](https://example.org/@farid)\r\n',
        '\r\n```\r\n@farid\r\n```\r\n<!-- @farid -->\r\nfarid@example.org; @nadim, (@nadim)\r\n| a | @nadim |\r\n|--|--|\r\n',
      ].join(''),
    )
    for (const file of [first, second, third])
      expect(after[file]).toBe((files[file] as string).replaceAll('@farid', '@nadim'))
    expect(after['README.md']).toBe(files['README.md'])
  })

  test('changes handles between and beside HTML, not those in its code and comments', async () => {
    const text =
      'x <b>@farid</b> y<br>@farid, @farid&nbsp;z <code>a @farid b</code> <i title="@farid">c</i> <!-- @farid -->\n'
    const files: Files = { ...orchard, [next]: text }
    const after = await thereAndBack(files, next, '<b>@fa$0rid', 'nadim', ['<b>@na$0dim', 'farid'])
    expect(after[next]).toBe(
      'x <b>@nadim</b> y<br>@nadim, @nadim&nbsp;z <code>a @farid b</code> <i title="@farid">c</i> <!-- @farid -->\n',
    )
  })

  test('keeps small, capitalised and large spellings, there and back', async () => {
    const files: Files = { ...orchard, [next]: '- @FARID and @Farid met @farid\n' }
    const after = await thereAndBack(files, third, '  - @ilse, @fa$0rid', 'na-2', ['  - @ilse, @n$0a-2', 'farid'])
    expect(after[next]).toBe('- @NA-2 and @Na-2 met @na-2\n')
  })

  test('keeps each letter of other mixtures, there and back', async () => {
    const files: Files = { ...orchard, [next]: '- @FarID met @farid\n' }
    const after = await thereAndBack(files, third, '  - @ilse, @fa$0rid', 'nadim', ['  - @ilse, @n$0adim', 'farid'])
    expect(after[next]).toBe('- @NadIM met @nadim\n')
  })

  test('goes back right after the files were written, before anybody says so', async () => {
    const client = await start(orchard)
    await client.open(third)
    const { documentChanges } = await ask(client, third, '  - @ilse, @fa$0rid', '@nadim')
    for (const { textDocument, edits } of documentChanges as TextDocumentEdit[]) {
      const path = pathIn(client, textDocument.uri)
      if (path === third) client.edit(path, edits as AnnotatedTextEdit[])
      else await writeFile(join(client.root, path), (orchard[path] as string).replaceAll('@farid', '@nadim'))
    }
    const back = await ask(client, third, '  - @ilse, @na$0dim', '@farid')
    expect(back.documentChanges).toHaveLength(documentChanges!.length)
  })

  test('waits for the whole book, also right after the start', async () => {
    const client = await start(orchard, { progress: true })
    await client.open(first)
    const edit = await ask(client, first, 'chair: @il$0se', '@ilsebet')
    expect((edit.documentChanges ?? Object.keys(edit.changes ?? {})).length).toBeGreaterThan(1)
  })

  test('in another case makes all spellings one', async () => {
    const client = await start({ ...orchard, [next]: '- @Ilse\n' })
    await client.open(first)
    const edit = await ask(client, first, 'chair: @il$0se', '@Ilse')
    const texts = await applied(client, { ...orchard, [next]: '' }, edit)
    expect(texts[first]).toBe((orchard[first] as string).replaceAll('@ilse', '@Ilse'))
    expect(texts[next]).toBe('- @Ilse\n')
  })

  test('changes the group’s own lists, and back', async () => {
    const files = {
      ...orchard,
      'minutebook.yml':
        'people:\n  handles:\n    farid: # who presses\n      aliases: [fa, "@fritz"]\n  pseudo:\n    - all\n',
      '_data/authors.yml':
        'ilse:\n  name: Ilse\n"farid":\n  name: farid\n  github: farid\n  bio: farid and farid\n  cpan: farid\n',
      [next]: '- @fritz and @all\n',
    }
    const after = await thereAndBack(files, third, '  - @ilse, @fa$0rid', 'nadim', ['  - @ilse, @na$0dim', '@farid'])
    expect(after['minutebook.yml']).toBe(files['minutebook.yml'].replace('farid:', 'nadim:'))
    expect(after['_data/authors.yml']).toBe(
      'ilse:\n  name: Ilse\n"nadim":\n  name: farid\n  github: nadim\n  bio: farid and farid\n  cpan: farid\n',
    )
    // An alias is renamed by itself, and so is a handle that is nobody’s.
    const alias = await thereAndBack(files, next, '@fri$0tz', 'frieda', ['@fri$0eda', 'fritz'])
    expect(alias['minutebook.yml']).toBe(files['minutebook.yml'].replace('@fritz', '@frieda'))
    expect(alias[next]).toBe('- @frieda and @all\n')
    expect(alias[third]).toBe(orchard[third])
    const nobody = await thereAndBack(files, next, '@a$0ll', 'everybody', ['@every$0body', 'all'])
    expect(nobody['minutebook.yml']).toBe(files['minutebook.yml'].replace('- all', '- everybody'))
  })

  test('is refused with a reason', async () => {
    const client = await start({ ...orchard, 'minutebook.yml': 'people:\n  handles:\n    wanda: { aliases: [wan] }\n' })
    await client.open(third)
    for (const [name, reason] of [
      ['@ilse', 'is a handle of this book already'],
      ['ILSE', 'is a handle of this book already'],
      ['@wanda', 'is a handle of this book already'],
      ['wan', 'is a handle of this book already'],
      ['', 'cannot be empty'],
      ['@', 'cannot be empty'],
      ['two words', '"two words" cannot be a handle'],
      ['fa.rid', 'cannot be a handle'],
      ['-farid', 'cannot be a handle'],
      ['2026', 'cannot be a handle'],
      ['@a@b', 'cannot be a handle'],
    ] as const)
      await expect(ask(client, third, '  - @ilse, @fa$0rid', name), name).rejects.toThrow(reason)
  })

  test('shows in a preview what it is about; what others may read is to be confirmed', async () => {
    const files = {
      ...orchard,
      'minutebook.yml': 'people: { handles: { farid: {} } }',
      '_data/authors.yml': 'farid: Farid',
    }
    const client = await start(files, { can: annotating })
    await client.open(third)
    const { documentChanges, changeAnnotations } = await ask(client, third, '  - @ilse, @fa$0rid', '@nadim')
    const found = (documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => {
      const [id] = new Set(edits.map((edit) => (edit as AnnotatedTextEdit).annotationId))
      return [pathIn(client, textDocument.uri), changeAnnotations![id!]]
    })
    expect(Object.fromEntries(found)).toEqual({
      [first]: { label: '@farid → @nadim' },
      [second]: { label: '@farid → @nadim' },
      [third]: { label: '@farid → @nadim' },
      'minutebook.yml': { label: '@farid → @nadim' },
      '_data/authors.yml': { label: 'The list of people, which others may read', needsConfirmation: true },
    })
  })

  test('is one plain edit for editors that know no better', async () => {
    const client = await start(orchard, { can: { workspace: { workspaceEdit: {} } } })
    await client.open(third)
    const { changes, ...rest } = await ask(client, third, '  - @ilse, @fa$0rid', '@nadim')
    expect(rest).toEqual({})
    expect(Object.keys(changes!).map((uri) => pathIn(client, uri))).toEqual([first, second, third])
    expect(changes![client.uri(third)]![0]).toMatchObject({ newText: 'nadim' })
  })

  test('begins with the handle, and nowhere else', async () => {
    const client = await start(orchard)
    await client.open(next, 'Ask @farid or `@farid`, farid@example.org. See [it](https://example.org/@farid).\n')
    const prepare = (marked: string) =>
      client.request<{ range: Range; placeholder: string } | null>(
        'textDocument/prepareRename',
        at(client, next, marked),
      )
    const box = await prepare('Ask @fa$0rid')
    expect(box!.placeholder).toBe('@farid')
    expect(await client.textAt(next, box!.range)).toBe('@farid')
    for (const marked of ['As$0k', '`@fa$0rid`', 'fa$0rid@example', '/@fa$0rid)', '[i$0t]'])
      expect(await prepare(marked), marked).toBe(null)
    expect(await ask(client, next, '`@fa$0rid`', 'x')).toBe(null)
  })
})

describe('Renaming a project', () => {
  const more = [
    '## Projects\r\n- [Cider Press](https://example.org/orchard/press)\r\n',
    '\r\nOf the [Cider Press](https://example.org/orchard/press/#screw), ',
    '[it](https://example.org/orchard/press), [Cider Press](https://example.org/shop) and `[Cider Press](https://example.org/orchard/press)`, ',
    'the Cider Press.\r\n\r\n### Cider Press\r\n\r\n### Cider Press and bees\r\n',
  ].join('')

  test('changes the links to it and its headings, and back', async () => {
    const files = { ...orchard, [next]: more }
    const after = await thereAndBack(files, third, '[Cider$0 Press]', 'The Mill', ['[The$0 Mill]', 'Cider Press'])
    expect(after[next]).toBe(
      [
        '## Projects\r\n- [The Mill](https://example.org/orchard/press)\r\n',
        '\r\nOf the [The Mill](https://example.org/orchard/press/#screw), ',
        '[it](https://example.org/orchard/press), [Cider Press](https://example.org/shop) and `[Cider Press](https://example.org/orchard/press)`, ',
        'the Cider Press.\r\n\r\n### The Mill\r\n\r\n### Cider Press and bees\r\n',
      ].join(''),
    )
    expect(after[first]).toBe((orchard[first] as string).replace('Cider Press', 'The Mill'))
  })

  test('changes a title in bold, which stays bold', async () => {
    const files = { ...orchard, [next]: '- of the [**Cider Press**](https://example.org/orchard/press)\n' }
    const after = await thereAndBack(files, next, '[**Cider$0 Press**]', 'Mill', ['[**Mi$0ll**]', 'Cider Press'])
    expect(after[next]).toBe('- of the [**Mill**](https://example.org/orchard/press)\n')
    expect(after[first]).toContain('[Mill](')
  })

  test('leaves headings without a link to be confirmed', async () => {
    const client = await start({ ...orchard, [next]: more }, { can: annotating })
    await client.open(third)
    const { documentChanges, changeAnnotations } = await ask(client, third, '[Cider$0 Press]', 'The Mill')
    const own = (documentChanges as TextDocumentEdit[]).find(
      ({ textDocument }) => textDocument.uri === client.uri(next),
    )
    const labels = own!.edits.map((edit) => (edit as AnnotatedTextEdit).annotationId)
    expect(labels).toEqual(['Cider Press → The Mill', 'Cider Press → The Mill', 'Headings and items with these words'])
    expect(changeAnnotations!['Headings and items with these words']).toMatchObject({ needsConfirmation: true })
  })

  test('is refused where it would be taken for another, or is no title', async () => {
    const client = await start(orchard)
    await client.open(third)
    for (const [name, reason] of [
      ['Bee Corner', 'is the title of another project already, at https://example.org/orchard/bees'],
      ['', 'cannot be empty'],
      ['Press](https://x.example)', 'cannot be the title'],
      ['two\nlines', 'cannot be the title'],
      ['_Cider_', 'cannot be the title'],
      ['**Cider**', 'cannot be the title'],
      ['# Cider', 'cannot be the title'],
      ['1. Cider', 'cannot be the title'],
      ['Ci\u200bder', 'cannot be the title'],
      ['…', 'cannot be the title'],
    ] as const)
      await expect(ask(client, third, '[Cider$0 Press]', name), name).rejects.toThrow(reason)
  })
})
