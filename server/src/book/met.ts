import type { Book, Person } from './book.ts'

/** Whether the attendance of some meeting names both: then they are two people. */
export const haveMet = ({ parts }: Book, a: Pick<Person, 'key'>, b: Pick<Person, 'key'>): boolean =>
  [...parts.values()].some(({ people }) => people[a.key]?.presence && people[b.key]?.presence)
