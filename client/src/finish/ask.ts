import { type QuickPickItem, window } from 'vscode'
import type { FinishQuestion, FinishStep } from '../../../server/src/protocol/messages.ts'
import { t } from '../translated.ts'
import { mergeOfFile } from './git-history.ts'
import type { Merge } from './merged-by.ts'

export type Answers = Record<string, string | string[]>

/** Asks what a step has to know. Settles to `undefined` when the user leaves a question unanswered. */
export async function ask({ asks, title }: FinishStep): Promise<Answers | undefined> {
  const answers: Answers = {}
  const about = asks.find((each) => each.about !== undefined && (each.id === 'mergers' || each.id === 'number'))?.about
  const merge = about === undefined ? undefined : await mergeOfFile(about)
  for (const question of asks) {
    const answer = await askOne(withMerge(question, merge), title)
    if (answer === undefined) return undefined
    answers[question.id] = answer
  }
  return answers
}

/** What the git history says of the merge comes first: a suggestion and no more. */
function withMerge(question: FinishQuestion, merge: Merge | undefined): FinishQuestion {
  if (merge === undefined) return question
  if (question.id === 'number' && merge.number !== undefined) return { ...question, value: merge.number }
  if (question.id !== 'mergers') return question
  const detail = t`merged them, says git (${merge.name})`
  const [wanted, choices] = [plain(merge.name), question.choices ?? []]
  const isMerger = ({ value, detail = '' }: { value: string; detail?: string }) =>
    plain(value) === wanted || plain(detail) === wanted
  const merger = choices.find(isMerger)
  if (merger === undefined) return { ...question, prompt: t`${question.prompt} (Git says: ${merge.name}.)` }
  const others = choices.filter((choice) => choice !== merger)
  return { ...question, value: merger.value, choices: [{ value: merger.value, detail }, ...others] }
}

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function askOne(question: FinishQuestion, title: string): Thenable<string | string[] | undefined> {
  const { kind, prompt, value } = question
  if (kind === 'people') return askForPeople(question)
  if (kind === 'choice') return choose(question, title)
  return window.showInputBox({
    title,
    prompt,
    ...(value !== undefined && { value }),
    ...(kind === 'time' && { placeHolder: t`HH:MM`, validateInput: timeProblem }),
    ...(kind === 'day' && { placeHolder: t`YYYY-MM-DD`, validateInput: dayProblem }),
  })
}

const timeProblem = (typed: string) =>
  /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(typed.trim()) ? undefined : t`Write the time as hours and minutes, such as 17:45.`

const dayProblem = (typed: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(typed.trim()) ? undefined : t`Write the day as year, month and day.`

async function choose({ choices = [], prompt, value }: FinishQuestion, title: string): Promise<string | undefined> {
  const first = choices.filter((choice) => choice.value === value)
  const others = choices.filter((choice) => choice.value !== value)
  const items = [...first, ...others].map((choice) => ({ label: choice.label ?? choice.value, value: choice.value }))
  return (await window.showQuickPick(items, { title, placeHolder: prompt, ignoreFocusOut: true }))?.value
}

/** People of the list, or others that are typed. The question is the title: below it is room for little. */
function askForPeople(question: FinishQuestion): Promise<string | string[] | undefined> {
  const { choices = [], prompt, many = false, value } = question
  const pick = window.createQuickPick()
  const known = choices.map(
    (choice): QuickPickItem => ({
      label: choice.value,
      ...(choice.detail && { description: choice.detail }),
    }),
  )
  let items = known
  pick.title = prompt
  pick.placeholder = many
    ? t`↓ and Space to choose, Enter to go on; or type somebody`
    : t`Choose, or type a handle that is not listed`
  pick.canSelectMany = many
  pick.matchOnDescription = true
  pick.ignoreFocusOut = true
  pick.items = items
  pick.selectedItems = many ? known.filter(({ label }) => label === value) : []
  pick.onDidChangeValue((typed) => {
    const selected = new Set(pick.selectedItems.map(({ label }) => label))
    const isKnown = known.some(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()))
    const chosen = items.filter((item) => selected.has(item.label) && !known.includes(item))
    const fresh = typed.trim() === '' || isKnown ? [] : [{ label: typed.trim(), description: t`not listed` }]
    items = [...known, ...chosen, ...fresh]
    pick.items = items
    pick.selectedItems = items.filter(({ label }) => selected.has(label))
  })
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const chosen = (many ? pick.selectedItems : pick.activeItems).map(({ label }) => label)
      // Enter on the only one typed, without a tick, means that one.
      resolve(chosen.length > 0 || !many ? chosen : pick.activeItems.slice(0, 1).map(({ label }) => label))
      pick.hide()
    })
    pick.onDidHide(() => {
      resolve(undefined)
      pick.dispose()
    })
    pick.show()
  })
}
