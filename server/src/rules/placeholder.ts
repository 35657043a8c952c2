import { entryOf } from '../minutes/front-matter.ts'
import { MASK } from '../minutes/mask.ts'
import { fileDay } from '../minutes/meeting.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { memo } from '../text/memo.ts'
import { phrase } from '../text/phrase.ts'
import { overlaps, type Span, shift, span } from '../text/span.ts'
import { type BlockSubject, type Fix, type Message, type Report, type Rule, replace, type Subject } from './rule.ts'

export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'warning',
  summary: 'template text left over: `FIXME`, `by X, and merged by Y`, `YYYY-MM-DD`, `{NAME}`, a literal `[TOC]`',
  waits: 'pause',
  context: ({ path, day, minutes }) => `${day} ${fileDay(path)} ${[...labelsOf(minutes)].join('\n')}`,
  // A text without a day is the template itself.
  block: (block) => (block.subject.day ? inBlock(block) : NONE),
  reads: ({ content: { kind, text } }) => ((kind === 'paragraph' && LITERAL.test(text)) || kind === 'other') && text,
  document: (subject) => (subject.day ? [...inFrontMatter(subject), ...contents(subject)] : NONE),
}

const NONE: readonly never[] = []

/** Who speaks of such things does not mean them. */
const SPEAKS =
  /\b(?:format\w*|placeholders?|templates?|variables?|macros?|patterns?|syntax|spell\w*|written|literal\w*|regex\w*|file ?names?|renam\w*|ISO|comments?)\b/i

const DATE = '(?:YYYY|yyyy|20[XY][XY]|XXXX)[-/.](?:MM|mm|XX)[-/.](?:DD|dd|XX)'
const TIME = '(?:HH|hh|XX|\\?\\?):(?:MM|mm|XX|\\?\\?)'
const MOMENT = `(?:${DATE}(?:,?[ T]+(?:@ |at )?${TIME})?|${TIME})`
const MARK = '(?:FIXME|FILL ?ME(?: IN)?|CHANGE ?ME|XXX+)'
const NAME =
  '(?:(?:your|full|first|last|meeting|agenda|action|project|insert|the)[ -]){0,2}(?:name|handle|username|nickname|date|time|topic|title|person|owner|assignee|location|description|decision)s?(?: \\d)?'
/** What is left of a link that was pasted without its address may be no more than "link"; a template says which. */
const LINK =
  '(?:(?:your|meeting|agenda|action|project|insert|the)[ -]){1,2}(?:link|url)s?|(?<=:[*_ \\t]{0,4}.)(?:link|url)s?'
/** What may stand before a blank that begins a line: markers, boxes, emphasis, a label. */
const START =
  '^[ \\t]*(?:(?:[-*+>#]+|\\d+[.)])[ \\t]+)*(?:\\[[ xX]\\][ \\t]+)?[*_]*(?:\\p{L}[^:\\n|@]{0,40}:[*_ \\t]*)?'
const END = '[*_ \\t\\r.]*$'
const CALLED = '(?:[Mm]eeting(?: is| will be)?(?: on)?|[Mm]inutes(?: of| for)?|[Hh]eld on|[Dd]ue:?|[Uu]ntil|[Dd]ate:|@)'

/** A blank, and what every line has that holds one: some of the patterns take V8 milliseconds to compile. */
type Blank = readonly [pattern: RegExp, hint?: RegExp]

const MARKED = new RegExp(MARK)
const DATED = new RegExp(MOMENT)
const NAMED = new RegExp(`[[{<](?:${NAME}|${LINK})[\\]}>]`, 'i')

