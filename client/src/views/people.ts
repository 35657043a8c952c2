import {
  type BookAction,
  type BookMeeting,
  type BookParams,
  type BookPerson,
  Commands,
} from '../../../server/src/protocol/messages.ts'
import { t } from '../translated.ts'
import { actionLine } from './action-line.ts'
import { meetingLine } from './meetings.ts'
import { type BookFolder, byFolder, type Node, type Source } from './tree.ts'
import { joined, longDay, ofMeetings, ofOpen, ofRegrets, spoken } from './words.ts'

/** The people of the book with their attendance; below each what they are to do, and the meetings they were at. */
export const peopleLines = (source: Source, isKept: (action: BookAction) => boolean) => () =>
  byFolder(source, async (folder: BookFolder) => {
    const people = await source.ask<readonly BookPerson[]>(Commands.bookPeople, { folder: folder.folder })
    return people.map((person) => personLine(source, folder, person, isKept))
  })

function personLine(
  source: Source,
  folder: BookFolder,
  person: BookPerson,
  isKept: (action: BookAction) => boolean,
): Node {
  const { key, handle, name, present, meetings, regrets, absent, chair, scribe, open, since, last } = person
  const id = `${folder.folder} ${key}`
  const params: BookParams = { folder: folder.folder, person: key }
  const label = handle ? `@${handle}` : name!
  const presence = meetings > 0 && t`present ${present} of ${meetings}`
  const roles = [
    chair > 0 && (chair === 1 ? t`chaired 1 meeting` : t`chaired ${chair} meetings`),
    scribe > 0 && (scribe === 1 ? t`took the minutes of 1 meeting` : t`took the minutes of ${scribe} meetings`),
  ]
  return {
    id,
    label,
    description: joined(meetings > 0 && t`${present} of ${meetings}`, open > 0 && t`${open} open`, handle && name),
    spoken: spoken(label, handle && name, presence, last && t`last on ${longDay(last)}`, open > 0 && ofOpen(open)),
    tooltip: [
      joined(label, handle && name),
      meetings > 0 &&
        (since
          ? t`Present at ${present} of ${ofMeetings(meetings)} since ${since}`
          : t`Present at ${present} of ${ofMeetings(meetings)}`),
      last && t`Last seen ${longDay(last)}`,
      spoken(regrets > 0 && ofRegrets(regrets), absent > 0 && t`${absent} times absent`),
      ...roles,
      open > 0 && ofOpen(open),
    ]
      .filter(Boolean)
      .join('\n'),
    icon: 'person',
    kind: 'person',
    ...((open > 0 || present > 0) && { children: below }),
  }

  async function below(): Promise<readonly Node[]> {
    const all = await source.ask<readonly BookAction[]>(Commands.bookActions, params)
    const own = all.filter((action) => !action.done || isKept(action))
    const attended: Node = {
      id: `${id} meetings`,
      label: t`Meetings`,
      description: `${present}`,
      spoken: present === 1 ? t`present at 1 meeting` : t`present at ${present} meetings`,
      icon: 'calendar',
      async children() {
        const found = await source.ask<readonly BookMeeting[]>(Commands.bookMeetings, params)
        return [...found].reverse().map((meeting) => meetingLine(source, meeting, `${id} `))
      },
    }
    return [...own.map((action) => actionLine(folder, action, id, false)), ...(present > 0 ? [attended] : [])]
  }
}
