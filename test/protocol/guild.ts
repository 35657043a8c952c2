import type { Files } from './client.ts'

/** Minutes of groups with other habits, with nothing wrong in them. */

const bakers = (day: string, lists: string, start = '18:00 UTC'): string => `---
meeting_time: ${day} 18:00 UTC
---

# Bakers' guild ${day}

## ${start} – Call to order

## Attendees

${lists}

## Ovens

* [ ] @petra – sweep the chimney
`

/** An item for each person below a heading; regrets have a heading of their own. */
export const bakersGuild: Files = {
  'meetings/2026-03-03.md': bakers(
    '2026-03-03',
    '* Petra Sand (@petra) (chair)\n* Olu Ade (@olu)\n* Wim Dorn (@wimd) (joined 18:20)\n\n## Regrets\n\n* Tess Mol (@tess)',
  ),
  'meetings/2026-03-17.md': bakers(
    '2026-03-17',
    '* Petra Sand (@petra) (chair)\n* Tess Mol (@tess)\n* Olu Ade (@olu)\n\n## Regrets\n\n* Wim Dorn (@wimd)',
  ),
}

export const bakersToday = 'meetings/2026-03-31.md'
export const bakersText = (lists: string, start = 'XX:XX UTC'): string => bakers('2026-03-31', lists, start)

const choir = (day: string, attending: string, more = ''): string => `# Choir board ${day}

Attending: ${attending}
${more}
## Robes

- Mended by Greta.
`

/** Names on one line of a paragraph. */
export const choirBoard: Files = {
  'minutes/2026-02-02.md': choir('2026-02-02', 'Greta, Hamid, Ines Roth', '\nRegrets: Jo'),
  'minutes/2026-03-02.md': choir('2026-03-02', 'Greta, Hamid, Jo'),
}

export const choirToday = 'minutes/2026-04-06.md'
export const choirText = (attending: string, more = ''): string => choir('2026-04-06', attending, more)
