import type { BookAction } from '../../../server/src/protocol/messages.ts'
import { t } from '../translated.ts'
import { opening } from './meetings.ts'
import type { BookFolder, Node } from './tree.ts'
import { joined, ofMeetings, spoken } from './words.ts'

/** An action item as a line with a box. What commands get, when they are run from it, is the line. */
export interface ActionLine extends Node {
  readonly folder: string
  readonly action: BookAction
  readonly uri: string
  readonly line: number
}

export const isActionLine = (node: Node): node is ActionLine => 'action' in node

/** How old an action item is: `open for 7 meetings, since 2025-01-22`. */
export const age = ({ meetings, since }: BookAction): string =>
  meetings > 1 ? t`open for ${meetings} meetings, since ${since}` : t`new on ${since}`

/** The same where there is little room: `7 meetings`. */
const shortAge = ({ meetings }: BookAction): string => (meetings > 1 ? ofMeetings(meetings) : t`new`)

/** @param within the line it stands below, since it may stand below several. */
export function actionLine(
  { folder }: BookFolder,
  action: BookAction,
  within: string,
  withOwners: boolean,
): ActionLine {
  const { id, done, owners, topic, uri, line } = action
  const text = action.action || t`(no words)`
  const handles = owners.map(({ handle }) => `@${handle}`).join(', ')
  const state = done ? t`done` : age(action)
  return {
    id: `${within} ${id}`,
    label: text,
    description: joined(withOwners && handles, done ? state : shortAge(action)),
    spoken: spoken(text, handles || t`nobody in particular`, state),
    tooltip: [text, handles, topic, state].filter(Boolean).join('\n'),
    kind: done ? 'action done' : 'action open',
    checked: done,
    command: opening(uri, line),
    folder,
    action,
    uri,
    line,
  }
}
