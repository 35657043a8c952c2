import { chmod, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { orchard } from '../protocol/orchard.ts'
import { folder, run } from './run.ts'

const MADE = 'orchard-minutes-2026-02-18.md'

describe('minutebook new', () => {
  test('writes the minutes of the next meeting, prints their path, and tells what was left out', async () => {
    const root = await folder(orchard)
    const { out, err, code } = await run(root, ['new'])
    expect([out, code]).toEqual([`${MADE}\n`, 0])
    expect(err).toMatch(/^Left out: \d+\n/)
    expect(err).toContain('  line 24  - [x] @ilse - two hives have come\n    It is done.\n')
    expect(await readFile(join(root, MADE), 'utf8')).toContain('- [ ] @farid - clean the barrels')
    expect(await run(root, ['check'])).toEqual({ code: 0, out: '4 files checked: nothing found.\n', err: '' })
    expect((await readdir(root)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('never writes over a file', async () => {
    const root = await folder({ ...orchard, [MADE]: 'Kept.\n' })
    const { err, out, code } = await run(root, ['new', '--date', '2026-02-18'])
    expect([out, code]).toEqual(['', 2])
    expect(err).toMatch(/There is such a file already. Nothing was overwritten/)
    expect(await readFile(join(root, MADE), 'utf8')).toBe('Kept.\n')
  })

  test('starts from a file, for a day, and prints the text alone', async () => {
    const root = await folder(orchard)
    const { out, code } = await run(root, [
      'new',
      '--from-previous',
      'orchard-minutes-2026-01-07.md',
      '--date',
      '2026-03-04',
      '--stdout',
    ])
    expect(code).toBe(0)
    expect(out).toContain('meeting_time: 2026-03-04 17:00 UTC')
    expect((await readdir(root)).length).toBe(Object.keys(orchard).length)
  })

  test('tells all as JSON', async () => {
    const root = await folder(orchard)
    const { out, err } = await run(root, ['new', '--json'])
    expect(err).toBe('')
    expect(JSON.parse(out)).toMatchObject({ path: MADE, date: '2026-02-18', findings: [] })
    expect(JSON.parse(out).dropped).toContainEqual({
      text: '- [x] @ilse - two hives have come',
      why: 'It is done.',
      line: 24,
    })
  })

  test('starts from a template, where one is named or no minutes are there', async () => {
    const root = await folder(orchard)
    expect((await run(root, ['new', '--template', 'short'])).out).toBe(`${MADE}\n`)
    const empty = await folder()
    const { out, code } = await run(empty, ['new', '.', '--date', '2026-03-04'])
    expect([out, code]).toEqual(['minutes-2026-03-04.md\n', 0])
    expect(await readFile(join(empty, 'minutes-2026-03-04.md'), 'utf8')).toContain('# Minutes 2026-03-04')
  })

  test('writes into the folder of minutes that is named, from another', async () => {
    const root = await folder({
      'minutebook.yml': '',
      ...Object.fromEntries(Object.entries(orchard).map(([path, text]) => [`log/${path}`, text])),
    })
    await mkdir(join(root, 'docs'))
    expect((await run(join(root, 'docs'), ['new', '../log'])).out).toBe(`../log/${MADE}\n`)
  })

  test.each([
    ['both at once', ['--template', 'short', '--from-previous'], /not from both/],
    ['an unknown template', ['--template', 'none'], /There is no template "none".*plain/],
    ['a day before', ['--date', '2026-01-01'], /later day than 2026-01-01.*Nothing was written/],
    ['no day', ['--date', 'soon'], /must be a day as YYYY-MM-DD/],
    ['no folder', ['nowhere'], /no file or folder "nowhere"/],
    ['a file for a folder', ['README.md'], /is a file/],
  ])('refuses %s', async (_, args, message) => {
    const root = await folder(orchard)
    const { code, out, err } = await run(root, ['new', ...args])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
  })

  test('makes a file once, whoever else is at it', async () => {
    const root = await folder(orchard)
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => run(root, ['new', '--date', '2026-02-18'])))
    expect(outcomes.map(({ code }) => code).sort()).toEqual([0, 2, 2, 2])
    for (const { code, err } of outcomes) if (code === 2) expect(err).toMatch(/2026-02-18.*(?:already|overwritten)/)
  })

  test('says that a folder is read-only', async () => {
    const root = await folder(orchard)
    await chmod(root, 0o555)
    const options = process.getuid?.() === 0 ? { uid: 65534 } : {}
    const { code, err } = await run(root, ['new'], options)
    await chmod(root, 0o755)
    expect(code).toBe(2)
    expect(err).toMatch(/permissions do not let us/)
  })
})
