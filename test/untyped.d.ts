// What tests use of packages that bring no types.

declare module 'sax' {
  export function parser(strict: true): {
    onerror: (error: Error) => void
    onopentag: (tag: { name: string; attributes: Record<string, string> }) => void
    ontext: (text: string) => void
    write(text: string): { close(): void }
  }
}

declare module 'markdown-it' {
  import type { MarkdownIt } from '../client/src/preview/markdown-it.ts'

  const create: (options?: object) => MarkdownIt & { render(text: string, env?: object): string }
  export default create
}

/** Puts `mocha` and `Mocha` into the global scope, made for browsers. */
declare module 'mocha/mocha'
