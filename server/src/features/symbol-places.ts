import type { Range } from 'vscode-languageserver-types'
import type { Minutes } from '../minutes/minutes.ts'
import { actionsOf } from '../minutes/notes.ts'
import { projectsOf } from '../minutes/projects.ts'
import type { Span } from '../text/span.ts'
import { rangesIn } from './source.ts'
import type { SymbolPlace } from './workspace-symbols.ts'

/** Where in its minutes each symbol stands that anybody may ask for. */
export type SymbolPlaces = (place: SymbolPlace) => Range

const START: Span = { from: 0, to: 0 }

/** The places in a text. What is not there any more is looked for at its beginning. */
export function symbolPlaces(minutes: Minutes): SymbolPlaces {
  const { text, sections, blocks } = minutes
  const range = rangesIn(text)
  const title = sections[0]?.heading.level === 1 ? sections[0].label : START
  const labels = sections.map(({ label }) => range(label))
  const actions = actionsOf(minutes).map((action) =>
    range(action.text.to > action.text.from ? action.text : action.checkbox),
  )
  const projects = new Map(
    projectsOf(minutes)
      .map((each) => [each.key, range(each)] as const)
      .reverse(),
  )
  const people = new Map<string, Range>()
  for (const { content, from } of blocks) {
    for (const { key, from: at, to } of content.mentions) {
      if (!people.has(key)) people.set(key, range({ from: from + at, to: from + to }))
    }
  }
  const start = range(title)
  return ({ what, index = -1, key = '' }) =>
    (what === 'section'
      ? labels[index]
      : what === 'action'
        ? actions[index]
        : what === 'person'
          ? people.get(key)
          : what === 'project'
            ? projects.get(key)
            : undefined) ?? start
}
