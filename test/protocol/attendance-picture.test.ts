import { describe, expect, test } from 'vitest'
import {
  type Attendance,
  Commands,
  PreviewWordsRequest,
  type PreviewWordsResult,
} from '../../server/src/protocol/messages.ts'
import { startOnce } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'
import { quay } from './quay.ts'

const board = 'meetings/board-2026-01-10.md'
const client = startOnce({ ...orchard, [board]: '# Board\n\nPresent: Mia Berg\n' })
const last = 'orchard-minutes-2026-02-04.md'
const attendance = (given?: object) => client.execute<Attendance>(Commands.attendance, given)
const who = ({ table }: Attendance) => table.people.map(({ handle, name }) => handle ?? name)

describe('minutebook.book.attendance', () => {
  test('draws the longest series of a folder, and says the same in a table', async () => {
    const { svg, table } = await attendance({ folder: client.uri('') })
    expect(svg).toMatch(/^<svg [^>]*role="img"/)
    expect(table.meetings.at(-1)).toEqual({ uri: client.uri(last), day: '2026-02-04', there: 2, open: 1 })
    expect(table.people.at(-1)).toEqual({ handle: 'noor', at: ['present', null, null], attended: 1 })
    expect(table.total).toBe(3)
  })

  test('draws the series of minutes, open or not', async () => {
    expect(who(await attendance({ uri: client.uri(board) }))).toEqual(['Mia Berg'])
    expect(who(await attendance({ uri: client.uri(last), meetings: 1 }))).toEqual(['farid', 'ilse', 'quentina'])
  })

  test('counts what open minutes say by now', async () => {
    await client.open(last, orchardMinutes('2026-02-04', { present: '@ilse, @newcomer' }))
    expect(who(await attendance({ uri: client.uri(last) }))).toContain('newcomer')
  })

  test.each([
    ['no folder', {}, /folder of this workspace/],
    ['no minutes', { uri: 'README.md' }, /no minutes of a meeting/],
    ['no number', { meetings: 0, folder: '' }, /whole number/],
    ['a number of another shape', { meetings: '3', folder: '' }, /whole number/],
  ])('refuses %s', async (_, given, words) => {
    const asked = Object.fromEntries(
      Object.entries(given).map(([key, value]) => [key, key === 'meetings' ? value : client.uri(String(value))]),
    )
    await expect(attendance(asked)).rejects.toThrow(words)
  })
})

describe('minutebook/previewWords', () => {
  const quays = startOnce({
    ...quay,
    'minutebook.yml': 'people:\n  handles:\n    maud: { name: Maud Lie }\n',
    'perl.md': '',
  })
  const words = (file: string) => quays.request<PreviewWordsResult>(PreviewWordsRequest, { uri: quays.uri(file) })

  test('says who is meant, where ids lead, and when a time is elsewhere', async () => {
    const file = 'quay-minutes-2026-02-11.md'
    await quays.open(file)
    const found = (await words(file))!
    const of = (text: string) => found.find((each) => each.text === text)
    expect(of('@maud')).toEqual({ text: '@maud', kind: 'person', title: 'Maud Lie' })
    expect(of('CVE-2025-11111')).toEqual({
      text: 'CVE-2025-11111',
      kind: 'id',
      target: 'https://www.cve.org/CVERecord?id=CVE-2025-11111',
    })
    expect(of('17:48 UTC')).toEqual({
      text: '17:48 UTC',
      kind: 'time',
      title: 'Wednesday, 11 February 2026; 18:48 Europe/Oslo',
    })
  })

  test('leaves out what means two things', async () => {
    const file = 'quay-minutes-2026-03-11.md'
    await quays.open(
      file,
      '---\nmeeting_time: 2026-03-11 17:00 UTC\n---\n\n## 17:00 UTC - Start\n\n## Next meeting\n\n- Next meeting is Wednesday 2026-04-01 at 17:00 UTC (19:00 Europe/Oslo)\n',
    )
    expect((await words(file))!.map(({ text }) => text)).not.toContain('17:00 UTC')
  })

  test('has nothing to say of other Markdown', async () => {
    await quays.open('README.md', 'CVE-2025-11111')
    expect(await words('README.md')).toBeNull()
    expect(await words('nowhere.md')).toBeNull()
  })
})
