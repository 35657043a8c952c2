import { describe, expect, test } from 'vitest'
import { meantBy } from '../../server/src/rules/shared/misspellings.ts'
import { lineOf } from '../../server/src/text/sorted.ts'
import { check, checkFix, findingsOf, PATH, subjectsOf } from './check.ts'

/** Minutes of other days, all with these words. */
const others = (words: string, days = 6) =>
  Array.from(
    { length: days },
    (_, day) => `<!-- file: harbour-minutes-2026-01-0${day + 1}.md -->\n# Minutes\n\nWe have read that ${words}.\n`,
  ).join('')
const today = '<!-- file: harbour-minutes-2026-03-04.md -->\n'

describe('spelling', () => {
  test('a common misspelling', () => {
    check(`
- The comunity agreed, becasue it had to
      ^^^^^^^^ spelling: "comunity" is a misspelling of "community".
                       ^^^^^^^ spelling
- Resiliance is what teh well-publiched plan needs
  ^^^^^^^^^^ spelling: "Resiliance" is a misspelling of "Resilience".
                     ^^^ spelling
                              ^^^^^^^^^ spelling
- [the comunity's plan](https://example.org/comunity)
       ^^^^^^^^ spelling
`)
  })

  test('not in code, addresses, handles, names and identifiers', () => {
    check(`
- \`becasue\` https://example.org/becasue becasue.md becasue@example.org @becasue #becasue becasue() x_becasue
- Comunity::Tools, comunity.example.org, v2becasue, COMUNITY, comunityTools, {{ comunity }}
- "wroet" is what it says: recieved [sic]
`)
  })

  test('not where it may be a name', () => {
    check(`
<!-- file: minutebook.yml -->
people:
  handles:
    tobias: { name: Tobias Recieve }
<!-- file: harbour-minutes-2026-03-04.md -->
# Minutes

## Attendees

- Recieved Jones, Seperate Smith

## Topics

- Seperate: I have the plan
- **Seperate** – I have it too
- We have seen Tobias Recieve there
- Forst and Magor have seen it
`)
  })

  test('not in another language', () => {
    check(`
# Notulen

Wij hebben het adres van de projet niet met de langage, en dat is ook voor een comunity.

- het is niet dat een becasue
`)
    for (const [title, present] of [
      ['Notulen', 'Aanwezig'],
      ['Réunion', 'Présents'],
      ['Acta', 'Asistentes'],
      ['Protokoll', 'Närvarande'],
    ])
      check(`# ${title}\n\n${present}: Ana\n\n- adres, adress, comercial, responsable\n`)
    check(`
# Minutes

We have read that the minutes of the last meeting should be changed, and they will be when there is time.

- The letter says "das ist nicht mit becasue"
`)
  })

  test('a word of these minutes alone, one slip away from a word of most others', () => {
    check(`${others('the lighthouse is ongoing')}${today}# Minutes

- The lihgthouse is ongong
      ^^^^^^^^^^ spelling: "lihgthouse" is one slip away from "lighthouse"
                    ^^^^^^ spelling
`)
  })

  test('not another form of it, nor another word', () => {
    check(`${others('the dredger was posting a notice, organised and coloured')}${today}# Minutes

- The dredgers were hosting it, organized and colored
- The dredge, dredges, dredged
`)
    check(`${others('the lighthouse is ongoing', 3)}${today}# Minutes\n\n- The lihgthouse is ongong\n`)
    check(`${others('the lighthouse is ongoing')}${today}# Minutes\n\n- The [lihgthouse](https://example.org)\n`)
  })

  test('a stray capital', () => {
    check(`
- Oda wrote the policieS
                ^^^^^^^^ spelling: "policieS" has a stray capital.
- THis is it
  ^^^^ spelling
- APIs, macOS, IDs, PRs, iOS, perlX
`)
    checkFix('- THis is it\n', '- This is it\n')
  })

  test('is changed to what was meant, in its capitals; of several, none is preferred', () => {
    checkFix('- The comunity agreed\n', '- The community agreed\n')
    checkFix('- Becasue it had to\n', '- Because it had to\n')
    checkFix('- on Wensday\n', '- on Wednesday\n', 'Change to "Wednesday"')
    checkFix('- the comunity’s plan\n', '- the community’s plan\n')
    const [subject] = subjectsOf([{ path: PATH, text: '- something concret\n' }])
    expect(findingsOf(subject!)[0]!.fixes!.map(({ title, preferred, safe }) => [title, preferred, safe])).toEqual([
      ['Change to "concert"', false, undefined],
      ['Change to "concrete"', false, undefined],
    ])
  })
})

describe('the list', () => {
  test('is found by halving', () => {
    const lines = ['ab->x', 'abc->y,z', 'b->q']
    for (const count of [1, 2, 3]) {
      const text = lines.slice(0, count).join('\n')
      for (const line of lines.slice(0, count)) expect(lineOf(text, line.split('->')[0]!, '->')).toBe(line)
      for (const key of ['', 'a', 'abb', 'abd', 'ac', 'c', 'b->q']) expect(lineOf(text, key, '->')).toBeUndefined()
    }
    expect(lineOf('', 'a', '->')).toBeUndefined()
  })

  test('knows no word that is right', () => {
    for (const word of 'the and minutes programme cancelled licence upto referer technic thru'.split(' '))
      expect([word, meantBy(word)]).toEqual([word, undefined])
    expect(meantBy('becasue')).toEqual(['because'])
    expect(meantBy('febuary')).toEqual(['February'])
  })
})
