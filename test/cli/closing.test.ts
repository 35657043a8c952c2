import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { quay } from '../protocol/quay.ts'
import { folder, run } from './run.ts'

const entries = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((each) => [each.getFirstPropertyValue('summary'), String(each.getFirstPropertyValue('dtstart'))])

const latest = 'quay-minutes-2026-03-11.md'
/** Minutes whose next meeting is still to come whenever the test runs. */
const ahead = {
  'weir-minutes-2090-01-02.md': '# Weir circle 2090-01-02\n\nNext meeting: 2090-01-16 @ 17:00 UTC\n',
  'weir-minutes-2089-12-19.md': '# Weir circle 2089-12-19\n\nNext meeting: 2090-01-02 @ 17:00 UTC\n',
}

describe('minutebook calendar', () => {
  test('prints what was to come at a meeting, and tells what is left out', async () => {
    const { code, out, err } = await run(await folder(quay), ['calendar', latest])
    expect(entries(out)).toEqual([
      ['Quay circle meeting', '2026-03-25T17:00:00Z'],
      ['Knot day', '2026-04-11'],
    ])
    expect(code).toBe(1)
    expect(err).toMatch(/^minutebook: Left out: quay-minutes-2026-03-11\.md: Sail week: 2026-05-04 is a Monday/)
  })

  test('prints one of the two', async () => {
    const there = await folder(quay)
    expect(entries((await run(there, ['calendar', '--next', latest])).out)).toHaveLength(1)
    expect(entries((await run(there, ['calendar', '--events', latest])).out)).toEqual([['Knot day', '2026-04-11']])
    expect(await run(there, ['calendar', '--events', '--next', latest])).toMatchObject({ code: 2 })
  })

  test('of a folder has what is still to come by the latest minutes of each series', async () => {
    const { code, out } = await run(await folder({ ...quay, ...ahead }), ['calendar', '--next'])
    expect(entries(out)).toEqual([['Weir circle meeting', '2090-01-16T17:00:00Z']])
    expect(code).toBe(0)
  })

  test('writes a new file, or over its own, and over no other', async () => {
    const there = await folder(ahead)
    const path = join(there, 'weir.ics')
    const write = () => run(there, ['calendar', '--out', 'weir.ics'])
    expect(await write()).toEqual({ code: 0, out: 'Wrote weir.ics.\n', err: '' })
    const [uid] = /UID:.*/.exec(await readFile(path, 'utf8'))!
    expect((await write()).code).toBe(0)
    expect(await readFile(path, 'utf8')).toContain(uid)
    await writeFile(path, 'Kept.\n')
    expect(await write()).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/such a file already/) })
    expect(await readFile(path, 'utf8')).toBe('Kept.\n')
  })

  test('says when there is nothing', async () => {
    const { code, out, err } = await run(await folder({ 'minutes.md': '# Hello\n' }), ['calendar'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/nothing for a calendar/)
  })
})

describe('minutebook summary', () => {
  test('prints Markdown, mail or posts', async () => {
    const there = await folder(quay)
    expect(await run(there, ['summary', latest])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^## Quay circle meeting, 2026-03-11\n\n3 attended/),
      err: '',
    })
    expect((await run(there, ['summary', latest, '--format', 'mail'])).out).toMatch(
      /^Quay circle meeting, 2026-03-11\n/,
    )
    const { posts } = JSON.parse((await run(there, ['summary', latest, '--format', 'post280', '--json'])).out)
    expect(posts).toEqual([expect.stringContaining('Next meeting: Wednesday 2026-03-25')])
  })

  test('is of one file', async () => {
    const there = await folder(quay)
    expect(await run(there, ['summary', '.'])).toMatchObject({ code: 2, err: expect.stringMatching(/Name that file/) })
    expect(await run(there, ['summary', latest, '--format', 'fax'])).toMatchObject({ code: 2 })
  })
})
