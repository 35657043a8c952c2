import { memo } from '../text/memo.ts'
import { type Span, slice } from '../text/span.ts'
import type { Minutes } from './minutes.ts'
import { type Note, notesOf } from './notes.ts'

/** A note that says what was decided. Spans count in the whole text. */
export interface Decision extends Span {
  /** The note that it stands below, where it does not say itself what it is about: "motion carried". */
  readonly about?: Span
}

const DECIDED = new RegExp(
  [
    // Not what is still to be decided.
    String.raw`(?<!\b(?:be|not|never|yet) )\bdecided\b`,
    String.raw`\bdecision(?:[*_]*:| (?:was |has been )?(?:made|taken|reached)\b| (?:is|was) (?:to|that)\b)`,
    String.raw`\b(?:made|took|taken|reached) (?:a|the|another) (?:\w+ )?decision\b`,
    String.raw`(?<!\bto |n[’']t |\bnot )\b(?:have|had|by|was|is|reached|found) (?:an? )?(?:(?:rough|general|clear|lazy) )?consensus\b|^[\s*_(]*consensus[*_]*:`,
    String.raw`(?<!\b(?:be|not|never|yet|get|got) )\bresolved\b`,
    String.raw`\b(?:agreed (?:to|on|that)|unanimous(?:ly)?|motion (?:is |was )?(?:carried|carries|passed|passes|approved)|voted|(?:put|was) to (?:a|the) vote)\b`,
    String.raw`\b\d+ (?:votes? )?(?:ayes?|in favou?r)\b`,
  ].join('|'),
  'i',
)

/** Notes that say what was decided: those in a section on decisions, and those that say so themselves. */
export const decisionsOf = memo((minutes: Minutes): readonly Decision[] => {
  const decisions: Decision[] = []
  /** The notes that the one at hand stands below, from the outermost. */
  const above: Note[] = []
  for (const note of notesOf(minutes)) {
    while (above.length > 0 && above.at(-1)!.to < note.to) above.pop()
    const parent = above.at(-1)
    above.push(note)
    const words = slice(minutes.text, note.text)
    const decided = note.about === 'decisions' ? note.depth === 0 : DECIDED.test(words) && !/\?[\s*_]*$/.test(words)
    if (!decided) continue
    const isShort = words.split(/\s+/).length <= SHORT
    decisions.push({ ...note.text, ...(isShort && parent && { about: parent.text }) })
  }
  return decisions
})

/** So few words say no more than that something was decided. */
const SHORT = 4
