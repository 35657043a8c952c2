import { env, window, workspace } from 'vscode'
import {
  Commands,
  type DraftedSummary,
  type DraftSummaryParams,
  type SummaryForm,
} from '../../../server/src/protocol/messages.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.summarize'

type Where = 'editor' | 'clipboard'

const FORMS: readonly { readonly form: SummaryForm; readonly label: string; readonly detail: string }[] = [
  { form: 'markdown', label: 'Markdown', detail: t`For a page, an issue or a chat` },
  { form: 'mail', label: t`Mail`, detail: t`Plain text, with addresses in brackets` },
  { form: 'post500', label: t`Posts of 500 characters`, detail: t`For Mastodon; numbered where one is not enough` },
  {
    form: 'post280',
    label: t`Posts of 280 characters`,
    detail: t`For X and Bluesky; numbered where one is not enough`,
  },
]

/**
 * Sums up the active minutes: decisions, new and closed actions, the next meeting.
 *
 * @param given `{ form?, to?: 'editor' | 'clipboard' }`: what the pickers would ask.
 * @returns the text; `undefined` when the user changed their mind.
 */
export async function run(server: Server, ...[given]: unknown[]): Promise<string | undefined> {
  const document = window.activeTextEditor?.document
  if (document === undefined) return undefined
  const asked = read(given)
  const form = asked.form ?? (await chooseForm())
  if (form === undefined) return undefined
  const params: DraftSummaryParams = { uri: server.address(document.uri), form }
  const drafted = await server.execute<DraftedSummary>(Commands.summary, params)
  const text = 'text' in drafted ? drafted.text : `${drafted.posts.join('\n\n')}\n`
  const to = asked.to ?? (await choosePlace())
  if (to === undefined) return undefined
  if (to === 'clipboard') {
    await env.clipboard.writeText(text)
    window.setStatusBarMessage(`$(clippy) ${t`Minutebook: the summary is on the clipboard`}`, 5000)
  } else {
    const language = form === 'markdown' ? 'markdown' : 'plaintext'
    await window.showTextDocument(await workspace.openTextDocument({ language, content: text }), { preview: false })
  }
  for (const message of drafted.leftOut) void window.showWarningMessage(t`Left out of the summary: ${message}`)
  return text
}

function read(argument: unknown): { form?: SummaryForm; to?: Where } {
  const { form, to } = (argument ?? {}) as Record<string, unknown>
  const known = FORMS.find((each) => each.form === form)
  return { ...(known && { form: known.form }), ...((to === 'editor' || to === 'clipboard') && { to }) }
}

const chooseForm = async (): Promise<SummaryForm | undefined> =>
  (
    await window.showQuickPick(FORMS, {
      title: t`Summarize Minutes`,
      placeHolder: t`What is the summary for?`,
      matchOnDetail: true,
    })
  )?.form

async function choosePlace(): Promise<Where | undefined> {
  const places: { label: string; to: Where }[] = [
    { label: `$(go-to-file) ${t`Open in an editor`}`, to: 'editor' },
    { label: `$(clippy) ${t`Copy to the clipboard`}`, to: 'clipboard' },
  ]
  return (await window.showQuickPick(places, { title: t`Summarize Minutes`, placeHolder: t`Where to?` }))?.to
}
