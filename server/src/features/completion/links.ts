import { CompletionItemKind } from 'vscode-languageserver-types'
import { linkAddress, linkHabit } from '../../book/minutes-links.ts'
import type { DatedPart } from '../../book/recent.ts'
import { recentMinutes } from '../../book/recent.ts'
import { moveDates } from '../../drafting/move-dates.ts'
import { dayOf } from '../../drafting/next-line.ts'
import { scanDates } from '../../minutes/dates.ts'
import type { OpenMinutes } from '../document.ts'
import { ADDRESS, type Caret } from './caret.ts'
import type { Offer } from './offer.ts'

const LABEL = /\[([^[\]()\n]*)$/
/** The rest of a label and its link, or the bracket that the editor closed. */
const REST = /^[^[\]()\n]*\](?:\([^()\n]*\))?/

/** Links to other minutes: behind `(` the address, behind `[` the whole link where the group writes such links. */
export function completeLinks(open: OpenMinutes, caret: Caret): Offer[] {
  const address = ADDRESS.exec(caret.before)
  if (address) return addresses(open, caret, address[1]!)
  const label = LABEL.exec(caret.before)
  return label ? wholeLinks(open, caret, label[1]!) : []
}

function addresses(open: OpenMinutes, caret: Caret, typed: string): Offer[] {
  // What leads on within the other minutes stays.
  const rest = /^[^()\s<>#?]*/.exec(caret.after)![0].length
  const said = dayIn(/\[([^[\]]*)\]\([^()\s]*$/.exec(caret.before)?.[1] ?? '')
  const habit = linkHabit(open)
  return othersLatestFirst(open)
    .sort((a, b) => Number(b.day === said) - Number(a.day === said))
    .flatMap((part) => {
      const address = linkAddress(habit, part, open.path)
      if (!address.toLowerCase().includes(typed.toLowerCase())) return []
      return {
        label: address,
        kind: CompletionItemKind.File,
        pieces: [address],
        at: { from: caret.offset - typed.length, to: caret.offset + rest },
        description: part.day,
      }
    })
}

function wholeLinks(open: OpenMinutes, caret: Caret, typed: string): Offer[] {
  const habit = linkHabit(open)
  const old = habit && dayOf(habit.target.day)
  if (!habit || !old || scanDates(habit.label).length === 0 || BOX.test(caret.before)) return []
  const at = {
    from: caret.offset - typed.length - 1,
    to: caret.offset + (REST.exec(caret.after)?.[0].length ?? 0),
  }
  return othersLatestFirst(open).flatMap((part) => {
    const label = moveDates(habit.label, old, dayOf(part.day)!)
    if (label === undefined || !label.toLowerCase().includes(typed.toLowerCase())) return []
    return {
      label,
      kind: CompletionItemKind.File,
      pieces: [`[${label}](${linkAddress(habit, part, open.path)})`],
      at,
      filter: `[${label}`,
      description: part.path,
    }
  })
}

const BOX = /^\s*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]?$/

const othersLatestFirst = (open: OpenMinutes): DatedPart[] =>
  [...recentMinutes(open)].sort((a, b) => (a.day < b.day ? 1 : -1))

const dayIn = (label: string): string | undefined => {
  const [date] = scanDates(label)
  return date && dayOf(date.text)?.toString()
}
