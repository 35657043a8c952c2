/** What makes a line a list item in Markdown: the marker at its start, with the blanks around it. */
export const MARKER: RegExp = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t\u00a0]+/
