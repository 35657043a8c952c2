import { type Context, defaultOperators, type Liquid } from 'liquidjs'

/** Tags that take in other templates. Those are files, and a template has none. */
export const FILE_TAGS = ['include', 'render', 'layout', 'block'] as const

/** Takes the tags away that would look for files. */
export function withoutFiles(liquid: Liquid): void {
  for (const tag of FILE_TAGS) delete liquid.tags[tag]
  // Another element each time: nobody could say what a template makes.
  delete liquid.filters.sample
}

/** More nobody writes to say when something is, in UTF-16 code units; and what one of them costs beside other texts. */
const [LONGEST_FORMAT, COST] = [100, 100]

/** What Liquid calls the present moment. */
const NOW = /^\s*(?:now|today)\s*$/i

/** Filters that make words of a day: they know no present moment, and take no long formats. */
export function boundDates(liquid: Liquid): void {
  for (const name of ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string']) {
    const original = liquid.filters[name] as Filter
    liquid.registerFilter(name, function (this: Running, value: unknown, ...given: unknown[]) {
      if (NOW.test(String(value))) throw new Error(`"${name}" knows no "${String(value).trim()}"`)
      if (given.some((each) => String(each).length > LONGEST_FORMAT)) throw new RangeError('The format is too long')
      this.context.memoryLimit.use(COST * Math.max(sizeOf(given[0]), 10))
      return original.call(this, value, ...given)
    })
  }
}

interface Running {
  readonly context: Context
}
type Filter = (this: unknown, ...given: unknown[]) => unknown

/** Counts what filters are given as handled: not all of Liquid's do. */
export function countFilters(liquid: Liquid): void {
  for (const [name, filter] of Object.entries(liquid.filters)) {
    // Few say more than what they do: such as that their output needs no escaping.
    const { handler, raw = false } = typeof filter === 'function' ? { handler: filter } : filter
    // These work an expression out for each element.
    const weight = name.endsWith('_exp') ? 10 : 1
    const counted: Filter = function (this: unknown, ...given) {
      const { memoryLimit } = (this as Running).context
      for (const each of given) memoryLimit.use(weight * sizeOf(each))
      return (handler as Filter).apply(this, given)
    }
    liquid.registerFilter(name, { handler: counted, raw })
  }
}

/** The operators, with what they compare counted as handled. */
export const countedOperators = Object.fromEntries(
  Object.entries(defaultOperators).map(([sign, operator]) => {
    const counted = (...given: unknown[]) => {
      const context = given.at(-1) as Context
      for (const each of given.slice(0, -1)) context.memoryLimit.use(sizeOf(each))
      return (operator as Filter)(...given)
    }
    return [sign, counted]
  }),
) as unknown as typeof defaultOperators

/** Code units of a text, elements of a list. */
const sizeOf = (value: unknown): number => (typeof value === 'string' || Array.isArray(value) ? value.length : 0)
