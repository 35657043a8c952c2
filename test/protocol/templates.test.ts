import { describe, expect, test } from 'vitest'
import { Commands, type DraftedMinutes, type MinutesTemplate } from '../../server/src/protocol/messages.ts'
import { type ClientOptions, type Files, start } from './client.ts'
import { orchard } from './orchard.ts'

const CALL = `{% comment %}
label: The Tuesday call
description: As we have it
{% endcomment %}
# {{ group | default: "Call" }} {{ date }}
`
const at = (name: string) => `.minutebook/templates/${name}`

const open = async (files: Files, options?: ClientOptions) => {
  const client = await start({ ...orchard, ...files }, options)
  const folder = client.uri('').replace(/\/$/, '')
  return {
    client,
    list: () => client.execute<MinutesTemplate[]>(Commands.templates, { folder }),
    draft: (template: string) =>
      client.execute<DraftedMinutes>(Commands.minutes, { folder, template, date: '2026-02-18' }),
  }
}

describe("a folder's own templates", () => {
  test('come first, and take the place of those that ship', async () => {
    const { list, draft } = await open({ [at('b-call.md')]: '# B', [at('a.liquid')]: CALL, [at('plain.md')]: '# P' })
    const found = await list()
    expect(found.slice(0, 3)).toEqual([
      { id: 'a', label: 'The Tuesday call', description: 'As we have it', path: at('a.liquid') },
      { id: 'b-call', label: 'B call', description: at('b-call.md'), path: at('b-call.md') },
      { id: 'plain', label: 'Plain', description: at('plain.md'), path: at('plain.md') },
    ])
    expect(found.slice(3).map(({ id }) => id)).toEqual(['long', 'short', 'steering', 'board', 'initials'])
    expect((await draft('plain')).text).toBe('# P')
    expect((await draft('a')).text).toMatch(/^# .*2026-02-18\n$/)
  })

  test('lie where the settings say', async () => {
    const { list } = await open({ 'minutebook.yml': 'templates: ours\n', 'ours/call.md': CALL, [at('no.md')]: 'x' })
    expect((await list()).flatMap(({ path }) => path ?? [])).toEqual(['ours/call.md'])
  })

  test('are files of the folder itself that can be read', async () => {
    const files: Files = {
      [at('big.md')]: 'x'.repeat(600 * 1024),
      [at('latin.md')]: new Uint8Array([0xe9, 0x20]),
      [at('more/deep.md')]: CALL,
      [at('notes.txt')]: CALL,
      [at('fine.md')]: CALL,
      ...Object.fromEntries(Array.from({ length: 60 }, (_, n) => [at(`z${n + 10}.md`), CALL])),
    }
    const { list } = await open(files)
    const own = (await list()).filter(({ path }) => path !== undefined)
    expect(own).toHaveLength(50)
    expect(own.map(({ id }) => id)).not.toContain('big')
    expect(own[0]!.id).toBe('fine')
  })

  test('count as they stand in the editor', async () => {
    const { client, draft } = await open({ [at('call.md')]: '# Old\n' })
    await client.open(at('call.md'), '# New {{ date }}\n')
    expect((await draft('call')).text).toBe('# New 2026-02-18\n')
  })

  test('with a mistake are refused with file and line', async () => {
    const { draft } = await open({
      [at('call.md')]: '# A\n\n{{ dat }}\n',
      [at('loop.md')]: 'a\n{% for i in (1..100000000) %}x{% endfor %}',
    })
    await expect(draft('call')).rejects.toThrow(`${at('call.md')}, line 3: There is no variable "dat".`)
    await expect(draft('loop')).rejects.toThrow(`${at('loop.md')}, line 2: Here the template makes more text`)
    expect((await draft('plain')).text).toContain('2026-02-18')
  })
})

describe.each([{ pull: true }, { pull: false }])('in an editor with %j', (options) => {
  test('a mistake in a template is underlined as one types, and nothing else in it', async () => {
    const { client } = await open({ [at('minutes.md')]: '' }, options)
    const name = at('minutes.md')
    const wrong = client.pushed(name, (items) => items.length > 0)
    await client.open(name, '---\nmeeting_time: x\n---\n# A\n{{ dat }}\n[]  x\n')
    expect((await wrong).diagnostics).toMatchObject([
      {
        code: 'template',
        source: 'minutebook',
        severity: 2,
        range: { start: { line: 4, character: 3 }, end: { line: 4, character: 6 } },
        message: expect.stringMatching(/^There is no variable "dat"\.\n.*Did you mean "date"\?$/),
      },
    ])
    if (options.pull) expect(await client.findings(name)).toEqual([])
    expect(await client.request('minutebook/isMinutes', { uri: client.uri(name) })).toBe(false)

    const right = client.pushed(name, (items) => items.length === 0)
    client.change(name, '{{ dat«→e» }}')
    await right
  })

  test('one that is closed says nothing any more', async () => {
    const { client } = await open({}, options)
    const wrong = client.pushed(at('a.liquid'), (items) => items.length > 0)
    await client.open(at('a.liquid'), '{{ dat }}')
    await wrong
    const gone = client.heard(
      'textDocument/publishDiagnostics',
      ({ diagnostics }: { diagnostics: unknown[] }) => diagnostics.length === 0,
    )
    client.close(at('a.liquid'))
    await gone
  })
})
