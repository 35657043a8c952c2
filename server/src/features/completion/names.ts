import { CompletionItemKind } from 'vscode-languageserver-types'
import { usualNames } from '../../book/usual-names.ts'
import { attendanceOf } from '../../minutes/attendance.ts'
import { phrase } from '../../text/phrase.ts'
import type { OpenMinutes } from '../document.ts'
import { isRoleLine, listAt } from './attendance-list.ts'
import type { Caret } from './caret.ts'
import type { Offer } from './offer.ts'

/** What is typed of a name: behind a marker, a label, or the name before. */
const TYPED = /(?:^\s*(?:[-*+]|\d{1,9}[.)])|[:,;]|\band)[*_]*[ \t\u00a0]+(\p{L}[\p{L}\p{M}.'’ -]*|)$/u
const EMPTY_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+$/

/**
 * The people of a group that writes names, where its lists name people and where a line says who chairs. In a list
 * those not yet named come first; for a role, those who are there.
 */
export function completeNames(open: OpenMinutes, caret: Caret): Offer[] {
  const [, typed] = TYPED.exec(caret.before) ?? []
  if (typed === undefined || /^[\p{L}\p{N}]/u.test(caret.after)) return []
  const isRole = isRoleLine(caret)
  const list = isRole ? undefined : listAt(open, caret)
  if (!isRole && !list) return []
  // In a list whose items are labels, an empty one is not yet a person's.
  if (typed === '' && caret.sign === ' ' && !EMPTY_ITEM.test(caret.before) && !/[:,] $/.test(caret.before)) return []
  const from = caret.offset - typed.length
  // Behind somebody's name and a colon stands what is said of them.
  const lead = /([^-*+:,;]*):[*_]*\s+$/.exec(caret.before.slice(0, caret.before.length - typed.length))?.[1]?.trim()
  const names = usualNames(open)
  if (lead && names.some(({ name }) => bareName(name) === lead)) return []
  const { there, named } = namesIn(open, from)
  const rank = (name: string) => (isRole ? (there.has(name) ? 0 : 1) : named.has(name) ? 1 : 0)
  const begun = typed.toLowerCase()
  return names
    .filter(({ name }) => name.toLowerCase().includes(begun) && name !== typed)
    .map((each) => ({ ...each, own: isRole ? bareName(each.name) : each.name }))
    .sort((a, b) => rank(bareName(a.name)) - rank(bareName(b.name)))
    .map(({ own, attended, lastAttended }) => ({
      label: own,
      kind: CompletionItemKind.Reference,
      pieces: [own],
      at: { from, to: caret.offset },
      description: lastAttended,
      documentation: [phrase`At ${attended} of the last meetings, most lately on ${lastAttended}`],
    }))
}

/** A name without the handle behind it. */
const bareName = (name: string): string => name.replace(/[ \t]*[(,]?[ \t]*@.*$/, '')

/** The names in this meeting's lists, and those of them who are there; the one at the caret excepted. */
function namesIn({ minutes }: OpenMinutes, caret: number) {
  const [there, named] = [new Set<string>(), new Set<string>()]
  for (const { presence, people } of attendanceOf(minutes)) {
    for (const { name, entry } of people) {
      if (!name || entry.from === caret) continue
      named.add(name)
      if (presence === 'present' || presence === 'partly') there.add(name)
    }
  }
  return { there, named }
}
