import { previousMinutes } from '../../book/recent.ts'
import { type CarriedOver, carryOver } from '../../drafting/carry-over/carry-over.ts'
import { latestMinutes } from '../../drafting/carry-over/latest.ts'
import { lineStarts, positionAt } from '../../text/lines.ts'
import { phrase, type Say } from '../../text/phrase.ts'
import { type Folder, pathOf } from '../folder.ts'
import type { DraftedNext, DraftNextParams } from '../messages.ts'
import { refused } from '../refused.ts'
import { minutesNow } from '../sources.ts'
import { bookOf, folderOf, type State } from '../state.ts'
import { uriIn } from '../uris.ts'
import { create } from './apply.ts'
import type { Given } from './command.ts'
import { dayGiven, folderGiven } from './given.ts'

/** Drafts the minutes of the next meeting from the previous ones, and makes the file where that is wanted. */
export async function draftNext(state: State, given: Given<DraftNextParams>): Promise<DraftedNext> {
  const { folder, path } = await placeGiven(state, given)
  const source = await minutesNow(state, folder, path)
  if (!source) throw refused(phrase`${path} cannot be read any more. Open it first, and try again.`)
  const book = bookOf(state, folder)
  const before = previousMinutes(book, path)
  const carried = carryOver({
    minutes: source.minutes,
    path,
    book,
    settings: folder.settings,
    files: folder.files,
    earlier: before && (await minutesNow(state, folder, before.path))?.minutes,
    ...(given.date !== undefined && { day: dayGiven(given.date) }),
  })
  if ('refusal' in carried) throw refused(carried.refusal)
  const uri = uriIn(folder.uri, carried.path)
  if (given.create === true) await create(state, uri, carried.text, 'New Minutes from Previous')
  return {
    uri,
    previous: source.uri,
    exists: given.create !== true && (await state.host.exists(uri)),
    ...told(carried, state.say),
  }
}

/** The minutes to go on from: those of this address, or else the latest of the folder. */
async function placeGiven(
  state: State,
  { uri, folder: given, date }: Given<DraftNextParams>,
): Promise<{ folder: Folder; path: string }> {
  if (uri !== undefined) {
    const folder = folderOf(state, String(uri))
    await folder.work
    const path = folder.uri === '' ? undefined : pathOf(folder, String(uri))
    if (path !== undefined && bookOf(state, folder).parts.has(path)) return { folder, path }
    throw refused(phrase`Only from minutes of a folder can the next ones be made. Open minutes of the group first.`)
  }
  const folder = folderGiven(state, given, phrase`New minutes need a folder of this workspace.`)
  // What is being read from disk may be the latest.
  await folder.work
  const latest = latestMinutes(bookOf(state, folder), date === undefined ? undefined : dayGiven(date).toString())
  if (latest) return { folder, path: latest.path }
  throw refused(phrase`There are no minutes with a day in their names here to start from. Start from a template.`)
}

function told(
  { text, day, dropped, changed, corrected, findings }: CarriedOver,
  say: Say,
): Omit<DraftedNext, 'uri' | 'previous' | 'exists'> {
  const starts = lineStarts(text)
  return {
    text,
    date: day.toString(),
    dropped: dropped.map((each) => ({ ...each, why: say(each.why) })),
    changed: changed.map((each) => ({ ...each, why: say(each.why) })),
    corrected: corrected.map((each) => ({ ...each, why: say(each.why) })),
    findings: findings.map(({ rule, message, from }) => ({
      rule,
      message: `${say(message.wrong)} ${say(message.why)} ${say(message.remedy)}`,
      line: positionAt(starts, from).line,
    })),
  }
}
