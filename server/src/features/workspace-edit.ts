import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type TextEdit as LspEdit,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types'
import type { TextEdit } from '../text/edit.ts'
import { rangesIn, type Source } from './source.ts'

/** What is to change in one file, and under which heading a preview shows it. */
export interface FileEdits {
  readonly source: Source
  readonly edits: readonly TextEdit[]
  readonly annotation: ChangeAnnotation
}

/** What the editor can take. */
export interface EditsTaken {
  /** Edits that say which version of a document they are for. */
  readonly documentChanges: boolean
  readonly changeAnnotations: boolean
}

/** One edit of many files. */
export function workspaceEdit(files: readonly FileEdits[], can: EditsTaken): WorkspaceEdit {
  const byFile = new Map<string, { source: Source; edits: (LspEdit | AnnotatedTextEdit)[] }>()
  const changeAnnotations: Record<string, ChangeAnnotation> = {}
  for (const { source, edits, annotation } of files) {
    if (edits.length === 0) continue
    const range = rangesIn(source.text)
    const annotationId = annotation.label
    changeAnnotations[annotationId] = annotation
    const file = byFile.get(source.uri) ?? { source, edits: [] }
    byFile.set(source.uri, file)
    for (const { insert, ...place } of edits) {
      file.edits.push({ range: range(place), newText: insert, ...(can.changeAnnotations && { annotationId }) })
    }
  }
  if (!can.documentChanges) {
    return { changes: Object.fromEntries([...byFile].map(([uri, { edits }]) => [uri, edits])) }
  }
  return {
    documentChanges: [...byFile.values()].map(({ source: { uri, version }, edits }) =>
      TextDocumentEdit.create({ uri, version }, edits),
    ),
    ...(can.changeAnnotations && { changeAnnotations }),
  }
}
