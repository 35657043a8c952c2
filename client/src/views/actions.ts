import type { BookAction } from '../../../server/src/protocol/messages.ts'
import { Commands } from '../../../server/src/protocol/messages.ts'
import { language, t } from '../translated.ts'
import { type ActionLine, actionLine } from './action-line.ts'
import { type BookFolder, byFolder, type Node, type Source } from './tree.ts'
import { joined, ofMeetings, spoken } from './words.ts'

/** How open actions can be grouped. */
export const GROUPINGS = ['person', 'topic', 'age'] as const
export type Grouping = (typeof GROUPINGS)[number]

interface Group {
  readonly key: string
  readonly label: string
  /** Beside the label. */
  readonly more?: string
}

/**
 * The open actions of the book, grouped.
 *
 * @param isKept whether one that is done by now is shown all the same: who ticks a box must be able to untick it.
 */
export const actionLines = (source: Source, grouping: () => Grouping, isKept: (action: BookAction) => boolean) => () =>
  byFolder(source, async (folder: BookFolder) => {
    const all = await source.ask<readonly BookAction[]>(Commands.bookActions, { folder: folder.folder })
    return groupLines(
      folder,
      all.filter((action) => !action.done || isKept(action)),
      grouping(),
    )
  })

function groupLines(folder: BookFolder, actions: readonly BookAction[], grouping: Grouping): readonly Node[] {
  const groups = new Map<string, { group: Group; own: BookAction[] }>()
  for (const action of actions) {
    for (const group of GROUPS[grouping](action)) {
      const known = groups.get(group.key) ?? { group, own: [] }
      groups.set(group.key, known)
      known.own.push(action)
    }
  }
  const lines = [...groups.values()].map(({ group: { key, label, more }, own }): Node => {
    const id = `${folder.folder} ${grouping} ${key}`
    const still = own.filter(({ done }) => !done)
    const open = t`${still.length} open`
    const meetings = Math.max(0, ...still.map((each) => each.meetings))
    // Behind long words there is no room for their ages. Groups by age tell it by their names.
    const oldest = grouping !== 'age' && meetings > 1 && ofMeetings(meetings)
    return {
      id,
      label,
      description: joined(open, oldest, more),
      spoken: spoken(label, more, open, oldest && t`the oldest for ${oldest}`),
      icon: ICONS[grouping],
      isOpen: true,
      children: (): readonly ActionLine[] => own.map((each) => actionLine(folder, each, id, grouping !== 'person')),
    }
  })
  // The actions are in order of their age, and so are groups by age; what is nobody's, or of no topic, comes last.
  if (grouping === 'age') return lines
  const isRest = ({ id }: Node) => id.endsWith(` ${grouping} `)
  return lines.sort((a, b) => Number(isRest(a)) - Number(isRest(b)) || a.label.localeCompare(b.label, language))
}

const ICONS: Readonly<Record<Grouping, string>> = { person: 'person', topic: 'comment', age: 'history' }

const GROUPS: Readonly<Record<Grouping, (action: BookAction) => readonly Group[]>> = {
  person: ({ owners }) =>
    owners.length === 0
      ? [{ key: '', label: t`Nobody in particular` }]
      : owners.map(({ key, handle, name }) => ({ key, label: `@${handle}`, ...(name && { more: name }) })),
  topic: ({ topic }) => [topic ? { key: topic, label: topic } : { key: '', label: t`No topic` }],
  age: ({ meetings }) => [AGES.find(({ from }) => meetings >= from)!],
}

const AGES: readonly (Group & { readonly from: number })[] = [
  { from: 10, key: '10', label: t`Open for 10 meetings or more` },
  { from: 5, key: '5', label: t`Open for 5 to 9 meetings` },
  { from: 2, key: '2', label: t`Open for 2 to 4 meetings` },
  { from: 0, key: '0', label: t`New` },
]
