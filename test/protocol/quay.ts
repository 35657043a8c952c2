import type { CompletionItem } from 'vscode-languageserver-protocol/node'
import type { Files } from './client.ts'

/** What is offered, in the order in which an editor shows it. */
export const shown = (items: readonly CompletionItem[]): CompletionItem[] =>
  [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1))

/** What would be put in, in the order in which an editor shows it. */
export const texts = (items: readonly CompletionItem[]): string[] =>
  shown(items).map(({ textEdit }) => textEdit!.newText)

interface Meeting {
  readonly previous: string
  readonly next: string
  /** The hour in Oslo of the next meeting, which is always at 17:00 UTC. */
  readonly local?: string
  readonly agenda?: string
  readonly events?: string
}

/** Minutes of a group that writes handles, an agenda in sections, and every date with its weekday. */
const quayMinutes = (
  day: string,
  { previous, next, local = '18:00', agenda = '', events = '' }: Meeting,
): string => `---
layout: minutes
toc: true
meeting_time: ${day} 17:00 UTC
title: Quay circle ${day}
---

## 17:02 UTC - Meeting start

### Welcome
- Meeting chair: @maud
- Meeting scribe: @yann

### Attendees, absents & regrets
- Attendees
  - @maud, @yann, @rosa
- Regrets
  - @pim

### Approve previous meeting minutes
- The minutes of [${previous}](./quay-minutes-${previous}.md) were approved in #7 by @rosa and @maud

## Agenda
${agenda}

### Upcoming events
${events}

## Next meeting
- Next meeting is ${next} @ 17:00 UTC in $quay (${local} Europe/Oslo)

## 17:48 UTC - Meeting end
`

/** Three meetings, a fortnight apart. On 29 March the clocks change in Oslo. */
export const quay: Files = {
  'quay-minutes-2026-02-11.md': quayMinutes('2026-02-11', {
    previous: '2026-01-28',
    next: 'Wednesday 2026-02-25',
    agenda: '- @rosa - no update\n- @pim - no update\n- see CVE-2025-11111 and Rope::Knot',
  }),
  'quay-minutes-2026-02-25.md': quayMinutes('2026-02-25', {
    previous: '2026-02-11',
    next: 'Wednesday 2026-03-11',
    agenda: '- @rosa - No update\n- @yann - no update\n- patch [#41](https://example.org/quay/41) and quay/crane#8',
    events: '- [ ] [Mast fair](https://example.org/mast) - Friday 2026-03-20 in Bergen',
  }),
  'quay-minutes-2026-03-11.md': quayMinutes('2026-03-11', {
    previous: '2026-02-25',
    next: 'Wednesday 2026-03-25',
    agenda: '- @rosa - counts the ropes again\n- #42 is about CVE-2026-22222 in Rope::Splice',
    events:
      '- [x] [Sail week](https://example.org/sail) - Tuesday 2026-05-04 in Oslo\n- [ ] Knot day - Saturday 2026-04-11',
  }),
}

export const quayToday = 'quay-minutes-2026-03-25.md'
export const FRONT = '---\nmeeting_time: 2026-03-25 17:00 UTC\n---\n\n'

const councilMinutes = (day: string, attending: string, next: string): string => `# Council meeting, ${day}

Attending: ${attending}

## Reports

Nothing was decided. The roof is to be mended by ${next}.

## Adjournment
`

/** Minutes of a group that writes names and months, has no front matter, and meets on each first Tuesday. */
export const council: Files = {
  'minutes/2026-01-06.md': councilMinutes(
    'January 6, 2026',
    'Ottilie Brand, Kofi Mensah, Wim de Boer',
    'February 3, 2026',
  ),
  'minutes/2026-02-03.md': councilMinutes('February 3, 2026', 'Ottilie Brand, Kofi Mensah', 'March 3, 2026'),
  'minutes/2026-03-03.md': councilMinutes('March 3, 2026', 'Kofi Mensah, Wim de Boer', 'April 7, 2026'),
}
