import type {
  CancellationToken,
  Location,
  LocationLink,
  Position,
  ServerCapabilities,
  WorkDoneProgressReporter,
  WorkspaceEdit,
} from 'vscode-languageserver'
import { definedAt, listedAt, minutesDefining } from '../features/definition.ts'
import { rangeOf } from '../features/document.ts'
import { foldingRanges } from '../features/folding-ranges.ts'
import { listedReferences, minutesWith, referencesIn } from '../features/references.ts'
import { inSpelling, minutesToRename, names, newNameOf, renameBox, renamedAt, renameEdits } from '../features/rename.ts'
import { selectionRanges } from '../features/selection-ranges.ts'
import { targetAt } from '../features/target.ts'
import { type FileEdits, workspaceEdit } from '../features/workspace-edit.ts'
import { canonical } from '../minutes/mentions.ts'
import { configurationOf, rosterOf } from '../rules/configuration.ts'
import { handleEdits } from '../settings/listings.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import { allRead, type Folder } from './folder.ts'
import { answering, type Opened } from './opened.ts'
import { refused } from './refused.ts'
import { type Reading, readListings, readMinutes, stopIfCancelled } from './sources.ts'
import type { State } from './state.ts'
import { placed, workspaceSymbols } from './workspace-symbols.ts'

/** What the server can do to take somebody from one place of the book to another. */
export const navigationCapabilities = {
  definitionProvider: true,
  referencesProvider: { workDoneProgress: true },
  renameProvider: { prepareProvider: true, workDoneProgress: true },
  workspaceSymbolProvider: { resolveProvider: true },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
} satisfies ServerCapabilities

/** Below this many files, reading is over before progress could be seen. */
const MANY = 20

/** Answers what is asked about a document and others of its book. */
export function answerNavigation(state: State, opened: (uri: string) => Opened | undefined): void {
  const { connection } = state
  const reading = ({ document, open }: Opened, token: CancellationToken): Reading => ({
    state,
    folder: open.folder,
    document,
    token,
  })

  /** The same once the whole book is read: what is asked about all of it must not miss the rest. */
  const settled = async (uri: string) => {
    const folder = opened(uri)?.open.folder
    if (folder) await allRead(folder)
    return opened(uri)
  }

  const about = answering(opened)
  connection.onDefinition(async ({ textDocument: { uri }, position }, token) => {
    const found = opened(uri)
    const links = found ? await definition(reading(found, token), found.open, position) : []
    return state.can.definitionLinks ? links : links.map(locationOf)
  })
  connection.onReferences(async ({ textDocument: { uri }, position, context }, token, progress) => {
    const found = await settled(uri)
    return found ? references(reading(found, token), found.open, position, context.includeDeclaration, progress) : []
  })
  connection.onPrepareRename(
    about(null, ({ document, open }, { position }) => {
      const target = renamedAt(open, document.text.offsetAt(position))
      return target ? renameBox(open, target) : null
    }),
  )
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }, token, progress) => {
    const found = await settled(uri)
    return found ? rename(reading(found, token), found.open, position, newName, progress) : null
  })
  connection.onWorkspaceSymbol(({ query }, token) => workspaceSymbols(state, query, token))
  connection.onWorkspaceSymbolResolve((symbol) => placed(state, symbol))
  connection.onFoldingRanges(about([], ({ open }) => foldingRanges(open)))
  connection.onSelectionRanges(about(null, ({ open }, { positions }) => selectionRanges(open, positions)))
}

type Open = Opened['open']

/** A person or project is defined where the group lists them; else in the minutes. */
async function definition(reading: Reading, open: Open, position: Position): Promise<LocationLink[]> {
  const { book, document } = open
  const target = targetAt(open, document.offsetAt(position))
  if (!target) return []
  const origin = rangeOf(document, target)
  const listed = async () => {
    if (target.what === 'file') return []
    const listings = await readListings(reading)
    return listings.flatMap((source) => listedAt(book, target, source, origin) ?? [])
  }
  if (target.what === 'person') {
    const found = await listed()
    if (found.length > 0) return found.slice(0, 1)
  }
  const part = minutesDefining(book, target)
  const links: LocationLink[] = []
  if (part) {
    await readMinutes(reading, [part.path], (source) => {
      const link = definedAt(book, target, source, origin)
      if (link) links.push(link)
    })
  }
  return links.length > 0 || target.what === 'person' ? links : (await listed()).slice(0, 1)
}

