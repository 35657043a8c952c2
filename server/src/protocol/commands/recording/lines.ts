import {
  assignAction as assign,
  checkOff as check,
  ownerNamed,
  toggleAction as toggle,
} from '../../../drafting/recording/action-lines.ts'
import { recordDecision as decide } from '../../../drafting/recording/decision.ts'
import { personNamed } from '../../../drafting/recording/listed-people.ts'
import { rosterOf } from '../../../drafting/recording/roster.ts'
import { recordVote as vote } from '../../../drafting/recording/vote.ts'
import { phrase } from '../../../text/phrase.ts'
import type {
  AssignActionParams,
  CheckOffParams,
  LinesParams,
  RecordDecisionParams,
  Recorded,
  RecordVoteParams,
} from '../../messages.ts'
import { refused } from '../../refused.ts'
import type { State } from '../../state.ts'
import type { Given } from '../command.ts'
import { countGiven, dayGiven, lineGiven } from '../given.ts'
import { type Recording, recording, write } from './record.ts'

const taskOf = ({ open, models }: Recording) => ({
  minutes: open.minutes,
  models: models.map(({ minutes }) => minutes),
})

export async function toggleAction(state: State, { uri, lines: given }: Given<LinesParams>): Promise<Recorded> {
  const lines = linesGiven(given)
  const at = await recording(state, uri)
  return write(state, at, toggle({ ...taskOf(at), lines }), 'Action item')
}

export async function assignAction(state: State, given: Given<AssignActionParams>): Promise<Recorded> {
  const [lines, person] = [linesGiven(given.lines), lineGiven(given.person, phrase`The person`)]
  const at = await recording(state, given.uri)
  return write(state, at, assign({ ...taskOf(at), lines }, ownerGiven(at, person)), 'Give an action item to somebody')
}

export async function checkOff(state: State, { uri, line, done, date }: Given<CheckOffParams>): Promise<Recorded> {
  const lines = [countGiven(line, phrase`The number of the line`)]
  const given = date === undefined ? undefined : dayGiven(date)
  const at = await recording(state, uri)
  const day = given ?? at.open.day
  const outcome = check({ ...taskOf(at), lines }, typeof done === 'boolean' ? done : undefined, day?.toString())
  return write(state, at, outcome, 'Check off')
}

export async function recordDecision(state: State, given: Given<RecordDecisionParams>): Promise<Recorded> {
  const [line, text] = [
    countGiven(given.line, phrase`The number of the line`),
    lineGiven(given.text, phrase`What was decided`),
  ]
  const at = await recording(state, given.uri)
  return write(state, at, decide({ ...taskOf(at), line }, text), 'Record a decision')
}

export async function recordVote(state: State, given: Given<RecordVoteParams>): Promise<Recorded> {
  const line = countGiven(given.line, phrase`The number of the line`)
  const motion = lineGiven(given.motion, phrase`What was voted on`)
  const tally = {
    for: countGiven(given.for, phrase`The number of votes for it`),
    against: countGiven(given.against, phrase`The number of votes against it`),
    abstaining: countGiven(given.abstaining ?? 0, phrase`The number of those who abstain`),
  }
  const at = await recording(state, given.uri)
  const by = (who: unknown) =>
    who === undefined || who === '' ? undefined : ownerGiven(at, lineGiven(who, phrase`The person`))
  const [movedBy, secondedBy] = [by(given.movedBy), by(given.secondedBy)]
  if (movedBy !== undefined && movedBy === secondedBy) {
    throw refused(
      phrase`${movedBy} cannot second their own motion. Nothing was written. Name somebody else, or nobody.`,
    )
  }
  const outcome = vote(
    { ...taskOf(at), line },
    { motion, ...(movedBy && { movedBy }), ...(secondedBy && { secondedBy }), ...tally },
  )
  return write(state, at, outcome, 'Record a vote')
}

/** Somebody as a note names them. */
function ownerGiven({ open: { minutes, book }, models }: Recording, given: string): string {
  const known = rosterOf({ minutes, book, models }).find(({ key }) => key === given)
  if (!known && !personNamed(given)) {
    throw refused(phrase`"${given}" is neither a handle nor a name. Give one person, such as "@ada" or "Ada Bloom".`)
  }
  return ownerNamed(known?.label ?? given)
}

function linesGiven(lines: unknown): readonly number[] {
  if (!Array.isArray(lines) || lines.length === 0 || lines.length > MOST) {
    throw refused(phrase`The lines are missing. Give "lines": a list of their numbers, from 0 on.`)
  }
  return lines.map((line) => countGiven(line, phrase`The number of a line`))
}

/** Nobody selects more on purpose. */
const MOST = 1000
