import type { Files } from './client.ts'

interface Meeting {
  readonly previous: string
  readonly next?: string
  readonly start?: string
  readonly end?: string
  readonly chair?: string
  readonly scribe?: string
  readonly present?: string
  readonly approval?: string
}

/** Minutes of a ferry crew that meets every second Wednesday at 17:00 UTC, and says in Oslo's time as well. */
export const ferryMinutes = (
  day: string,
  { previous, next, start = '17:02', end, chair = '', scribe = '', present = '@maud, @yann, @rosa', approval }: Meeting,
): string => `---
layout: minutes
meeting_time: ${day} 17:00 UTC
---

## ${start} UTC - Meeting start

### Welcome
- Meeting chair:${chair && ` ${chair}`}
- Meeting scribe:${scribe && ` ${scribe}`}

### Attendees, absents & regrets
- Attendees
  -${present && ` ${present}`}
- Regrets
  - (none)

### Approve previous meeting minutes
${approval ?? `- The minutes of [${previous}](ferry-minutes-${previous}.md) were approved in #${previous.slice(-2)} by @rosa and @maud, and merged by @yann`}

## Agenda

### [Gangway](https://example.org/ferry/gangway)
- @rosa - the third plank is loose

## Next meeting
${next === undefined ? '' : `- Next meeting is ${next}\n`}
${end === undefined ? '' : `## ${end} UTC - Meeting end\n`}`

export const ferryIndex = `---
next_meeting_time: March 11th 2026 17:00 UTC
---

# Ferry crew

We meet every second Wednesday. [Join us](https://example.org/ferry)!

### 2026
* [2026-02-11](ferry-minutes-2026-02-11.md)
* [2026-02-25](ferry-minutes-2026-02-25.md)

### 2025
* [2025-12-17](ferry-minutes-2025-12-17.md)

Older ones are in the attic.
`

const day = (weekday: string, iso: string, local = '18:00') => `${weekday} ${iso} @ 17:00 UTC (${local} Europe/Oslo)`

export const ferryToday = 'meetings/ferry-minutes-2026-03-11.md'
/** What is open in it: chair, scribe, approval, next meeting, end, entry and date of the index. */
export const ferryOpen = ferryMinutes('2026-03-11', { previous: '2026-02-25', approval: '' })

/** Four meetings and the page that lists them; the minutes of the last are about to be published. */
export const ferry: Files = {
  'meetings/ferry-minutes-2025-12-17.md': ferryMinutes('2025-12-17', {
    previous: '2025-12-03',
    next: day('Wednesday', '2026-02-11'),
    end: '17:51',
    chair: '@maud',
    scribe: '@yann',
  }),
  'meetings/ferry-minutes-2026-02-11.md': ferryMinutes('2026-02-11', {
    previous: '2025-12-17',
    next: day('Wednesday', '2026-02-25'),
    end: '17:48',
    chair: '@maud',
    scribe: '@yann',
  }),
  'meetings/ferry-minutes-2026-02-25.md': ferryMinutes('2026-02-25', {
    previous: '2026-02-11',
    next: day('Wednesday', '2026-03-11'),
    end: '17:55',
    chair: '@rosa',
    scribe: '@maud',
  }),
  [ferryToday]: ferryOpen,
  'meetings/README.md': ferryIndex,
}
