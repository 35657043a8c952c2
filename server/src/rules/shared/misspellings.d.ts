/** Two sorted texts that `misspellings.mjs` makes when the server is bundled. */
declare module 'virtual:misspellings' {
  /** Lines `wrong->right,right`. */
  export const MISSPELLINGS: string
  /** A word a line: the words that are right among them, in lower case. */
  export const WORDS: string
}
