import type { Hover, MarkupKind } from 'vscode-languageserver-types'
import { type OpenMinutes, rangeOf } from './document.ts'
import type { ReadMinutes } from './elsewhere.ts'
import { hoverDate } from './hover/date.ts'
import { hoverId } from './hover/id.ts'
import { hoverMinutes } from './hover/minutes.ts'
import { hoverPerson } from './hover/person.ts'
import { hoverProject } from './hover/project.ts'
import { hoverTime } from './hover/time.ts'
import { markup, type Paragraph } from './markup.ts'
import { type Thing, thingAt } from './thing.ts'

/**
 * What the book knows of what stands at an offset; nothing rather than a guess.
 *
 * @param read for what only another file says
 */
export async function hover(
  open: OpenMinutes,
  offset: number,
  kind: MarkupKind,
  read: ReadMinutes,
): Promise<Hover | undefined> {
  const thing = thingAt(open, offset)
  const paragraphs = thing && (await about(thing, open, read))
  return paragraphs && { contents: markup(paragraphs, kind, open.say), range: rangeOf(open.document, thing) }
}

/** Whether what stands at an offset says the same, however much of the book is read. */
export function saysTheSameAnyway(open: OpenMinutes, offset: number): boolean {
  const thing = thingAt(open, offset)
  return thing?.is === 'date' || thing?.is === 'time'
}

function about(
  thing: Thing,
  open: OpenMinutes,
  read: ReadMinutes,
): Promise<readonly Paragraph[] | undefined> | readonly Paragraph[] | undefined {
  switch (thing.is) {
    case 'person':
      return hoverPerson(open, thing.key, read)
    case 'project':
      return hoverProject(open, thing.key, read)
    case 'minutes':
      return hoverMinutes(thing.path, read)
    case 'id':
      return hoverId(open, thing.id)
    case 'date':
      return hoverDate(open, thing.date, thing.passage)
    case 'time':
      return hoverTime(open, thing.time, thing.passage)
  }
}
