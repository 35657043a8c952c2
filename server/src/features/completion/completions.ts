import type { CompletionList, Position } from 'vscode-languageserver-types'
import type { OpenMinutes } from '../document.ts'
import { completeApproval } from './approval.ts'
import { type Caret, caretAt } from './caret.ts'
import { completeDates } from './dates.ts'
import { completeEvents } from './events.ts'
import { completeFrontMatter } from './front-matter.ts'
import { completeHeadings } from './headings.ts'
import { completeIds } from './ids.ts'
import { completeLinks } from './links.ts'
import { completeNames } from './names.ts'
import { completeNextMeeting } from './next-meeting.ts'
import { itemsOf, type Offer } from './offer.ts'
import { completePeople } from './people.ts'
import { completeProjects } from './projects.ts'
import { completeRemarks } from './remarks.ts'

/** The signs that ask for completions when they are typed. */
export const TRIGGERS = ['@', '[', '(', '#', '-', ':', '/', ' ']

type Source = (open: OpenMinutes, caret: Caret) => readonly Offer[]

/** What may stand in each place, in the order in which it is shown. */
const SOURCES: Readonly<Record<Caret['place'], readonly Source[]>> = {
  'front matter': [completeFrontMatter],
  address: [completeLinks],
  prose: [
    completePeople,
    completeProjects,
    completeNextMeeting,
    completeApproval,
    completeDates,
    completeNames,
    completeEvents,
    completeHeadings,
    completeIds,
    completeLinks,
    completeRemarks,
  ],
}

/**
 * What may be typed next. Nothing inside code, comments and the addresses of other sites.
 *
 * @param sign the sign whose typing asked, if one did
 * @param snippets whether the editor can fill in blanks
 */
export function completions(
  open: OpenMinutes,
  position: Position,
  sign: string | undefined,
  snippets: boolean,
): CompletionList {
  const caret = caretAt(open, position, sign)
  if (!caret) return { isIncomplete: false, items: [] }
  const items = SOURCES[caret.place].flatMap((source, index) =>
    itemsOf(open, source(open, caret), String.fromCharCode(FIRST_RANK + index), snippets),
  )
  return { isIncomplete: mayChange(caret, items.length), items }
}

/** The code of `a`: one letter for each source. */
const FIRST_RANK = 97

/**
 * Whether the editor must ask again when typing goes on: where the next sign tells a checkbox from a link, where a date
 * in words may go on, and where there is more than is shown.
 */
const mayChange = ({ before }: Caret, count: number): boolean =>
  MAYBE_BOX.test(before) || count >= MOST || DATE_BEGUN.test(before)

const MOST = 50
const MAYBE_BOX = /^\s*(?:[-*+]|\d+[.)])[ \t]+\[$/
const DATE_BEGUN =
  /(?:^|[\s(])(?:\d[\d/.]*|(?:in|next|this|on|by) [\p{L}\p{N} ]*|[\p{L}]{3,9} \d+|\d+(?:st|nd|rd|th)? \p{L}*|to\w*|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*)$/iu
