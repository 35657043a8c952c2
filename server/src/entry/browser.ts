import type { BrowserStart } from '../protocol/messages.ts'

declare const self: DedicatedWorkerGlobalScope

/** The server in a web worker: it loads what Node's server shares, and then starts. */
self.onmessage = async ({ data: { misspellings } }: MessageEvent<BrowserStart>) => {
  self.onmessage = null
  Object.assign(self, { core: load(new URL('core.js', misspellings).href) })
  const { start } = await import('./browser-server.ts')
  start(load(misspellings))
}

/** Runs a script that is written for Node as well, and so puts what it has into `module.exports`. */
function load<Exports>(address: string): Exports {
  const module = { exports: {} as Exports }
  Object.assign(self, { module })
  self.importScripts(address)
  return module.exports
}
