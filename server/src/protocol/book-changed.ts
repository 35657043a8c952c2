import { followingActions } from '../book/actions.ts'
import type { Book } from '../book/book.ts'
import { sameStory } from '../book/same-story.ts'
import { stepAside } from './aside.ts'
import type { Folder } from './folder.ts'
import { BookChangedNotification, type BookChangedParams } from './messages.ts'
import { bookOf, type State } from './state.ts'

/** How long nothing must have changed before anybody is told, in milliseconds: while somebody types, nobody is. */
const PAUSE = 500

/** A folder's book once it has been read, for somebody who is then told when it changes. */
export async function bookToFollow(state: State, folder: Folder): Promise<Book> {
  // Half a book would look like all there is.
  await folder.work
  const book = bookOf(state, folder)
  // Who was told of an earlier state is still to hear that it is no more.
  folder.told ??= book
  return book
}

/** The same for somebody who needs its action items. Whatever the editor asks comes first. */
export async function actionsToFollow(state: State, folder: Folder): Promise<Book> {
  const book = await bookToFollow(state, folder)
  const step = stepAside(state)
  for (const _ of followingActions(book)) await step()
  return book
}

/** Tells those who follow a book, after a pause, that it has changed; where nobody does, it costs nothing. */
export function bookMayHaveChanged(state: State): void {
  if (![...state.folders.values()].some(({ told }) => told)) return
  clearTimeout(state.telling)
  state.telling = setTimeout(() => {
    try {
      for (const folder of state.folders.values()) tellIfChanged(state, folder)
    } catch (error) {
      // Nobody waits for an answer here, and the server must go on.
      state.connection.console.error(String((error as Error).stack))
    }
  }, PAUSE)
}

function tellIfChanged(state: State, folder: Folder): void {
  const { told, uri } = folder
  if (!told || sameStory(told, bookOf(state, folder))) return
  folder.told = undefined
  const params: BookChangedParams = { folder: uri }
  void state.connection.sendNotification(BookChangedNotification, params)
}
