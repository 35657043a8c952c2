import { attendeesOf } from '../../book/attendees.ts'
import { order } from '../../text/order.ts'
import { phrase } from '../../text/phrase.ts'
import { actionsToFollow } from '../book-changed.ts'
import type { BookParams, BookPerson } from '../messages.ts'
import type { State } from '../state.ts'
import type { Given } from './command.ts'
import { folderGiven } from './given.ts'

/** The people of a folder's minutes, or one of them. */
export async function bookPeople(state: State, { folder: uri, person }: Given<BookParams>): Promise<BookPerson[]> {
  const folder = folderGiven(state, uri, phrase`People are listed from a folder of this workspace.`)
  const book = await actionsToFollow(state, folder)
  return attendeesOf(book)
    .filter(({ key }) => person === undefined || key === person)
    .sort((a, b) => b.present - a.present || order(a.key, b.key))
}
