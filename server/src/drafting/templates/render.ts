import { Context, Liquid, type Context as LiquidContext, type Template as Tree, toValueSync } from 'liquidjs'
import { lineAround } from '../../text/lines.ts'
import type { Span } from '../../text/span.ts'
import { visible } from '../../text/visible.ts'
import { boundDates, countedOperators, countFilters, withoutFiles } from './restrictions.ts'
import { type Message, messageOf, TOO_LARGE, TOO_LONG, unknownName } from './template-messages.ts'
import { unknownIn } from './unknown-names.ts'

/** What is wrong in a template, and where: in its first line, where nothing narrower is known. */
export interface TemplateProblem extends Span {
  /** From 1, as people count. */
  readonly line: number
  readonly message: Message
}

/** A template that cannot be used. The message is for people. */
export class TemplateError extends Error {
  readonly problem: TemplateProblem
  /** @param name what the template is called, as people know it: a path, or an id. */
  constructor(name: string, problem: TemplateProblem) {
    const { wrong, why, remedy } = problem.message
    super(visible(`${name}, line ${problem.line}: ${wrong} ${why} ${remedy}`))
    this.problem = problem
  }
}

/** The largest template that is read, in UTF-16 code units: some thirty times the largest that groups write. */
export const MOST_TEXT = 64 * 1024
/** The longest minutes that a template may make, in UTF-16 code units. */
const MOST_OUTPUT = 256 * 1024
/** How many tags and texts it may go through, and how much it may handle: elements of lists and code units of texts. */
const [MOST_STEPS, MOST_HANDLED] = [20_000, 500_000]
/**
 * What those two do not see ends after this, in milliseconds. No template of a group comes near, however busy the
 * machine is: they take a few.
 */
const MOST_TIME = 2000

// No files, no clock, no place: a template sees its data and nothing else, and what it may spend is bounded.
const liquid = new Liquid({
  templates: {},
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
  parseLimit: MOST_TEXT,
  renderLimit: MOST_TIME,
  memoryLimit: MOST_HANDLED,
  timezoneOffset: 0,
  locale: 'en-US',
  operators: countedOperators,
})
withoutFiles(liquid)
boundDates(liquid)
countFilters(liquid)

/**
 * The text that a template makes of its data, without blank lines at its head.
 *
 * @throws {TemplateError}
 */
export function render(name: string, text: string, data: object): string {
  const found = tried(text, data)
  if (typeof found !== 'string') throw new TemplateError(name, found)
  return found
}

/** What is wrong in a template; `undefined` where nothing is. Also what stands where this data does not lead. */
export function problemIn(text: string, data: object): TemplateProblem | undefined {
  const found = tried(text, data)
  return typeof found === 'string' ? undefined : found
}

function tried(text: string, data: object): string | TemplateProblem {
  if (text.length > MOST_TEXT) return problemAt(text, undefined, TOO_LARGE)
  let done: Tree | undefined
  try {
    const trees = liquid.parse(text)
    const unknown = unknownIn(trees, text, data)
    if (unknown) return problemAt(text, { begin: unknown.from, end: unknown.to }, unknownName(unknown.name, data))
    const context = newContext(data)
    const output = newOutput()
    for (const tree of trees) {
      renderOne(tree, context, output)
      done = tree
    }
    return output.buffer.trimStart()
  } catch (error) {
    const { token = done?.token } = error as { token?: Place }
    return problemAt(text, token, messageOf(error as Error, data))
  }
}

/** Steps are counted where Liquid looks at the clock. */
function newContext(data: object): LiquidContext {
  const context = new Context(data, liquid.options, { sync: true })
  const { renderLimit } = context
  const check = renderLimit.check.bind(renderLimit)
  let steps = 0
  renderLimit.check = (now) => {
    if (++steps > MOST_STEPS) throw new RangeError(TOO_LONG.wrong)
    check(now)
  }
  return context
}

const renderOne = (tree: Tree, context: LiquidContext, output: Output): unknown =>
  toValueSync(liquid.renderer.renderTemplates([tree], context, output))

type Output = NonNullable<Parameters<typeof liquid.renderer.renderTemplates>[2]>

/** What is written so far. That it is too much is told where it becomes so. */
function newOutput() {
  const output = {
    buffer: '',
    write(html: unknown) {
      output.buffer += String(html)
      if (output.buffer.length > MOST_OUTPUT) throw new RangeError(TOO_LONG.wrong)
    },
  }
  return output
}

interface Place {
  readonly begin: number
  readonly end: number
}

function problemAt(text: string, place: Place | undefined, message: Message): TemplateProblem {
  const from = Math.min(place?.begin ?? 0, text.length)
  // A tag may go on over many lines; what is underlined is its first.
  const { to: lineEnd } = lineAround(text, from)
  return {
    from,
    to: Math.max(from, Math.min(place?.end ?? lineEnd, lineEnd)),
    line: text.slice(0, from).split(/\r\n|[\r\n]/).length,
    message,
  }
}
