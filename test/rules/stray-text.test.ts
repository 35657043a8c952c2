import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

describe('stray-text', () => {
  test('a line of lone punctuation', () => {
    check(`
- @maren - count

,
^ stray-text: This line holds nothing but ",".

The lamps shine
.
^ stray-text
again.
`)
  })

  test('a lone sign below a line', () => {
    check(`
The lamps shine
-
^ stray-text: A lone "-" below a line makes a heading of that line.

Lamps
--

Lamps
=====
`)
  })

  test('empty items', () => {
    check(`
- one
-
^ stray-text: This list item is empty.
- [ ]
^^^^^ stray-text
- ,
^^^ stray-text

1. one
2.
^^ stray-text
`)
  })

  test('a star by itself', () => {
    check(`
They went to lunch.

*
^ stray-text (hint)

They came back.
`)
  })

  test('not in a template', () => {
    check('# Agenda\n\n-\n\n- Chair -\n', 'meetings/template.md')
  })

  test('doubled markers', () => {
    check(`
- - one
^^^ stray-text: A second marker "-" stands at the head of this item.
* * two
^^^ stray-text
`)
    check('- 1. one\n- 2. two\n')
  })

  test('something with nothing behind it', () => {
    check(`
- @maren -
         ^ stray-text: This item ends in "-", with nothing behind it.
-
^ stray-text
- lamps
  - @maren counts the lamps-
                           ^ stray-text
- lamps, e.g.
         ^^^^ stray-text
- lamps,
       ^ stray-text (hint)
- lamps;
       ^ stray-text (hint)
`)
    check('- lamps,\n- piers,\n- fees\n')
    check('- lamps;\n- piers;\n- fees.\n')
    check('- lamps;\n- piers\n')
    check('- Mon – Oda\n- Tue –\n- Wed – Maren\n- Thu –\n')
    check('- lamps\n- piers;\n       ^ stray-text (hint)\n')
    check('- lamps -\n  - north\n  - south\n')
  })

  test('what says that there is nothing to say', () => {
    check(`
…

...

—

- …
- ...
- (none)
- no update
- none.
- ?
- ✓
- 👍
- +1
- **–**
- ![](lamp.png)
- <br>
- \`-\`

***

---

| - |
| - |
| - |

\`\`\`
,
\`\`\`

$$
x
$$

:::
`)
  })

  test('signs that may belong to what spans lines', () => {
    check(`
{% include notice.html
   text="Lamps"
%}

{{< figure src="lamp.png"
>}}

<Lamps
  data={[
    1,
  ]}
/>

export const piers = {
  north: 1,
}

%%

a remark

%%

{:
 .lamps
}

"
The harbour is ours.
"

a (
b
)

\\[
a
.
\\]

$$
a = b
,
$$
`)
  })

  test('the blanks before a line go with it', () => {
    checkFix('one\n\n  ,\n\ntwo\n', 'one\n\ntwo\n')
    checkFix('one\n\n  -\n\ntwo\n', 'one\n\ntwo\n')
    checkFix('# One\n,\n\ntwo\n', '# One\n\ntwo\n')
    checkFix('one\n\n  ,', 'one\n\n')
    checkFix('- one\n  - two\n  -\n', '- one\n  - two\n')
    checkFix('  - one,\n', '  - one\n')
  })

  test('half-typed', () => {
    check('- @maren\n- @m')
    check('- one\n  -\n  ^ stray-text')
  })

  test('the line or the sign is removed', () => {
    checkFix('one\n,\ntwo\n', 'one\ntwo\n')
    checkFix('- one\n-\n- two\n', '- one\n- two\n')
    checkFix('- one\n- two -\n', '- one\n- two\n')
    checkFix('- - one\n', '- one\n')
    checkFix('The lamps shine\n-\n\nagain\n', 'The lamps shine\n\nagain\n')
    checkFix('- one\n-', '- one')
    checkFix('- one\n-\n', '- one\n')
  })
})
