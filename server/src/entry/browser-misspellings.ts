declare const self: DedicatedWorkerGlobalScope

/**
 * What stands for `virtual:misspellings` in a web worker: the same two texts from the same file as on Node, and empty until
 * that is loaded.
 */
export let MISSPELLINGS = ''
export let WORDS = ''

/** @param address of `misspellings.js`, which is written for Node and puts what it has into `module.exports`. */
export function loadMisspellings(address: string): void {
  const module = { exports: { MISSPELLINGS, WORDS } }
  Object.assign(self, { module })
  self.importScripts(address)
  ;({ MISSPELLINGS, WORDS } = module.exports)
}
