import type { Liquid } from 'liquidjs'

/** Tags that take in other templates. Those are files, and a template has none. */
export const FILE_TAGS = ['include', 'render', 'layout', 'block'] as const

/** Takes the tags away that would look for files. */
export function withoutFiles(liquid: Liquid): void {
  for (const tag of FILE_TAGS) delete liquid.tags[tag]
  // Another element each time: nobody could say what a template makes.
  delete liquid.filters.sample
}

/** More nobody writes to say when something is, in UTF-16 code units. */
const LONGEST_FORMAT = 100

/** What Liquid calls the present moment. */
const NOW = /^\s*(?:now|today)\s*$/i

/** Filters that make words of a day: they know no present moment, and take no long formats, which cost much. */
export function boundDates(liquid: Liquid): void {
  for (const name of ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string']) {
    const original = liquid.filters[name] as (this: unknown, ...given: unknown[]) => unknown
    liquid.registerFilter(name, function (this: unknown, value: unknown, ...given: unknown[]) {
      if (NOW.test(String(value))) throw new Error(`"${name}" knows no "${String(value).trim()}"`)
      if (given.some((each) => String(each).length > LONGEST_FORMAT)) throw new RangeError('The format is too long')
      return original.call(this, value, ...given)
    })
  }
}
