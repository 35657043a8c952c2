import { describe, expect, test } from 'vitest'
import { check, checkFix, findingsOf, PATH, subjectsOf } from './check.ts'

describe('placeholder', () => {
  test('blanks for date and time', () => {
    check(`# Minutes of YYYY-MM-DD
             ^^^^^^^^^^ placeholder: "YYYY-MM-DD" is left over from a template.

- Date: YYYY-MM-DD, HH:MM UTC
        ^^^^^^^^^^^^^^^^^ placeholder
- **Time:** [HH:MM UTC]
             ^^^^^ placeholder

## HH:MM UTC – Meeting end
   ^^^^^ placeholder

- Next meeting is 20XX-XX-XX @ 17:00 UTC
                  ^^^^^^^^^^ placeholder
- [ ] Oda: count the lamps. Due: YYYY-MM-DD
                                 ^^^^^^^^^^ placeholder
- Time: <HH:MM>
        ^^^^^^^ placeholder
- <YYYY-MM-DD>
  ^^^^^^^^^^^^ placeholder
`)
  })

  test('a choice is no blank', () => {
    check('- should it say approved by X, or by Y?\n')
  })

  test('a link that lost its address, and one that has it elsewhere', () => {
    check(`
- [link]
- <url>
- [topic]
- [title]
  ^^^^^^^ placeholder
- [meeting link]
  ^^^^^^^^^^^^^^ placeholder

[Topic]: https://example.org
`)
  })

  test('blanks for people and matters', () => {
    check(`
- Chair: FIXME
         ^^^^^ placeholder
- @XXX
  ^^^^ placeholder
- FIXME
  ^^^^^ placeholder
- **Scribe**: {name}
              ^^^^^^ placeholder
- Guests: [Name] - [Role]
          ^^^^^^ placeholder
- Recording: [link]
             ^^^^^^ placeholder
- the lamps (FIXME)
             ^^^^^ placeholder
- Chair: <your name>
         ^^^^^^^^^^^ placeholder

### [Topic 1]
    ^^^^^^^^^ placeholder

| Action | Owner |
| --- | --- |
| lamps | [name] |
          ^^^^^^ placeholder
`)
  })

  test('variables', () => {
    check(`
- Invited: $INVITED$, $OBSERVER_LIST$
           ^^^^^^^^^ placeholder
                      ^^^^^^^^^^^^^^^ placeholder
- Chair: {CHAIR}, {NEXT CHAIR}
         ^^^^^^^ placeholder
                  ^^^^^^^^^^^^ placeholder
`)
  })

  test('who approved', () => {
    check(`
### Approve previous meeting minutes

- Approved by X, and merged by Y.
              ^ placeholder
                               ^ placeholder
- Approved by @NAME
              ^^^^^ placeholder
- Approved by Y
              ^ placeholder
- Approved by X’s team, by Z-Corp and by X.509

### Other

- Bought by X, sold by @oda, built by Zed
`)
  })

  test('in the front matter', () => {
    const text = '---\ntitle: Minutes YYYY-MM-DD\nmeeting_time: 2026-03-04 HH:MM UTC\nchair: FIXME\n---\n'
    const [subject] = subjectsOf([{ path: PATH, text }])
    const found = findingsOf(subject!).filter(({ rule }) => rule === 'placeholder')
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(['YYYY-MM-DD', 'HH:MM', 'FIXME'])
  })

  test('a literal [TOC], where Jekyll shows it', () => {
    check('---\nlayout: x\n---\n\n[TOC]\n^^^^^ placeholder: "[TOC]" is shown as it stands.\n\n# Minutes\n')
    check('---\ntoc: true\n---\n[[_TOC_]]\n^^^^^^^^^ placeholder\n')
    check('---\nlayout: x\n---\n\nsee [TOC] below\n\n`[TOC]`\n\n- [toc]\n')
    check('---\ntags: x\n---\n\n[TOC]\n')
    check('[toc]\n\n# Minutes\n')
  })

  test('templates are meant to have them', () => {
    check('# Minutes of YYYY-MM-DD\n\n- Chair: FIXME\n', 'meetings/template.md')
  })

  test('half-typed', () => {
    check('- Chair: FIXM')
    check('- [')
    check('- [na')
    check('- {')
  })

  test('[TOC] goes with the blank line behind it', () => {
    checkFix('---\ntoc: true\n---\n\n[TOC]\n\n## A\n', '---\ntoc: true\n---\n\n## A\n')
    checkFix('---\ntoc: true\n---\n\n[TOC]\n## A\n', '---\ntoc: true\n---\n\n## A\n')
    checkFix('---\ntoc: true\n---\n\n[TOC]', '---\ntoc: true\n---\n\n')
  })

  test('the day of these minutes is known', () => {
    checkFix('# Minutes of YYYY-MM-DD\n', '# Minutes of 2026-03-04\n')
    checkFix('- Date: [YYYY-MM-DD]\n', '- Date: [2026-03-04]\n')
    checkFix('- Date: <YYYY-MM-DD>\n', '- Date: 2026-03-04\n')
    checkFix('- Date: YYYY-MM-DD, HH:MM UTC\n', '- Date: 2026-03-04, HH:MM UTC\n')
  })
})
