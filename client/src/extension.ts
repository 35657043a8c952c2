import { commands, type ExtensionContext, Uri, workspace } from 'vscode'
import type * as Client from './activate.ts'
import { followMinutes } from './follow-minutes.ts'
import { knownWords } from './preview/known-words.ts'
import type { MarkdownIt } from './preview/markdown-it.ts'
import { showWords } from './preview/plugin.ts'
import { createViews, type Views } from './views/index.ts'

let minutebook: Client.Minutebook | undefined

/** What the Markdown preview finds in an extension that says so in its manifest. */
interface ForPreview {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt
}

/** What our own tests look at: a promise to nobody. */
interface ForTests {
  readonly views: Views
  /** Whether the server was needed. */
  isStarted(): boolean
}

/**
 * Any Markdown file wakes us, since only a look inside shows whether it is minutes. Until one is, or a command is run,
 * nothing is started.
 *
 * @param load the part that starts the server
 */
export function activate(
  context: ExtensionContext,
  load: () => { activate(context: ExtensionContext): Client.Minutebook },
): ForPreview & ForTests {
  const views = createViews(context, start)
  const follower = followMinutes(
    () => minutebook,
    () => {
      views.show()
      start()
    },
  )
  const words = knownWords(() => minutebook?.previewWords)
  function start(): Client.Minutebook {
    if (minutebook === undefined) {
      minutebook = load().activate(context)
      views.follow(minutebook)
      context.subscriptions.push(
        minutebook.onDidChangeAnswers(() => {
          follower.refresh()
          words.forget()
        }),
      )
    }
    return minutebook
  }
  // A folder that says so itself is a minute book, and only the server can read what it says.
  for (const { uri } of workspace.workspaceFolders ?? []) {
    for (const name of ['minutebook.yml', '.minutebook']) {
      workspace.fs.stat(Uri.joinPath(uri, name)).then(start, () => {})
    }
  }
  const contributed: readonly { command: string }[] = context.extension.packageJSON.contributes.commands
  context.subscriptions.push(
    follower,
    views,
    ...contributed.map(({ command }) =>
      commands.registerCommand(
        command,
        views.commands.get(command) ?? ((...given: unknown[]) => start().run(command, given)),
      ),
    ),
  )
  return { extendMarkdownIt: (md) => showWords(md, words.of), views, isStarted: () => minutebook !== undefined }
}

/** Lets the server end in its own time. */
export async function deactivate(): Promise<void> {
  await minutebook?.stop()
}
