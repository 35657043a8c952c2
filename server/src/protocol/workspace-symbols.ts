import type { CancellationToken, WorkspaceSymbol } from 'vscode-languageserver'
import { type BookSymbol, symbolsNamed } from '../features/workspace-symbols.ts'
import { said } from '../text/phrase.ts'
import { placesIn } from './places.ts'
import { stopIfCancelled } from './sources.ts'
import { bookOf, type State } from './state.ts'
import { uriIn } from './uris.ts'

/** What a symbol carries until an editor asks for its place. */
interface Data {
  readonly folder: string
  readonly symbol: Pick<BookSymbol, 'path' | 'place'>
}

/** To tell the places, each file must be read: that is for editors that cannot ask for the place of the one they need. */
const MOST_PLACED = 100

/** Everything in all books that fits a query. */
export async function workspaceSymbols(
  state: State,
  query: string,
  token: CancellationToken,
): Promise<WorkspaceSymbol[]> {
  const found: WorkspaceSymbol[] = []
  for (const folder of state.folders.values()) {
    // Half a book would look like all there is.
    await folder.work
    stopIfCancelled({ token })
    const symbols = symbolsNamed(bookOf(state, folder), query, state.can.lazySymbols ? undefined : MOST_PLACED)
    for (const { name, kind, container, path, place } of symbols) {
      const data: Data = { folder: folder.uri, symbol: { path, place } }
      const symbol = {
        name,
        kind,
        containerName: said(container, state.say),
        location: { uri: uriIn(folder.uri, path) },
      }
      found.push(state.can.lazySymbols ? { ...symbol, data } : await placed(state, { ...symbol, data }))
      stopIfCancelled({ token })
    }
  }
  return found
}

/** A symbol with its place. */
export async function placed(state: State, { data, ...symbol }: WorkspaceSymbol): Promise<WorkspaceSymbol> {
  const { folder: uri, symbol: wanted } = (data ?? {}) as Partial<Data>
  const folder = uri === undefined ? undefined : state.folders.get(uri)
  // What an editor sends back need not be what it was sent: no other files are read.
  if (!folder || !wanted?.place || !folder.book.parts.has(wanted.path)) return symbol
  const places = await placesIn(state, folder, wanted.path)
  const start = { line: 0, character: 0 }
  const range = places?.(wanted.place) ?? { start, end: start }
  return { ...symbol, location: { uri: symbol.location.uri, range } }
}
