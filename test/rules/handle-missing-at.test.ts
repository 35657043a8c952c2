import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

/** A meeting at which people are named by handle throughout: @tolgabek and @wrsk are no words, @garden is one. */
const BEFORE = `<!-- file: meetings/harbour-minutes-2026-02-18.md -->
Present: Tolga Bek (@tolgabek), Maren Dahl (@maren), @wrsk, @garden, @iskra

- @tolgabek - @tolgabek asks @garden
- @maren - @maren asks @wrsk
- @wrsk - @wrsk asks @iskra
- @garden - @garden asks @maren, @garden asks @garden
- @iskra - @iskra asks @tolgabek, @iskra asks @iskra
<!-- file: meetings/harbour-minutes-2026-03-04.md -->
Present: @tolgabek, @maren, @wrsk, @garden, @iskra

`
const again = (text: string) => check(`${BEFORE}${text}`)

describe('handle-missing-at', () => {
  test('what is no word, anywhere in prose', () => {
    again(`
- tolgabek mentioned the tide, and wrsk's map
  ^^^^^^^^ handle-missing-at: The handle "tolgabek" has no "@".
                                   ^^^^ handle-missing-at
- [ ] **wrsk** - look (with tolgabek)
        ^^^^ handle-missing-at
                            ^^^^^^^^ handle-missing-at

The tide was late, said wrsk.
                        ^^^^ handle-missing-at
`)
  })

  test('not in code, addresses, links, files, quotation marks and longer words', () => {
    again(`
- \`wrsk\`, <https://example.org/wrsk>, https://wrsk.example, [wrsk](https://example.org), [wrsk][1], wrsk@example.org
- wrsk.md, wrsk/tides, tides/wrsk, wrsk::Tides, #wrsk, wrsk-tides, tides_wrsk, wrsk2, "wrsk", v=wrsk, wrsk(), éwrsk
- irc: wrsk, known as wrsk, @wrsk (wrsk), Wera Skov (wrsk), github.com/wrsk, WRSK, Wrsk, <!-- wrsk -->, {{ wrsk }}

## wrsk, and what came after

> wrsk: hello

| wrsk | x |
| --- | --- |
`)
  })

  test('what may be a word, where it stands for a person', () => {
    again(`
- garden: the lanterns are old
  ^^^^^^ handle-missing-at: The handle "garden" has no "@".
- iskra – the map is lost
  ^^^^^ handle-missing-at
- [ ] garden will ask
      ^^^^^^ handle-missing-at
- @maren and iskra will go; iskra and @maren; @maren, iskra
             ^^^^^ handle-missing-at
                                                      ^^^^^ handle-missing-at
`)
    again(`
Scribe: iskra
        ^^^^^ handle-missing-at
`)
    again(`
- @maren
- iskra
  ^^^^^ handle-missing-at
- @tolgabek
`)
  })

  test('what may be a word, as a word', () => {
    again(`
- the garden is wet: garden, garden and garden
- garden is wet
- @maren said the garden - and @iskra - are old
- [ ] garden the lanterns
- Maren was late, Maren: yes, and @iskra and Maren will go
- Iskra
`)
  })

  test('a word that is common beside a handle that is not', () => {
    check(
      `
Present: @tolgabek, @maren, @iskra

- @tolgabek, @tolgabek, @maren, @maren, @iskra, @iskra, @maren, @tolgabek
<!-- file: meetings/harbour-minutes-2026-02-18.md -->
- iskra: a lamp
<!-- file: meetings/harbour-minutes-2026-01-18.md -->
- iskra: a lamp
<!-- file: meetings/harbour-minutes-2026-01-08.md -->
- iskra: a lamp
`.replace(/^/, '<!-- file: meetings/harbour-minutes-2026-03-04.md -->\n'),
    )
  })

  test('somebody who speaks rarely without an @', () => {
    again(`
- @tolgabek, @maren and @wrsk vote for it
- iskra abstains
  ^^^^^ handle-missing-at
- @maren and iskra Tide talks
             ^^^^^ handle-missing-at
`)
  })

  test('aliases, beside handles only', () => {
    const SETTINGS = `<!-- file: minutebook.yml -->
people:
  handles:
    tolgabek: { aliases: [lamplord, will] }
`
    check(`${SETTINGS}${BEFORE}
- [ ] @maren and lamplord - buy lamps
                 ^^^^^^^^ handle-missing-at: "lamplord" is another name of @tolgabek, and has no "@".
- the lamplord is a lamp, @maren and will be lit
- a lamplord
`)
  })

  test('one slip away from a handle that is long and no word', () => {
    again(`
- asked tolgabeck about it
        ^^^^^^^^^ handle-missing-at: "tolgabeck" is one slip away from @tolgabek, and has no "@".
- Tolgabeck
`)
  })

  test('groups that do not write @ in their notes', () => {
    check(`
Present: Tolga Bek (@tolgabek), Maren Dahl (@maren), @wrsk

- wrsk: the tide
- tolgabek: was late
`)
  })

  test('minutes that do without', () => {
    check(`${BEFORE.replace(/^Present: @tolgabek.*$/m, 'Present: @maren')}
- tolgabek: the tide
- wrsk: was late
`)
  })

  test('products, and those who are listed as nobody', () => {
    check(`<!-- file: minutebook.yml -->
people:
  pseudo: [wrsk]
${BEFORE}
- @npmx, @npmx, @npmx, @npmx
- npmx, wrsk
`)
  })

  test('the handle is written', () => {
    checkFix(`${BEFORE}- with wrsk’s map\n`, `${BEFORE.split('-04.md -->\n')[1]}- with @wrsk’s map\n`)
    checkFix(`${BEFORE}- with tolgabeck\n`, `${BEFORE.split('-04.md -->\n')[1]}- with @tolgabek\n`)
  })
})
