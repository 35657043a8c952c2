import { commands, Disposable, type ExtensionContext, type TreeCheckboxChangeEvent, window, workspace } from 'vscode'
import type { Minutebook } from '../activate.ts'
import { t } from '../translated.ts'
import { type ActionLine, isActionLine } from './action-line.ts'
import { actionLines, GROUPINGS, type Grouping } from './actions.ts'
import { checkOff } from './check-off.ts'
import { followWorkspace, showViews } from './has-minutes.ts'
import { meetingLines } from './meetings.ts'
import { peopleLines } from './people.ts'
import { createTree, type Node, sourceOf, type Tree } from './tree.ts'

/** The Minutebook view: three trees, and the commands that are about them alone. */
export interface Views extends Disposable {
  readonly trees: Readonly<Record<'meetings' | 'actions' | 'people', Tree>>
  /** Checks off the action item of a line, or opens it again. One that fails tells the user why. */
  check(line: ActionLine, done: boolean): Promise<void>
  /** By their ids. */
  readonly commands: ReadonlyMap<string, (...given: unknown[]) => unknown>
  /** Has the editor show the view at all, which it does not where there are no minutes. */
  show(): void
  /** Takes in that the server runs. */
  follow(server: Minutebook): void
}

const GROUPED: Readonly<Record<Grouping, string>> = { person: t`by person`, topic: t`by topic`, age: t`by age` }

/** Where the window remembers how open actions are grouped. */
const memory = 'minutebook.actions.grouping'

/** Creates the view. Nothing is asked of the server until somebody looks. @param start starts it, unless it runs. */
export function createViews({ workspaceState }: ExtensionContext, start: () => Minutebook): Views {
  const source = sourceOf(start)
  // What was ticked here stays to be seen, or a slip could not be taken back.
  const ticked = new Set<string>()
  const isKept = ({ uri, id }: { readonly uri: string; readonly id: string }) => ticked.has(`${uri} ${id}`)
  let grouping = GROUPINGS.find((each) => each === workspaceState.get(memory)) ?? 'person'

  const trees = {
    meetings: createTree('minutebook.meetings', meetingLines(source)),
    actions: createTree(
      'minutebook.actions',
      actionLines(source, () => grouping, isKept),
      onCheck,
    ),
    people: createTree('minutebook.people', peopleLines(source, isKept), onCheck),
  }
  const refresh = () => {
    for (const tree of Object.values(trees)) tree.refresh()
  }

  async function check(line: ActionLine, done: boolean): Promise<void> {
    ticked.add(`${line.uri} ${line.action.id}`)
    // Here, because VS Code swallows what fails behind a box.
    await checkOff(source, line, done).catch((error: Error) => void window.showErrorMessage(error.message))
    refresh()
  }

  async function onCheck({ items }: TreeCheckboxChangeEvent<Node>): Promise<void> {
    for (const [line, state] of items) if (isActionLine(line)) await check(line, state === 1)
  }

  // A menu hands over its line, anybody else anything.
  const checkListed = (line: unknown, done: boolean) =>
    typeof line === 'object' && line !== null && isActionLine(line as Node) && check(line as ActionLine, done)

  function group(by: Grouping): void {
    grouping = by
    void workspaceState.update(memory, by)
    trees.actions.view.description = GROUPED[by]
    trees.actions.refresh()
  }
  group(grouping)
  trees.people.view.description = t`meetings attended`

  let listening: Disposable | undefined
  const folders = workspace.onDidChangeWorkspaceFolders(refresh)
  const looking = followWorkspace()
  return {
    trees,
    check,
    commands: new Map<string, (...given: unknown[]) => unknown>([
      ['minutebook.checkOffListed', (line) => checkListed(line, true)],
      ['minutebook.reopenListed', (line) => checkListed(line, false)],
      [
        'minutebook.showViews',
        async () => {
          await showViews()
          await commands.executeCommand('minutebook.actions.focus')
        },
      ],
      [
        'minutebook.refreshViews',
        () => {
          ticked.clear()
          refresh()
        },
      ],
      ['minutebook.groupActionsByPerson', () => group('person')],
      ['minutebook.groupActionsByTopic', () => group('topic')],
      ['minutebook.groupActionsByAge', () => group('age')],
    ]),
    show: () => void showViews(),
    follow(server) {
      listening ??= server.book.onDidChangeBook(refresh)
    },
    dispose() {
      Disposable.from(folders, looking, ...Object.values(trees)).dispose()
      listening?.dispose()
    },
  }
}
