import { commands, Uri, workspace } from 'vscode'
import type { PreviewWord } from '../../../server/src/protocol/messages.ts'
import { type Words, wordsOf } from './words.ts'

/** Asks the server for a document's words; settles to `undefined` while it cannot say. */
export type AskForWords = (uri: Uri) => Promise<readonly PreviewWord[] | null | undefined>

interface Entry {
  version: number
  /** What the server said, to see whether it says something new. */
  said: string
  words: Words | undefined
}

/**
 * What the server has said of the words of documents, for a preview that cannot wait: it gets what is there, and is
 * rendered anew when the server has said something else.
 */
export function knownWords(ask: () => AskForWords | undefined): {
  of(document: unknown): Words | undefined
  /** What was said may no longer hold. */
  forget(): void
} {
  const entries = new Map<string, Entry>()
  const asking = new Set<string>()
  let unanswered = false

  async function learn(uri: Uri, key: string, version: number): Promise<void> {
    const answer = await ask()?.(uri)
    asking.delete(key)
    if (answer === undefined) {
      unanswered = true
      return
    }
    const said = JSON.stringify(answer)
    const before = entries.get(key)
    const isNew = (before?.said ?? NOTHING) !== said
    entries.set(key, { version, said, words: isNew ? wordsOf(answer ?? []) : before?.words })
    if (!isNew) return
    refresh()
    // A page that VS Code is only just opening misses what it is sent.
    setTimeout(refresh, OPENING)
  }

  return {
    of(document) {
      if (!(document instanceof Uri)) return undefined
      const key = document.toString()
      const open = workspace.textDocuments.find(({ uri }) => uri.toString() === key)
      const entry = entries.get(key)
      if (open && entry?.version !== open.version && !asking.has(key)) {
        asking.add(key)
        void learn(open.uri, key, open.version)
      }
      return entry?.words
    },
    forget() {
      for (const entry of entries.values()) entry.version = -1
      if (unanswered || entries.size > 0) refresh()
      unanswered = false
    },
  }
}

const refresh = () => void commands.executeCommand('markdown.preview.refresh')

/** By when a page has been opened, in milliseconds. */
const OPENING = 1500

const NOTHING = JSON.stringify(null)
