import { attendedIn, MEETINGS } from '../../book/attended.ts'
import { lineWith, longestLine } from '../../book/neighbours.ts'
import { attendancePicture } from '../../drafting/attendance-picture.ts'
import { phrase } from '../../text/phrase.ts'
import { pathOf } from '../folder.ts'
import type { Attendance, AttendanceParams } from '../messages.ts'
import { refused } from '../refused.ts'
import { bookOf, folderOf, type State, understand } from '../state.ts'
import { uriIn } from '../uris.ts'
import { create } from './apply.ts'
import type { Given } from './command.ts'
import { folderGiven } from './given.ts'

/** Draws who was at the last meetings of a series. Minutes that are not open count as they are on disk. */
export async function attendance(
  state: State,
  { uri, folder: folderUri, meetings, create: isToBeMade }: Given<AttendanceParams>,
): Promise<Attendance> {
  const folder =
    uri === undefined
      ? folderGiven(state, folderUri, phrase`Attendance is of a folder of this workspace.`)
      : folderOf(state, String(uri))
  // What is being read from disk will say more.
  await folder.work
  const document = uri === undefined ? undefined : state.documents.get(String(uri))
  const book = (document && understand(state, document)?.book) ?? bookOf(state, folder)
  const line = uri === undefined ? longestLine(book) : lineWith(book, pathOf(folder, String(uri)))
  if (line === undefined)
    throw refused(
      phrase`These are no minutes of a meeting whose day is known, so they are in no series. Open such minutes.`,
    )
  const found = attendedIn(book, folder.settings, line, numberGiven(meetings))
  const svg = attendancePicture(found)
  const last = found.meetings.at(-1)
  const target = isToBeMade === true && folder.uri && last ? uriIn(folder.uri, `attendance-${last.day}.svg`) : undefined
  if (target) await create(state, target, svg, 'Save Attendance Picture as SVG')
  return {
    svg,
    ...(target && { uri: target }),
    table: {
      meetings: found.meetings.map(({ path, day, there, open }) => ({
        uri: folder.uri ? uriIn(folder.uri, path) : String(uri),
        day,
        there: there ?? null,
        open,
      })),
      people: found.people.map(({ at, ...person }) => ({ ...person, at: at.map((presence) => presence ?? null) })),
      total: found.total,
    },
  }
}

function numberGiven(meetings: unknown): number {
  if (meetings === undefined) return MEETINGS
  if (typeof meetings === 'number' && Number.isInteger(meetings) && meetings > 0) return meetings
  throw refused(
    phrase`"${String(meetings)}" is no number of meetings. Give a whole number from 1 on, or none for ${MEETINGS}.`,
  )
}
