import { describe, expect, test } from 'vitest'
import { Commands, type DraftedCalendar, type DraftedSummary } from '../../server/src/protocol/messages.ts'
import { startOnce } from './client.ts'
import { FRONT, quay } from './quay.ts'

const latest = 'quay-minutes-2026-03-11.md'
const NOW = '2026-03-11T18:00:00Z'
const client = startOnce(quay)

const calendar = (more: object = {}) =>
  client.execute<DraftedCalendar>(Commands.calendar, { uri: client.uri(latest), now: NOW, ...more })
const summary = (more: object = {}) =>
  client.execute<DraftedSummary>(Commands.summary, { uri: client.uri(latest), form: 'markdown', ...more })

describe('The calendar', () => {
  test('has the next meeting, and the events that are sound; the others are told', async () => {
    await client.open(latest)
    const { name, text, entries, leftOut } = await calendar()
    expect([name, entries]).toEqual(['quay-minutes-2026-03-11.ics', 2])
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
    expect(text).toContain('\r\nDTSTART:20260325T170000Z\r\n')
    expect(text).toContain('\r\nSUMMARY:Quay circle meeting\r\n')
    expect(text).toContain('\r\nDTSTART;VALUE=DATE:20260411\r\nDTEND;VALUE=DATE:20260412\r\n')
    expect(leftOut).toEqual([expect.stringMatching(/^Sail week: 2026-05-04 is a Monday, but Tuesday/)])
  })

  test('has one of the two, by name', async () => {
    await client.open(latest)
    expect(await calendar({ what: 'next' })).toMatchObject({
      name: 'quay-minutes-2026-03-11-next-meeting.ics',
      entries: 1,
    })
    expect(await calendar({ what: 'events' })).toMatchObject({ name: 'quay-minutes-2026-03-11-events.ics', entries: 1 })
  })

  test('goes by what stands in the editor, and sends nobody to a wrong hour', async () => {
    const file = 'quay-minutes-2026-03-25.md'
    await client.open(file, `${FRONT}## Next meeting\n- Next meeting is 2026-04-08 @ 17:00 UTC (18:00 Europe/Oslo)\n`)
    const asked = () => calendar({ uri: client.uri(file), what: 'next' })
    await expect(asked()).rejects.toThrow(/17:00 UTC on 2026-04-08 is 19:00 in Europe\/Oslo/)
    client.change(file, '(1«8→9»:00')
    expect((await asked()).text).toContain('DTSTART:20260408T170000Z')
  })

  test('is made beside the minutes where that is wanted, never over a file that is there', async () => {
    await client.open(latest)
    const there = 'quay-minutes-2026-03-11-events.ics'
    await client.write(there, 'Kept.\n')
    await expect(calendar({ what: 'events', create: true })).rejects.toThrow(/is there already/)
    await calendar({ what: 'next', create: true }).catch(() => {})
    const edits = client.said.flatMap(({ method, params }) => (method === 'workspace/applyEdit' ? [params] : []))
    const uri = client.uri('quay-minutes-2026-03-11-next-meeting.ics')
    expect(edits).toMatchObject([
      {
        edit: {
          documentChanges: [
            { kind: 'create', uri, options: { overwrite: false } },
            { textDocument: { uri }, edits: [{ newText: expect.stringMatching(/^BEGIN:VCALENDAR/) }] },
          ],
        },
      },
    ])
  })

  test.each([
    [{ now: 'noon' }, /"noon" is no moment/],
    [{ now: undefined }, /moment is missing/],
    [{ what: 'birthdays' }, /no calendar of "birthdays"/],
    [{ uri: 'file:///nowhere.md' }, /Open minutes first/],
  ])('is refused for %j, with a reason', async (wrong, words) => {
    await client.open(latest)
    await expect(calendar(wrong)).rejects.toThrow(words)
  })
})

describe('The summary', () => {
  test('is a text or posts', async () => {
    await client.open(latest)
    expect(await summary()).toEqual({
      text: `## Quay circle meeting, 2026-03-11

3 attended, 1 sent regrets.

**Next meeting:** Wednesday 2026-03-25, 17:00 UTC (18:00 Europe/Oslo)
`,
      leftOut: [],
    })
    expect(await summary({ form: 'post280' })).toMatchObject({
      posts: [expect.stringMatching(/^Quay circle meeting, 2026-03-11: 3 attended/)],
    })
  })

  test.each([
    [{ form: 'fax' }, /no summary of the form "fax"/],
    [{ form: undefined }, /no summary of the form "undefined"/],
    [{ uri: 7 }, /Open minutes first/],
  ])('is refused for %j, with a reason', async (wrong, words) => {
    await client.open(latest)
    await expect(summary(wrong)).rejects.toThrow(words)
  })
})
