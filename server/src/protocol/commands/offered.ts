import { Temporal } from 'temporal-polyfill'
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver'
import { neighbourOf } from '../../book/neighbours.ts'
import { atCaret } from '../../drafting/recording/at-caret.ts'
import { notesOf } from '../../minutes/notes.ts'
import { lineAround } from '../../text/lines.ts'
import { visible } from '../../text/visible.ts'
import { Commands } from '../messages.ts'
import type { Opened } from '../opened.ts'
import type { State } from '../state.ts'
import { finishSteps } from './finish.ts'

/** Code actions that do something with the minutes as a whole. */
export const ABOUT_MINUTES = `${CodeActionKind.Source}.minutebook`

/** Code actions that write into the lines at hand. */
export const ABOUT_LINES = `${CodeActionKind.RefactorRewrite}.minutebook`

/**
 * Our commands as code actions, for editors that have no other menu for them: what is done to a line in that line, and
 * what concerns the minutes as a whole at their head, or wherever that kind is asked for by its name.
 *
 * @param only the kinds that are asked for; without them, any.
 */
export async function offeredCommands(
  state: State,
  found: Opened,
  range: Range,
  only: readonly string[] | undefined,
): Promise<CodeAction[]> {
  const { document, open } = found
  const { uri, text } = document
  const from = text.offsetAt(range.start)
  const asks = (kind: string) => only?.some((each) => kind === each || kind.startsWith(`${each}.`)) === true
  const action =
    (kind: string) =>
    ([title, command, given = {}]: Offer): CodeAction => {
      const named = `Minutebook: ${visible(title)}`
      return { title: named, kind, command: { title: named, command, arguments: [{ uri, ...given, show: true }] } }
    }
  const [heading] = open.minutes.sections
  const head = lineAround(open.minutes.text, heading?.label.from ?? 0).to
  const isAboutLines = !only || asks(ABOUT_LINES)
  const isAboutMinutes = (!only && from <= head) || asks(ABOUT_MINUTES)
  return [
    ...(isAboutLines ? lineOffers(found, range).map(action(ABOUT_LINES)) : []),
    ...(isAboutMinutes
      ? [...minutesOffers(found), ...(await finishOffers(state, uri))].map(action(ABOUT_MINUTES))
      : []),
  ]
}

/** What the editor shows, what it runs, and with which arguments. */
type Offer = readonly [title: string, command: string, given?: object]

function lineOffers({ document, open }: Opened, { start, end }: Range): Offer[] {
  const { minutes, book } = open
  const { text } = document
  const [from, to] = [text.offsetAt(start), text.offsetAt(end)]
  // A selection of whole lines ends before the first sign of the next.
  const last = to > from && end.character === 0 ? text.offsetAt({ line: end.line - 1, character: Infinity }) : to
  const [first, behind] = [lineAround(minutes.text, from).from, lineAround(minutes.text, last).to]
  const notes = notesOf(minutes).filter((each) => each.text.from >= first && each.text.from <= behind)
  const items = notes.map((each) => text.positionAt(each.text.from).line)
  const checkbox = notes.length === 1 ? notes[0]!.checkbox : undefined
  // In some editors the caret is the sign that it stands on, and in others a selection may end anywhere.
  const line = minutes.text.slice(first, behind)
  const isOne = !/[\r\n]/.test(line)
  const { person, project } = isOne ? atCaret(minutes, book, from) : {}
  const isEmpty = isOne && /^\s*(?:(?:[-*+]|#+)\s+)?$/.test(line)
  return [
    ...offer(items.length > 0, 'Toggle Action Item', Commands.toggleAction, { lines: items }),
    ...offer(checkbox, checkbox?.done ? 'Open Action Item Again' : 'Check Off Action Item', Commands.checkOff, {
      line: items[0],
    }),
    ...offer(isEmpty, 'Insert Time Stamp', Commands.timeStamp, { position: text.positionAt(behind) }),
    ...offer(person && !person.listed, `Add @${person?.handle} to Configuration`, Commands.addPerson, {
      handle: person?.handle,
      name: person?.name,
    }),
    ...offer(project && !project.listed, `Add ${project?.title} to Configuration`, Commands.addProject, {
      title: project?.title,
      url: project?.url,
    }),
  ]
}

function minutesOffers({ open: { book, path, folder } }: Opened): Offer[] {
  const isInFolder = folder.uri !== ''
  return [
    ...offer(isInFolder, 'New Minutes from Previous', Commands.nextMinutes),
    ...offer(isInFolder, 'New Minutes from Template', Commands.minutes, { folder: folder.uri }),
    ['Stamp Start', Commands.stampStart],
    ['Stamp End', Commands.stampEnd],
    ['Tell What Is Missing to Finish Minutes', Commands.finishSteps],
    ['Summarize Minutes', Commands.summary],
    ['Export Calendar', Commands.calendar],
    ...offer(neighbourOf(book, path, 'next'), 'Go to Next Meeting', Commands.next),
    ...offer(neighbourOf(book, path, 'previous'), 'Go to Previous Meeting', Commands.previous),
    ...offer(isInFolder, 'Check All Minutes in This Folder', Commands.checkFolders, { folder: folder.uri }),
    ...offer(isInFolder, 'Save Attendance Picture as SVG', Commands.attendance),
    ...offer(isInFolder && folder.settingsText === undefined, 'Create Configuration', Commands.configuration, {
      folder: folder.uri,
    }),
  ]
}

/** The steps to publication that need no answer. */
async function finishOffers(state: State, uri: string): Promise<Offer[]> {
  const now = Temporal.Now.instant().toString()
  const steps = await finishSteps(state, { uri, now }).catch(() => [])
  return steps.flatMap(({ id, title, canApply, asks }) =>
    offer(canApply && asks.length === 0, title, Commands.finishApply, { step: id }),
  )
}

const offer = (isMade: unknown, title: string, command: string, given?: object): Offer[] =>
  isMade ? [[title, command, given ?? {}]] : []
