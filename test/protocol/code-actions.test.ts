import { describe, expect, test } from 'vitest'
import { type CodeAction, CodeActionKind, type Position, type WorkspaceEdit } from 'vscode-languageserver-protocol/node'
import { start, startOnce } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const client = startOnce(orchard)
const today = 'orchard-minutes-2026-02-18.md'

/** One finding each, with a quick fix. */
const MISTAKES: readonly (readonly [rule: string, text: string])[] = [
  ['weekday', '- on Thursday 2026-02-18\n'],
  ['time-zone', '- 2026-02-18 17:00 UTC (17:00 Europe/Oslo)\n'],
  ['date-consistency', '---\nmeeting_time: 2026-02-17 17:00 UTC\n---\n\n# Minutes 2026-02-18\n'],
  ['handle-unknown', '- asked @quentna\n'],
  ['handle-separator', '## Attendees\n\n- @ilse, @farid. @quentina\n'],
  ['attendance-conflict', '## Attendees\n\n- Present: @ilse, @farid\n- Regrets: @farid\n'],
  [
    'project-duplicate',
    '## Projects\n\n- [A](https://example.org/a)\n- [B](https://example.org/b)\n- [A](https://example.org/a)\n',
  ],
  ['checkbox', '- [] sweep\n'],
  ['stray-text', 'a paragraph\n\n,\n\nanother\n'],
  ['front-matter', '---\nlayout: minutes\n\n# Minutes\n'],
]

/** Whether a quick fix changes the text itself; the others silence the rule. */
const isMending = ({ title }: CodeAction) => !/^(?:Ignore|Turn) /.test(title)

describe('A quick fix (textDocument/codeAction)', () => {
  test.each(MISTAKES)('of %s removes its finding, and there is no more to do', async (rule, text) => {
    for (const eol of ['\n', '\r\n']) {
      await client.open(today, text.replaceAll('\n', eol))
      const [finding] = await client.diagnostics(today)
      expect(finding?.code).toBe(rule)
      const count = (await client.actions(today)).filter(isMending).length
      expect(count).toBeGreaterThan(0)
      for (let index = 0; index < count; index++) {
        const before = client.text(today)
        const action = (await client.actions(today)).filter(isMending)[index]!
        expect(action).toMatchObject({ kind: CodeActionKind.QuickFix, diagnostics: [finding], edit: {} })
        client.applyFix(today, action)
        client.save(today)
        expect(await client.findings(today), `${action.title}: ${client.text(today)}`).toEqual([])
        if (eol === '\r\n') expect(client.text(today)).not.toMatch(/[^\r]\n/)
        client.replace(today, before)
      }
      client.close(today)
    }
  })

  test('is preferred where one remedy is the likeliest', async () => {
    await client.open(today, '- on Thursday 2026-02-18\n')
    const actions = await client.actions(today)
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Change "Thursday" to "Wednesday"', true],
      ['Change "2026-02-18" to "2026-02-19"', undefined],
      ['Ignore weekday here', undefined],
      ['Turn weekday off for this folder', undefined],
    ])
  })

  test('is offered at its place alone', async () => {
    await client.open(today, '- note\n- on Thursday 2026-02-18\n- note')
    const at = (position: Position) => client.actions(today, { start: position, end: position })
    expect(await at({ line: 0, character: 3 })).toEqual([])
    expect(await at({ line: 1, character: 4 })).toEqual([])
    expect(await at({ line: 1, character: 5 })).toHaveLength(4)
    expect(await at({ line: 1, character: 24 })).toHaveLength(4)
    expect(await at({ line: 2, character: 0 })).toEqual([])
  })

  test('is left out when the editor wants other kinds', async () => {
    await client.open(today, '- on Thursday 2026-02-18\n')
    const only = async (...kinds: string[]) => (await client.actions(today, undefined, kinds)).length
    expect(await only('quickfix')).toBe(4)
    expect(await only('refactor', 'quickfix')).toBe(4)
    expect(await only('')).toBe(4)
    expect(await only('refactor')).toBe(0)
    expect(await only('source.organizeImports')).toBe(0)
    expect(await only('quickfix.spelling')).toBe(0)
    expect(await only('quick')).toBe(0)
  })

  test('is none in Markdown that is no minutes', async () => {
    await client.open('README.md')
    expect(await client.actions('README.md')).toEqual([])
  })

  test('is for the document as it is now', async () => {
    await client.open(today, orchardMinutes('2026-02-18', { agenda: '- on Thursday 2026-02-18' }))
    await client.diagnostics(today)
    client.change(today, '«→\n\n»## 17:00 UTC')
    const [fix] = await client.actions(today)
    client.applyFix(today, fix!)
    expect(client.text(today)).toContain('- on Wednesday 2026-02-18\n')
  })
})

