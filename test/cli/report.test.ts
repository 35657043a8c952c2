import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Files } from '../protocol/client.ts'
import { orchard, orchardMinutes } from '../protocol/orchard.ts'
import { check, cli, execute, folder, run } from './run.ts'

const wrong = '- on Thursday 2026-02-18\n'

/** The source line and the line of carets below it, without what stands before them. */
async function picture(text: string): Promise<string> {
  const { out } = await check({
    'minutes-2026-02-18.md': text,
    'minutebook.yml': 'rules: { invisible-character: off }\n',
  })
  const lines = out.split('\n')
  const carets = lines.findIndex((line) => /^ +\^+$/.test(line))
  return lines
    .slice(carets - 1, carets + 1)
    .map((line) => line.slice(11))
    .join('\n')
}

describe('The report for people', () => {
  test('shows place, words, rule and source', async () => {
    const { out } = await check({ 'minutes-2026-02-18.md': `# Minutes\n\n${wrong}` })
    expect(out).toBe(`\
minutes-2026-02-18.md
  3:6     error  2026-02-18 is a Wednesday, but Thursday is written here.  weekday
          Readers will come on the wrong day. Change the weekday, or the date?
       3 | - on Thursday 2026-02-18
                ^^^^^^^^^^^^^^^^^^^

1 error, 0 warnings, 0 hints in 1 file.
`)
  })

  test.each([
    ['tabs', '-\ton\tThursday 2026-02-18', '- on Thursday 2026-02-18\n     ^^^^^^^^^^^^^^^^^^^'],
    ['no-break spaces', '- on\u00a0Thursday\u00a02026-02-18', '- on Thursday 2026-02-18\n     ^^^^^^^^^^^^^^^^^^^'],
    ['emoji, two columns wide', '- 🐝🐝 Thursday 2026-02-18', '- 🐝🐝 Thursday 2026-02-18\n       ^^^^^^^^^^^^^^^^^^^'],
    [
      'emoji of several signs',
      '- 🧑‍🌾🇳🇴 Thursday 2026-02-18',
      '- 🧑‍🌾🇳🇴 Thursday 2026-02-18\n       ^^^^^^^^^^^^^^^^^^^',
    ],
    ['Han, two columns wide', '- 会議 Thursday 2026-02-18', '- 会議 Thursday 2026-02-18\n       ^^^^^^^^^^^^^^^^^^^'],
    [
      'accents that are signs of their own',
      '- e\u0301te\u0301 Thursday 2026-02-18',
      '- e\u0301te\u0301 Thursday 2026-02-18\n      ^^^^^^^^^^^^^^^^^^^',
    ],
    ['zero-width signs', '- \u200bat \u200bThursday 2026-02-18', '- at Thursday 2026-02-18\n     ^^^^^^^^^^^^^^^^^^^'],
    ['CRLF', '- Thursday 2026-02-18\r\n- more\r\n', '- Thursday 2026-02-18\n  ^^^^^^^^^^^^^^^^^^^'],
  ])('puts the caret below its place: %s', async (_, text, expected) => {
    expect(await picture(text)).toBe(expected)
  })

  test('shows a long line around the place', async () => {
    const long = 'word '.repeat(40)
    const [line, carets] = (await picture(`- ${long}Thursday 2026-02-18 ${long}`)).split('\n') as [string, string]
    expect(line).toMatch(/^…(?:\w* )+Thursday 2026-02-18 (?:\w* )+\w*…$/)
    expect(line.length).toBeLessThan(120)
    expect(line.slice(carets.indexOf('^'), carets.length)).toBe('Thursday 2026-02-18')
  })

  test('keeps a long line and its carets together where signs are wide', async () => {
    const [line, carets] = (await picture(`- ${'会議'.repeat(80)} Thursday 2026-02-18 ${'会'.repeat(80)}`)).split('\n')
    const columns = (text: string) => [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0)
    expect(columns(line!)).toBeLessThanOrEqual(120 - 11)
    expect(columns(line!.slice(0, line!.indexOf('Thursday')))).toBe(carets!.indexOf('^'))
  })

  test('aligns what it says of one file', async () => {
    const { out } = await check({
      'minutes-2026-02-18.md': `- [] a\n${'\n'.repeat(12_343)}${'x'.repeat(120)} on ${wrong}`,
    })
    expect(out).toMatch(/^ {2}1:3 {7}warning {2}"/m)
    expect(out).toMatch(/^ {2}12345:130 error {4}2026-02-18/m)
  })

  test('cuts no sign in two', async () => {
    for (const lead of ['', ' ']) {
      const shown = await picture(`- ${lead}${'🐝'.repeat(80)} Thursday 2026-02-18 ${lead}${'🐝'.repeat(80)}`)
      expect(shown).not.toMatch(/[\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])/)
    }
  })

  test('lets nothing in the minutes command the terminal', async () => {
    const { out } = await check({ 'minutes.md': '--- \u001b[2Jx\n---\n- \u001b[31m\u202e\u0007 Thursday 2026-02-18\n' })
    expect(out).toContain('Thursday 2026-02-18')
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  })

  test('keeps place and severity apart in the longest of files', async () => {
    const { out } = await check({ 'minutes-2026-02-18.md': `${'\n'.repeat(12_344)}${'x'.repeat(120)} on ${wrong}` })
    expect(out).toMatch(/ {2}12345:\d+ error {2}2026-02-18/)
  })
})

