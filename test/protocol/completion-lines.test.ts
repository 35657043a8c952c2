import { describe, expect, test } from 'vitest'
import { start, startOnce } from './client.ts'
import { council, FRONT, quay, shown, texts, quayToday as today } from './quay.ts'

const MOVED = 'Next meeting is Wednesday 2026-04-08 @ 17:00 UTC in $quay (19:00 Europe/Oslo)'

describe('The next meeting', () => {
  const client = startOnce(quay, { snippets: true })

  test.each([
    ['on an empty line', '$0', `- ${MOVED}`],
    ['behind a marker', '- $0', `- ${MOVED}`],
    ['behind another marker', '* $0', `* ${MOVED}`],
    ['behind its first words', '- Next mee$0', `- ${MOVED}`],
  ])('is called by the group’s cadence, with summer time: %s', async (_, marked, expected) => {
    const items = await client.complete(today, `${FRONT}## Next meeting\n${marked}`)
    const line = shown(items).find(({ label }) => label === MOVED)!
    expect(client.accepted(today, line)).toBe(`${FRONT}## Next meeting\n${expected}`)
    expect(line).toMatchObject({ labelDetails: { description: 'Wednesday, 2026-04-08' } })
    // No blanks: what stands in it is text, whatever it looks like.
    expect(line).not.toHaveProperty('insertTextFormat')
  })

  test('is called in its own section, and elsewhere by who begins to', async () => {
    expect(texts(await client.complete(today, `${FRONT}## Agenda\n- Next m$0`))).toEqual([MOVED])
    expect(texts(await client.complete('minutes-draft.md', '- Next m$0'))).toEqual([])
  })

  test('is called for the day that is typed', async () => {
    const items = await client.complete(today, `${FRONT}## Next meeting\n- Next meeting is next fri$0`)
    expect(texts(items)[0]).toBe('Friday 2026-04-03 @ 17:00 UTC in $quay (19:00 Europe/Oslo)')
  })

  test('is called for another hour', async () => {
    const items = await client.complete(today, `${FRONT}## Next meeting\n- Next meeting is 4/1 at 15:30$0`)
    expect(texts(items)[0]).toBe('Wednesday 2026-04-01 @ 15:30 UTC in $quay (17:30 Europe/Oslo)')
  })

  test('is not called twice', async () => {
    const text = `${FRONT}## Next meeting\n- Next meeting is Wednesday 2026-04-08\n- $0`
    expect(texts(await client.complete(today, text))).toEqual([])
  })

  test('keeps the clock of the zone that the group meets by', async () => {
    const said = (utc: string, oslo: string, day: string) =>
      `## Next meeting\n- ${day} at ${utc} UTC (${oslo} Europe/Oslo)\n`
    const client = await start({
      'minutes-2025-10-08.md': said('16:00', '18:00', '2025-10-22'),
      'minutes-2025-10-22.md': said('17:00', '18:00', '2025-11-05'),
      'minutes-2025-11-05.md': said('17:00', '18:00', '2025-11-19'),
    })
    expect(texts(await client.complete('minutes-2026-03-25.md', '## Next meeting\n- $0'))).toEqual([
      '2026-04-08 at 16:00 UTC (18:00 Europe/Oslo)',
    ])
  })

  test('changes the season’s abbreviation, and a half day’s hour', async () => {
    const line = (day: string) => `## Next meeting\n- ${day}, 17:00 UTC (6pm CET, 9:00 am PST)\n`
    const client = await start({
      'minutes-2026-01-14.md': line('January 28, 2026'),
      'minutes-2026-01-28.md': line('February 11, 2026'),
      'minutes-2026-02-11.md': line('February 25, 2026'),
    })
    expect(texts(await client.complete('minutes-2026-03-25.md', '## Next meeting\n- $0'))).toEqual([
      'April 8, 2026, 17:00 UTC (7pm CEST, 10:00 am PDT)',
    ])
  })

  test('falls on the same weekday of the month, where the group meets by that', async () => {
    const line = (day: string) => `## Next meeting\n- ${day} 17:00 UTC\n`
    const client = await start({
      'minutes-2025-12-03.md': line('2026-01-07'),
      'minutes-2026-01-07.md': line('2026-02-04'),
      'minutes-2026-02-04.md': line('2026-03-04'),
      'minutes-2026-03-04.md': line('2026-04-01'),
    })
    expect(texts(await client.complete('minutes-2026-04-01.md', '## Next meeting\n- $0'))).toEqual([
      '2026-05-06 17:00 UTC',
    ])
  })

  test.each([
    ['a line that tells its day in other words too', '2026-02-11 17:00 UTC (Wednesday 9am Pacific)'],
    ['a line with a second day', '2026-02-11 17:00 UTC, moved from 2026-02-04'],
    ['a line without a day', 'as always at 17:00 UTC'],
  ])('is not called by %s', async (_, line) => {
    const minutes = `## Next meeting\n- ${line}\n`
    const client = await start({
      'minutes-2026-01-14.md': minutes,
      'minutes-2026-01-21.md': minutes,
      'minutes-2026-01-28.md': minutes,
    })
    expect(texts(await client.complete('minutes-2026-02-04.md', '## Next meeting\n- $0'))).toEqual([])
  })

  test.each([
    ['the weekday in its own language', 'Mittwoch, 2026-02-11, 17:00 UTC', 'Donnerstag, 2026-02-12, 17:00 UTC'],
    ['in small letters', 'mercredi 2026-02-11 17:00 UTC', 'jeudi 2026-02-12 17:00 UTC'],
    ['never a wrong one', 'Freitag, 2026-02-11, 17:00 UTC', undefined],
    ['nor a short one that stays', 'Mi., 2026-02-11, 17:00 UTC', undefined],
  ])('has %s', async (_, line, expected) => {
    const client = await start({
      'minutes-2026-01-15.md': '## Next meeting\n- 17:00 UTC\n',
      'minutes-2026-01-22.md': '## Next meeting\n- 17:00 UTC\n',
      'minutes-2026-01-29.md': `## Next meeting\n- ${line}\n`,
    })
    const found = texts(await client.complete('minutes-2026-02-05.md', '## Next meeting\n- $0'))
    expect(found).toEqual(expected === undefined ? [] : [expected])
  })

  test('is not called for a group that does not say it', async () => {
    const client = await start(council)
    expect(texts(await client.complete('minutes/2026-04-07.md', '## Next meeting\n- $0'))).toEqual([])
  })
})

