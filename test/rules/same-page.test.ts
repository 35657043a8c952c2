import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../server/src/minutes/markdown.ts'
import { check } from '../../server/src/rules/check.ts'
import { editsTogether, safeFix } from '../../server/src/rules/fixing.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { PATH, subjectsOf } from './check.ts'

/** Rules whose safe fixes change nothing that readers see; a no-break space that hides a list is another matter. */
const QUIET = new Set(['whitespace', 'list-style', 'invisible-character'])

const [end, nbsp, zero] = [' ', '\u00a0', '\u200b']

/** Texts with something to fix in each, and what must not be taken for it. */
const TEXTS: Record<string, string> = {
  'lists two, three and four blanks deep': `
- lamps${end}
  - north  and south
    - east
   - west${end}
- piers
   - one${end}
   - two
       - three
 - boats
`,
  tabs: `-\tlamps${end}\n\t- north\t\n\t\t- east  coast\n-\tpiers\n`,
  'numbers with brackets': `
1) lamps${end}
   a  second line
2) piers
    - one${end}
   - two
10) boats${end}
`,
  'lists in quotes': `
> - lamps${end}
>   goes on${end}${end}
>   here
>  - piers  and
> ${end}
> 1. boats${end}
`,
  'definitions of kramdown': `Term${end}\n: what it${nbsp}means${end}\n:   and  more\n\n    a paragraph${end}\n`,
  'hard breaks': `
Harbour office${end}${end}
Pier 4\\
Town${end}${end}
${nbsp}
Land${end}${end}

- Harbour office${end}${end}
  Pier 4${end}${end}
- next
`,
  'fences within items': `
- lamps${end}

  \`\`\`
  a  b${end}
    c${nbsp}d
  \`\`\`

   - boats${end}
   ~~~
   a  b${end}
   ~~~
`,
  'a table': `
| lamps  lit | a${nbsp}b |${end}
| --- | --- |${end}
| c  d | ${zero}e |
`,
  'blocks of HTML': `<div${end}\n  class="a  b">${end}\n lamps${end}\n</div>\n\n<!-- a  b${end}\n -->\n\n<br>${zero}\n`,
  formulas: `$$\na  =${end}\n  b${end}\n$$\n\nThe sum $a  +  b$ is${end}\n`,
  footnotes: `Lamps[^1] shine${end}\n\n[^1]: as  said${end}\n\n    ever so${end}\n`,
  'tags of Hugo and Jekyll': `
{% include notice.html${end}
   text="a  b" %}

{{< figure  src="a.png" >}}${end}

{:  .wide}${end}
`,
  'signs that would be markers without what hides them': `
${zero}- lamps, ${zero}# piers
- ${nbsp}- boats
-  ${nbsp}> quoted
${zero}> quoted
${nbsp}===
- ${zero}
`,
}

describe('what is fixed unasked looks the same', () => {
  test.each(Object.entries(TEXTS))('%s', (_, text) => {
    for (const before of [text, text.replaceAll('\n', '\r\n')]) {
      const [subject] = subjectsOf([{ path: PATH, text: before }])
      const findings = check(subject!).findings.filter(({ rule }) => QUIET.has(rule))
      // Louder, it says that Markdown does not see what was meant.
      const quiet = findings.filter(({ severity }) => severity === 'hint')
      const after = applyEdits(before, editsTogether(quiet, safeFix))
      expect(findings).not.toEqual([])
      expect(pageOf(after)).toEqual(pageOf(before))
    }
  })
})

/** The nodes of a text's tree from its head to its end, with the text of code and all other words. */
function pageOf(text: string): readonly string[] {
  const page: string[] = []
  // Our parser takes a CR for one more blank.
  const lines = text.replaceAll('\r', '')
  parseMarkdown(lines).tree.iterate({
    enter({ name, from, to }) {
      page.push(/Code/.test(name) ? `${name} ${lines.slice(from, to)}` : `(${name}`)
    },
    leave({ name }) {
      page.push(`${name})`)
    },
  })
  return [...page, lines.replace(/[\s\u00a0\u200b]+/g, '')]
}