/** Each takes a stretch that stands as a blank would: alone, in brackets, behind a label or where a date must follow. */
const BLANKS: readonly Blank[] = [
  [new RegExp(`\\[(?<blank>${MOMENT}|${MARK})(?: [A-Z]{3,4})?\\](?![([:])`, 'dg')],
  [new RegExp(`\\((?<blank>${MARK})\\)`, 'dg'), MARKED],
  [new RegExp(`(?<![\\p{L}\\p{N}])(?<blank>@${MARK})\\b`, 'dgu'), MARKED],
  [new RegExp(`${START}(?<blank>${MARK})${END}`, 'dgu'), MARKED],
  [new RegExp(`${START}(?<blank>\\[(?:${NAME}|${LINK})\\]|\\{(?:${NAME}|${LINK})\\})${END}`, 'dgiu'), NAMED],
  [new RegExp(`${START}(?<blank>\\[name\\])[ \\t]+[-–—(,]`, 'dgiu'), NAMED],
  [new RegExp(`${START}(?<blank>${MOMENT})(?=${END}|,? (?:@|at|UTC|GMT|\\(?\\d|[-–—]))`, 'dgu'), DATED],
  [new RegExp(`\\b${CALLED} (?<blank>${MOMENT})(?![\\w-])`, 'dg'), DATED],
  // Variables that nobody filled in. Formulas have shorter ones; `${HOME}` and `/{ID}` belong to something else.
  [/(?<![\w$\\])(?<blank>\$(?:[A-Z]{4,}|[A-Z]{2,}(?:_[A-Z]{2,})+)\$)(?![\w$])/dg],
  [/(?<![\w$/{%\\])(?<blank>\{[A-Z]{2,}(?:[_ ][A-Z]{2,})*\})(?![\w/}])/dg],
  [/\bby (?<blank>@?[XYZ])(?![\w'’-]|\.\w)(?:(?!\bor\b)[^\n]){0,60}?\bby (?<other>@?[XYZ])(?![\w'’-]|\.\w)/dg],
]

