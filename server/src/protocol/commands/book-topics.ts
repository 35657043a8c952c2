import { decisionsOf } from '../../minutes/decisions.ts'
import { blockAt } from '../../minutes/minutes.ts'
import { actionsOf } from '../../minutes/notes.ts'
import { topicsOf } from '../../minutes/topics.ts'
import { lineStarts, positionAt } from '../../text/lines.ts'
import type { Span } from '../../text/span.ts'
import { pathOf } from '../folder.ts'
import type { BookTopic, BookTopicsParams } from '../messages.ts'
import { minutesNow } from '../sources.ts'
import { folderOf, type State } from '../state.ts'
import type { Given } from './command.ts'

/** What minutes of a folder are about, open or not; nothing for any other file. */
export async function bookTopics(state: State, { uri }: Given<BookTopicsParams>): Promise<BookTopic[]> {
  const folder = folderOf(state, String(uri))
  const path = pathOf(folder, String(uri))
  // What is asked for may be any file: no others than minutes are read.
  const source = folder.book.parts.has(path) ? await minutesNow(state, folder, path) : undefined
  if (!source) return []
  const { minutes } = source
  const starts = lineStarts(minutes.text)
  const below = (section: number, places: readonly Span[]) =>
    places.filter(({ from }) => minutes.within[blockAt(minutes, from)] === section).length
  return topicsOf(minutes).map((topic) => {
    const section = minutes.sections.indexOf(topic)
    return {
      title: topic.heading.title,
      line: positionAt(starts, topic.label.from).line,
      decisions: below(section, decisionsOf(minutes)),
      actions: below(section, actionsOf(minutes)),
    }
  })
}
