import { type ActionHistory, byAge, latestActions } from '../../book/actions.ts'
import type { Book } from '../../book/book.ts'
import { nameOf } from '../../book/names.ts'
import { handlesOf } from '../../book/who.ts'
import { canonical } from '../../minutes/mentions.ts'
import { phrase } from '../../text/phrase.ts'
import { actionsToFollow } from '../book-changed.ts'
import type { BookAction, BookParams } from '../messages.ts'
import { placesIn } from '../places.ts'
import type { State } from '../state.ts'
import { uriIn } from '../uris.ts'
import type { Given } from './command.ts'
import { folderGiven } from './given.ts'

/** The action items of the latest minutes of each series, open or done there, or those of one person. */
export async function bookActions(state: State, { folder: uri, person }: Given<BookParams>): Promise<BookAction[]> {
  const folder = folderGiven(state, uri, phrase`Action items are listed from a folder of this workspace.`)
  const book = await actionsToFollow(state, folder)
  const rows: BookAction[] = []
  for (const history of [...latestActions(book)].sort(byAge)) {
    const { latest, appearances, since, meetings } = history
    const owners = ownersOf(book, history)
    if (person !== undefined && !owners.some(({ key }) => key === person)) continue
    const places = await placesIn(state, folder, latest.path)
    rows.push({
      id: `${appearances[0]!.path}#${appearances[0]!.index}`,
      action: latest.words.text,
      owners,
      topic: latest.words.topic,
      done: latest.words.done,
      since,
      meetings,
      uri: uriIn(folder.uri, latest.path),
      line: places?.({ what: 'action', index: latest.index }).start.line ?? 0,
    })
  }
  return rows
}

const ownersOf = (book: Book, { latest }: ActionHistory): BookAction['owners'] =>
  handlesOf(book, latest.words.owners).map((handle) => {
    const name = nameOf(book, canonical(handle))
    return { key: `@${canonical(handle)}`, handle, ...(name && { name }) }
  })
