import { describe, expect, test } from 'vitest'
import { orchard } from '../protocol/orchard.ts'
import { folder, run } from './run.ts'

const attendance = async (...args: string[]) => run(await folder(orchard), ['attendance', ...args])

describe('minutebook attendance', () => {
  test('shows who was at which meeting', async () => {
    const { code, out } = await attendance()
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([
      'who           there  2026-01-07 to 2026-02-04',
      '@farid            3  X X X',
      '@ilse             3  X X X',
      '@quentina         2  X X r',
      '@noor             1  X . .',
      'were there           4 3 2',
      'open actions         1 1 1',
      '',
      'X present, x partly present, r regrets, - absent, . not named',
      '3 meetings.',
      '',
    ])
  })

  test('tells the same in JSON, of as many meetings as are wanted', async () => {
    const { out } = await attendance('--json', '--meetings', '1')
    expect(JSON.parse(out)).toEqual({
      meetings: [{ day: '2026-02-04', there: 2, open: 1, file: 'orchard-minutes-2026-02-04.md' }],
      people: [
        { handle: 'farid', at: ['present'], attended: 1 },
        { handle: 'ilse', at: ['present'], attended: 1 },
        { handle: 'quentina', at: ['regrets'], attended: 0 },
      ],
    })
  })

  test('draws the picture', async () => {
    const { code, out } = await attendance('--svg', '.')
    expect(code).toBe(0)
    expect(out).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [\s\S]*@quentina, 2026-02-04: regrets[\s\S]*<\/svg>\n$/,
    )
  })

  test('is of the minutes that are named', async () => {
    const { out } = await attendance('--json', 'orchard-minutes-2026-01-07.md')
    expect(JSON.parse(out).meetings).toHaveLength(1)
  })

  test('refuses a picture in JSON, and no number of meetings', async () => {
    expect((await attendance('--svg', '--json')).code).toBe(2)
    expect((await attendance('--meetings', 'x')).code).toBe(2)
  })

  test('refuses several books, which are no one picture', async () => {
    const root = await folder({
      'a/minutebook.yml': '',
      'a/orchard-minutes-2026-01-07.md': orchard['orchard-minutes-2026-01-07.md']!,
      'b/minutebook.yml': '',
      'b/orchard-minutes-2026-01-07.md': orchard['orchard-minutes-2026-01-07.md']!,
    })
    const { code, out, err } = await run(root, ['attendance', 'a', 'b'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('several books')
  })

  test('says so where there are no minutes', async () => {
    const root = await folder({ 'README.md': '# Hello\n' })
    expect((await run(root, ['attendance'])).out).toBe('0 meetings.\n')
    expect((await run(root, ['attendance', '--svg'])).out).toContain('no minutes with a day')
  })
})
