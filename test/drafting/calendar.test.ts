import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { type CalendarKind, draftCalendar } from '../../server/src/drafting/calendar/calendar.ts'
import { icsOf } from '../../server/src/drafting/calendar/ics.ts'
import { isProblem } from '../../server/src/drafting/problem.ts'
import { meetingDay } from '../../server/src/minutes/meeting.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import type { Subject } from '../../server/src/rules/rule.ts'
import { DEFAULTS } from '../../server/src/settings/settings.ts'
import { english, said } from '../../server/src/text/phrase.ts'
import { inEnglish } from '../english.ts'

const NOW = Temporal.Instant.from('2026-03-04T18:00:00Z')

const minutesText = (
  next: string,
  { day = '2026-03-04', events = '', title = 'Mill circle minutes', head = '' } = {},
) =>
  `---\nmeeting_time: ${day} 16:00 UTC\ntitle: ${title} ${day}\n---\n${head}
## 16:01 UTC - Meeting start

### Upcoming events
${events}

## Next meeting
- Next meeting is ${next}

## 16:48 UTC - Meeting end
`

/** The last of these minutes, in the book of all of them. */
function subjectOf(...files: readonly (readonly [path: string, text: string])[]): Subject {
  const all = files.map(([path, text]) => ({ path, minutes: parseMinutes(text) }))
  const book = withParts(
    EMPTY_BOOK,
    all.map(({ path, minutes }) => partOf(minutes, path)),
  )
  const { path, minutes } = all.at(-1)!
  return { minutes, path, book, day: meetingDay(minutes, path), settings: DEFAULTS, files: undefined }
}

const one = (...args: Parameters<typeof minutesText>) =>
  subjectOf([`mill-minutes-${args[1]?.day ?? '2026-03-04'}.md`, minutesText(...args)])

function write(subject: Subject, what: CalendarKind = 'all', now = NOW): string {
  const drafted = draftCalendar(subject, what, now)
  if (isProblem(drafted)) throw new Error(said(drafted.problem, english))
  return drafted.text
}

/** The entries as a reader other than our writer takes them, by its own zones. */
function readBack(text: string) {
  const root = new ICAL.Component(ICAL.parse(text))
  const zones = new Map(
    root.getAllSubcomponents('vtimezone').map((each) => {
      const zone = new ICAL.Timezone(each)
      return [zone.tzid, zone]
    }),
  )
  return root.getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each)
    const moment = (property: 'dtstart' | 'dtend') => {
      const time = each.getFirstPropertyValue(property) as InstanceType<typeof ICAL.Time>
      if (time.isDate) return time.toString()
      const tzid = each.getFirstProperty(property)!.getFirstParameter('tzid')
      if (tzid) time.zone = zones.get(tzid)!
      return new Date(time.toUnixTime() * 1000).toISOString().replace(':00.000Z', 'Z')
    }
    return {
      uid: event.uid,
      title: event.summary,
      start: moment('dtstart'),
      end: moment('dtend'),
      description: event.description,
      location: event.location,
      sequence: Number(each.getFirstPropertyValue('sequence')),
      stamp: String(each.getFirstPropertyValue('dtstamp')),
      zone: each.getFirstProperty('dtstart')!.getFirstParameter('tzid'),
    }
  })
}

const next = (line: string, more?: Parameters<typeof minutesText>[1]) => readBack(write(one(line, more), 'next'))[0]!

