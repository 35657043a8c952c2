import { describe, test } from 'vitest'
import { check, checkFix, PATH } from './check.ts'

const here = `<!-- file: ${PATH} -->\n`
const TIDES = '[Tide Tables](https://example.org/p/1)'
const FEES = '[Mooring Fees](https://example.org/p/2)'

/** Earlier minutes that list these, each on a day of its own. */
const earlier = (...lists: (readonly string[])[]) =>
  lists
    .map(
      (list, at) =>
        `<!-- file: meetings/harbour-minutes-2026-01-0${at + 1}.md -->\n## Projects\n\n${list.map((each) => `- ${each}\n`).join('')}`,
    )
    .join('')
const twice = earlier([TIDES, FEES], [TIDES, FEES])

describe('title and address', () => {
  test('belong together', () => {
    check(`${twice}${here}
## Projects

- [Tide Tables](https://example.org/p/2)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ project-title: "Tide Tables" is elsewhere the title of https://example.org/p/1; this address is that of "Mooring Fees".
- [mooring fees](https://example.org/p/2/)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ project-duplicate
`)
    check(`${twice}${here}
### [Mooring Fees](https://example.org/p/1)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ project-title: "Mooring Fees" is elsewhere
`)
  })

  test('are mended by the title, or by the address where that has its own entry', () => {
    checkFix(
      `${twice}${here}## Projects\n\n- [ Tide Tables](https://example.org/p/2 "Fees")\n`,
      `## Projects\n\n- [ Mooring Fees](https://example.org/p/2 "Fees")\n`,
    )
    checkFix(
      `${twice}${here}## Projects\n\n- [Tide Tables](https://example.org/p/2)\n\n### ${FEES}\n`,
      `## Projects\n\n- ${TIDES}\n\n### ${FEES}\n`,
    )
  })

  test('may be new, and may have been new once only', () => {
    check(`${twice}${here}
## Projects

- [Currents](https://example.org/p/1)
- [Tide Tables](https://example.org/p/9)
- [Cranes](https://example.org/p/3)
`)
    check(`${earlier([TIDES, FEES])}${here}## Projects\n\n- [Tide Tables](https://example.org/p/2)\n`)
    check(`${earlier([TIDES, FEES], [TIDES, FEES], ['[Tide Tables](https://example.org/p/2)'].slice(1))}${here}- x\n`)
  })

  test('do not where a title stands for many addresses, or an address for many titles', () => {
    const update = ['[Update](https://example.org/p/7)', '[Update](https://example.org/p/8)']
    check(`${earlier([FEES, ...update], [FEES, ...update])}${here}## Projects\n\n- [Update](https://example.org/p/2)\n`)
    const both = [TIDES, FEES, '[Mooring Rules](https://example.org/p/2)']
    check(
      `<!-- file: minutebook.yml -->\nrules:\n  project-duplicate: off\n${earlier(both, both)}${here}## Projects\n\n- [Tide Tables](https://example.org/p/2)\n`,
    )
  })
})

describe('a title', () => {
  test('is not one slip away from its own', () => {
    check(`${twice}${here}
## Projects

- [Tide Tabels](https://example.org/p/1)
   ^^^^^^^^^^^ project-title: "Tide Tabels" is one slip away from "Tide Tables", as other minutes call this project.
- [Moring Fees](https://example.org/p/2)
   ^^^^^^^^^^^ project-title
`)
    checkFix(`${twice}${here}### [Tide Tabels](https://example.org/p/1)\n`, `### ${TIDES}\n`)
  })

  test.each(['TIDE TABLES', 'Tide-Tables', 'Tide Table', 'Tides Tables', 'Tide Tables 2', '*Tide Tables*', 'Tides'])(
    'may become "%s"',
    (title) => {
      check(`${twice}${here}## Projects\n\n- [${title}](https://example.org/p/1)\n`)
    },
  )

  test('that goes on being used is no slip', () => {
    check(
      `${earlier([TIDES], [TIDES], ['[Tide Tabels](https://example.org/p/1)'].slice(1))}${here}## Projects\n\n- ${TIDES}\n`,
    )
    check(
      `${earlier(['[Tide Fables](https://example.org/p/1)'], ['[Tide Fables](https://example.org/p/1)'])}${here}## Projects\n\n- [Tide Fables](https://example.org/p/1)\n`,
    )
  })

  test('that other minutes have as words is a hint', () => {
    check(`${twice}<!-- file: meetings/harbour-minutes-2026-01-09.md -->\n- the fables are read\n${here}
## Projects

- [Tide Fables](https://example.org/p/1)
   ^^^^^^^^^^^ project-title (hint)
`)
  })

  test('of earlier days is a hint, once the new one has settled', () => {
    const renamed = '[Tides and Currents](https://example.org/p/1)'
    check(`${earlier([TIDES], [renamed], [renamed], [renamed])}${here}
## Projects

- [Tide Tables](https://example.org/p/1)
   ^^^^^^^^^^^ project-title (hint): The minutes before call this project "Tides and Currents"; "Tide Tables" is an earlier title.
`)
    check(`${earlier([TIDES], [renamed], [renamed])}${here}## Projects\n\n- ${TIDES}\n`)
    check(
      `<!-- file: meetings/harbour-minutes-2025-12-31.md -->\n## Projects\n\n- ${TIDES}\n${earlier([renamed], [renamed], [renamed])}`,
    )
  })

  test('is the one that the group lists', () => {
    const settings = `<!-- file: minutebook.yml -->\nprojects:\n  - title: Tide Tables\n    url: https://example.org/p/1\n    earlier: [Tides]\n`
    check(`${settings}${here}
## Projects

- [Tide Tabels](https://example.org/p/1)
   ^^^^^^^^^^^ project-title: "Tide Tabels" is one slip away from "Tide Tables"
`)
    check(`${settings}${here}## Projects\n\n- [Tides](https://example.org/p/1)\n`)
    check(`${settings}${earlier([TIDES])}${here}
## Projects

- [Tides](https://example.org/p/1)
   ^^^^^ project-title (hint)
`)
  })
})

describe('an entry without a link', () => {
  test('is a hint between entries that are links', () => {
    check(`${twice}${here}
## Projects

- [Cranes](https://example.org/p/3)
- Tide Tables:
  ^^^^^^^^^^^ project-title (hint): "Tide Tables" is no link here, as it is in other minutes.
- [Ropes](https://example.org/p/4)
- Pilots
`)
    checkFix(
      `${twice}${here}## Projects\n\n- [Cranes](https://example.org/p/3)\n- [Ropes](https://example.org/p/4)\n- Tide Tables\n`,
      `## Projects\n\n- [Cranes](https://example.org/p/3)\n- [Ropes](https://example.org/p/4)\n- ${TIDES}\n`,
    )
  })

  test('is normal in a list that has none', () => {
    check(`${twice}${here}## Projects\n\n- Tide Tables\n- Mooring Fees\n\n## Tide Tables\n`)
  })

  test('may be a heading', () => {
    check(`${twice}${here}
### [Cranes](https://example.org/p/3)

### Tide Tables
    ^^^^^^^^^^^ project-title (hint)

### [Ropes](https://example.org/p/4)
`)
  })
})
