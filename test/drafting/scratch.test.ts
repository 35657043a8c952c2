import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { icsOf } from '../../server/src/drafting/calendar/ics.ts'

const NOW = Temporal.Instant.from('2026-03-04T18:00:00Z')
test('zones', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  const starts = [
    '1995-06-01T10:00Z',
    '2024-03-10T06:30Z',
    '2024-03-10T09:59Z',
    '2024-03-10T10:00Z',
    '2024-03-31T00:59Z',
    '2024-03-31T01:00Z',
    '2024-10-27T00:30Z',
    '2024-10-27T01:00Z',
    '2024-10-27T01:30Z',
    '2024-11-03T05:30Z',
    '2024-11-03T06:30Z',
    '2026-03-18T16:00Z',
    '2026-07-01T23:30Z',
    '2026-12-31T23:00Z',
    '2031-10-26T00:45Z',
    '2026-04-05T15:30Z',
  ]
  const bad: string[] = []
  for (const zone of zones)
    for (const list of [starts, ...starts.map((s) => [s])]) {
      const entries = list.map((s, i) => {
        const start = Temporal.Instant.from(s)
        return { uid: String(i), title: 'x', description: 'y', when: { start, end: start.add({ minutes: 75 }), zone } }
      })
      const text = icsOf(entries, NOW)
      const root = new ICAL.Component(ICAL.parse(text))
      const z = new Map(
        root.getAllSubcomponents('vtimezone').map((e) => {
          const t = new ICAL.Timezone(e)
          return [t.tzid, t]
        }),
      )
      root.getAllSubcomponents('vevent').forEach((e, i) => {
        for (const [p, want] of [
          ['dtstart', entries[i]!.when.start],
          ['dtend', entries[i]!.when.end],
        ] as const) {
          const time = e.getFirstPropertyValue(p) as any
          const tzid = e.getFirstProperty(p)!.getFirstParameter('tzid') as string
          if (tzid) time.zone = z.get(tzid)!
          if (time.toUnixTime() * 1000 !== want.epochMilliseconds)
            bad.push(`${zone} ${p} ${want} ${time} -> ${new Date(time.toUnixTime() * 1000).toISOString()}`)
        }
      })
    }
  console.log(bad.length, bad.slice(0, 40).join('\n'))
  expect(1).toBe(1)
})
test('one', () => {
  const start = Temporal.Instant.from('2024-10-27T00:30Z')
  console.log(
    icsOf(
      [
        {
          uid: 'a',
          title: 'Rat, der; Mühle\\ \n👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦',
          description: 'a\r\nb, c; d\\n "q" \t',
          when: { start, end: start.add({ minutes: 60 }), zone: 'Europe/Oslo' },
          url: 'https://example.org/a,b;c',
          location: 'https://meet.example.org/a,b;c',
        },
      ],
      NOW,
    ),
  )
})
