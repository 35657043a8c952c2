import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

const URL = 'https://example.org/harbour'

describe('project-duplicate', () => {
  test('twice in one list', () => {
    check(`
## Projects

- [Tides](https://example.org/tides)
- [Fees](https://example.org/fees)
- [Tides](https://example.org/tides)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ project-duplicate: The project "Tides" is in this list already.
- [The tides](HTTPS://Example.org/tides/)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ project-duplicate: The project "The tides" is in this list already, there as "Tides".
`)
  })

  test('in two lists, or in other words about it', () => {
    check(`
## Projects

- [Tides](${URL}/tides)
- [Fees](${URL}/fees)

## Other projects

1. [Tides](${URL}/tides)
2. [Lamps](${URL}/lamps)

See [Tides](${URL}/tides) and [Tides](${URL}/tides).

- [Tides](${URL}/tides) is late
- [Tides](${URL}/tides) is on time
`)
  })

  test('headings', () => {
    const mark = '^'.repeat(`[Tides](${URL}/tides)`.length)
    check(`
## Agenda

### [Tides](${URL}/tides)
- late

### [Fees](${URL}/fees)
### [Tides](${URL}/tides)
    ${mark} project-duplicate: The project "Tides" is in this list already.
- on time

## Afterwards

### [Tides](${URL}/tides)
`)
  })

  test('the second goes, its notes under the first', () => {
    checkFix(
      `## Projects\n\n- [A](${URL}/a)\n- [B](${URL}/b)\n- [A](${URL}/a)\n`,
      `## Projects\n\n- [A](${URL}/a)\n- [B](${URL}/b)\n`,
    )
    checkFix(
      `## Projects\n\n- [A](${URL}/a)\n  - one\n- [B](${URL}/b)\n- [A](${URL}/a)\n  - two\n    more\n- [C](${URL}/c)\n`,
      `## Projects\n\n- [A](${URL}/a)\n  - one\n  - two\n    more\n- [B](${URL}/b)\n- [C](${URL}/c)\n`,
    )
    checkFix(
      `## Projects\n\n- [A](${URL}/a)\n  - one\n- [A](${URL}/a)\n  - …\n\nEnd\n`,
      `## Projects\n\n- [A](${URL}/a)\n  - one\n\nEnd\n`,
    )
    checkFix(`## Projects\n\n- [A](${URL}/a)\n- [A](${URL}/a)\n  - two`, `## Projects\n\n- [A](${URL}/a)\n  - two\n`)
  })
})
