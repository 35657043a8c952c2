import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types'
import { dayMeant } from './days.ts'
import { type OpenMinutes, rangeOf } from './document.ts'
import { type Thing, thingAt, thingsOf } from './thing.ts'

/** Every place of a document that speaks of the same person, project, day, id or minutes as the one at an offset. */
export function documentHighlights(open: OpenMinutes, offset: number): DocumentHighlight[] | undefined {
  const thing = thingAt(open, offset)
  const wanted = thing && identity(open, thing)
  if (wanted === undefined) return undefined
  return thingsOf(open)
    .filter((each) => each.is === thing!.is && identity(open, each) === wanted)
    .sort((a, b) => a.from - b.from)
    .map((each) => ({ range: rangeOf(open.document, each), kind: DocumentHighlightKind.Text }))
}

/** What two mentions of one thing have in common; `undefined` for what cannot be told apart from others. */
function identity(open: OpenMinutes, thing: Thing): string | undefined {
  switch (thing.is) {
    case 'person':
    case 'project':
      return thing.key
    case 'minutes':
      return thing.path
    case 'id':
      return thing.id.name
    case 'date':
      return thing.date.end ? undefined : dayMeant(thing.date, thing.passage, open)?.toString()
    case 'time':
      return undefined
  }
}
