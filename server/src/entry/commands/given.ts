import { InvalidArgumentError } from 'commander'
import { readDay } from '../../minutes/calendar.ts'

/** An option's value that is a day. @throws {InvalidArgumentError} where it is none. */
export function day(text: string): string {
  if (!readDay(text)) throw new InvalidArgumentError('It must be a day as YYYY-MM-DD.')
  return text
}

/** An option's value that is a number. @throws {InvalidArgumentError} where it is none. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}
