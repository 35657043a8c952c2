/// <reference path="./template-files.d.ts" />
import board from './board.liquid'
import initials from './initials.liquid'
import long from './long.liquid'
import plain from './plain.liquid'
import short from './short.liquid'
import steering from './steering.liquid'
import { readTemplate, type Template } from './template.ts'

/** The templates that ship, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = Object.entries({ long, short, steering, board, initials, plain }).map(
  ([id, text]) => readTemplate(id, text),
)

/** A folder's own templates, then those that ship; one of the folder's takes the place of that with its id. */
export const withOwn = (own: readonly Template[]): readonly Template[] => [
  ...own,
  ...TEMPLATES.filter(({ id }) => !own.some((each) => each.id === id)),
]

/** The template of this id. */
export const templateNamed = (id: string, templates: readonly Template[] = TEMPLATES): Template | undefined =>
  templates.find((template) => template.id === id)
