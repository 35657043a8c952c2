import { type ActionFilter, listActions } from '../actions.ts'
import { day } from './given.ts'
import { type ListFlags, listed, listing, printFrom } from './listing.ts'

export const actions = listing(
  'actions',
  'list what is open, each action item once, with its first meeting and its age',
)
  .option('--person <who>', 'only what this person will do: a handle or a name')
  .option('--project <title>', 'only what stands below this project or topic, or a part of its title')
  .option('--since <day>', 'only what has been open since this day (YYYY-MM-DD) or a later one', day)
  .option('--all', 'also what was done, and what was dropped')
  .action((paths: string[], flags: ListFlags & ActionFilter) =>
    printFrom(paths, (books) => listed(listActions(books, flags, process.cwd()), flags)),
  )
