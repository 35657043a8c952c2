import { CompletionItemKind } from 'vscode-languageserver-types'
import { distinctIds, type SeenId, seenIds } from '../../book/seen-ids.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { writtenIds } from '../../minutes/written-ids.ts'
import { memo } from '../../text/memo.ts'
import type { OpenMinutes } from '../document.ts'
import type { Caret } from './caret.ts'
import type { Offer } from './offer.ts'

/** The beginning of an id: two letters of an advisory or module, `#`, or a repository's name up to it. */
const TYPED = /(?:^|[\s(,;"'[])((?:CV|GH)[\w-]*|[A-Z]\w+(?:::?\w*)*|(?:[\w-]+\/[\w.-]+)?#\d*)$/i

/** CVEs, advisories, modules and issues that these or earlier minutes name, the latest first. */
export function completeIds(open: OpenMinutes, caret: Caret): Offer[] {
  const [, typed] = TYPED.exec(caret.before) ?? []
  if (typed === undefined || /^\s{0,3}#+$/.test(caret.before) || /^[\w:-]/.test(caret.after)) return []
  const begun = typed.toLowerCase()
  const isInLabel = caret.before[caret.offset - caret.lineStart - typed.length - 1] === '['
  const own = ownIds(open.minutes)
  const named = new Set(own.map(({ id }) => id))
  return [...own, ...seenIds(open).filter(({ id }) => !named.has(id))]
    .filter(({ id }) => id.toLowerCase().startsWith(begun) && id !== typed)
    .map(({ id, written, day }) => ({
      label: id,
      kind: CompletionItemKind.Reference,
      pieces: [isInLabel ? id : written],
      at: { from: caret.offset - typed.length, to: caret.offset },
      ...(day && { description: day }),
      ...(written !== id && { documentation: [written] }),
    }))
}

const ownIds = memo(({ blocks }: Minutes): readonly SeenId[] => {
  const all = blocks.map(({ content }) => writtenIds(content)).reverse()
  return distinctIds(all.flat(), '')
})
