/** A place in a document, as LSP counts: lines and UTF-16 code units from 0. */
export interface Place {
  line: number
  character: number
}
