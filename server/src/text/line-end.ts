/** What ends the lines of a text: the first line end in it, or LF where there is none. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
