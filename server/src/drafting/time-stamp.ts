import type { Minutes } from '../minutes/minutes.ts'
import { formatClock } from '../minutes/times.ts'

/**
 * The present time as these minutes write times: in UTC, with the blank before it or without.
 *
 * @param now UTC, minutes since midnight.
 */
export function timeStamp({ blocks, text }: Minutes, now: number): string {
  let [spaced, closed] = [0, 0]
  for (const { content, from } of blocks) {
    for (const time of content.times) {
      if (time.zone?.id !== 'UTC') continue
      if (/\s/.test(text.slice(from + time.clock.to, from + time.to))) spaced++
      else closed++
    }
  }
  return `${formatClock(now)}${closed > spaced ? '' : ' '}UTC`
}
