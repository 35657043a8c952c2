import { indexPathsFor } from '../../book/index-page.ts'
import { previousMinutes } from '../../book/recent.ts'
import { editsFor, finishingOf, finishSteps as stepsOf } from '../../drafting/finish/finish.ts'
import { listedSeries } from '../../drafting/finish/index-entry.ts'
import type { Answers, Finishing, Step } from '../../drafting/finish/step.ts'
import { isProblem } from '../../drafting/problem.ts'
import { type MinutesSource, rangesIn } from '../../features/source.ts'
import { phrase, type Say, said, type Value } from '../../text/phrase.ts'
import { visible } from '../../text/visible.ts'
import type { FinishApplyParams, FinishParams, FinishStep } from '../messages.ts'
import type { Opened } from '../opened.ts'
import { refused } from '../refused.ts'
import { pageNow } from '../sources.ts'
import type { State } from '../state.ts'
import { uriIn } from '../uris.ts'
import { changeFile } from './apply.ts'
import type { Given } from './command.ts'
import { minutesGiven, momentGiven } from './given.ts'

/** What is missing in open minutes before they can be published. */
export async function finishSteps(state: State, given: Given<FinishParams>): Promise<FinishStep[]> {
  return shown(await read(state, given), state.say)
}

/** Does one step, as one step of the editor's undo, and says what is left. */
export async function finishApply(state: State, given: Given<FinishApplyParams>): Promise<FinishStep[]> {
  const before = await read(state, given)
  const step = before.steps.find(({ id }) => id === given.step)
  if (!step) throw refused(phrase`"${visible(String(given.step))}" is not missing any more. Nothing was changed.`)
  const edits = editsFor(before.finishing, step, answersGiven(step, given.answer))
  if (isProblem(edits)) throw refused(phrase`${edits.problem} Nothing was changed.`)
  await changeFile(state, sourceOf(before, step), edits, said(step.title, state.say))
  await heard(state, before, step)
  const left = shown(await read(state, given), state.say)
  // A file that no editor has open may not have been written yet.
  return step.where === 'minutes' ? left : left.filter(({ id }) => id !== step.id)
}

interface Read {
  readonly opened: Opened
  readonly page: MinutesSource | undefined
  readonly finishing: Finishing
  readonly steps: readonly Step[]
}

const ONLY = phrase`Only minutes can be finished.`

async function read(state: State, { uri, now }: Given<FinishParams>): Promise<Read> {
  const moment = momentGiven(now)
  // What the group wants is seen from all of its minutes.
  await minutesGiven(state, uri, ONLY).open.folder.work
  const page = await indexOf(state, minutesGiven(state, uri, ONLY), moment)
  // It may have been typed meanwhile.
  const opened = minutesGiven(state, uri, ONLY)
  const finishing = finishingOf(opened.open, page, moment)
  if (!finishing)
    throw refused(
      phrase`These minutes do not say of which day they are, so nobody can tell what they lack. Write the day first.`,
    )
  return { opened, page, finishing, steps: stepsOf(finishing) }
}

/** The page that lists these minutes, as it is now in the editor or on disk. */
async function indexOf(state: State, { open }: Opened, now: Finishing['now']): Promise<MinutesSource | undefined> {
  const { folder, settings, book, path, files, day } = open
  if (!day) return undefined
  for (const candidate of indexPathsFor(settings, book, path, files)) {
    const page = await pageNow(state, folder, candidate)
    if (page && listedSeries({ subject: open, day, findings: [], index: page, now }, page).length > 0) return page
  }
  return undefined
}

function sourceOf({ opened: { document }, page }: Read, { where }: Step) {
  const { uri, text } = document
  return where === 'index' && page ? page : { uri, path: '', text: text.getText(), version: text.version }
}

/** Waits until the editor has told what it changed: some answer before they do. */
async function heard({ documents }: State, before: Read, step: Step): Promise<void> {
  const { uri, version } = before.opened.document.text
  for (let waited = 0; step.where === 'minutes' && waited < LONGEST; waited += PAUSE) {
    if (documents.get(uri)?.text.version !== version) return
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

/** In milliseconds. */
const [PAUSE, LONGEST] = [5, 500]

function shown(all: Read, say: Say): FinishStep[] {
  const words = (value: Value) => visible(said(value, say))
  const { opened, finishing, steps } = all
  const { subject } = finishing
  const previous = previousMinutes(subject.book, subject.path)
  const about = previous && uriIn(opened.open.folder.uri, previous.path)
  return steps.map((step): FinishStep => {
    const { uri, text } = sourceOf(all, step)
    return {
      id: step.id,
      title: words(step.title),
      wrong: words(step.message.wrong),
      why: words(step.message.why),
      remedy: words(step.message.remedy),
      uri,
      range: rangesIn(text)(step),
      asks: step.asks.map(({ choices, ...question }) => ({
        ...question,
        prompt: words(question.prompt),
        ...(choices && {
          choices: choices.map(({ label, ...choice }) => ({ ...choice, ...(label && { label: words(label) }) })),
        }),
        ...(step.id === 'approval' && about && { about }),
      })),
      canApply: step.edits !== undefined,
    }
  })
}

/** Answers of any shape: the one to the only question may stand by itself. */
function answersGiven({ asks }: Step, given: unknown): Answers {
  const list = (value: unknown): string[] =>
    [value]
      .flat()
      .filter((each) => each !== undefined && each !== null)
      .map(String)
  if (typeof given === 'object' && given !== null && !Array.isArray(given))
    return Object.fromEntries(Object.entries(given).map(([id, value]) => [id, list(value)]))
  const [first] = asks
  return first ? { [first.id]: list(given) } : {}
}