describe('the next meeting', () => {
  test.each([
    ['Wednesday 2026-03-18 @ 16:00 UTC (17:00 Europe/Oslo)', '2026-03-18T16:00Z', '2026-03-18T17:00Z'],
    // Europe's clocks change on 29 March 2026, those of the United States on 8 March.
    ['Wednesday 2026-04-01 @ 16:00UTC (18:00 Europe/Oslo)', '2026-04-01T16:00Z', '2026-04-01T17:00Z'],
    ['2026-03-18 at 17:00 Europe/Oslo', '2026-03-18T16:00Z', '2026-03-18T17:00Z'],
    ['2026-04-01 at 17:00 Europe/Oslo', '2026-04-01T15:00Z', '2026-04-01T16:00Z'],
    ['2026-03-07 at 9:00 AM America/New_York', '2026-03-07T14:00Z', '2026-03-07T15:00Z'],
    ['2026-03-08 at 9:00 AM America/New_York', '2026-03-08T13:00Z', '2026-03-08T14:00Z'],
    ['2026-10-31 at 09:00 America/New_York', '2026-10-31T13:00Z', '2026-10-31T14:00Z'],
    ['2026-11-01 at 09:00 America/New_York', '2026-11-01T14:00Z', '2026-11-01T15:00Z'],
    ['2026-03-18, 20:00 Asia/Kolkata', '2026-03-18T14:30Z', '2026-03-18T15:30Z'],
    ['2026-03-18 16:00–17:30 UTC', '2026-03-18T16:00Z', '2026-03-18T17:30Z'],
    ['2026-03-18, 5:00–6:30 pm UTC', '2026-03-18T17:00Z', '2026-03-18T18:30Z'],
    ['March 18 @ 16:00 UTC', '2026-03-18T16:00Z', '2026-03-18T17:00Z'],
    ['05-06-2026 (5th June) 16:00 UTC', '2026-06-05T16:00Z', '2026-06-05T17:00Z'],
    ['2026-03-18 @ 23:00 UTC (2026-03-19 08:00 Asia/Tokyo)', '2026-03-18T23:00Z', '2026-03-19T00:00Z'],
    ['2026-03-18 @ 23:30 UTC', '2026-03-18T23:30Z', '2026-03-19T00:30Z'],
    ['2026-03-18', '2026-03-18', '2026-03-19'],
  ])('called for %s begins and ends then', (line, start, end) => {
    expect(next(line)).toMatchObject({ title: 'Mill circle meeting', start, end })
  })

  test.each([
    ['Tuesday 2026-03-18 @ 16:00 UTC', /is a Wednesday, but Tuesday/],
    ['2026-04-01 @ 16:00 UTC (17:00 Europe/Oslo)', /is 18:00 in Europe\/Oslo/],
    ['2026-03-18 @ 16:00 UTC, 17:00 UTC if @ada can come', /not settled: its line says "if"/],
    ['2026-03-18 @ 16:00 UTC / 17:00 UTC', /two hours/],
    ['2026-03-18 @ 16:00', /without a time zone/],
    ['2026-03-18 or 2026-03-25 @ 16:00 UTC', /more than one day/],
    ['2026-03-18 @ 16:00 UTC (tentative)', /not settled/],
    ['2026-03-18 is cancelled', /not settled/],
    ['2026-02-18 @ 16:00 UTC', /days before this one/],
    ['2026-02-30 @ 16:00 UTC', /30/],
    ['2026-03-18 @ 25:00 UTC', /25:00/],
    ['05-06-2026 @ 16:00 UTC', /either of two days/],
    ['2026-03-18 @ 10:00 IST', /nobody can tell which moment/],
    ['2026-03-29 @ 02:30 Europe/Oslo', /nobody can tell which moment/],
    ['at 16:00 UTC, as always', /no day/],
    ['soon', /call no next meeting/],
  ])('called for %s is refused, with what to do', (line, problem) => {
    const drafted = draftCalendar(one(line), 'next', NOW)
    expect(isProblem(drafted) && inEnglish(drafted.problem)).toMatch(problem)
  })

  test('is refused whatever the settings say of the rules', () => {
    const subject = one('Tuesday 2026-03-18 @ 16:00 UTC')
    const quiet = { ...subject, settings: { ...DEFAULTS, rules: { weekday: 'off' as const } } }
    expect(isProblem(draftCalendar(quiet, 'next', NOW))).toBe(true)
  })

  test('keeps its UID in other words, on another day and on another machine, and a later one replaces it', () => {
    const first = next('2026-03-18 @ 16:00 UTC')
    const moved = readBack(
      write(one('Wed 25 March 2026, 17:00 UTC', { head: '# Hello' }), 'next', NOW.add({ minutes: 1 })),
    )[0]!
    expect(moved.uid).toBe(first.uid)
    expect(moved.sequence).toBeGreaterThan(first.sequence)
    expect([first.stamp, moved.stamp]).toEqual(['2026-03-04T18:00:00Z', '2026-03-04T18:01:00Z'])
    expect(next('2026-04-01 @ 16:00 UTC', { day: '2026-03-18' }).uid).not.toBe(first.uid)
    expect(first.uid).toMatch(/^[0-9a-f-]{36}@minutebook$/)
  })

  test('of groups whose files say nothing of them have different UIDs', () => {
    const uid = (title: string) =>
      readBack(write(subjectOf(['2026-03-04.md', minutesText('2026-03-18 @ 16:00 UTC', { title })]), 'next'))[0]!.uid
    expect(uid('Mill circle')).not.toBe(uid('Weir circle'))
  })

  test('lasts as long as the last meetings did, in quarters of an hour', () => {
    const file = (day: string, following: string) =>
      [`mill-minutes-${day}.md`, minutesText(`${following} @ 16:00 UTC`, { day })] as const
    const [entry] = readBack(
      write(subjectOf(file('2026-02-18', '2026-03-04'), file('2026-03-04', '2026-03-18')), 'next'),
    )
    expect(entry).toMatchObject({ start: '2026-03-18T16:00Z', end: '2026-03-18T17:00Z' })
    const longer = (day: string, following: string) => {
      const [path, text] = file(day, following)
      return [path, text.replace('16:48', '17:20')] as const
    }
    const [long] = readBack(
      write(subjectOf(longer('2026-02-18', '2026-03-04'), longer('2026-03-04', '2026-03-18')), 'next'),
    )
    expect(long).toMatchObject({ end: '2026-03-18T17:30Z' })
  })

  test('is by the wall clock of the zone by which the group meets', () => {
    const file = (day: string, line: string) => [`mill-minutes-${day}.md`, minutesText(line, { day })] as const
    const [entry] = readBack(
      write(
        subjectOf(
          file('2026-03-04', '2026-03-18 @ 16:00 UTC (17:00 Europe/Oslo)'),
          file('2026-03-18', '2026-04-01 @ 15:00 UTC (17:00 Europe/Oslo)'),
          file('2026-04-01', '2026-04-15 @ 15:00 UTC (17:00 Europe/Oslo)'),
        ),
        'next',
      ),
    )
    expect(entry).toMatchObject({ zone: 'Europe/Oslo', start: '2026-04-15T15:00Z' })
    expect(next('2026-03-18 @ 16:00 UTC (17:00 Europe/Oslo)').zone).toBeUndefined()
  })

  test('has the room that the minutes name, where it is a safe address', () => {
    const head = (address: string) => ({ head: `\n# Mill circle 2026-03-04\n\n- Join at ${address}.\n` })
    expect(next('2026-03-18 @ 16:00 UTC', head('https://example.zoom.us/j/123?pwd=a_B')).location).toBe(
      'https://example.zoom.us/j/123?pwd=a_B',
    )
    expect(next('2026-03-18 @ 16:00 UTC', head('http://example.zoom.us/j/123')).location).toBeNull()
    expect(next('2026-03-18 @ 16:00 UTC', head('https://example.org/recording')).location).toBeNull()
  })
})