test('all mistakes of a text can be mended one after the other', async () => {
  const other = await start(orchard)
  const agenda = '- on Thursday 2026-02-18\n- [] @quentna sweeps\n- on Friday 2026-02-19\n- [ ] - a\n\n.\n\nthe end'
  await other.open(today, orchardMinutes('2026-02-18', { present: '@ilse, @farid. @quentina', agenda }))
  let left = (await other.diagnostics(today)).length
  expect(left).toBe(7)
  while (left > 0) {
    const fix = (await other.actions(today)).find(({ isPreferred }) => isPreferred)!
    other.applyFix(today, fix)
    other.save(today)
    const now = (await other.diagnostics(today)).length
    expect(now, fix.title).toBeLessThan(left)
    left = now
  }
})

describe('Wider remedies', () => {
  const twice = '- on Thursday 2026-02-18\n- fine\n- on Friday 2026-02-19\n'
  const titled = async (title: string, text: string, files = orchard) => {
    const other = await start(files)
    await other.open(today, text)
    return { other, action: (await other.actions(today)).find((action) => action.title === title) }
  }

  test('mend all of one rule in the file', async () => {
    const { other, action } = await titled('Fix all of weekday in this file', `${twice}- [] a\n`)
    other.applyFix(today, action!)
    expect(other.text(today)).toBe('- on Wednesday 2026-02-18\n- fine\n- on Thursday 2026-02-19\n- [] a\n')
  })

  test('are not offered for a single finding', async () => {
    const { action } = await titled('Fix all of weekday in this file', '- on Thursday 2026-02-18\n')
    expect(action).toBeUndefined()
  })

  test('silence a finding where it stands', async () => {
    const { other, action } = await titled('Ignore weekday here', twice)
    other.applyFix(today, action!)
    expect(other.text(today)).toMatch(/^- on Thursday 2026-02-18 <!-- minutebook-ignore weekday -->\n- fine\n/)
    expect(await other.findings(today)).toHaveLength(1)
  })

  test('turn a rule off in the folder’s settings, and leave the rest of them as it is', async () => {
    const yaml = '# ours\nrules:\n  checkbox: off # never\n'
    const { other, action } = await titled('Turn weekday off for this folder', twice, {
      ...orchard,
      'minutebook.yml': yaml,
    })
    const { changes } = action!.edit as WorkspaceEdit
    expect(Object.entries(changes!)).toEqual([
      [
        `${other.folder('book')}/minutebook.yml`,
        [
          {
            range: { start: { line: 2, character: 2 }, end: { line: 2, character: 2 } },
            newText: 'weekday: off\n  ',
          },
        ],
      ],
    ])
  })

  test('turn a rule off in the settings as somebody is typing them', async () => {
    const other = await start({ ...orchard, 'minutebook.yml': 'rules:\n  checkbox: off\n' })
    await other.open('minutebook.yml')
    await other.open(today, twice)
    const head = { line: 0, character: 0 }
    other.edit('minutebook.yml', [{ range: { start: head, end: head }, newText: '# ours\n' }])
    const action = (await other.actions(today)).find(({ title }) => title === 'Turn weekday off for this folder')
    other.applyFix('minutebook.yml', action!)
    expect(other.text('minutebook.yml')).toBe('# ours\nrules:\n  weekday: off\n  checkbox: off\n')
  })

  test('turn a rule off in settings that are not there yet', async () => {
    const { other, action } = await titled('Turn weekday off for this folder', twice)
    const uri = `${other.folder('book')}/minutebook.yml`
    expect(action!.edit!.documentChanges).toEqual([
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri, version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText: 'rules:\n  weekday: off\n',
          },
        ],
      },
    ])
  })

  test('as a source action mend all that is safe to mend, and no more', async () => {
    const other = await start(orchard)
    await other.open(today, `${twice}- [] a\n- [x]b\n`)
    expect(await other.actions(today, undefined, ['source'])).toHaveLength(1)
    expect(await other.actions(today, undefined, ['source.fixAll.eslint'])).toEqual([])
    const [action] = await other.actions(today, undefined, ['source.fixAll'])
    expect(action!.kind).toBe('source.fixAll.minutebook')
    other.applyFix(today, action!)
    expect(other.text(today)).toBe(`${twice}- [ ] a\n- [x] b\n`)
    expect(await other.actions(today, undefined, ['source.fixAll'])).toEqual([])
  })
})
