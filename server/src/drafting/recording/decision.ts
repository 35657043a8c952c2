import { decisionsOf } from '../../minutes/decisions.ts'
import { blockAt, kindAt, type Minutes } from '../../minutes/minutes.ts'
import type { TextEdit } from '../../text/edit.ts'
import { linesOf } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import { slice } from '../../text/span.ts'
import { edited } from './edited.ts'
import { noteBelow } from './note-below.ts'
import type { Written } from './outcome.ts'

export interface NoteTask {
  readonly minutes: Minutes
  readonly models: readonly Minutes[]
  /** Below which line it is written; from 0. */
  readonly line: number
}

/** Where no group shows another habit. */
const LEAD = '**Decision:** '
const LEADS = /^(?:[*_]{0,2}(?:Decision|Decided|Resolved|Agreed|Resolution|Consensus)[*_]{0,2}:[*_]{0,2}[ \t]+)/i

/** Notes what was decided, with the words that the group begins such a note with; such that it is found as a decision. */
export function recordDecision({ minutes, models, line }: NoteTask, text: string): Written {
  const bare = text.replace(LEADS, '')
  const places = [minutes, ...models].flatMap((each) =>
    decisionsOf(each).flatMap((decision) => LEADS.exec(slice(each.text, decision))?.[0] ?? []),
  )
  const usual = commonest(places) ?? LEAD
  // In a section on decisions each note is one, whatever it begins with.
  const start = linesOf(minutes.text)[line]?.to ?? minutes.text.length
  const isSection = kindAt(minutes, Math.max(0, blockAt(minutes, start))) === 'decisions'
  const tries = [...(isSection ? [bare] : []), usual + bare, LEAD + bare]
  const edits = tries.map((words) => noteBelow(minutes, line, words, models))
  const edit = edits.find((each) => isDecision(minutes, each)) ?? edits.at(-1)!
  return { edits: [edit], caret: edit.from + edit.insert.trimEnd().length, said: phrase`Decision written: ${bare}` }
}

/** Whether what was written is found again as a decision. */
export function isDecision(minutes: Minutes, edit: TextEdit): boolean {
  const end = edit.from + edit.insert.trimEnd().length
  return decisionsOf(edited(minutes, edit)).some(({ from, to }) => from < end && end <= to)
}

function commonest(leads: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const lead of leads) counts.set(lead, (counts.get(lead) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
