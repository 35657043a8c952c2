import { Uri, window, workspace } from 'vscode'
import { Commands, type DraftedNext, type DraftNextParams } from '../../../server/src/protocol/messages.ts'
import { dayProblem, isoDay } from '../calendar-day.ts'
import { chooseFolder } from '../choose-folder.ts'
import { readyToFill } from '../first-blank.ts'
import { looksLikeMinutes } from '../looks-like-minutes.ts'
import { createFile, isFile, offerExisting } from '../new-file.ts'
import { showPreview } from '../preview-draft.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.newFromPrevious'

/** What a key binding may settle beforehand; the rest is asked for. */
interface Given {
  /** The address of the minutes to start from, or of a folder in the workspace. */
  uri?: Uri
  date?: string
  /** Whether to show what is left out before the file is made. */
  preview?: boolean
}

/**
 * Makes the minutes of the next meeting from the previous ones, once it was seen what is left out, and opens them at the
 * first blank.
 *
 * @returns the address of the file; `undefined` when the user changed their mind
 */
export async function run(server: Server, ...args: unknown[]): Promise<Uri | undefined> {
  const given = read(args[0])
  const source = await sourceOf(server, given.uri)
  if (source === undefined) return undefined
  const proposed = given.date === undefined ? await propose(server, source) : undefined
  const date = (given.date ?? (await askForDay(proposed?.date ?? isoDay(new Date()))))?.trim()
  if (date === undefined) return undefined
  const problem = dayProblem(date)
  if (problem !== undefined) throw new Error(problem)
  const drafted =
    proposed?.date === date ? proposed : await server.execute<DraftedNext>(Commands.nextMinutes, { ...source, date })
  const uri = Uri.parse(drafted.uri, true)
  if (drafted.exists || (await isFile(uri)))
    return offerExisting(uri, t`Minutebook never writes over minutes. Open them, or choose another day.`)
  if (given.preview !== false && !(await showPreview(drafted))) return undefined
  const { text, start, end } = readyToFill(drafted.text)
  return createFile(uri, text, { start, end })
}

function read(argument: unknown): Given {
  // The explorer passes what was clicked.
  if (argument instanceof Uri) return { uri: argument }
  const { uri, date, preview } = (argument ?? {}) as Record<string, unknown>
  return {
    ...(uri instanceof Uri && { uri }),
    ...(typeof uri === 'string' && { uri: Uri.parse(uri, true) }),
    ...(typeof date === 'string' && { date }),
    ...(typeof preview === 'boolean' && { preview }),
  }
}

/** The minutes that were given, or are at hand; otherwise the folder, whose latest ones are meant. */
async function sourceOf(server: Server, given: Uri | undefined): Promise<DraftNextParams | undefined> {
  const document = window.activeTextEditor?.document
  if (given !== undefined && (await isFile(given))) return { uri: server.address(given) }
  if (
    given === undefined &&
    document !== undefined &&
    looksLikeMinutes(document) &&
    workspace.getWorkspaceFolder(document.uri)
  )
    return { uri: server.address(document.uri) }
  const folder =
    (given && workspace.getWorkspaceFolder(given)) ?? (await chooseFolder(t`Which minute book are they for?`))
  return folder && { folder: server.address(folder.uri) }
}

/** The draft for the day that the group meets next; `undefined` where that is not known, and has to be asked for. */
const propose = (server: Server, source: DraftNextParams): Promise<DraftedNext | undefined> =>
  server.execute<DraftedNext>(Commands.nextMinutes, source).catch(() => undefined)

const askForDay = (value: string): Thenable<string | undefined> =>
  window.showInputBox({
    title: t`New Minutes from Previous: Day of the Meeting`,
    prompt: t`As year, month and day.`,
    value,
    validateInput: dayProblem,
  })
