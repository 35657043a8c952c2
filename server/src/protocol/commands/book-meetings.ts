import { attendeeKey } from '../../book/attendees.ts'
import { meetingsOf } from '../../book/meetings.ts'
import type { Named } from '../../book/record.ts'
import { seriesTitle } from '../../book/series-title.ts'
import { formatClock } from '../../minutes/times.ts'
import { phrase } from '../../text/phrase.ts'
import { bookToFollow } from '../book-changed.ts'
import type { BookMeeting, BookParams } from '../messages.ts'
import type { State } from '../state.ts'
import { uriIn } from '../uris.ts'
import type { Given } from './command.ts'
import { folderGiven } from './given.ts'

/** The meetings of a folder or, where a person is given, those they were at. */
export async function bookMeetings(state: State, { folder: uri, person }: Given<BookParams>): Promise<BookMeeting[]> {
  const folder = folderGiven(state, uri, phrase`Meetings are listed from a folder of this workspace.`)
  const book = await bookToFollow(state, folder)
  const wasThere = (each: Named) => attendeeKey(book, each) === person
  return meetingsOf(book, folder.settings).flatMap(({ path, day, time, record }): BookMeeting[] => {
    const { attendance, roles, decisions, topics, open, done } = record
    const { present, partly, regrets, absent } = attendance
    if (person !== undefined && !present.some(wasThere) && !partly.some(wasThere)) return []
    const series = seriesTitle(book, path)
    return [
      {
        uri: uriIn(folder.uri, path),
        day,
        ...(time !== undefined && { time: formatClock(time) }),
        ...(series && { series }),
        chair: roles.chair.map(shown),
        scribe: roles.scribe.map(shown),
        present: present.length,
        partly: partly.length,
        regrets: regrets.length,
        absent: absent.length,
        decisions,
        topics,
        open,
        done,
      },
    ]
  })
}

const shown = ({ handle, name }: Named): string => (handle ? `@${handle}` : name!)
