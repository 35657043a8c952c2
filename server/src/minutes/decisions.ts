import { memo } from '../text/memo.ts'
import type { Span } from '../text/span.ts'
import type { Minutes } from './minutes.ts'
import { notesOf } from './notes.ts'

const DECIDED =
  /(?<!\b(?:be|not|never|yet) )\bdecided\b|(?<!\bno )\bdecisions?\b(?![- ]?(?:mak|process|tree|pending|needed|required|to be|will))|\b(?:resolved|agreed (?:to|on|that)|consensus|unanimous(?:ly)?|motion (?:carried|passed|approved)|voted|(?:put|was) to (?:a|the) vote)\b|\b\d+ (?:votes? )?(?:ayes?|in favou?r)\b/i

/** Notes that say what was decided: those in a section on decisions, and those that say so themselves. */
export const decisionsOf = memo((minutes: Minutes): readonly Span[] =>
  notesOf(minutes)
    .filter(({ about, depth, text }) => {
      if (about === 'decisions') return depth === 0
      return DECIDED.test(minutes.text.slice(text.from, text.to))
    })
    .map(({ text }) => text),
)
