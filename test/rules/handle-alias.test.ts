import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

const MINUTES = '<!-- file: meetings/harbour-minutes-2026-03-04.md -->\n'
const SETTINGS = '<!-- file: minutebook.yml -->\n'
const PEOPLE = '<!-- file: _data/authors.yml -->\n'

describe('handle-alias', () => {
  test('listed in the settings, however it is spelt, rarely or often', () => {
    check(`${SETTINGS}people:
  handles:
    tolgabek: { aliases: [lampman, lm] }
${MINUTES}
- @lampman, @Lampman and @lm
  ^^^^^^^^ handle-alias: @lampman is another name of @tolgabek, as the group lists it.
            ^^^^^^^^ handle-alias
                         ^^^ handle-alias
- @lampmann, lampman, \`@lampman\`
`)
  })

  test('accounts elsewhere, in the group’s list of people', () => {
    check(`${PEOPLE}tolgabek:
  name: Tolga Bek
  cpan: lampman
  mastodon: { username: tolga-on-sea, instance: chaos.example }
maren:
  name: Maren Dahl
  irc: ["@mdahl"]
${MINUTES}
- @tolgabek, @maren, @lampman, @mdahl, @tolga-on-sea
                     ^^^^^^^^ handle-alias: @lampman is another name of @tolgabek
                               ^^^^^^ handle-alias
                                       ^^^^^^^^^^^^^ handle-alias
`)
  })

  test('of several accounts, the one that the minutes use is the handle', () => {
    check(`${PEOPLE}tolga: { name: Tolga Bek, github: tolgabek }
${MINUTES}
- @tolgabek, @tolgabek, @tolga
                        ^^^^^^ handle-alias: @tolga is another name of @tolgabek
`)
  })

  test('an account that two people claim, and one that is somebody’s handle', () => {
    check(`${PEOPLE}tolgabek: { cpan: lamp, irc: maren }
ruth: { irc: lamp }
maren: {}
${MINUTES}
- @lamp, @maren
`)
  })

  test('explained in the minutes', () => {
    check(`<!-- file: meetings/harbour-minutes-2026-02-18.md -->
Present: Tolga Bek (lampman, @tolgabek), @marikob (irc: mari)

- @tolgabek and @tolgabek again, @ruth-w aka rudy, and @ruth-w
${MINUTES}
- @lampman and @rudy
  ^^^^^^^^ handle-alias: @lampman is another name of @tolgabek, as the minutes say.
               ^^^^^ handle-alias
- @lampman (@tolgabek) and @ruth-w (aka @rudy)
`)
  })

  test('what two minutes explain differently, or who was there beside the other', () => {
    check(`<!-- file: meetings/harbour-minutes-2026-02-18.md -->
- (lampman, @tolgabek), (lampman, @marikob), @tolgabek, @marikob
- @annik (@bertrand)
<!-- file: meetings/harbour-minutes-2026-03-04.md -->
Present: @annik, @bertrand

- @lampman, @annik, @bertrand, @bertrand
`)
  })

  test('the first name, or the beginning of it, of exactly one person', () => {
    check(`
Present: Leonora Timms (@leonorat), Tobias Wik (@tobiwik), Ada Moe (@adamoe), Ada Lunde (@adalunde)

- @leonorat, @leonorat, @leonorat, @tobiwik, @tobiwik, @tobiwik
- @adamoe, @adamoe, @adamoe, @adalunde, @adalunde, @adalunde
- @leonora and @tobi, not @leo, @ada, @tob-i
  ^^^^^^^^ handle-alias: @leonora looks like Leonora Timms, who is @leonorat elsewhere.
               ^^^^^ handle-alias
                          ^^^^ handle-alias
`)
  })

  test('not where another might be called that, or is as common, or has a name', () => {
    check(`
Present: Leonora Timms (@leonorat), @leonie, Tove (@tove)

- @leonorat, @leonorat, @leonorat, @leonie, @leonie, @leonie
- @leo, @tovehansen
`)
    check('Present: Tove Aas (@tovea)\n\n- @tovea, @tovea, @tove, @tove, @tove\n')
    check('Present: Tove Aas (@tovea), @tove\n\n- @tovea, @tovea, @tovea\n')
  })

  test('an alias of an alias, and a pseudo handle', () => {
    check(`${SETTINGS}people:
  handles:
    tolgabek: { aliases: [lampman] }
    lampman: { aliases: [lamp] }
    all-of-us: { aliases: [all] }
  pseudo: [all]
${MINUTES}
- @lamp, @all
  ^^^^^ handle-alias: @lamp is another name of @tolgabek
`)
  })

  test('an alias one slip away is an alias', () => {
    check(`${SETTINGS}people:
  handles:
    tolgabek: { aliases: [tolgabk] }
${MINUTES}
- @tolgabek, @tolgabek, @tolgabek, @tolgabek, @tolgabk
                                              ^^^^^^^^ handle-alias
`)
  })

  test('the handle is written', () => {
    checkFix(
      `${SETTINGS}people:\n  handles:\n    TolgaBek: { aliases: ["@lampman"] }\n${MINUTES}- @lampman's boat\n`,
      "- @TolgaBek's boat\n",
    )
  })
})
