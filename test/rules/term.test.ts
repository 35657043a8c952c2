import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

const settings = (terms: string) => `<!-- file: minutebook.yml -->\nterms: [${terms}]\n`
const others = (words: string, days = 5) =>
  Array.from(
    { length: days },
    (_, day) => `<!-- file: minutes-2026-01-0${day + 1}.md -->\n# Minutes\n\n${words}\n`,
  ).join('')
const today = '<!-- file: minutes-2026-03-04.md -->\n# Minutes\n\n'

describe('term', () => {
  test('names that everybody writes one way', () => {
    check(`
- The plan is on Github, the talk on youtube
                 ^^^^^^ term: "Github" is to be written "GitHub".
                                     ^^^^^^^ term: "youtube" is to be written "YouTube".
- [Github](https://example.org), github's Javascript, Mysql and MacOS
   ^^^^^^ term
                                 ^^^^^^ term
                                          ^^^^^^^^^^ term
                                                      ^^^^^ term
                                                                ^^^^^ term
`)
  })

  test('not as an account, a host, a file, a command, a channel, a quotation', () => {
    check(`
- @github, github.com, .github/plan.md, github/plan, github-actions, #github, \`github\`, "github", ~github
- [github](https://example.org), mysql, postgresql, openssl, https://example.org/Github
- GitHub and YouTube, not "Github" nor ‘Youtube’

## GITHUB AND YOUTUBE
`)
  })

  test('the terms of the settings, of any kind', () => {
    check(`${settings('HarbourNet, Pier Four, 0Tide, C++, npm, Node.js')}${today}- Harbournet, harbournet, HarbourNet; pier four, Pier Four
  ^^^^^^^^^^ term: "Harbournet" is to be written "HarbourNet".
              ^^^^^^^^^^ term
                                      ^^^^^^^^^ term
- 0tide, c++ and NPM; node.js
  ^^^^^ term
         ^^^ term
                 ^^^ term
                      ^^^^^^^ term
- Npm is at the head of this sentence. @harbournet, harbournet.org, #harbournet, \`harbournet\`, harbournet-cli

# HARBOURNET
`)
  })

  test('a term of two spellings is well in both', () => {
    check(`${settings('Tide, tide')}${today}- Tide and tide and TIDE
                    ^^^^ term
`)
  })

  test('what the other minutes write with a capital inside', () => {
    check(`${others('We use HarbourNet.')}${today}- Harbournet, HARBOURNET, harbournet and HarbourNet
  ^^^^^^^^^^ term: "Harbournet" is to be written "HarbourNet".
              ^^^^^^^^^^ term
`)
    check(`${others('We use HarbourNet.', 3)}${today}- Harbournet\n`)
    check(`${others('We use HarbourNet and Harbournet.')}${today}- Harbournet\n`)
  })

  test('the habit of a group counts more than the list', () => {
    check(`${others('We use JavaSCRIPT.')}${today}- Javascript and JavaScript\n`)
  })

  test('is changed, and never unasked', () => {
    checkFix('- the plan on Github\n', '- the plan on GitHub\n')
    checkFix('- Github’s plan\n', '- GitHub’s plan\n')
  })
})
