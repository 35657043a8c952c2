import { commands, type ExtensionContext, Uri, workspace } from 'vscode'
import type * as Client from './activate.ts'
import { followMinutes } from './follow-minutes.ts'
import { createViews, type Views } from './views/index.ts'

let minutebook: Client.Minutebook | undefined

/**
 * Any Markdown file wakes us, since only a look inside shows whether it is minutes. Until one is, or a command is run,
 * nothing but this small file is loaded.
 *
 * @returns the view, for our own tests: a promise to nobody
 */
export function activate(context: ExtensionContext): Views {
  const views = createViews(context, start)
  const follower = followMinutes(
    () => minutebook,
    () => {
      views.show()
      start()
    },
  )
  function start(): Client.Minutebook {
    if (minutebook === undefined) {
      const client = require('./minutebook.js') as typeof Client
      minutebook = client.activate(context)
      context.subscriptions.push(minutebook.onDidChangeAnswers(() => follower.refresh()))
      views.follow(minutebook)
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
  return views
}

/** Lets the server end in its own time. */
export async function deactivate(): Promise<void> {
  await minutebook?.stop()
}
