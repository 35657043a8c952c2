import { Uri, window, workspace } from 'vscode'
import { type BookAction, type CheckOffParams, Commands } from '../../../server/src/protocol/messages.ts'
import { isoDay } from '../calendar-day.ts'
import { t } from '../translated.ts'
import type { ActionLine } from './action-line.ts'
import type { Source } from './tree.ts'

/**
 * Checks off an action item where it stands, or opens it again. Minutes that had nothing unsaved are saved; in others,
 * when to save stays the scribe's own affair.
 */
export async function checkOff({ ask }: Source, { folder, action }: ActionLine, done: boolean): Promise<void> {
  // The line may have moved since the tree was drawn.
  const all = await ask<readonly BookAction[]>(Commands.bookActions, { folder })
  const now = all.find(({ id, uri }) => id === action.id && uri === action.uri)
  if (now?.action !== action.action)
    throw new Error(t`“${action.action}” is not in the latest minutes any more, so nothing was changed.`)
  const document = await workspace.openTextDocument(Uri.parse(now.uri))
  const hadUnsaved = document.isDirty
  const params: CheckOffParams = { uri: now.uri, line: now.line, done, ...(done && { date: isoDay(new Date()) }) }
  await ask(Commands.checkOff, params)
  if (hadUnsaved || (await document.save())) return
  await window.showTextDocument(document)
  throw new Error(t`The box is changed in the editor, but the file could not be saved. Save it there.`)
}
