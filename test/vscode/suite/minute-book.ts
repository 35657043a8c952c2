import {
  commands,
  type Diagnostic,
  type Event,
  extensions,
  languages,
  type Position,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode'

/** The test's own copy of `test/fixtures/book`. */
export const folder = workspace.workspaceFolders![0]!.uri

export const extension = extensions.getExtension('minutebook.minutebook')!

/** A test of what is not there in a browser; `docs/web.md` names each of them, and why. */
export const unlessOnTheWeb = (title: string, test: () => void | Promise<void>) =>
  (isOnTheWeb() ? it.skip : it)(title, test)

const isOnTheWeb = () => extension.extensionUri.scheme.startsWith('http')

export const file = (name: string) => Uri.joinPath(folder, name)

/** Files as VS Code has them, be they on a disk or in a browser's memory. */
export const read = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri))
export const write = async (uri: Uri, text: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(text))
export const remove = async (uri: Uri) => workspace.fs.delete(uri, { recursive: true })
export const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  )

export async function open(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(file(name))
  await window.showTextDocument(document)
  return document
}

/** Forgets what a test has typed. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
}

/** Where the text stands for the first time, or where it ends. */
export function place(document: TextDocument, text: string, side: 'start' | 'end' = 'start'): Position {
  const offset = document.getText().indexOf(text)
  if (offset < 0) throw new Error(`The minutes do not say “${text}”.`)
  return document.positionAt(side === 'start' ? offset : offset + text.length)
}

/** Our findings as lines of text: severity, rule, and the words they stand under. */
export function findings(document: TextDocument): string[] {
  return ourDiagnostics(document).map(({ severity, code, range }) => {
    const rule = typeof code === 'object' ? code.value : code
    return `${['error', 'warning', 'information', 'hint'][severity]} ${rule}: ${document.getText(range)}`
  })
}

export function ourDiagnostics(document: TextDocument): Diagnostic[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'minutebook')
    .sort((one, other) => one.range.start.compareTo(other.range.start))
}

/** Waits until the minutes have findings that pass. */
export async function findingsWhere(document: TextDocument, test: (found: string[]) => boolean): Promise<string[]> {
  const found = () => findings(document)
  return until(languages.onDidChangeDiagnostics, () => test(found()) && found(), found)
}

// Much longer than anything takes, for machines with much else to do.
const patience = 20_000

/**
 * Asks now and whenever the event fires, until there is an answer.
 *
 * @param describe says what was the case instead, when none came
 */
export function until<Answer>(
  event: Event<unknown>,
  ask: () => Answer | false | undefined,
  describe: () => unknown = () => '',
): Promise<Answer> {
  const now = ask()
  if (now) return Promise.resolve(now)
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => {
      listening.dispose()
      reject(new Error(`Waited in vain. Last seen: ${JSON.stringify(describe(), undefined, 2)}`))
    }, patience)
    const listening = event(() => {
      const answer = ask()
      if (!answer) return
      clearTimeout(deadline)
      listening.dispose()
      resolve(answer)
    })
  })
}

/** Asks again and again: for what VS Code has no event for. */
export async function poll<Answer>(
  ask: () => Thenable<Answer | false | undefined>,
  describe: () => unknown = () => '',
): Promise<Answer> {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    const answer = await ask()
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`Asked in vain. Last seen: ${JSON.stringify(await describe(), undefined, 2)}`)
}
