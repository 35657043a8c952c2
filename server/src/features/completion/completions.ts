import type { CompletionList, Position } from 'vscode-languageserver-types'
import { MASK } from '../minutes/mask.ts'
import { blockAt, kindAt } from '../minutes/minutes.ts'
import type { Caret } from './caret.ts'
import { completePeople } from './completion-people.ts'
import { completeProjects } from './completion-projects.ts'
import type { OpenMinutes } from './document.ts'

/** What may be typed next. Nothing inside code, addresses, comments and front matter. */
export function completions(open: OpenMinutes, position: Position): CompletionList {
  const caret = caretAt(open, position)
  if (!caret) return { isIncomplete: false, items: [] }
  const items = [...completePeople(open, caret), ...completeProjects(open, caret)]
  // The next sign tells a checkbox from a link: the editor must ask again.
  return { isIncomplete: MAYBE_BOX.test(caret.before), items }
}

const MAYBE_BOX = /^\s*(?:[-*+]|\d+[.)])[ \t]+\[$/

function caretAt({ document, minutes }: OpenMinutes, position: Position): Caret | undefined {
  const offset = document.offsetAt(position)
  if (offset < minutes.body || (minutes.frontMatter && offset < minutes.frontMatter.to)) return undefined
  const block = blockAt(minutes, offset)
  const found = minutes.blocks[block]
  if (found) {
    const at = offset - found.from
    const inside = at <= found.content.text.length
    if (inside && (found.content.kind === 'code' || found.content.prose[at - 1] === MASK)) return undefined
  }
  const { text } = minutes
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, minutes.body)
  const end = text.indexOf('\n', offset)
  return {
    offset,
    lineStart,
    before: text.slice(lineStart, offset),
    after: text.slice(offset, end < 0 ? text.length : end),
    block,
    kind: block < 0 ? undefined : kindAt(minutes, block),
  }
}
