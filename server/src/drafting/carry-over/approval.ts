import { previousMinutes } from '../../book/recent.ts'
import { approvalsOf } from '../../minutes/approvals.ts'
import { phrase } from '../../text/phrase.ts'
import { shift, slice } from '../../text/span.ts'
import { approvalNow } from '../approval-lines.ts'
import { wholeLines } from './lines.ts'
import { placeOf } from './places.ts'
import { BLANK, type Removal, type Revision, type Rewording, type Source } from './source.ts'
import { isStanding } from './standing.ts'

/** What was said of the approval of the minutes before, said of these, with blanks for who approved them. */
export function openApproval(source: Source): Revision {
  const { minutes, book, path, newPath } = source
  const { text } = minutes
  const [previous, own] = [previousMinutes(book, newPath), book.parts.get(path)]
  const approvals = approvalsOf(minutes)
  const rewordings = approvals.map((approval): Rewording => {
    const line = slice(text, approval)
    const move = previous && own?.day && { path: newPath, previous, source: { ...own, day: own.day } }
    const pieces = move && !line.includes('\n') ? approvalNow(book, line, move) : undefined
    const now = pieces?.map((piece) => (typeof piece === 'string' ? piece : BLANK)).join('') ?? BLANK
    const insert = now.includes(BLANK) ? now : openEnd(now)
    return { from: approval.from, to: approval.to, insert, why: phrase`Who approves these minutes is not known yet.` }
  })
  const removals = minutes.blocks.flatMap((block, index): Removal[] => {
    if (block.content.heading || placeOf(minutes, index) !== 'approval') return []
    const { content } = block
    const whole = { from: 0, to: content.text.trimEnd().length }
    const all =
      content.kind === 'list'
        ? content.items.map((item) => ({ item, words: item.text }))
        : content.kind === 'paragraph'
          ? [{ item: whole, words: whole }]
          : []
    return all.flatMap(({ item, words }): Removal[] => {
      const at = shift(item, block.from)
      const said = slice(content.text, words)
      // A paragraph may speak of how approvals are made.
      const isTalk = content.kind === 'paragraph' && said.length > LONGEST && content.mentions.length === 0
      if (!isTalk && approvals.some(({ from, to }) => at.from <= from && to <= at.to)) return []
      const isForm = isStanding(source, said) || !(isTalk || OF_ONE_TIME.test(said))
      return isForm ? [] : [{ ...wholeLines(text, at), why: phrase`It tells of the approval of other minutes.` }]
    })
  })
  return { removals, rewordings }
}

/** A sentence that names nobody, up to what it says of the minutes: whether they are approved is not known yet. */
function openEnd(sentence: string): string {
  const said = SAID.exec(sentence)
  return said ? `${sentence.slice(0, said.index)}${BLANK}` : sentence
}
const SAID =
  /\b(?:(?:were|was|are|is|(?:have|has) been) )?(?:not )?(?:unanimously |tacitly )?(?:approved|accepted|adopted)\b(?! by\b)/i

/** More than this nobody writes to say that minutes are approved, in UTF-16 code units. */
const LONGEST = 160

/** What a note that is said each time does not have. */
const OF_ONE_TIME = /@|\d|\b(?:miss\w*|next|last|later|postpone\w*|yet)\b/i
