import { type SymbolPlaces, symbolPlaces } from '../features/symbol-places.ts'
import { minutesOf } from './documents.ts'
import type { Folder } from './folder.ts'
import { minutesNow, openIn } from './sources.ts'
import type { State } from './state.ts'

/** The most files whose places are kept. */
const MOST_KEPT = 1000

/** Where things stand in minutes of a folder, open or not; `undefined` where they cannot be read. */
export async function placesIn(state: State, folder: Folder, path: string): Promise<SymbolPlaces | undefined> {
  const open = openIn(state, folder, path)
  if (open) return symbolPlaces(minutesOf(open))
  const known = folder.places.get(path)
  if (known) return known
  const found = await minutesNow(state, folder, path)
  if (!found) return undefined
  const places = symbolPlaces(found.minutes)
  // Without a word about changes they would be wrong before long.
  if (state.can.watchFiles) {
    if (folder.places.size >= MOST_KEPT) folder.places.clear()
    folder.places.set(path, places)
  }
  return places
}
