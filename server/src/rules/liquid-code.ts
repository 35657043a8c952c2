import type { Minutes } from '../minutes/minutes.ts'
import { memo } from '../text/memo.ts'
import type { Span } from '../text/span.ts'

const TAG = /\{%-?[ \t]*(end)?(highlight|raw|comment)\b[^%\n]*%\}/g

/** What stands between Liquid's tags for code and comments, as Jekyll reads them, whatever Markdown makes of it; in order. */
const codeOf = memo(({ text }: Minutes): readonly Span[] => {
  if (!text.includes('{%')) return NONE
  const found: Span[] = []
  let opened: { readonly name: string; readonly to: number } | undefined
  for (const { index, 0: tag, 1: end, 2: name } of text.matchAll(TAG)) {
    if (!opened && !end) opened = { name: name!, to: index + tag.length }
    else if (opened?.name === name && end) {
      found.push({ from: opened!.to, to: index })
      opened = undefined
    }
  }
  return found
})

const NONE: readonly Span[] = []

/** Whether there is any. */
export const hasLiquidCode = (minutes: Minutes): boolean => codeOf(minutes).length > 0

/** Whether a place is inside such code. */
export const isInLiquidCode = (minutes: Minutes, at: number): boolean =>
  codeOf(minutes).some(({ from, to }) => from <= at && at < to)
