/** The weekdays of other languages, from Monday, as CLDR has them. */
const NAMES: readonly (readonly string[])[] = [
  'montag dienstag mittwoch donnerstag freitag samstag sonntag',
  'montag dienstag mittwoch donnerstag freitag sonnabend sonntag',
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  'lundi mardi mercredi jeudi vendredi samedi dimanche',
  'lunes martes miércoles jueves viernes sábado domingo',
  'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
  'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  'mandag tirsdag onsdag torsdag fredag lørdag søndag',
  'måndag tisdag onsdag torsdag fredag lördag söndag',
  'poniedziałek wtorek środa czwartek piątek sobota niedziela',
].map((names) => names.split(' '))

/** Whether a word is a weekday of some language other than English. */
export const isWeekdayElsewhere = (word: string): boolean => NAMES.some((names) => names.includes(word.toLowerCase()))

/**
 * Another weekday in the language of the one written, with as large a first letter; `undefined` where the one written is
 * not that of `from`, or languages that share it do not share the other. Days count from 1, Monday.
 */
export function weekdayElsewhere(written: string, from: number, to: number): string | undefined {
  const found = new Set(NAMES.flatMap((names) => (names[from - 1] === written.toLowerCase() ? names[to - 1]! : [])))
  const [name, ...others] = found
  if (name === undefined || others.length > 0) return undefined
  return written[0] === written[0]!.toUpperCase() ? name[0]!.toUpperCase() + name.slice(1) : name
}
