import { recentMinutes } from '../../../book/recent.ts'
import type { Minutes } from '../../../minutes/minutes.ts'
import type { Opened } from '../../opened.ts'
import { minutesNow } from '../../sources.ts'
import type { State } from '../../state.ts'

/** So many minutes show how a group writes. */
const MOST = 6

/** Minutes that show how those at hand are to be written. */
export interface Model {
  readonly minutes: Minutes
  /** The day of the meeting, `YYYY-MM-DD`. */
  readonly day: string
}

/** The latest minutes of the same series, the nearest first. */
export async function modelsOf(state: State, { open: { book, path, folder } }: Opened): Promise<readonly Model[]> {
  const recent = recentMinutes({ book, path }).slice(0, MOST)
  const read = await Promise.all(recent.map((part) => minutesNow(state, folder, part.path)))
  return read.flatMap((source, index) => (source ? [{ minutes: source.minutes, day: recent[index]!.day }] : []))
}
