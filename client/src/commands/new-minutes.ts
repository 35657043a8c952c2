import { Uri, type WorkspaceFolder, window, workspace } from 'vscode'
import {
  Commands,
  type DraftedMinutes,
  type DraftMinutesParams,
  type MinutesTemplate,
  type TemplatesParams,
} from '../../../server/src/protocol/messages.ts'
import { dayProblem, isoDay } from '../calendar-day.ts'
import { chooseFolder } from '../choose-folder.ts'
import { readyToFill } from '../first-blank.ts'
import { looksLikeMinutes } from '../looks-like-minutes.ts'
import { createFile, isFile, offerExisting } from '../new-file.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.newMinutes'

/** What a key binding may settle beforehand; the rest is asked for. */
interface Given {
  /** The address of a workspace folder, or of a folder in one, which the new file will be in. */
  folder?: Uri
  template?: string
  date?: string
}

/**
 * Drafts the minutes of a meeting, writes them to a new file and opens it at the first blank.
 * @returns the address of the file; `undefined` when the user changed their mind
 */
export async function run(server: Server, ...args: unknown[]): Promise<Uri | undefined> {
  const given = read(args[0])
  const place = await choosePlace(given.folder)
  if (place === undefined) return undefined
  const folder = server.address(place.workspaceFolder.uri)

  const template = given.template ?? (await chooseTemplate(server, { folder }))
  if (template === undefined) return undefined
  const date = (given.date ?? (await askForDay()))?.trim()
  if (date === undefined) return undefined
  const problem = dayProblem(date)
  if (problem !== undefined) throw new Error(problem)

  const beside = minutesAtHand(server, place.workspaceFolder)
  const params: DraftMinutesParams = { folder, template, date, ...(beside !== undefined && { beside }) }
  const drafted = await server.execute<DraftedMinutes>(Commands.minutes, params)
  const file = await settle(drafted, place.inside)
  if (file.exists)
    return offerExisting(file.uri, t`Minutebook never writes over minutes. Open them, or choose another day.`)
  return write(file.uri, drafted.text)
}

function read(argument: unknown): Given {
  // The explorer passes the folder that was clicked.
  if (argument instanceof Uri) return { folder: argument }
  const { folder, template, date } = (argument ?? {}) as Record<string, unknown>
  return {
    ...(folder instanceof Uri && { folder }),
    ...(typeof folder === 'string' && { folder: Uri.parse(folder, true) }),
    ...(typeof template === 'string' && { template }),
    ...(typeof date === 'string' && { date }),
  }
}

interface Place {
  workspaceFolder: WorkspaceFolder
  /** A folder that the user chose for the file; else the book's other minutes show where it goes. */
  inside?: Uri
}

async function choosePlace(folder: Uri | undefined): Promise<Place | undefined> {
  if (folder !== undefined) {
    const workspaceFolder = workspace.getWorkspaceFolder(folder)
    if (workspaceFolder === undefined) {
      throw new Error(
        t`${folder.path} is not in this workspace. Minutes are drafted from their neighbours. Open it first.`,
      )
    }
    return folder.toString() === workspaceFolder.uri.toString()
      ? { workspaceFolder }
      : { workspaceFolder, inside: folder }
  }
  const workspaceFolder = await chooseFolder(t`Which minute book are they for?`)
  return workspaceFolder === undefined ? undefined : { workspaceFolder }
}

async function chooseTemplate(server: Server, params: TemplatesParams): Promise<string | undefined> {
  const templates = await server.execute<MinutesTemplate[]>(Commands.templates, params)
  if (templates.length === 1) return templates[0]!.id
  const chosen = await window.showQuickPick(
    templates.map(({ id, label, description, path }) => ({
      id,
      label,
      // Where the folder's own lie, once.
      ...(path !== undefined && path !== description && { description: path }),
      detail: description,
    })),
    { title: t`New Minutes: Template`, placeHolder: t`What should they start from?`, matchOnDetail: true },
  )
  return chosen?.id
}

function askForDay(): Thenable<string | undefined> {
  return window.showInputBox({
    title: t`New Minutes: Day of the Meeting`,
    prompt: t`As year, month and day.`,
    value: isoDay(new Date()),
    validateInput: dayProblem,
  })
}

/** Minutes in the active editor, when they belong to the same book. */
function minutesAtHand(server: Server, folder: WorkspaceFolder): string | undefined {
  const document = window.activeTextEditor?.document
  if (document === undefined || workspace.getWorkspaceFolder(document.uri) !== folder) return undefined
  return looksLikeMinutes(document) ? server.address(document.uri) : undefined
}

async function settle(drafted: DraftedMinutes, inside: Uri | undefined): Promise<{ uri: Uri; exists: boolean }> {
  const proposed = Uri.parse(drafted.uri, true)
  if (inside === undefined) return { uri: proposed, exists: drafted.exists || (await isFile(proposed)) }
  const uri = Uri.joinPath(inside, proposed.path.slice(proposed.path.lastIndexOf('/') + 1))
  return { uri, exists: await isFile(uri) }
}

async function write(uri: Uri, drafted: string): Promise<Uri> {
  const { text, start, end } = readyToFill(drafted)
  return createFile(uri, text, { start, end })
}
