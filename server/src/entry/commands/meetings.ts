import { listMeetings } from '../meetings.ts'
import { type ListFlags, listed, listing, printFrom } from './listing.ts'

export const meetings = listing('meetings', 'list the meetings, with their attendance').action(
  (paths: string[], flags: ListFlags) => printFrom(paths, (books) => listed(listMeetings(books, process.cwd()), flags)),
)
