import { commands, Disposable, languages, type TextDocument, window, workspace } from 'vscode'
import { frontMatterLines } from './front-matter.ts'
import { looksLikeMinutes } from './looks-like-minutes.ts'
import { markdown } from './selector.ts'

/** The context key that gates our menus and keys. */
export const contextKey = 'minutebook.isMinutes'

/** Who knows for certain whether a document is minutes: the server, once it runs. */
export interface Authority {
  /** Settles to `undefined` while the server cannot say. */
  isMinutes(document: TextDocument): Promise<boolean | undefined>
}

export interface Follower extends Disposable {
  /** Looks again: the authority has appeared, or its answers may have changed. */
  refresh(): void
}

// Long enough to let the editor's own change event reach the server before our question does, and not to ask at every
// key while someone types front matter.
const typingPause = 100

/**
 * Keeps the context key true to the active editor, and calls `found` whenever an open document looks like minutes.
 * @param authority the server, or `undefined` while it does not run
 */
export function followMinutes(authority: () => Authority | undefined, found: () => void): Follower {
  let typing: ReturnType<typeof setTimeout> | undefined

  const show = (document: TextDocument | undefined, minutes: boolean) => {
    if (document === window.activeTextEditor?.document) void commands.executeCommand('setContext', contextKey, minutes)
  }

  async function judge(document: TextDocument): Promise<void> {
    const guess = looksLikeMinutes(document)
    if (guess) found()
    show(document, guess)
    if (languages.match(markdown(), document) === 0) return
    const answer = await authority()?.isMinutes(document)
    if (answer !== undefined) show(document, answer)
  }

  function judgeActive(): void {
    const document = window.activeTextEditor?.document
    if (document === undefined) show(undefined, false)
    else void judge(document)
  }

  function refresh(): void {
    for (const document of workspace.textDocuments) {
      if (document !== window.activeTextEditor?.document) void judge(document)
    }
    judgeActive()
  }

  const listening = Disposable.from(
    window.onDidChangeActiveTextEditor(judgeActive),
    workspace.onDidOpenTextDocument((document) => void judge(document)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (languages.match(markdown(), document) === 0) return
      const head = Math.max(frontMatterLines(document), 1)
      if (!contentChanges.some((change) => change.range.start.line < head)) return
      clearTimeout(typing)
      typing = setTimeout(() => void judge(document), typingPause)
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('minutebook.files')) refresh()
    }),
    workspace.onDidChangeWorkspaceFolders(refresh),
  )
  // Once we are activated: whoever is found first has the client loaded, and other extensions wait for us meanwhile.
  const first = setTimeout(refresh)
  return {
    refresh,
    dispose() {
      clearTimeout(first)
      clearTimeout(typing)
      listening.dispose()
    },
  }
}
