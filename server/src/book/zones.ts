import type { Settings } from '../settings/settings.ts'
import { memo } from '../text/memo.ts'
import type { Book } from './book.ts'

/** The zones that most of the minutes with any state times in, by their IANA names. */
export const usualZones = memo(({ parts }: Book): readonly string[] => {
  const counts = new Map<string, number>()
  for (const { zones } of parts.values()) for (const zone of zones) counts.set(zone, (counts.get(zone) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return [...counts].filter(([, count]) => count >= most / 2).map(([zone]) => zone)
})

/** The zones in which readers want to know a time beside UTC: those of the settings, else those that the group writes. */
export const shownZones = (book: Book, { zones }: Pick<Settings, 'zones'>): readonly string[] =>
  (zones.length > 0 ? zones : usualZones(book)).filter((zone) => zone !== 'UTC')
