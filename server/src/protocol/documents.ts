import { type Diagnostic, TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Minutes, parseMinutes, updateMinutes } from '../minutes/minutes.ts'
import type { Checked } from '../rules/check.ts'
import type { TextChange } from '../text/edit.ts'

/** A document that an editor has open: the only text that changes under us. */
export interface OpenDocument {
  readonly uri: string
  text: TextDocument
  /** How `minutes` became `text`, as far as nobody asked yet. */
  changes: TextChange[]
  minutes: Minutes | undefined
  checked: Checked | undefined
  /** The minutes whose part the book has, and whether with their wording, which matters to other documents alone. */
  inBook: { readonly minutes: Minutes; readonly whole: boolean } | undefined
  /** The diagnostics last reported, and their number. */
  reported: { readonly id: string; readonly items: readonly Diagnostic[] } | undefined
  /** Whether what is wrong in it as a template was reported. */
  isTemplate: boolean
  /** The offset behind the last thing typed, as long as it may still be in the making. */
  caret: number | undefined
  /** Whether nothing has been typed for a while. */
  rested: boolean
  /** Whether it was changed since it was opened or saved. */
  isUnsaved: boolean
  /** Whether its file was deleted, and nobody has gone on with it since: an editor may keep it for a while. */
  isGone: boolean
}

/** The documents that an editor has open. */
export type OpenDocuments = Pick<TextDocuments<OpenDocument>, 'get' | 'all'>

/** A document as it was opened. */
export const newDocument = (uri: string, languageId: string, version: number, content: string): OpenDocument => ({
  uri,
  text: TextDocument.create(uri, languageId, version, content),
  changes: [],
  minutes: undefined,
  checked: undefined,
  inBook: undefined,
  reported: undefined,
  isTemplate: false,
  caret: undefined,
  rested: false,
  isUnsaved: false,
  isGone: false,
})

/** The open documents, kept from the editor's notifications. Edits are remembered, so that parsing can follow them. */
export const openDocuments = (): TextDocuments<OpenDocument> =>
  new TextDocuments<OpenDocument>({
    create: newDocument,
    update: (document, changes, version) => {
      for (const change of changes) changeText(document, change, version)
      return document
    },
  })

/** Takes in a change of the text. */
export function changeText(document: OpenDocument, change: TextDocumentContentChangeEvent, version: number): void {
  document.isGone = false
  document.isUnsaved = true
  if (TextDocumentContentChangeEvent.isIncremental(change)) {
    const from = document.text.offsetAt(change.range.start)
    const to = document.text.offsetAt(change.range.end)
    document.changes.push({ from, to, length: change.text.length })
    document.text = TextDocument.update(document.text, [change], version)
    document.caret = from + change.text.length
    document.rested = false
  } else {
    const difference = differenceOf(document.text.getText(), change.text)
    document.changes.push(difference)
    document.text = TextDocument.update(document.text, [change], version)
    document.caret = undefined
  }
}

/** Where two texts differ: an editor that sends the whole text each time has typed only one place of it. */
function differenceOf(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++
  let tail = 0
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  return { from, to: before.length - tail, length: after.length - tail - from }
}

/** The document's minutes as of now. */
export function minutesOf(document: OpenDocument): Minutes {
  const text = document.text.getText()
  if (!document.minutes) document.minutes = parseMinutes(text)
  else if (document.changes.length > 0) document.minutes = updateMinutes(document.minutes, text, document.changes)
  document.changes = []
  return document.minutes
}
