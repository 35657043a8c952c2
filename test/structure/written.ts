import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'

/** `WRITE=1 npx vitest run test/structure` makes the files say what the code says. */
const write = Boolean(process.env.WRITE)

/** Expects a file to be as the code would have it; with `WRITE`, makes it so. */
export function check(path: string, wanted: (text: string) => string): void {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const right = wanted(text)
  if (write && text !== right) writeFileSync(path, right)
  else expect(text, 'Run: WRITE=1 npx vitest run test/structure').toBe(right)
}

/** The text with what stands between two marks of this name changed. */
export const between = (text: string, name: string, inside: string): string =>
  text.replace(
    new RegExp(`(<!-- ${name}: begin -->\\n)[\\s\\S]*?(<!-- ${name}: end -->)`),
    (_, begin: string, end: string) => `${begin}${inside}\n${end}`,
  )

/** A table in Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
