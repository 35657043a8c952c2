import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ferry, ferryIndex, ferryOpen, ferryToday } from '../protocol/ferry.ts'
import { folder, run } from './run.ts'

const INDEX = 'meetings/README.md'
const ANSWERS = ['--end', '17:49', '--chair', '@maud', '--scribe', 'yann', '--approved-by', '@rosa,@maud']
const MORE = ['--merged-by', '@yann', '--request', '57']

async function finished(files: typeof ferry, ...flags: string[]) {
  const root = await folder(files)
  const outcome = await run(root, ['finish', ferryToday, ...flags])
  const read = (path: string) => readFile(join(root, path), 'utf8')
  return { ...outcome, root, minutes: await read(ferryToday), index: await read(INDEX) }
}

describe('minutebook finish', () => {
  test('does all that it is told, and leaves nothing', async () => {
    const { code, out, err, minutes, index, root } = await finished(ferry, ...ANSWERS, ...MORE)
    expect([err, out.split('\n').slice(-3)]).toEqual([
      '',
      ['Nothing is missing.', `Wrote ${ferryToday} and ${INDEX}.`, ''],
    ])
    expect(code).toBe(0)
    expect(minutes).toContain('- Meeting chair: @maud\n- Meeting scribe: @yann\n')
    expect(minutes).toContain(
      '### Approve previous meeting minutes\n- The minutes of [2026-02-25](ferry-minutes-2026-02-25.md) were approved in #57 by @rosa and @maud, and merged by @yann\n\n',
    )
    expect(minutes).toContain(
      '## Next meeting\n- Next meeting is Wednesday 2026-03-25 @ 17:00 UTC (18:00 Europe/Oslo)\n',
    )
    expect(minutes.trimEnd().endsWith('\n\n## 17:49 UTC - Meeting end')).toBe(true)
    expect(index).toBe(
      ferryIndex
        .replace('March 11th', 'March 25th')
        .replace('-02-25.md)\n', '-02-25.md)\n* [2026-03-11](ferry-minutes-2026-03-11.md)\n'),
    )
    expect((await run(root, ['check', ferryToday])).code).toBe(0)
    expect((await run(root, ['finish', ferryToday])).out).toBe('Nothing is missing.\n')
  })

  test('does what nobody need be asked, and lists the rest', async () => {
    const { code, out, minutes } = await finished(ferry)
    expect(code).toBe(1)
    expect(out).toMatch(/^Done:\n.*Call the next meeting.*List these minutes.*\nLeft:\n.*who chaired.*ended/s)
    expect(minutes).toContain('- Meeting chair:\n- Meeting scribe:\n')
  })

  test('writes nothing in a dry run, and prints JSON', async () => {
    const { code, out, minutes, index } = await finished(ferry, '--dry-run', '--json')
    expect([minutes, index, code]).toEqual([ferryOpen, ferryIndex, 1])
    const { done, left, wrote } = JSON.parse(out)
    expect(done.map((row: { step: string }) => row.step)).toEqual(['next-meeting', 'index-entry', 'index-next-meeting'])
    expect(left.map((row: { step: string }) => row.step)).toEqual(['chair', 'scribe', 'approval', 'end'])
    expect(left[0]).toMatchObject({ file: ferryToday, line: 9, message: expect.stringContaining('chaired') })
    expect(wrote).toEqual([ferryToday, INDEX])
  })

  test.each([
    ['a time that there is not', ['--end', '25:00'], /There is no time "25:00"/],
    ['an end before the start', ['--end', '16:10'], /16:10/],
    ['nobody', ['--chair', ','], /Nobody was named/],
    ['what is no handle', ['--chair', '[x](y)'], /is no handle and no name/],
    [
      'an approval without its number',
      ['--approved-by', '@rosa', '--merged-by', '@yann'],
      /number of the request.*"--request" gives/,
    ],
  ])('refuses %s', async (_, flags, words) => {
    const { code, err, minutes, index } = await finished(ferry, ...flags)
    expect([code, err]).toEqual([2, expect.stringMatching(words)])
    expect([minutes, index]).toEqual([ferryOpen, ferryIndex])
  })

  test('keeps line ends and a byte order mark', async () => {
    const windows = Object.fromEntries(
      Object.entries(ferry).map(([path, text]) => [path, `\uFEFF${String(text).replaceAll('\n', '\r\n')}`]),
    )
    const { code, minutes, index } = await finished(windows, ...ANSWERS, ...MORE)
    for (const text of [minutes, index])
      expect([text.startsWith('\uFEFF'), /[^\r]\n/.test(text)]).toEqual([true, false])
    expect(
      index.replace('March 25th', 'March 11th').replace('* [2026-03-11](ferry-minutes-2026-03-11.md)\r\n', ''),
    ).toBe(windows[INDEX])
    // The marks themselves are found wanting.
    expect(code).toBeLessThan(2)
  })

  test.runIf(process.platform !== 'win32')('writes neither file where one is read-only', async () => {
    const root = await folder(ferry)
    await chmod(join(root, INDEX), 0o444)
    const { code, err } = await run(root, ['finish', ferryToday, ...ANSWERS, ...MORE])
    expect([code, err]).toEqual([2, expect.stringMatching(/README\.md: It is read-only.*Nothing was changed\./)])
    expect(await readFile(join(root, ferryToday), 'utf8')).toBe(ferryOpen)
    expect(await readFile(join(root, INDEX), 'utf8')).toBe(ferryIndex)
  })

  test('says that an answer is not asked for', async () => {
    const { err, minutes } = await finished(ferry, '--start', '17:30')
    expect(err).toContain('--start: these minutes say it already')
    expect(minutes).toContain('## 17:02 UTC - Meeting start')
  })

  test('takes one file of minutes', async () => {
    const root = await folder(ferry)
    const { code, err } = await run(root, ['finish', 'meetings'])
    expect([code, err]).toEqual([2, expect.stringContaining('is not the minutes of one meeting')])
  })
})
