import { Temporal } from 'temporal-polyfill'
import { draftConfiguration } from '../drafting/configuration.ts'
import { draftMinutes } from '../drafting/new-minutes.ts'
import { TEMPLATES, templateNamed } from '../drafting/templates/index.ts'
import { timeStamp } from '../drafting/time-stamp.ts'
import { parseMinutes } from '../minutes/minutes.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import { appearances } from './appearances.ts'
import { type Asked, checkFolders } from './check-folders.ts'
import { minutesOf } from './documents.ts'
import { type Folder, pathOf } from './folder.ts'
import {
  type AppearancesParams,
  type CheckedFolders,
  type CheckFoldersParams,
  Commands,
  type DraftConfigurationParams,
  type DraftedFile,
  type DraftedMinutes,
  type DraftMinutesParams,
  type MinutesTemplate,
  type NeighbourParams,
  type TimeStamp,
  type TimeStampParams,
} from './messages.ts'
import { neighbour } from './neighbour.ts'
import { refused } from './refused.ts'
import type { State } from './state.ts'
import { folderUri, uriIn } from './uris.ts'

/**
 * Carries out a command of `workspace/executeCommand`.
 *
 * @throws {ResponseError} with a message for people, when an argument is not what it should be.
 */
export async function runCommand(state: State, command: string, argument: unknown, asked: Asked): Promise<unknown> {
  const given = typeof argument === 'object' && argument !== null ? argument : {}
  switch (command) {
    case Commands.templates:
      return TEMPLATES.map(({ id, label, description }): MinutesTemplate => ({ id, label, description }))
    case Commands.minutes:
      return draft(state, given as Partial<DraftMinutesParams>)
    case Commands.configuration:
      return configuration(state, given as Partial<DraftConfigurationParams>)
    case Commands.timeStamp:
      return stamp(state, given as Partial<TimeStampParams>)
    case Commands.appearances:
      return (await appearances(state, given as AppearancesParams, asked.token)) ?? null
    case Commands.next:
      return neighbour(state, 'next', given as Partial<NeighbourParams>)
    case Commands.previous:
      return neighbour(state, 'previous', given as Partial<NeighbourParams>)
    case Commands.checkFolders:
      return checked(state, given as CheckFoldersParams, asked)
    default:
      throw refused(`There is no command "${command}".`)
  }
}

async function draft(
  state: State,
  { folder: uri, template: id, date, beside }: Partial<DraftMinutesParams>,
): Promise<DraftedMinutes> {
  const folder: Folder | undefined = state.folders.get(folderUri(String(uri)))
  if (!folder) throw refused('New minutes need a folder of this workspace. Open the folder with your minutes first.')
  const template = templateNamed(String(id))
  if (!template)
    throw refused(`There is no template "${id}". Choose one of ${TEMPLATES.map((each) => each.id).join(', ')}.`)
  const day = dayOf(date)
  if (!day) throw refused(`There is no day "${date}". Give it as YYYY-MM-DD.`)
  const { path, text } = draftMinutes(
    folder.book,
    template,
    day,
    beside === undefined ? undefined : pathOf(folder, String(beside)),
  )
  const target = uriIn(folder.uri, path)
  return { uri: target, text, exists: await state.host.exists(target) }
}

async function configuration(state: State, { folder: uri }: Partial<DraftConfigurationParams>): Promise<DraftedFile> {
  const folder = state.folders.get(folderUri(String(uri)))
  if (!folder) throw refused('Settings need a folder of this workspace. Open the folder with your minutes first.')
  // What is being read from disk will say more.
  await folder.work
  const target = uriIn(folder.uri, SETTINGS_FILE)
  const text = draftConfiguration(folder.book, folder.settings, folder.peopleFile)
  return { uri: target, text, exists: await state.host.exists(target) }
}

async function checked(state: State, { folder: uri }: CheckFoldersParams, asked: Asked): Promise<CheckedFolders> {
  const one = state.folders.get(folderUri(String(uri)))
  const folders = uri === undefined ? [...state.folders.values()] : one ? [one] : []
  if (folders.length > 0) return checkFolders(state, folders, asked)
  throw refused('There is no such folder in this workspace. Open the folder with your minutes first.')
}

function dayOf(date: unknown): Temporal.PlainDate | undefined {
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

function stamp({ documents }: State, { uri, now }: Partial<TimeStampParams>): TimeStamp {
  const document = documents.get(String(uri))
  let time: Temporal.ZonedDateTime
  try {
    time = Temporal.Instant.from(String(now)).toZonedDateTimeISO('UTC')
  } catch {
    const what = now === undefined ? 'The time stamp has no moment: "now" is missing' : `"${now}" is no moment`
    throw refused(`${what}. Give "now" in ISO 8601, such as 2026-03-04T16:05Z.`)
  }
  const minutes = document ? minutesOf(document) : parseMinutes('')
  return { text: timeStamp(minutes, time.hour * 60 + time.minute) }
}
