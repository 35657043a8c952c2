import { listDecisions } from '../decisions.ts'
import { type ListFlags, listed, listing, printFrom } from './listing.ts'

export const decisions = listing('decisions', 'list what was decided, and where that stands').action(
  (paths: string[], flags: ListFlags) =>
    printFrom(paths, (books) => listed(listDecisions(books, process.cwd()), flags)),
)