const locationOf = ({ targetUri, targetSelectionRange }: LocationLink): Location => ({
  uri: targetUri,
  range: targetSelectionRange,
})

async function references(
  reading: Reading,
  open: Open,
  position: Position,
  withDeclaration: boolean,
  progress: WorkDoneProgressReporter,
): Promise<Location[]> {
  const { book, document } = open
  const target = targetAt(open, document.offsetAt(position))
  if (!target) return []
  const listings = withDeclaration ? await readListings(reading) : []
  const found = listings.flatMap((source) => listedReferences(book, target, source))
  const paths = minutesWith(book, target).map(({ path }) => path)
  await withProgress(reading, progress, paths, (all) =>
    readMinutes(all, paths, (source) => found.push(...referencesIn(book, target, source))),
  )
  return found
}

async function rename(
  reading: Reading,
  open: Open,
  position: Position,
  newName: string,
  progress: WorkDoneProgressReporter,
): Promise<WorkspaceEdit | null> {
  const { book, document, say } = open
  const target = renamedAt(open, document.offsetAt(position))
  if (!target) return null
  const answer = newNameOf(book, target, newName)
  const claim = 'problem' in answer ? answer.claim : undefined
  if ('problem' in answer && !claim) throw refused(say(answer.problem))
  const { name } = claim ?? (answer as { name: string })
  const [old, now] = target.what === 'person' ? [`@${target.handle}`, `@${name}`] : [target.title, name]
  const files: FileEdits[] = []
  const paths = minutesToRename(book, target, claim?.key).map(({ path }) => path)
  let isClaimed = false
  const unread = await withProgress(reading, progress, paths, (all) =>
    readMinutes(all, paths, (source) => {
      if (claim && names(source.minutes, claim.key)) isClaimed = true
      const edits = renameEdits(book, source.minutes, target, name)
      const sure = { label: `${old} → ${now}` }
      // An editor leaves unticked what needs to be confirmed, so that is for what may mean something else.
      const unsure = { label: say(phrase`Headings and items with these words`), needsConfirmation: true }
      files.push({ source, edits: edits.filter((each) => each.sure), annotation: sure })
      files.push({ source, edits: edits.filter((each) => !each.sure), annotation: unsure })
    }),
  )
  const [lost] = unread
  if (lost !== undefined) {
    const problem = phrase`${lost} cannot be read, so "${old}" would stay there. Nothing was changed. Mend or close it first.`
    throw refused(say(problem))
  }
  if (target.what === 'person') {
    const listings = await readListings(reading)
    // The book may not have heard yet of what was written to disk a moment ago.
    if (claim) {
      const inEditor = listedInEditor(reading.folder).some((each) => canonical(each.replace(/^@/, '')) === claim.key)
      isClaimed ||= inEditor || listings.some(({ listings }) => handleEdits(listings, claim.key, String).length > 0)
    }
    if (isClaimed) throw refused(say((answer as { problem: Phrase }).problem))
    for (const source of listings) {
      const annotation = source.ours
        ? { label: `${old} → ${now}` }
        : { label: say(phrase`The list of people, which others may read`), needsConfirmation: true }
      files.push({
        source,
        edits: handleEdits(source.listings, target.key, (spelling) => inSpelling(target, name, spelling)),
        annotation,
      })
    }
  }
  stopIfCancelled(reading)
  return workspaceEdit(files, reading.state.can)
}

/** Whom the editor's settings list. */
function listedInEditor({ editorValues }: Folder): readonly string[] {
  const { people, pseudo } = rosterOf(configurationOf(undefined, editorValues), undefined).roster
  return [...people.flatMap(({ handle, aliases }) => [handle, ...aliases]), ...pseudo]
}

async function withProgress<T>(
  reading: Reading,
  progress: WorkDoneProgressReporter,
  paths: readonly string[],
  read: (reading: Reading) => Promise<T>,
): Promise<T> {
  if (paths.length < MANY) return read(reading)
  const { say } = reading.state
  progress.begin(say(phrase`Reading the minutes`), 0, say(phrase`${paths.length} files`), false)
  try {
    return await read({ ...reading, progress })
  } finally {
    progress.done()
  }
}
