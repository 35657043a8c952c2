import {
  type Disposable,
  EventEmitter,
  ThemeIcon,
  type TreeCheckboxChangeEvent,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
  workspace,
} from 'vscode'
import type { BookParams } from '../../../server/src/protocol/messages.ts'
import type { Minutebook } from '../activate.ts'
import { t } from '../translated.ts'

/** What the views ask of the server, which starts when they do. */
export interface Source {
  /** Carries out a command of the server. */
  ask<Result>(command: string, params: object): Promise<Result>
  /** Where the rows of each workspace folder come from. */
  folders(): readonly BookFolder[]
}

/** A workspace folder, as the server knows it. */
export interface BookFolder extends BookParams {
  readonly name: string
}

/** A line of a tree. */
export interface Node {
  /** The same after every refresh, or the editor forgets what is open and selected. */
  readonly id: string
  readonly label: string
  /** Behind the label, in a dimmer colour. */
  readonly description?: string
  /** The whole line for a screen reader. */
  readonly spoken: string
  readonly tooltip?: string
  readonly icon?: string
  /** What menus go by. */
  readonly kind?: string
  readonly command?: TreeItem['command']
  /** Whether its box is checked; absent for a line without one. */
  readonly checked?: boolean
  readonly isOpen?: boolean
  /** Asked for when the line is opened. */
  readonly children?: () => readonly Node[] | Promise<readonly Node[]>
}

/** One of the trees. */
export interface Tree<Line extends Node = Node> extends Disposable {
  readonly provider: TreeDataProvider<Line>
  readonly view: TreeView<Line>
  /** Asks again for all that is shown. What was open and selected stays so. */
  refresh(): void
}

/**
 * Creates a tree, whose lines are asked for when somebody sees them.
 *
 * @param onCheck called when somebody ticks boxes.
 */
export function createTree<Line extends Node>(
  id: string,
  roots: () => Promise<readonly Line[]>,
  onCheck?: (event: TreeCheckboxChangeEvent<Line>) => void,
): Tree<Line> {
  const changed = new EventEmitter<void>()
  const provider: TreeDataProvider<Line> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    async getChildren(line) {
      try {
        const lines = await (line ? (line.children?.() as readonly Line[]) : roots())
        if (!line) delete view.message
        return [...(lines ?? [])]
      } catch (error) {
        view.message = error instanceof Error ? error.message : String(error)
        return []
      }
    },
  }
  const view: TreeView<Line> = window.createTreeView<Line>(id, {
    treeDataProvider: provider,
    showCollapseAll: true,
    manageCheckboxStateManually: true,
  })
  const checks = onCheck && view.onDidChangeCheckboxState(onCheck)
  return {
    provider,
    view,
    refresh: () => changed.fire(),
    dispose() {
      checks?.dispose()
      view.dispose()
      changed.dispose()
    },
  }
}

function itemOf({
  id,
  label,
  description,
  spoken,
  tooltip,
  icon,
  kind,
  command,
  checked,
  isOpen,
  children,
}: Node): TreeItem {
  const { None, Collapsed, Expanded } = TreeItemCollapsibleState
  const item = new TreeItem(label, children ? (isOpen ? Expanded : Collapsed) : None)
  item.id = id
  item.accessibilityInformation = { label: spoken }
  item.tooltip = tooltip ?? spoken
  if (description) item.description = description
  if (icon) item.iconPath = new ThemeIcon(icon)
  if (kind) item.contextValue = kind
  if (command) item.command = command
  if (checked !== undefined) {
    item.checkboxState = {
      state: checked ? 1 : 0,
      tooltip: checked ? t`Done. Uncheck to open it again` : t`Open. Check when it is done`,
      accessibilityInformation: { label: spoken },
    }
  }
  return item
}

/** The lines of each folder: below its name where several have any. */
export async function byFolder<Line extends Node>(
  { folders }: Source,
  linesIn: (folder: BookFolder) => Promise<readonly Line[]>,
): Promise<readonly (Line | Node)[]> {
  const found = await Promise.all(folders().map(async (folder) => ({ folder, lines: await linesIn(folder) })))
  const filled = found.filter(({ lines }) => lines.length > 0)
  if (filled.length < 2) return filled.flatMap(({ lines }) => lines)
  return filled.map(({ folder: { folder, name }, lines }) => ({
    id: folder,
    label: name,
    spoken: t`folder ${name}`,
    icon: 'root-folder',
    isOpen: true,
    children: () => lines,
  }))
}

/** The source behind the views. @param start starts the server, unless it runs. */
export const sourceOf = (start: () => Minutebook): Source => ({
  ask: (command, params) => start().book.execute(command, params),
  folders: () =>
    (workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ folder: start().book.address(uri), name })),
})
