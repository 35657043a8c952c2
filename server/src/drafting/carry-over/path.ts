import type { PlainDate } from '../../minutes/calendar.ts'
import { fileDay } from '../../minutes/meeting.ts'

const DAY = /((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/g

/**
 * The path of the minutes of another day, named as these are; folders of their year are those of the other's.
 * `undefined` where the name does not tell the day.
 */
export function pathOn(path: string, day: PlainDate): string | undefined {
  const own = fileDay(path)
  if (!own) return undefined
  const at = path.lastIndexOf('/') + 1
  const [folder, name] = [path.slice(0, at), path.slice(at)]
  const last = [...name.matchAll(DAY)].at(-1)!
  const [year, month, date] = day.toString().split('-') as [string, string, string]
  const named = name.slice(0, last.index) + [year, month, date].join(last[2]!) + name.slice(last.index + last[0].length)
  return folder.replaceAll(new RegExp(`(?<=^|/)${own.year}(?=/)`, 'g'), year) + named
}