describe('Colour', () => {
  const files = { 'minutes-2026-02-18.md': wrong }
  const esc = '\u001b['

  test('is not for pipes', async () => {
    expect((await check(files)).out).not.toContain(esc)
  })

  // Linux has a program that runs another on a terminal.
  const script = '/usr/bin/script'
  test.runIf(process.platform === 'linux' && existsSync(script))(
    'is for terminals, unless NO_COLOR is set',
    async () => {
      const root = await folder(files)
      const command = `"${process.execPath}" "${cli()}" check`
      const onTerminal = (env: Record<string, string>) =>
        execute(script, ['-qefc', command, '/dev/null'], root, { env: { TERM: 'xterm-256color', ...env } })
      const coloured = await onTerminal({})
      expect(coloured.out).toContain(`${esc}31merror`)
      expect(coloured.code).toBe(1)
      const plain = await onTerminal({ NO_COLOR: '1' })
      // On a slow machine it also shows how far it is, and erases that again: a movement, no colour.
      expect(plain.out).not.toMatch(/\u001b\[[\d;]*m/)
      expect(plain.out).toContain('error')
    },
  )
})

interface Message {
  ruleId: string | null
  severity: number
  message: string
  line: number
  column: number
  endLine: number
  endColumn: number
  fatal?: boolean
  fix?: { range: [number, number]; text: string }
  suggestions?: { desc: string; fix: { range: [number, number]; text: string } }[]
}

async function json(files: Files, ...paths: string[]): Promise<{ filePath: string; messages: Message[] }[]> {
  const { out, err } = await check(files, '--format', 'json', ...paths)
  expect(err).toBe('')
  return JSON.parse(out)
}

describe('--format json', () => {
  const NONE = {
    errorCount: 0,
    fatalErrorCount: 0,
    warningCount: 0,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
  }

  test('is what ESLint prints', async () => {
    expect(await json({ 'meetings/2026-02-18.md': `# 🐝\n\n${wrong}`, 'minutes.md': '' })).toEqual([
      {
        filePath: 'meetings/2026-02-18.md',
        messages: [
          {
            ruleId: 'weekday',
            severity: 2,
            message: expect.stringMatching(/^2026-02-18 is a Wednesday.*\. .*\. .*\?$/),
            line: 3,
            column: 6,
            endLine: 3,
            endColumn: 25,
            suggestions: [
              { desc: expect.any(String), fix: { range: [11, 19], text: 'Wednesday' } },
              { desc: expect.any(String), fix: { range: [20, 30], text: '2026-02-19' } },
            ],
          },
        ],
        ...NONE,
        errorCount: 1,
      },
      { filePath: 'minutes.md', messages: [], ...NONE },
    ])
  })

  test('numbers severities', async () => {
    const settings =
      'rules:\n  weekday: hint\n  checkbox: information\n  stray-text: warning\n  handle-separator: error\n'
    const text = `${wrong}- [] a\n\n,\n\n## Attendees\n\n- @ilse. @farid\n`
    const [file] = await json({ 'minutes.md': text, 'minutebook.yml': settings })
    expect(file!.messages.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual([
      'weekday 0',
      'checkbox 0',
      'stray-text 1',
      'handle-separator 2',
    ])
  })

  test('holds a file that cannot be read', async () => {
    const files = { 'minutes.md': Uint8Array.of(0xe9) }
    expect(await json(files)).toEqual([
      {
        filePath: 'minutes.md',
        messages: [expect.objectContaining({ ruleId: null, fatal: true, severity: 2, line: 1 })],
        ...NONE,
        errorCount: 1,
        fatalErrorCount: 1,
      },
    ])
    expect((await check(files, '--format', 'json')).code).toBe(1)
  })

  test('is an empty list without minutes', async () => {
    expect(await json({})).toEqual([])
  })

  test('has places that are in the file, and names with slashes', async () => {
    const agenda = '- 🐝 [] x\n- [] a\n- on Thursday 2026-02-18\n\n.\n\nthe end'
    const text = orchardMinutes('2026-02-18', { present: '@ilse. @farid', agenda }).replaceAll('\n', '\r\n')
    const files = await json({ ...orchard, 'deep/er/minutes-2026-02-18.md': `\uFEFF${text}` })
    expect(files.every(({ filePath }) => !/\\|^\.?\//.test(filePath))).toBe(true)
    const lines = `\uFEFF${text}`.split('\r\n')
    const { messages } = files.find(({ filePath }) => filePath === 'deep/er/minutes-2026-02-18.md')!
    expect(messages.length).toBeGreaterThan(3)
    for (const { line, column, endLine, endColumn } of messages) {
      expect(column).toBeGreaterThan(0)
      expect(endColumn - 1).toBeLessThanOrEqual(lines[endLine - 1]!.length)
      expect(line < endLine || column < endColumn).toBe(true)
    }
  })

  test.each([
    ['\n', ''],
    ['\r\n', '\uFEFF'],
  ])('has fixes that mend (line end %j, %j at the head)', async (eol, mark) => {
    const agenda = '- [] 🐝 a\n- [ ] - b\n- on Thursday 2026-02-18\n-[ ] c\n\n.\n\nthe end'
    const text = orchardMinutes('2026-02-18', { present: '@ilse, @farid. @quentina', agenda })
    const root = await folder({ 'minutes-2026-02-18.md': mark + text.replaceAll('\n', eol) })
    const report = async () => JSON.parse((await run(root, ['check', '--format', 'json'])).out)[0].messages as Message[]
    const before = await report()
    const fixable = before.filter(({ fix }) => fix)
    expect(fixable.length).toBeGreaterThan(4)
    const file = join(root, 'minutes-2026-02-18.md')
    for (const { ruleId, line, fix } of fixable) {
      const source = await readFile(file, 'utf8')
      const mended = source.slice(0, fix!.range[0]) + fix!.text + source.slice(fix!.range[1])
      const [after] = await json({ 'minutes-2026-02-18.md': mended })
      expect(after!.messages, `${ruleId} in line ${line}`).toHaveLength(before.length - 1)
      expect(mended.startsWith(mark)).toBe(true)
    }
  })
})

test('minutebook lsp speaks the language server protocol', async () => {
  const { code, out } = await execute(process.execPath, [cli(), 'lsp', '--stdio'], await folder())
  // There is no editor: its input is at its end.
  expect(out).toBe('')
  expect(code).toBe(1)
})
