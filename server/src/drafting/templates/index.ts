import { board } from './board.ts'
import { long } from './long.ts'
import { plain } from './plain.ts'
import { short } from './short.ts'
import type { Template } from './template.ts'

/** The templates that ship, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [long, short, board, plain]

/** The template of this id. */
export const templateNamed = (id: string): Template | undefined => TEMPLATES.find((template) => template.id === id)
