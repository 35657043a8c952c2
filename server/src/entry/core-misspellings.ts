/**
 * What stands for `virtual:misspellings` in the core, which reads no file: two texts, empty until whoever runs it has read
 * them.
 */
export let MISSPELLINGS = ''
export let WORDS = ''

/** @param texts those of `misspellings.js`. */
export function takeMisspellings(texts: { readonly MISSPELLINGS: string; readonly WORDS: string }): void {
  ;({ MISSPELLINGS, WORDS } = texts)
}
