import { relative, sep } from 'node:path'
import type { Finding } from '../../rules/rule.ts'
import type { Severity } from '../../settings/settings.ts'
import { english } from '../../text/phrase.ts'
import { visible } from '../../text/visible.ts'

/** A path as reports show it: relative to the working folder, with `/`. */
export const shownPath = (path: string, folder: string): string => (relative(folder, path) || '.').split(sep).join('/')

/** The three parts of a message in one text, in English. */
export const messageOf = ({ message: { wrong, why, remedy } }: Finding): string =>
  visible([wrong, why, remedy].map(english).join(' '))

/** ESLint's numbers; what is quieter than a warning is 0. */
export const NUMBERS: Readonly<Record<Severity, 0 | 1 | 2>> = { error: 2, warning: 1, information: 0, hint: 0 }
