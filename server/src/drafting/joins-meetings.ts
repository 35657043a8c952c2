import { attendanceOf } from '../minutes/attendance.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { holdsSeveral } from '../minutes/several.ts'

/**
 * Whether a text surely joins the minutes of several meetings: it counts its people more than once, or opens each with a
 * heading of its own. A topic that has the day of another meeting in its title does not.
 */
export const joinsMeetings = (minutes: Minutes): boolean =>
  holdsSeveral(minutes) &&
  (attendanceOf(minutes).some(({ meeting }) => meeting > 0) ||
    new Set(
      minutes.sections.flatMap(({ heading, first }) =>
        heading.level <= 2 ? minutes.blocks[first]!.content.dates.slice(0, 1).map(({ text }) => text) : [],
      ),
    ).size > 1)
