import { EMPTY_BOOK, withParts } from '../book/book.ts'
import { partOf } from '../book/part.ts'
import { meetingDay } from '../minutes/meeting.ts'
import { parseMinutes, updateMinutes } from '../minutes/minutes.ts'
import { type Checked, check } from '../rules/check.ts'
import { DEFAULTS } from '../settings/settings.ts'

/** How many keystrokes it takes until more of them change nothing. */
const KEYSTROKES = 300

/** How long the editor may be kept waiting by it, in milliseconds. */
const SLICE = 8

/** How long nothing must have been asked before it goes on: a scribe's own keystrokes do the same, in milliseconds. */
const QUIET = 50

/** A little of all that minutes hold, as long as real ones are. */
const SAMPLE = `---
meeting_time: 2026-03-04 16:00 UTC
title: Minutes 2026-03-04
---

## 16:00 UTC - Meeting start
- Meeting chair: @one

### Attendees & regrets
- Attendees
  - @one, @two, @three
- Regrets
  - @four

### [First project](https://example.org/projects/1)
- [ ] @one - writes to @two about it
  - no update
- [x] @three - done \`in code\`, see [the page](https://example.org/page)
${'- @two - has read what was sent\n  - and will say more on March 18th\n'.repeat(40)}
## Next meeting
- Next meeting is Wednesday 2026-03-18 @ 16:00 UTC (17:00 Europe/Amsterdam)
`

/**
 * Types into minutes of our own, a key at a time and out of everybody's way. A JavaScript engine compiles what it has
 * seen run often; without this, it would learn from the scribe's first hundreds of keystrokes, at twice their time.
 *
 * @param lastAsked when the editor last asked for something, as `performance.now()` counts.
 */
export async function warmUp(lastAsked: () => number): Promise<void> {
  const path = 'minutes-2026-03-04.md'
  let minutes = parseMinutes(SAMPLE)
  let book = EMPTY_BOOK
  let checked: Checked | undefined
  let left = KEYSTROKES
  const at = SAMPLE.indexOf('no update')
  let pause = 0
  while (left-- > 0) {
    if (performance.now() >= pause) {
      // Whatever the editor asks meanwhile comes first.
      for (let wait = 0; wait >= 0; wait = lastAsked() + QUIET - performance.now()) {
        await new Promise((next) => setTimeout(next, wait))
      }
      pause = performance.now() + SLICE
    }
    const text = `${minutes.text.slice(0, at)}x${minutes.text.slice(at)}`
    minutes = updateMinutes(minutes, text, [{ from: at, to: at, length: 1 }])
    book = withParts(book, [partOf(minutes, path, book.parts.get(path)?.wording)])
    const day = meetingDay(minutes, path)
    checked = check({ minutes, path, book, day, settings: DEFAULTS, files: undefined }, checked)
  }
}