describe('the events', () => {
  const events = (...lines: string[]) =>
    readBack(
      write(one('2026-03-18 @ 16:00 UTC', { events: lines.map((line) => `- [ ] ${line}`).join('\n') }), 'events'),
    )

  test('are whole days, the day after the last exclusive, each once', () => {
    expect(
      events(
        '[Mill fair](https://example.org/fair) - Monday 2026-04-13 … Tuesday 2026-04-14 in Bergen',
        'Flour day - Saturday 2026-05-02',
        '[Mill fair, again](https://example.org/fair) - 2026-04-13',
      ).map(({ title, start, end }) => [title, start, end]),
    ).toEqual([
      ['Mill fair', '2026-04-13', '2026-04-15'],
      ['Flour day', '2026-05-02', '2026-05-03'],
    ])
  })

  test('of one name on several days are several, each with a UID of its own', () => {
    const of = (...days: string[]) =>
      readBack(write(one('', { events: days.map((day) => `- Open evening - ${day}`).join('\n') }), 'events'))
    const both = of('2026-04-13', '2026-05-11', '2026-04-13')
    expect(both.map(({ start }) => start)).toEqual(['2026-04-13', '2026-05-11'])
    expect(both[1]!.uid).not.toBe(both[0]!.uid)
    expect(of('2026-04-14')[0]!.uid).toBe(both[0]!.uid)
  })

  test.each([
    ['"Tea" & <b>cake</b> - 2026-04-13', '"Tea" & cake'],
    ['`Foo::Bar` evening - 2026-04-13', 'Foo::Bar evening'],
    ['Workshop, April 13–15 2026 (Mon–Wed)', 'Workshop'],
    ['Fair (Sundries) - 2026-04-13', 'Fair (Sundries)'],
  ])('are called as a reader sees them: %s', (line, title) => {
    expect(readBack(write(one('', { events: `- ${line}` }), 'events'))).toMatchObject([{ title }])
  })

  test('have their hour where the line says it', () => {
    expect(events('Weir talk on 2026-04-13 at 17:30 Europe/Oslo')).toMatchObject([
      { title: 'Weir talk', start: '2026-04-13T15:30Z', end: '2026-04-13T16:30Z' },
    ])
  })

  test('that are past, cancelled or on a wrong weekday are left out, the last with a reason', () => {
    const lines = [
      'Old fair - 2026-02-13',
      'Lost fair - 2026-04-13 (cancelled)',
      'Odd fair - Sunday 2026-04-13',
      'Fair - 2026-04-14',
    ]
    const subject = one('2026-03-18 @ 16:00 UTC', { events: lines.map((line) => `- ${line}`).join('\n') })
    const drafted = draftCalendar(subject, 'events', NOW)
    expect(inEnglish(drafted)).toMatchObject({
      entries: 1,
      leftOut: [expect.stringMatching(/^Odd fair: 2026-04-13 is a Monday/)],
    })
  })

  test('keep their UID when they are moved within the year', () => {
    const [first, moved] = ['2026-04-13', '2026-06-01'].map(
      (day) => events(`[Mill fair](https://example.org/fair) - ${day}`)[0]!,
    )
    expect(moved!.uid).toBe(first!.uid)
  })
})

