import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { RULES } from '../../server/src/rules/index.ts'
import type { Files } from '../protocol/client.ts'
import { check, folder, run } from './run.ts'

const files: Files = {
  'meetings/a b,c.md': '- fine\n- on Thursday 2026-02-18\n- [] 100%, and: more\n',
  'minutes.md': Uint8Array.of(0x72, 0xe9, 0x0a),
}

describe('SARIF', () => {
  const sarif = async (given: Files) => JSON.parse((await check(given, '--format', 'sarif')).out)

  test.each<[string, Files]>([
    ['findings', files],
    ['no findings', { 'minutes.md': '- fine\n' }],
    ['no minutes', {}],
  ])('is valid by its schema with %s', async (_, given) => {
    const schema = JSON.parse(await readFile(join(import.meta.dirname, 'sarif-2.1.0.schema.json'), 'utf8'))
    // It names draft 4, whose keywords in it mean the same by now.
    const { $schema: _draft, id: _id, ...rest } = schema
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
    addFormats(ajv)
    const validate = ajv.compile(rest)
    validate(await sarif(given))
    expect(validate.errors).toBeNull()
  })

  test('has each finding with its rule and place', async () => {
    const { runs } = await sarif(files)
    const [{ results, tool, columnKind }] = runs
    expect(columnKind).toBe('utf16CodeUnits')
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id))
    expect(results[0]).toMatchObject({
      ruleId: 'weekday',
      level: 'error',
      message: { text: expect.stringMatching(/^2026-02-18 is a Wednesday.*the date\?$/) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'meetings/a%20b%2Cc.md' },
            region: { startLine: 2, startColumn: 6, endLine: 2, endColumn: 25 },
          },
        },
      ],
    })
    expect(results.map(({ level }: { level: string }) => level)).toEqual(['error', 'warning', 'error'])
  })
})

describe('Annotations for GitHub', () => {
  test('are one line a finding, with what would end it escaped', async () => {
    const { out, code } = await check(files, '--format', 'github')
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe(
      '::error file=meetings/a b%2Cc.md,line=2,endLine=2,col=6,endColumn=25,title=weekday::2026-02-18 is a Wednesday, but Thursday is written here.%0AReaders will come on the wrong day. Change the weekday, or the date?',
    )
    expect(lines[1]).toMatch(/^::warning file=meetings\/a b%2Cc\.md,line=3,.*title=checkbox::/)
    expect(lines[2]).toMatch(/^::error file=minutes\.md::It is not UTF-8/)
    expect(code).toBe(1)
  })

  test('are none where nothing is found', async () => {
    expect(await check({ 'minutes.md': '- fine\n' }, '--format', 'github')).toEqual({ code: 0, out: '', err: '' })
  })
})

test.each(['pretty', 'github', 'json', 'sarif'])('%s shows what control characters there are', async (format) => {
  const { out } = await check({ 'minutes.md': '- [x](%00.md) [y](%1b%5b2J.md)\n' }, '--format', format)
  for (const file of ['␀.md', '␛[2J.md']) expect(out).toMatch(new RegExp(`no file \\\\?"${file.replace('[', '\\[')}`))
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
})

describe('minutebook rules', () => {
  test('lists every rule', async () => {
    const root = await folder()
    const { out } = await run(root, ['rules'])
    for (const { id, severity, summary } of RULES)
      expect(out).toMatch(new RegExp(`^${id} +${severity} +${summary.slice(0, 20)}`, 'm'))
    const json = JSON.parse((await run(root, ['rules', '--json'])).out)
    expect(json).toEqual(RULES.map(({ id, severity, summary }) => ({ id, severity, summary })))
  })
})

describe('minutebook explain', () => {
  test('prints the page of a rule', async () => {
    const root = await folder()
    for (const { id } of [RULES[0]!, RULES.at(-1)!]) {
      const { out, code } = await run(root, ['explain', id])
      expect(out).toMatch(new RegExp(`^# ${id}\n\nFinds `))
      expect(out).not.toMatch(/^```markdown ./m)
      expect(code).toBe(0)
    }
  })

  test('says which rules there are', async () => {
    const root = await folder()
    for (const [rule, words] of [
      ['wekday', 'There is no rule "wekday". Did you mean "weekday"?'],
      ['days', 'There is no rule "days". The rules are date-consistency, weekday, '],
    ]) {
      expect(await run(root, ['explain', rule!])).toMatchObject({ code: 2, err: expect.stringContaining(words!) })
    }
  })
})
