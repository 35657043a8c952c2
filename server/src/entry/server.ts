import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runCompiled } from './compiled.ts'
import type * as LanguageServer from './node.ts'

// Node comes with its own modules compiled, which it can use only as long as no flag was changed.
for (const each of ['fs/promises', 'perf_hooks', 'stream', 'url', 'util']) require(`node:${each}`)

// A keystroke leaves some hundred kilobytes behind, and V8 begins with room for two or three of them: it would stop at
// every other key to make place. This lets the room grow to its full size at once.
setFlagsFromString('--semi-space-growth-factor=16')
// To read thousands of files leaves much behind at once. V8 would double the heap before it looks for what can go.
setFlagsFromString('--heap-growing-percent=30')
// V8 compiles a pattern simply at first, and again when it is used again; nearly all of ours are.
setFlagsFromString('--no-regexp-tier-up')

/** By when all that a start and a keystroke need has run, in milliseconds after the first minutes were opened. */
const ALL_COMPILED = 5000

const { exports, keep } = runCompiled(join(__dirname, 'language-server.js'))
void (exports as typeof LanguageServer).opened.then(() => {
  setTimeout(keep, ALL_COMPILED).unref()
  process.once('exit', keep)
})
