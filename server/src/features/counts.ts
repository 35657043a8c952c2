import { type Phrase, phrase } from '../text/phrase.ts'

export const days = (count: number): Phrase => (count === 1 ? phrase`1 day` : phrase`${count} days`)
export const meetings = (count: number): Phrase => (count === 1 ? phrase`1 meeting` : phrase`${count} meetings`)
export const filesOfMinutes = (count: number): Phrase =>
  count === 1 ? phrase`1 file of minutes` : phrase`${count} files of minutes`
