import type { DatedPart } from '../../book/recent.ts'

/** So many of the last minutes show what a group wants by now, and this share of them must. */
const LATEST = 5
const SHARE = 0.6

/** Whether the group's last minutes mostly have something. A group without earlier minutes wants nothing. */
export function isUsual(recent: readonly DatedPart[], has: (part: DatedPart) => boolean): boolean {
  const latest = recent.slice(0, LATEST)
  return latest.length > 0 && latest.filter(has).length >= SHARE * latest.length
}
