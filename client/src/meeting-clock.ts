import { Disposable, languages, StatusBarAlignment, type TextEditor, window, workspace } from 'vscode'
import { Commands, type MeetingClock, type MeetingClockParams } from '../../server/src/protocol/messages.ts'
import { markdown } from './selector.ts'
import type { Server } from './server.ts'
import { t } from './translated.ts'

/** How often the clock is put right, in milliseconds: it shows minutes. */
const TICK = 30_000
/** How long the caret must rest on another line before its topic is asked for, in milliseconds. */
const REST = 1000
/** Longer topics would push others' items out of the status bar. */
const LONGEST = 40

/** Shows in the status bar how long the meeting at hand has lasted, and the topic at the caret; elsewhere nothing. */
export function showMeetingClock(server: Pick<Server, 'address' | 'execute' | 'onDidChangeAnswers'>): Disposable {
  const item = window.createStatusBarItem('minutebook.clock', StatusBarAlignment.Left, 10)
  item.name = t`Minutebook: Meeting Clock`
  item.command = 'minutebook.meetingMenu'
  let asked = 0
  let resting: ReturnType<typeof setTimeout> | undefined
  let line: number | undefined

  async function refresh(): Promise<void> {
    const editor = window.activeTextEditor
    const question = ++asked
    line = editor?.selection.active.line
    const clock = editor && isMinutes(editor) ? await ask(editor).catch(() => null) : null
    // Meanwhile somebody may have gone elsewhere.
    if (question !== asked) return
    if (clock) show(clock)
    else item.hide()
  }

  const isMinutes = ({ document }: TextEditor) =>
    languages.match(markdown(), document) > 0 && workspace.getConfiguration('minutebook', document).get('clock', true)

  const ask = ({ document, selection }: TextEditor) => {
    const { line, character } = selection.active
    const params: MeetingClockParams = {
      uri: server.address(document.uri),
      position: { line, character },
      now: new Date().toISOString(),
    }
    return server.execute<MeetingClock | null>(Commands.clock, params)
  }

  function show({ minutes, started, topic }: MeetingClock): void {
    const elapsed = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
    const short = topic && topic.length > LONGEST ? `${topic.slice(0, LONGEST - 1)}…` : topic
    // What looks like an icon in a heading is none.
    item.text = `$(clock) ${elapsed}${short ? ` ${short.replaceAll('$(', '$ (')}` : ''}`
    item.tooltip = topic
      ? t`The meeting began at ${started}. Now: ${topic}. Click for what happens next.`
      : t`The meeting began at ${started}. Click for what happens next.`
    const since =
      minutes === 1 ? t`Meeting, 1 minute since ${started}` : t`Meeting, ${minutes} minutes since ${started}`
    item.accessibilityInformation = { label: topic ? t`${since}, topic ${topic}` : since, role: 'button' }
    item.show()
  }

  const soon = () => {
    clearTimeout(resting)
    resting = setTimeout(() => void refresh(), REST)
  }
  const tick = setInterval(() => {
    if (window.state.focused) void refresh()
  }, TICK)
  const listening = Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(() => void refresh()),
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (textEditor === window.activeTextEditor && selections[0]?.active.line !== line) soon()
    }),
    window.onDidChangeWindowState(({ focused }) => focused && void refresh()),
    workspace.onDidSaveTextDocument(() => void refresh()),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('minutebook.clock') && void refresh()),
    server.onDidChangeAnswers(() => void refresh()),
  )
  void refresh()
  return new Disposable(() => {
    clearInterval(tick)
    clearTimeout(resting)
    listening.dispose()
  })
}
