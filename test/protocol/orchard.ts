import type { Files } from './client.ts'

interface Meeting {
  readonly present?: string
  readonly regrets?: string
  readonly chair?: string
  readonly agenda?: string
}

/** Minutes of an orchard circle that meets every second Wednesday, with nothing wrong in them. */
export const orchardMinutes = (
  day: string,
  { present = '@ilse, @farid, @quentina', regrets = '(none)', chair = '@ilse', agenda = AGENDA }: Meeting = {},
): string => `---
layout: minutes
meeting_time: ${day} 17:00 UTC
---

## 17:00 UTC - Meeting start

### Welcome
- Meeting chair: ${chair}

### Attendees, absents & regrets
- Attendees
  - ${present}
- Regrets
  - ${regrets}

## Agenda

${agenda}
`

const AGENDA = `### [Cider Press](https://example.org/orchard/press)
- [ ] @farid - clean the barrels
- @quentina - the screw is loose

### [Bee Corner](https://example.org/orchard/bees)
- [x] @ilse - two hives have come`

/** Three meetings. `@noor` came to the first alone, `@quentina` to all but the last, `@farid` and `@ilse` to each. */
export const orchard: Files = {
  'orchard-minutes-2026-01-07.md': orchardMinutes('2026-01-07', { present: '@ilse, @farid, @noor, @quentina' }),
  'orchard-minutes-2026-01-21.md': orchardMinutes('2026-01-21'),
  'orchard-minutes-2026-02-04.md': orchardMinutes('2026-02-04', { present: '@ilse, @farid', regrets: '@quentina' }),
  'README.md': '# The orchard\n\nWe met on Monday 2026-01-07, or so this page says, which is no minutes.\n',
}
