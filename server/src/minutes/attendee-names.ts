import { memo } from '../text/memo.ts'
import { attendanceOf } from './attendance.ts'
import type { Minutes } from './minutes.ts'

/**
 * Those who attended whom the lists name otherwise than by a handle alone: `Ada Bloom`, `Ada Bloom (@ada)`, as written
 * there, without remarks.
 */
export const attendeeNames = memo((minutes: Minutes): readonly string[] =>
  attendanceOf(minutes).flatMap(({ presence, people }) => {
    if (presence !== 'present' && presence !== 'partly') return []
    return people.flatMap(({ from, to, name, handle, entry }) => {
      if (!name) return []
      if (!handle) return [name]
      const start = minutes.text.indexOf(name, entry.from)
      const written = minutes.text.slice(start, to + (minutes.text[to] === ')' ? 1 : 0))
      return start >= 0 && start < from && !written.includes('\n') ? [written] : []
    })
  }),
)
