/** Minutes with something of everything, in invented groups' words. */
export const ORCHARD = `---
layout: page
meeting_time: 2026-03-04 16:00 UTC
title: Minutes 2026-03-04
---

## Agenda & Meeting Details

* 2026-03-04 16:00 UTC in the barn (17:00 Europe/Oslo)

## 16:04 UTC – Meeting start

### Welcome

* Meeting chair: @runa
* Meeting scribe: @old-bert & @liv

### Attendees, absents & regrets

* Attendees
  * @runa, @old-bert, @liv (from 16:20), Ivar Holm
* Partly present
  * @sig
* Regrets
  * …

### Approve previous meeting minutes

* Approved by @liv and @sig, and merged by @runa

### Projects

1. [Apple Cellar](https://example.org/p/1)
2. [Cider Press](https://example.org/p/2)

## Agenda

### [Apple Cellar](https://example.org/p/1)

- [ ] @liv - air the cellar before Friday 2026-03-06
  - \`@nobody\` stands in code, https://example.org/@nobody in an address
- [x] @old-bert & @runa - count the crates
- @sig: nothing new

### Upcoming events

- [Spring Fair](https://example.org/fair) - Friday 2026-03-20 … Sunday 2026-03-22 in Oslo
- Deadline for seedlings: March 14th

> A quote
> of two lines

| crate | apples |
| --- | --- |
| one | 40 |

\`\`\`sh
echo "@nobody 2026-01-01"
\`\`\`

### Next meeting date, time and location

* Next meeting is Wednesday 2026-03-18 @ 16:00 UTC (17:00 Europe/Oslo)

## 17:12 UTC – Meeting end
`

export const CHOIR = `# Choir committee, 12 May 2026

Present: Ada Bloom (@ada), Ben Quill, Cleo Marsh (by phone)
Apologies: Dov Stone
Chair: Ada Bloom
Minutes: Ben Quill

1. Robes
   - agreed to buy twelve robes
   - [ ] Cleo Marsh: ask for a price
2. Concert on 6 June at 7:30pm

Next meeting: 9 June 2026, 19:00 UTC
`

export const SAMPLES = [ORCHARD, CHOIR, ORCHARD.replaceAll('\n', '\r\n'), `\uFEFF${CHOIR}`, '', '---\n']

/** Minutes of as many topics as wanted, no two alike. */
export function longMinutes(topics: number): string {
  const body = Array.from({ length: topics }, (_, n) => {
    const day = String((n % 28) + 1).padStart(2, '0')
    return `### Topic ${n}\n\n- @runa - word ${n} of the day\n- [ ] @liv - do thing ${n} by 2026-03-${day}\n\nRemark ${n} on it.\n`
  })
  return `${ORCHARD}\n${body.join('\n')}`
}