describe('the file', () => {
  test('has no Markdown in it, which calendars show as it is', () => {
    const events = '- [Fair of the mill](https://example.org/fair) in **Oslo** - 2026-04-13'
    const [next, fair] = readBack(
      write(one('**2026-03-18** @ 16:00 UTC on [call](https://example.org/call)', { events })),
    )
    expect(next!.description).toMatch(
      /^Next meeting is 2026-03-18 @ 16:00 UTC on call \(https:\/\/example.org\/call\)\n/,
    )
    expect(fair).toMatchObject({
      title: 'Fair of the mill',
      description: 'Fair of the mill (https://example.org/fair) in Oslo - 2026-04-13',
    })
  })

  const LONG = `Räksmörgås, 日本; \\ "quoted" ${'👩‍👩‍👧‍👦🎉é'.repeat(40)}`

  test('is folded at 75 octets between letters, ends its lines with CRLF, and comes back as it was', () => {
    const text = write(one('2026-03-18 @ 16:00 UTC', { events: `- ${LONG} - 2026-04-13\r\n` }))
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text).not.toContain('\ufffd')
    expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text)
    const entries = readBack(text)
    expect(entries.map(({ title }) => title)).toContain(LONG)
    expect(entries[0]!.description).toBe(
      'Next meeting is 2026-03-18 @ 16:00 UTC\nAs called in the minutes of 2026-03-04.',
    )
  })

  test('has the same bytes wherever it is written', () => {
    const write2 = () => write(one('2026-04-01 at 17:00 Europe/Oslo'))
    const before = process.env.TZ
    process.env.TZ = 'Pacific/Auckland'
    const there = write2()
    process.env.TZ = before
    if (before === undefined) delete process.env.TZ
    expect(there).toBe(write2())
  })

  test('tells the moment by every clock, on both sides of its changes and in the hour that comes twice', () => {
    const zones = ['Europe/Oslo', 'Europe/London', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe']
    const starts = [
      ...['2026-03-08T06:59Z', '2026-03-08T07:00Z', '2026-11-01T04:30Z', '2026-11-01T05:30Z', '2026-11-01T06:30Z'],
      ...['2026-03-29T00:59Z', '2026-03-29T01:00Z', '2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-12-31T23:30Z'],
      ...['2026-04-04T14:45Z', '2026-04-04T15:15Z', '2026-10-03T15:29Z', '2026-10-03T15:30Z', '2027-07-01T12:00Z'],
    ]
    for (const zone of [...zones, 'Asia/Kathmandu', 'Africa/Casablanca', 'Pacific/Apia']) {
      const entries = starts.map((each) => {
        const start = Temporal.Instant.from(each)
        return { uid: each, title: '', description: '', when: { start, end: start.add({ minutes: 60 }), zone } }
      })
      for (const written of [entries, ...entries.map((entry) => [entry])]) {
        const found = readBack(icsOf(written, NOW)).map(({ start, end }) => [start, end])
        const meant = written.map(({ when }) =>
          [when.start, when.end].map((each) => each.toString({ smallestUnit: 'minute' })),
        )
        expect([zone, found]).toEqual([zone, meant])
      }
    }
  })

  test('states its zone as RFC 5545 wants it: onsets by the clock before them', () => {
    const text = write(one('2026-04-01 at 17:00 Europe/Oslo'))
    expect(text).toContain(
      'BEGIN:DAYLIGHT\r\nTZOFFSETTO:+0200\r\nTZOFFSETFROM:+0100\r\nDTSTART:20260329T020000\r\nEND:DAYLIGHT',
    )
    expect(text).toContain('DTSTART;TZID=Europe/Oslo:20260401T170000')
  })
})
