import { expect, test } from 'vitest'
import { LEVELS } from '../../server/src/settings/settings.ts'
import { findingsOf, PATH, subjectsOf } from './check.ts'

/** Texts of very different groups in which nothing is wrong: whatever is reported here would be a false alarm. */
const HONEST: Record<string, string> = {
  'a board that names people by name': `# Allotment Society, Board Meeting

**Date:** 4 March 2026, 19:00 to 20:45
**Present:** Ragnhild Aune (chair), Pedro Lima, J. K. Osei, Dr. Wen Li, Mary-Ann O’Neill, M. M.
**Apologies:** T. Bek; Ana Souza
**In attendance:** the auditor
**Secretary:** Pedro Lima

1. **Minutes of the last meeting** were approved (moved P.L., seconded J.K.O.).
2. Treasurer’s report: balance 1.204,50; 12.75 MT of compost ordered, 98:87 in the vote on colours.
3. In March 45 new members joined; in February 30 left. By June 60 plots will be let.
   Of 45 April invoices, all 31 April invoices that were due are paid.

Chair: Ragnhild Aune
Signed: ______________________ Date: 18 March 2026
`,
  'initials and hours without minutes': `# Course team call

- Date: **Monday, November 24**, 14-15 CET / 15-16 EET
- Participants: JH, RB, SW, JH2
- Chairs: JH
- Next: Mon 13 Dec, 14 CET
`,
  'a table of people and times': `## Attendance

| Name | Handle | Here | Time |
| --- | --- | :-: | --- |
| Maren | @maren | x | 17:00 |
| Tolga | @tolgabek | - | – |
| Maren | @maren | | 25:61 |

## Actions

| Action | Owner | Due |
|---|---|---|
|  |  |  |
| Sand | @maren @tolgabek | 4/3/26 |
`,
  German: `# Protokoll vom Mittwoch, 4. März 2026

Anwesend: Jörg Weiß, Änne Groß
Entschuldigt: –

- Nächste Sitzung: Mi, 18.03.2026, 18.30 Uhr MEZ
- 31. April gibt es nicht; am 30.02. auch nicht
- KW 11, 2026-W11, 2026-W11-3
- Ein- und Ausgänge: Ein-, Aus- und Übergänge
- Am Freitag, den 06.03.2026, ab 17:00
`,
  French: `# Compte rendu du mercredi 4 mars 2026

Présents : Hélène, Noé ; excusés : —

- Prochaine réunion : mardi 17 mars 2026 à 18 h 30
- Le 31 avril n’existe pas
- Mars 40, l’émission, reprend en mai
`,
  'other scripts': `# 2026年3月4日の議事録

- 出席者：田中、鈴木
- 次回：2026年3月18日（水）25:00 から
- فريق العمل: الاجتماع القادم 2026-03-18 الساعة 17:00
- נוכחים: @maren, @tolgabek
- 👩‍👩‍👧 @maren – 17:00 🎉
`,
  'numbers that are no dates': `# Release call

- released 2024.01.20, 2024.13.45 and v2026-04-31-rc1; see CVE-2024-13-99 and RFC 2026-02-30x
- PR #2024-02-31 merged; phone +47 22-33-2044 or 01-45-1999; season 2023/24/25
- path build/2026/02/31/log.txt, https://example.org/2026/02/31/a and \`2026-02-31\`
- Romans 3:23, Psalm 119:105, John 12:75; the match ended 12:75; the tape runs 61:90
- bus 24:61; ratio 16:90; lap 1:75.3; 1970 UTC is where the clock begins: January 1, 1970 UTC
- \`\`\`2026-02-31\`\`\` and <!-- Friday 2026-03-04 -->
`,
  'American dates': `# Minutes 03-04-2026

- Founded 04-28-2016; renewed 10-30-2019
- Tuesday 04-05-2016 was the first call, Thursday 12-13-2018 the longest
`,
  'weekdays that belong to nothing near': `# Minutes 2026-03-04

- Deploys happen on Friday. 2026-03-05 is too early.
- Closed on 5 March, Friday 6 March and Monday 9 March
- Saturday and Sunday, 7 and 8 March; Sat/Sun 14/15 March; Mon-Wed 16-18 March 2026
- Tuesdays 10, 17 and 24 March; Thursday 12 and 19 March
- On 2026-03-06 Sun announced it; the panel sat 5 March
- the bug of Friday 13 October; since Monday 1 July; Monday 1 January was quiet
- every Wednesday (2026-03-05 is a holiday)
- 2026-03-07/08 (Sat/Sun)
`,
  'times that are not said to be equal': `# Minutes 2026-03-04

- The build broke at 03:00 UTC, and Joe looked at 9:00 EST
- The call moves from 17:00 UTC to 17:00 CET
- 16:00-17:00 UTC (17:00-18:00 CET)
- 16:00 UTC (5-6pm CET), or 4:00 PM UTC / 5:00 PM to 6:00 PM CET
- 16:00 UTC +2 is 16:00 CET
- Every Wednesday 16:00 UTC (8:00 PST / 9:00 PDT)
- 17:00 UTC. Sydney opened the meeting at 17:05 Sydney was heard
- 22:00 UTC (11pm CET), recording starts at 10:15 CET
`,
  'a group on the other side of the date line': `---
title: Minutes 2026-03-05
meeting_time: 2026-03-04 21:00 UTC
---

# Minutes 2026-03-05

- Wednesday 2026-03-04 21:00 UTC (Thursday 2026-03-05 08:00 AEDT)
`,
  'an outage spoken of': `# Minutes 2026-03-04

- the outage of 2026-01-14 17:00 UTC is understood
`,
  'an outage hour by hour': `# Minutes 2026-03-04

- 2026-01-14 17:00 UTC: the lamp went out
- 2026-01-14 17:05 UTC: somebody noticed
- 2026-01-14 18:00 UTC: it shone again
`,
  'several days': `# Retreat 2–4 March 2026

Date: 2–4 March 2026
`,
  'when they were approved': `# Minutes

Date approved: 2026-03-18
Date: 2026-03-04
`,
  'dates of approval and publication': `# Minutes 2026-03-04

- Date of approval: 2026-03-18
- Date of next meeting: 2026-03-18
`,
  'people listed by name and handle': `# Minutes 2026-03-04

## Attendees

- Maren Dahl (@maren)
- Tolga Bek
- Quinn (she/her), all afternoon

## Roles

- Facilitator: @tolgabek
- Scribe: @maren
`,
  'blanks between handles, as a habit': `# Minutes 2026-03-04

Present: @maren @tolgabek @quinn-w @oda
Regrets: @pim
Scribe: @maren
`,
  'an extract of the attendance': `# Minutes 2026-03-04

Present: @maren, @tolgabek, @quinn-w, @oda
Members present: @maren, @oda
Absent: @pim, @ruth
Regrets: @ruth
`,
  'who left early': `# Minutes 2026-03-04

## Attendance

- Present: @maren, @oda (until 17:30), @tolgabek
- Regrets: @oda (second half)
`,
  'somebody stands in': `# Minutes 2026-03-04

Present: @tolgabek, @oda
Regrets: @maren
Chair: @maren (away; @tolgabek stood in)
Scribe: @oda
`,
  'another lead': `# Minutes 2026-03-04

Present: @tolgabek, @oda

- Sand
  - Lead: @pim
  - Minutes: https://example.org/sand
`,
  'two people whose handles differ in a number': `# Minutes 2026-03-04

- @harbour1 @harbour1 @harbour1 @harbour1 @harbour1 @harbour1 and @harbour1 did the most, @harbour2 the rest
`,
  'topics that link to one repository': `# Minutes 2026-03-04

## Agenda

### [Release](https://example.org/harbour/app)
- soon

### [Docs](https://example.org/harbour/app)
- later

### Methods
- [mkdir](https://example.org/harbour/app/mkdir)
- [mkdirp](https://example.org/harbour/app/mkdir)
- [rm](https://example.org/harbour/app/rm)

## Projects
- [Tides](https://example.org/harbour/plan#tides)
- [Moon](https://example.org/harbour/plan#moon)
- [Page](https://example.org/harbour?page=1)
- [Page](https://example.org/harbour?page=2)
`,
  'signs that say something': `# Minutes 2026-03-04

## Regrets

—

:)

??

- Absent: -
- **Regrets:** –
- —
- Vote: yes 5, no –
- Pim, treasurer 2019 –
- The harbour was rated A-
- which of them, e.g.:
- …

1. ...
2. (none)
`,
  'lists of good and bad': `# Minutes 2026-03-04

* + cheap
* + quick
* - far away

- - a row
  - another

- [] and {} instead of [ ] and { }
- [ ] = open, [x] = done
`,
  'boxes on a ballot': `# Minutes 2026-03-04

[x] Maren [ ] Tolga [x] Oda

[ ] = absent
`,
  'rules of dashes at the head': `---
Harbour Working Group: minutes of the meeting
* all were there
---

# Minutes
`,
  'several meetings in one file': `# Meeting 2026-03-04

Present: @maren, @oda
Regrets: @pim

- Wednesday 18 March is next

# Meeting 2026-02-18

Date: 2026-02-18
Present: @maren, @pim
Regrets: @oda
Scribe: @oda
`,
  'handles that are none': `# Minutes 2026-03-04

- \`@maren\`, maren@example.org, @types/node, @harbour/tides@2.0.1, https://example.org/@maern, <maern@example.org>
- @ 17:00, @17:00, \\@maern, user@@maern
- @maren, @maren, @maren, @maren
`,
}

const loud = LEVELS.indexOf('warning')

test.each(Object.entries(HONEST))('%s', (_, text) => {
  for (const form of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
    const findings = subjectsOf([{ path: PATH, text: form }]).flatMap((subject) => findingsOf(subject))
    const alarms = findings.filter(({ severity }) => LEVELS.indexOf(severity) >= loud)
    expect(alarms.map(({ rule, message }) => `${rule}: ${message.wrong}`)).toEqual([])
    if (form === text) expect(findings.length).toBeLessThan(3)
  }
})
