import type { Command, Location } from 'vscode-languageserver'
import { actionWordsOf } from '../../book/action-words.ts'
import type { ActionAppearance } from '../../book/actions.ts'
import { historiesAt, historyOn, type LensData } from '../../features/code-lenses.ts'
import { type MinutesSource, rangesIn } from '../../features/source.ts'
import { actionsOf } from '../../minutes/notes.ts'
import type { Asked } from '../check-folders.ts'
import { type AppearancesParams, type AppearancesResult, Commands, ShowAppearancesCommand } from '../messages.ts'
import { minutesNow } from '../sources.ts'
import { type State, understand } from '../state.ts'
import { showFile } from './apply.ts'
import type { Given } from './command.ts'

/** What a lens runs in this editor. */
export function appearancesCommand({ can }: State, title: string, { uri, lens }: LensData): Command {
  const given: AppearancesParams = { uri, lens, ...(!can.showAppearances && { show: true }) }
  return { title, command: can.showAppearances ? ShowAppearancesCommand : Commands.appearances, arguments: [given] }
}

/**
 * Where the action items stand that a lens speaks of, or the one on a line, in each of the minutes that have them, the latest first. What these
 * say now is read for it: the book keeps no places.
 *
 * @returns `null` where there is no such lens or item any more.
 */
export async function appearances(
  state: State,
  { uri, lens, line, show }: Given<AppearancesParams>,
  { token }: Asked,
): Promise<AppearancesResult | null> {
  const document = state.documents.get(String(uri))
  const open = document && understand(state, document)
  const found = open && (line === undefined ? historiesAt(open, Number(lens)) : historyOn(open, Number(line)))
  if (!found) return null
  const position = open.document.positionAt(found.at)
  const all = found.histories.flatMap((history) => history.appearances)
  const locations: Location[] = []
  for (const [path, own] of byPath(all)) {
    if (token.isCancellationRequested) return null
    const there =
      path === open.path
        ? { uri: document.uri, text: open.document.getText(), minutes: open.minutes }
        : await minutesNow(state, open.folder, path)
    if (there) locations.push(...own.flatMap((each) => locationOf(there, each) ?? []))
  }
  const elsewhere = locations.find((each) => each.uri !== document.uri)
  if (show === true && elsewhere) {
    void showFile(state, elsewhere.uri, `has it too, in line ${elsewhere.range.start.line + 1}.`, elsewhere.range)
  }
  return { uri: document.uri, position, locations }
}

/** The appearances of each file, that of the latest meeting first. */
function byPath(all: readonly ActionAppearance[]): Map<string, readonly ActionAppearance[]> {
  const found = new Map<string, readonly ActionAppearance[]>()
  for (const each of [...all].sort((a, b) => b.meeting - a.meeting || a.index - b.index)) {
    found.set(each.path, [...(found.get(each.path) ?? []), each])
  }
  return found
}

/** Its place among the items that the minutes have now, which may have changed since the book took them in. */
function locationOf(
  { uri, text, minutes }: Pick<MinutesSource, 'uri' | 'text' | 'minutes'>,
  { index, words }: ActionAppearance,
): Location | undefined {
  const now = actionWordsOf(minutes)
  const at = now[index]?.text === words.text ? index : now.findIndex(({ text }) => text === words.text)
  const action = actionsOf(minutes)[at]
  return action && { uri, range: rangesIn(text)(action.text) }
}