/** Elsewhere X may be the company. */
const APPROVED: Blank = [/\bby (?<blank>@?(?:[XYZ]|NAME))(?![\w'’-]|\.\w)/dg]

/** Blanks in angle brackets, which Markdown takes for HTML or an address: no prose. */
const ANGLED: readonly Blank[] = [
  [new RegExp(`(?<blank><(?:${MOMENT}|${MARK})(?: [A-Z]{3,4})?>)`, 'dg')],
  [new RegExp(`${START}@?(?<blank><(?:${NAME}|${LINK})>)${END}`, 'dgiu'), NAMED],
]

function inBlock({ content, kind, subject }: BlockSubject): Report[] {
  const { prose, text } = content
  // What is quoted stands as it stands.
  if (content.kind === 'quote' || !HINT.test(prose)) return []
  const found: Span[] = []
  let from = 0
  for (const line of prose.split('\n')) {
    if (line.length < LONGEST && HINT.test(line) && !SPEAKS.test(line)) {
      let at = from
      for (const cell of content.kind === 'table' ? line.split('|') : [line]) {
        const raw = text.slice(at, at + cell.length)
        for (const where of inLine(cell, raw, kind === 'approval')) found.push(shift(where, at))
        at += cell.length + 1
      }
    }
    from += line.length + 1
  }
  const labels = labelsOf(subject.minutes)
  return found.flatMap((where) => {
    const blank = text.slice(where.from, where.to)
    return labels.has(blank.toLowerCase()) ? [] : [report(blank, where, subject)]
  })
}

/** The labels, brackets included, that the text gives addresses for (CommonMark 4.7): `[topic]` is a link then. */
const labelsOf = memo(({ blocks }: Minutes): ReadonlySet<string> => {
  const labels = blocks.map(
    ({ content }) => content.kind === 'other' && /^ {0,3}(\[[^\]\n]+\]):/.exec(content.text)?.[1],
  )
  return new Set(labels.flatMap((label) => (label ? [label.toLowerCase()] : [])))
})

/** In every line that may have a blank. */
const HINT = new RegExp(`[A-Z]{3}|[A-Z]{2}[:}]|(?:hh|\\?\\?):|yyyy|\\[|\\{|${MASK}|\\bby @?[XYZ]\\b`)
/** In UTF-16 code units. No template has longer lines. */
const LONGEST = 2000

function inLine(prose: string, raw: string, approval: boolean): readonly Span[] {
  const found: Span[] = []
  const search = ([pattern, hint]: Blank, line: string) => {
    if (hint && !hint.test(line)) return
    for (const { indices } of line.matchAll(pattern)) {
      for (const at of Object.values(indices!.groups!)) {
        const where = at && span(at[0], at[1])
        if (where && !found.some((other) => overlaps(where, other))) found.push(where)
      }
    }
  }
  for (const blank of BLANKS) search(blank, prose)
  if (approval) search(APPROVED, prose)
  if (!raw.includes('<')) return found
  for (const blank of ANGLED) search(blank, raw)
  // Inside code the backtick before it is no prose either.
  return found.filter(({ from }) => raw[from] !== '<' || prose[from - 1] !== MASK)
}

const report = (blank: string, { from, to }: Span, subject: Subject): Report => ({
  from,
  to,
  message: explain(blank),
  fixes: filledIn(blank, from, subject),
})

const explain = (blank: string): Message => ({
  wrong: phrase`"${blank}" is left over from a template.`,
  why: phrase`Readers will ask what was to stand here.`,
  remedy: phrase`Fill it in; "TBD" says that it is open.`,
})

/** The one date that is known is that of these minutes; not preferred, as another may be meant. */
function filledIn(blank: string, from: number, { path }: Subject): readonly Fix[] {
  const day = fileDay(path)
  const date = day && new RegExp(`^[[<]?(${DATE})`).exec(blank)
  if (!date) return []
  const whole = blank.length === date[0].length + 1 ? blank.length : undefined
  const start = whole ? from : from + date[0].length - date[1]!.length
  return [
    replace(phrase`Write ${day.toString()}`, span(start, whole ? from + whole : from + date[0].length), day.toString()),
  ]
}

function inFrontMatter(subject: Subject): Report[] {
  const { frontMatter, text } = subject.minutes
  return (frontMatter?.entries ?? []).flatMap(({ valueSpan }) => {
    const value = text.slice(valueSpan.from, Math.min(valueSpan.to, valueSpan.from + LONGEST))
    const blank = IN_VALUE.exec(value)
    if (!blank || SPEAKS.test(value)) return []
    const from = valueSpan.from + blank.index
    return [report(blank[0], span(from, from + blank[0].length), subject)]
  })
}

const IN_VALUE = new RegExp(`(?<![\\w-])${MOMENT}(?![\\w-])|(?<=^["']?)${MARK}(?=["']?$)`)

/**
 * `[TOC]` makes a table of contents on some sites. Not on those of Jekyll, which `layout` and `toc` in the front matter
 * speak of.
 */
function contents({ minutes: { blocks, frontMatter, text } }: Subject): Report[] {
  const toc = entryOf(frontMatter, 'toc')
  if (!toc && !entryOf(frontMatter, 'layout')) return []
  const remedy = toc?.text === 'true' ? phrase`The front matter makes one already; remove it.` : phrase`Remove it.`
  return blocks.flatMap(({ content, from }) => {
    const literal = content.kind === 'paragraph' && LITERAL.exec(content.text)
    if (!literal) return []
    return [
      {
        from,
        to: from + literal[1]!.length,
        message: {
          wrong: phrase`"${literal[1]!}" is shown as it stands.`,
          why: phrase`This site makes no table of contents of it.`,
          remedy,
        },
        fixes: [replace(phrase`Remove the line`, lineAndBlank(text, from), '', { preferred: true, safe: true })],
      },
    ]
  })
}

const LITERAL = /^(\[\[?_?TOC_?\]\]?)[ \t\r]*$/i

/** The line with its end, and the blank line behind it. */
function lineAndBlank(text: string, from: number): Span {
  const end = /[^\n]*(?:\n[ \t\r]*(?=\n|$))?\n?/y
  end.lastIndex = from
  return span(text.lastIndexOf('\n', from - 1) + 1, from + end.exec(text)![0].length)
}
