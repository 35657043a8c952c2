import type { Minutes } from '../minutes/minutes.ts'
import { actionsOf } from '../minutes/notes.ts'
import type { TextEdit } from '../text/edit.ts'
import { lineStarts, positionAt } from '../text/lines.ts'

/**
 * The edits that check off the action item on a line, or open it again; `undefined` where the line has none.
 *
 * @param line from 0
 */
export function checkOff(minutes: Minutes, line: number, done: boolean): readonly TextEdit[] | undefined {
  const starts = lineStarts(minutes.text)
  const action = actionsOf(minutes).find(({ checkbox }) => positionAt(starts, checkbox.from).line === line)
  if (!action) return undefined
  const { from, to, done: before } = action.checkbox
  return before === done ? [] : [{ from, to, insert: done ? '[x]' : '[ ]' }]
}
