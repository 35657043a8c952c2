import { phrase } from '../../text/phrase.ts'
import type { NoteTask } from './decision.ts'
import { noteBelow } from './note-below.ts'
import { declined, type Outcome } from './outcome.ts'

export interface Vote {
  readonly motion: string
  readonly movedBy?: string
  readonly secondedBy?: string
  readonly for: number
  readonly against: number
  readonly abstaining: number
}

/**
 * How a vote came out, by a majority of the votes cast: who abstains casts none, and a tie carries nothing (Robert's
 * Rules of Order, 12th edition, 44:1 and 44:12).
 */
export const resultOf = (vote: Pick<Vote, 'for' | 'against'>): 'carried' | 'not carried' | 'not carried (tie)' =>
  vote.for > vote.against ? 'carried' : vote.for < vote.against ? 'not carried' : 'not carried (tie)'

/** Notes a motion with who made it, the tally and how it came out; such that it is found as a decision. */
export function recordVote(task: NoteTask, vote: Vote): Outcome {
  if (vote.for + vote.against === 0) {
    return declined(
      phrase`Nobody voted for the motion or against it, so it has no result. Give the number of votes for and against.`,
    )
  }
  const result = resultOf(vote)
  const motion = vote.motion.replace(/^[*_]*motion[*_]*:[*_]*\s*/i, '').replace(/[\s.]+$/, '')
  const by = [
    ...(vote.movedBy ? [`moved by ${vote.movedBy}`] : []),
    ...(vote.secondedBy ? [`seconded by ${vote.secondedBy}`] : []),
  ].join(', ')
  const favour = american(task) ? 'favor' : 'favour'
  const tally = `${vote.for} in ${favour}, ${vote.against} against, ${vote.abstaining} abstaining`
  const sentences = [
    `**Motion ${result}:** ${motion}${/[?!]$/.test(motion) ? '' : '.'}`,
    ...(by ? [`${by[0]!.toUpperCase()}${by.slice(1)}.`] : []),
    `${tally}.`,
  ]
  const edit = noteBelow(task.minutes, task.line, sentences.join(' '), task.models)
  return {
    edits: [edit],
    caret: edit.from + edit.insert.trimEnd().length,
    said: phrase`Vote written: ${result}, ${tally}`,
  }
}

/** Whether the group spells as people do in the United States. */
const american = ({ minutes, models }: NoteTask): boolean => {
  const counts = (pattern: RegExp) =>
    [minutes, ...models].reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0)
  return (
    counts(/\b(?:favor|favorable|color|organization|organize)\b/gi) >
    counts(/\b(?:favour|favourable|colour|organisation|organise)\b/gi)
  )
}
