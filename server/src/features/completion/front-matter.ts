import { CompletionItemKind } from 'vscode-languageserver-types'
import { type UsualKey, usualFrontMatter } from '../../drafting/front-matter-values.ts'
import type { Piece } from '../../drafting/piece.ts'
import { phrase } from '../../text/phrase.ts'
import type { OpenMinutes } from '../document.ts'
import type { Caret } from './caret.ts'
import type { Offer } from './offer.ts'

const KEY = /^[A-Za-z_]?[\w-]*$/
const VALUE = /^([A-Za-z_][\w-]*)([ \t]*:[ \t]*)(.*)$/

/** The keys that the group's other minutes have and these do not; behind a key, its values there, with this day. */
export function completeFrontMatter(open: OpenMinutes, caret: Caret): Offer[] {
  if (caret.after.trim() !== '') return []
  const usual = usualFrontMatter(open)
  const value = VALUE.exec(caret.before)
  if (value) return valuesOf(usual, value, caret)
  if (!KEY.test(caret.before)) return []
  const written = new Set(keysIn(open, caret))
  return usual.filter(({ key }) => !written.has(key)).map((each) => offerOf(each, caret))
}

function valuesOf(usual: readonly UsualKey[], value: RegExpExecArray, caret: Caret): Offer[] {
  const [, key, colon, typed = ''] = value
  const found = usual.find((each) => each.key === key)
  const begun = typed.toLowerCase()
  const values = found?.values.filter((each) => each !== typed && each.toLowerCase().startsWith(begun)) ?? []
  const lead = /\s$/.test(colon!) ? '' : ' '
  return values.slice(0, MOST_VALUES).map((each) => ({
    label: each,
    kind: CompletionItemKind.Value,
    pieces: [lead + each],
    at: { from: caret.offset - typed.length, to: caret.offset },
    filter: lead + each,
  }))
}

const MOST_VALUES = 10

/** The keys on all lines but the caret's. */
function keysIn({ minutes: { text, frontMatter } }: OpenMinutes, caret: Caret): readonly string[] {
  const above = text.slice(0, caret.lineStart)
  const below = text.slice(caret.offset, frontMatter?.inner.to ?? caret.offset)
  return [...`${above}\n${below}`.matchAll(/^([A-Za-z_][\w-]*)[ \t]*:/gm)].map(([, key]) => key!)
}

function offerOf({ key, values, count, of }: UsualKey, { before, offset }: Caret): Offer {
  const [value] = values
  const proposal: readonly Piece[] = value === undefined ? [] : values.length === 1 ? [value] : [{ blank: value }]
  return {
    label: key,
    kind: CompletionItemKind.Property,
    pieces: [`${key}: `, ...proposal],
    at: { from: offset - before.length, to: offset },
    ...(value !== undefined && { detail: value }),
    documentation: [phrase`In ${count} of the last ${of} minutes`],
  }
}
