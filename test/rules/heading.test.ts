import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

describe('heading', () => {
  test('a level that is skipped', () => {
    check(`# Minutes

### Attendees
    ^^^^^^^^^ heading: This heading of level 3 stands right below one of level 1.

- all

## Agenda

### Lamps

##### North
      ^^^^^ heading: This heading of level 5 stands right below one of level 3.

### Piers

#### South

#### West

## Other
`)
  })

  test('levels that are skipped on purpose', () => {
    check('# Minutes\n\n### Attendees\n\n### Agenda\n\n### Other\n')
    check('### Attendees\n\n## Agenda\n\n# Other\n')
    check('# Minutes\n\n### Links\n\n### Conduct\n\n## Agenda\n\n## Other\n')
  })

  test('a skip that the other minutes have too', () => {
    const text = '# Minutes\n\n### Links\n\n## Agenda\n\n## Other\n'
    const file = (day: string) => `<!-- file: meetings/minutes-${day}.md -->\n${text}`
    check(file('2026-03-04') + file('2026-03-18') + file('2026-04-01'))
  })

  test('glued to the line above', () => {
    check(`
## Welcome

- all are here

## Agenda

- lamps
### Piers
    ^^^^^ heading: There is no blank line above this heading.

Two are broken.

### Fees

## Other
### No update
`)
  })

  test('texts without blank lines above headings', () => {
    check('## Welcome\n- all\n## Agenda\n- lamps\n### Piers\n- no update\n\n## Other\n')
    check('## Welcome\n\n- all\n\n## Agenda\n\n<!-- piers -->\n### Piers\n\n---\n### Fees\n\n### Other\n')
  })

  test('no blank behind the signs', () => {
    check(`
## Welcome

##Agenda
^^^^^^^^ heading: "##Agenda" is no heading: there is no blank behind "##".

- lamps
###Piers of the harbour
^^^^^^^^^^^^^^^^^^^^^^^ heading

#Attendees
^^^^^^^^^^ heading
`)
    check('## Agenda\n\n#harbour and ##tides are channels\n\n#Harbour\n\n#1234\n\n##\n\n- see ##Piers\n\n`##Piers`\n')
    check('##Agenda is written without signs here\n')
  })

  test('a time heading unlike the others', () => {
    check(`
## 16:30 UTC - Before

## 17:00 UTC - Start

## 18:00 UTC - End of talk

## 18:02 UTC -
   ^^^^^^^^^^^ heading: This heading tells a time, but not what happened then.
`)
    check(`
## 16:30 UTC - Before

## 17.00 UTC - Start
   ^^^^^^^^^^^^^^^^^ heading: The time in this heading is not written "17:00".

## 18:02 UTC - End
`)
    check(`
## 16:30 UTC - Before

## 17:00 UTC Start
   ^^^^^^^^^^^^^^^ heading: No "-" stands behind the time in this heading, as in the others.

## 18:02 UTC - End
`)
  })

  test('times as a group writes them, and what is no time', () => {
    check('## 17:00\n\n## 17:30\n\n## 18:00 End\n')
    check('## 17:00 UTC - Start\n\n## 18:02 End\n')
    check('## 17:00 UTC - Start\n\n## 17:30 UTC - Talk\n\n## 18:02 UTC - End\n\n## 5.36 is out\n\n### 12 lamps\n')
  })

  test('half-typed', () => {
    check('## Agenda\n\n##')
    check('## Agenda\n\n##A')
    check('## Agenda\n\n- lamps\n##')
  })

  test('the section moves with all it holds', () => {
    checkFix(
      '## A\n\n#### B\n\n##### C\n\n## D\n\n### E\n\n### F\n',
      '## A\n\n### B\n\n#### C\n\n## D\n\n### E\n\n### F\n',
    )
  })

  test('a blank line, a blank', () => {
    checkFix('## A\n\n- a\n## B\n\n## C\n\n## D\n\n## E\n', '## A\n\n- a\n\n## B\n\n## C\n\n## D\n\n## E\n')
    checkFix('# A\n\n##Piers\n', '# A\n\n## Piers\n')
    checkFix('# A\n\n- a\n##Piers\n- b\n', '# A\n\n- a\n\n## Piers\n- b\n')
    checkFix('# A\n\na\n##Piers\n', '# A\n\na\n\n## Piers\n')
  })

  test('a time as the others are', () => {
    checkFix(
      '## 16:30 UTC – A\n\n## 17:00 – B\n\n## 18:00 UTC – C\n',
      '## 16:30 UTC – A\n\n## 17:00 UTC – B\n\n## 18:00 UTC – C\n',
    )
  })
})
