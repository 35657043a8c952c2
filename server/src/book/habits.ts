import type { DateForm } from '../minutes/dates.ts'
import type { TimeForm } from '../minutes/times.ts'
import { memo } from '../text/memo.ts'
import type { Book } from './book.ts'

/** How often a group writes dates and times in each spelling. */
export interface Habits {
  readonly dates: ReadonlyMap<DateForm, number>
  readonly times: ReadonlyMap<TimeForm, number>
}

/** The habits of all minutes of a book. */
export const habitsOf = memo((book: Book): Habits => {
  const [dates, times] = [new Map<DateForm, number>(), new Map<TimeForm, number>()]
  for (const { dateForms, timeForms } of book.parts.values()) {
    count(dates, dateForms)
    count(times, timeForms)
  }
  return { dates, times }
})

function count<F extends string>(sums: Map<F, number>, forms: Readonly<Partial<Record<F, number>>>): void {
  for (const form in forms) sums.set(form, (sums.get(form) ?? 0) + forms[form]!)
}

/** The spelling that is written most, if it is often enough to be a habit. */
export function usualForm<F extends string>(sums: ReadonlyMap<F, number>): F | undefined {
  let usual: F | undefined
  for (const [form, times] of sums) if (times >= ENOUGH && times > (usual ? sums.get(usual)! : 0)) usual = form
  return usual
}

const ENOUGH = 3

/**
 * Whether a spelling is a slip rather than a habit: the group writes another four times as often, and so does this
 * document where it says much.
 */
export function isUnusual<F extends string>(
  form: F,
  sums: ReadonlyMap<F, number>,
  own: Readonly<Partial<Record<F, number>>> | undefined,
): boolean {
  const usual = usualForm(sums)
  if (!usual || usual === form || (sums.get(form) ?? 0) * 4 > sums.get(usual)!) return false
  return (own?.[form] ?? 0) <= Math.max(1, own?.[usual] ?? 0)
}