describe('The approval of the previous minutes', () => {
  const client = startOnce(quay, { snippets: true })

  test('names and links the previous minutes, with people and number as blanks', async () => {
    const [item, ...others] = await client.complete(today, `${FRONT}### Approve previous meeting minutes\n- $0`, ' ')
    expect(others).toEqual([])
    expect(client.accepted(today, item!)).toBe(
      `${FRONT}### Approve previous meeting minutes\n- The minutes of [2026-03-11](./quay-minutes-2026-03-11.md) were approved in \${1:#7} by \${2:@rosa and @maud}`,
    )
  })

  test('is not offered with a wrong number where the editor has no blanks', async () => {
    const client = await start(quay)
    expect(texts(await client.complete(today, '### Approve previous meeting minutes\n- $0'))).toEqual([])
  })

  test('is offered as it is where it has no number', async () => {
    const files = Object.entries(quay).map(([path, text]) => [path, `${text}`.replace(' in #7', '')])
    const client = await start(Object.fromEntries(files))
    expect(texts(await client.complete(today, '### Approve previous meeting minutes\n- The m$0'))).toEqual([
      'The minutes of [2026-03-11](./quay-minutes-2026-03-11.md) were approved by @rosa and @maud',
    ])
  })

  test('is offered under its heading alone', async () => {
    expect(texts(await client.complete(today, `${FRONT}## Agenda\n- The minutes$0`))).toEqual([])
  })
})

describe('Events', () => {
  const client = startOnce(quay)

  test('are those still to come, the soonest first, open, and with the right weekday', async () => {
    expect(texts(await client.complete(today, `${FRONT}### Upcoming events\n- $0`))).toEqual([
      '[ ] Knot day - Saturday 2026-04-11',
      '[ ] [Sail week](https://example.org/sail) - Monday 2026-05-04 in Oslo',
    ])
  })

  test('are those not yet listed that go with what is typed', async () => {
    const text = `${FRONT}### Upcoming events\n- [ ] Knot day - Saturday 2026-04-11\n- [ ] sai$0`
    const [item, ...others] = await client.complete(today, text)
    expect(others).toEqual([])
    expect(client.accepted(today, item!)).toBe(
      text.replace('[ ] sai$0', '[ ] [Sail week](https://example.org/sail) - Monday 2026-05-04 in Oslo'),
    )
    expect(item!.filterText).toBe('[ ] Sail week')
  })

  test('are named, not dated', async () => {
    const client = await start({
      'minutes-2026-03-11.md':
        '## Upcoming events\n- 2026-04-23\n- Tuesday\n- Deadline for budget: Friday 2026-04-24\n- Tuesday 2026-04-28\n- Expo - Sept. 30th - Oct. 1st 2027, Bergen\n',
      'minutes-2026-03-18.md': '- a',
    })
    const items = shown(await client.complete('minutes-2026-03-25.md', '## Upcoming events\n- $0'))
    expect(items.map(({ label, labelDetails }) => `${label}: ${labelDetails!.description}`)).toEqual([
      'Deadline for budget: 2026-04-24',
      'Expo: 2027-09-30',
    ])
  })

  test('are none elsewhere', async () => {
    expect(texts(await client.complete(today, `${FRONT}## Agenda\n- sai$0`))).toEqual([])
  })
})
