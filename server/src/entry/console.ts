import { styleText } from 'node:util'
import { visible } from '../text/visible.ts'
import type { Listener } from './book.ts'
import type { Style } from './terminal.ts'

/** Exit codes: nothing at warning or above, or nothing left to do; findings; could not run. */
export const [CLEAN, FINDINGS, FAILED] = [0, 1, 2] as const

/** Prints what a command was asked for. */
export function print(text: string): Promise<void> {
  clearProgress()
  return new Promise((done) => void process.stdout.write(text, () => done()))
}

/** Tells beside it what went wrong. */
export function onProblem(message: string): void {
  clearProgress()
  console.error(`minutebook: ${visible(message)}`)
}

let shownAt = 0
/** On a terminal, and only when it takes long enough to wonder. */
function onProgress(done: number, of: number): void {
  const now = performance.now()
  if (!process.stderr.isTTY || now < 500 || now - shownAt < 100) return
  shownAt = now
  process.stderr.write(`\rReading ${done} of ${of} files…\x1b[K`)
}

function clearProgress(): void {
  if (shownAt > 0) process.stderr.write('\r\x1b[K')
}

/** Tells the user what goes on. */
export const listener: Listener = { onProgress, onProblem }

export const style: Style =
  process.stdout.isTTY && !process.env.NO_COLOR ? (text, ...styles) => styleText([...styles], text) : (text) => text

/** How many columns the terminal has; `undefined` where it is none. */
export const columns = (): number | undefined => (process.stdout.isTTY ? process.stdout.columns : undefined)
