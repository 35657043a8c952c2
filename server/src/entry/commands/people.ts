import { listPeople } from '../people.ts'
import { type ListFlags, listed, listing, printFrom } from './listing.ts'

export const people = listing('people', 'list who was there, how often, and in which roles').action(
  (paths: string[], flags: ListFlags) => printFrom(paths, (books) => listed(listPeople(books), flags)),
)
