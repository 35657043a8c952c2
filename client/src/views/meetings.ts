import { Range, Uri } from 'vscode'
import {
  type BookMeeting,
  type BookTopic,
  type BookTopicsParams,
  Commands,
} from '../../../server/src/protocol/messages.ts'
import { t } from '../translated.ts'
import { type BookFolder, byFolder, type Node, type Source } from './tree.ts'
import {
  dayInYear,
  joined,
  longDay,
  ofActions,
  ofDecisions,
  ofMeetings,
  ofOpen,
  ofRegrets,
  shortDay,
  spoken,
} from './words.ts'

/** The meetings of the book by year, the latest first; below each what it was about. */
export const meetingLines = (source: Source) => (): Promise<readonly Node[]> =>
  byFolder(source, async ({ folder }: BookFolder) => {
    const meetings = await source.ask<readonly BookMeeting[]>(Commands.bookMeetings, { folder })
    const years = new Map<string, BookMeeting[]>()
    for (const meeting of [...meetings].reverse()) {
      const year = meeting.day.slice(0, 4)
      years.set(year, [...(years.get(year) ?? []), meeting])
    }
    return [...years].map(
      ([year, own], index): Node => ({
        id: `${folder} ${year}`,
        label: year,
        description: ofMeetings(own.length),
        spoken: `${year}, ${ofMeetings(own.length)}`,
        icon: 'calendar',
        isOpen: index === 0,
        children: () => own.map((meeting) => meetingLine(source, meeting)),
      }),
    )
  })

/**
 * A meeting, which opens its minutes. Of what is told of it, the hour alone is left to the tooltip: a narrow side bar has
 * room for no more.
 *
 * @param within the line it stands below, where that is not its year.
 */
export function meetingLine(source: Source, meeting: BookMeeting, within = ''): Node {
  const { uri, day, time, series, present, partly, regrets, absent, decisions, topics, open, done } = meeting
  const there = present + partly
  const decided = decisions > 0 && ofDecisions(decisions)
  const told = joined(there > 0 && t`${there} present`, decided)
  return {
    id: `${within}${uri}`,
    label: within ? shortDay(day) : dayInYear(day),
    description: joined(series, told || (time && `${time} UTC`)),
    spoken: spoken(longDay(day), series, time && `${time} UTC`, there > 0 && t`${there} present`, decided),
    tooltip: [
      `${longDay(day)}${time ? `, ${time} UTC` : ''}`,
      meeting.chair.length > 0 && t`Chair: ${meeting.chair.join(', ')}`,
      meeting.scribe.length > 0 && t`Scribe: ${meeting.scribe.join(', ')}`,
      spoken(
        present > 0 && t`${present} present`,
        partly > 0 && t`${partly} partly present`,
        regrets > 0 && ofRegrets(regrets),
        absent > 0 && t`${absent} absent`,
      ),
      spoken(decided, open > 0 && ofOpen(open), done > 0 && (done === 1 ? t`1 action done` : t`${done} actions done`)),
    ]
      .filter(Boolean)
      .join('\n'),
    icon: 'notebook',
    kind: 'meeting',
    command: opening(uri),
    ...(topics > 0 && { children: () => topicLines(source, uri, within) }),
  }
}

async function topicLines(source: Source, uri: string, within: string): Promise<readonly Node[]> {
  const params: BookTopicsParams = { uri }
  const topics = await source.ask<readonly BookTopic[]>(Commands.bookTopics, params)
  return topics.map(({ title, line, decisions, actions }, index): Node => {
    const counts = [decisions > 0 && ofDecisions(decisions), actions > 0 && ofActions(actions)]
    return {
      id: `${within}${uri}#${index}`,
      label: title,
      description: joined(...counts),
      spoken: spoken(title, ...counts),
      icon: 'comment',
      command: opening(uri, line),
    }
  })
}

/** Opens minutes, at a line (from 0) where one is given. */
export const opening = (uri: string, line?: number): NonNullable<Node['command']> => ({
  title: t`Open`,
  command: 'vscode.open',
  arguments: [Uri.parse(uri), ...(line === undefined ? [] : [{ selection: new Range(line, 0, line, 0) }])],
})
