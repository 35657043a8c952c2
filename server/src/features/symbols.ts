import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types'
import { attendanceOf, headcount } from '../minutes/attendance.ts'
import { entryOf } from '../minutes/front-matter.ts'
import type { SectionKind } from '../minutes/headings.ts'
import { plain } from '../minutes/headings.ts'
import { meetingTime } from '../minutes/meeting.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { type ActionItem, actionsOf, summaryOf } from '../minutes/notes.ts'
import type { Section } from '../minutes/sections.ts'
import { formatClock } from '../minutes/times.ts'
import { commaList, phrase, said, type Value } from '../text/phrase.ts'
import type { Span } from '../text/span.ts'
import { type OpenMinutes, rangeOf } from './document.ts'

/** The outline: meeting → sections → topics → action items. It covers the whole document; ranges nest. */
export function documentSymbols({ document, minutes, day, say }: OpenMinutes): DocumentSymbol[] {
  const { sections, text } = minutes
  const symbol = (
    name: string,
    details: readonly Value[],
    kind: SymbolKind,
    whole: Span,
    label: Span,
  ): DocumentSymbol => ({
    name: name || '…',
    ...(details.length > 0 && { detail: details.map((each) => said(each, say)).join(' · ') }),
    kind,
    range: rangeOf(document, whole),
    selectionRange: rangeOf(document, label),
    children: [],
  })
  const title = sections[0]?.heading.level === 1 ? sections[0] : undefined
  const whole = { from: 0, to: text.length }
  const entry = entryOf(minutes.frontMatter, 'title')
  const name = title?.heading.title || entry?.text || say(day ? phrase`Minutes ${day.toString()}` : phrase`Minutes`)
  const meeting = symbol(
    name,
    meetingDetail(minutes, day),
    SymbolKind.File,
    whole,
    title?.label ?? entry?.valueSpan ?? { from: 0, to: 0 },
  )
  const actions = actionsOf(minutes)
  const owned = ownersOf(minutes, actions)
  const bySection = sections.map((section, index): DocumentSymbol => {
    const label = section.label.to > section.label.from ? section.label : { from: section.from, to: section.from }
    const end = trimEnd(text, section.from, section.to)
    return symbol(
      section.heading.title,
      sectionDetail(minutes, section, owned[index]!),
      KINDS[section.kind],
      { from: section.from, to: end },
      label,
    )
  })
  sections.forEach((section, index) => {
    bySection[index]!.children!.push(...actionSymbols(owned[index]!))
    if (section === title) return
    const parent = section.parent >= 0 ? bySection[section.parent]! : undefined
    if (parent && sections[section.parent] !== title) parent.children!.push(bySection[index]!)
    else meeting.children!.push(bySection[index]!)
  })
  // What stands under the title alone, or above every heading, belongs to the meeting itself.
  const above = actions.filter(({ block }) => minutes.within[block] === -1)
  const own = title ? [...above, ...owned[0]!] : above
  meeting.children!.unshift(...actionSymbols(own))
  return [meeting]

  /** Action items in order; those that stand below another, in it. */
  function actionSymbols(items: readonly ActionItem[]): DocumentSymbol[] {
    const outermost: DocumentSymbol[] = []
    const around: { to: number; symbol: DocumentSymbol }[] = []
    for (const action of items) {
      while (around.length > 0 && around.at(-1)!.to <= action.from) around.pop()
      const own = actionSymbol(action)
      const parent = around.at(-1)?.symbol.children ?? outermost
      parent.push(own)
      around.push({ to: action.to, symbol: own })
    }
    return outermost
  }

  function actionSymbol(action: ActionItem): DocumentSymbol {
    const words = plain(text.slice(summaryOf(minutes, action).from, summaryOf(minutes, action).to))
    const owners = action.speakers.map(({ handle }) => `@${handle}`).join(', ')
    const state = action.checkbox.done ? phrase`done` : phrase`open`
    // Behind a longer name the details would be out of sight.
    const name = words.length > 60 ? `${words.slice(0, 59).replace(/[\ud800-\udbff]$|\s+$/, '')}…` : words
    const end = Math.max(trimEnd(text, action.from, action.to), action.text.to)
    const label = action.text.to > action.text.from ? action.text : action.checkbox
    return symbol(
      name,
      owners === '' ? [state] : [state, owners],
      action.checkbox.done ? SymbolKind.Boolean : SymbolKind.Event,
      { from: action.from, to: end },
      label,
    )
  }
}

export const KINDS: Record<SectionKind, SymbolKind> = {
  start: SymbolKind.Constructor,
  end: SymbolKind.Constructor,
  details: SymbolKind.Namespace,
  welcome: SymbolKind.Namespace,
  attendance: SymbolKind.Class,
  approval: SymbolKind.Interface,
  projects: SymbolKind.Package,
  events: SymbolKind.Event,
  actions: SymbolKind.Array,
  decisions: SymbolKind.Key,
  'next-meeting': SymbolKind.Event,
  'next-roles': SymbolKind.Namespace,
  topic: SymbolKind.String,
}

/** The action items that stand in each section itself, not in one of its parts. */
function ownersOf({ sections, within }: Minutes, actions: readonly ActionItem[]): ActionItem[][] {
  const owned = sections.map((): ActionItem[] => [])
  for (const action of actions) owned[within[action.block]!]?.push(action)
  return owned
}

function meetingDetail(minutes: Minutes, day: OpenMinutes['day']): readonly Value[] {
  const time = meetingTime(minutes)
  const when = [day?.toString(), time !== undefined && `${formatClock(time)} UTC`].filter(Boolean).join(' ')
  const present = presentIn(minutes, { from: 0, to: minutes.text.length })
  const open = actionsOf(minutes).filter(({ checkbox }) => !checkbox.done).length
  return [
    ...(when ? [when] : []),
    ...(present ? [phrase`${present} present`] : []),
    ...(open ? [phrase`${open} open`] : []),
  ]
}

function sectionDetail(minutes: Minutes, section: Section, actions: readonly ActionItem[]): readonly Value[] {
  if (section.kind === 'attendance') {
    const present = presentIn(minutes, section)
    return present ? [phrase`${present} present`] : []
  }
  const done = actions.filter(({ checkbox }) => checkbox.done).length
  const open = actions.length - done
  const counts = [...(open ? [phrase`${open} open`] : []), ...(done ? [phrase`${done} done`] : [])]
  return counts.length > 0 ? [commaList(counts)] : []
}

const presentIn = (minutes: Minutes, { from, to }: Span): number =>
  headcount(attendanceOf(minutes).filter((list) => list.presence === 'present' && list.from >= from && list.to <= to))

/** Blank lines at the end belong to nothing; breadcrumbs and folding would show them. */
function trimEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /\s/.test(text[end - 1]!)) end--
  return Math.max(end, from)
}
