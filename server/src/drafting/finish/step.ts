import type { Temporal } from 'temporal-polyfill'
import { type PlainDate, readDay } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Finding, Message, Subject } from '../../rules/rule.ts'
import type { TextEdit } from '../../text/edit.ts'
import { type Phrase, phrase, type Value } from '../../text/phrase.ts'
import type { Span } from '../../text/span.ts'
import type { Problem } from '../problem.ts'

/** What only a person can say. */
export interface Question {
  /** The name under which it is answered. */
  readonly id: string
  /** `time` is answered with `HH:MM`, `day` with `YYYY-MM-DD`, `people` with handles or names, `choice` with a value. */
  readonly kind: 'people' | 'time' | 'day' | 'text' | 'choice'
  readonly prompt: Value
  /** Whether several answers may be given. */
  readonly many?: boolean
  /** The likeliest answer. */
  readonly value?: string
  readonly choices?: readonly Choice[]
}

export interface Choice {
  readonly value: string
  /** What stands for it where it is shown. */
  readonly label?: Phrase
  /** What a reader wants to know beside it. */
  readonly detail?: string
}

/** Answers by the ids of their questions. */
export type Answers = Readonly<Record<string, readonly string[]>>

/** The minutes themselves, or the page that lists them. */
export type Where = 'minutes' | 'index'

/** Something that is missing or wrong in minutes that are about to be published. Its span is where it is missing. */
export interface Step extends Span {
  /** Names it for as long as it is open. */
  readonly id: string
  /** What is to be done, in a few words. */
  readonly title: Value
  readonly message: Message<Value>
  readonly where: Where
  readonly asks: readonly Question[]
  /** What does it; without it, a person has to. */
  readonly edits?: (answers: Answers) => readonly TextEdit[] | Problem
}

/** The page that lists the group's minutes. */
export interface IndexPage {
  /** Relative to the folder, with `/`. */
  readonly path: string
  readonly minutes: Minutes
}

/** Minutes that are about to be published. */
export interface Finishing {
  readonly subject: Subject
  readonly day: PlainDate
  readonly findings: readonly Finding[]
  readonly index: IndexPage | undefined
  readonly now: Temporal.Instant
}

/** The first answer to a question. */
export const answered = (answers: Answers, id: string): string => answers[id]?.[0]?.trim() ?? ''

/** `HH:MM` as minutes since midnight. */
export function timeAnswered(answers: Answers, id: string): number | Problem {
  const text = answered(answers, id)
  const [, hour, minute] = /^(\d{1,2})[:.]?(\d{2})$/.exec(text) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59)
    return {
      problem:
        text === ''
          ? phrase`The time is missing. Give it as HH:MM.`
          : phrase`There is no time "${text}". Give it as HH:MM.`,
    }
  return Number(hour) * 60 + Number(minute)
}

/** `YYYY-MM-DD`. */
export function dayAnswered(answers: Answers, id: string): PlainDate | Problem {
  const text = answered(answers, id)
  const day = readDay(text)
  if (day) return day
  return {
    problem:
      text === ''
        ? phrase`The day is missing. Give it as YYYY-MM-DD.`
        : phrase`There is no day "${text}". Give it as YYYY-MM-DD.`,
  }
}

/** The line end of a text. */
export const lineEndOf = ({ text }: Minutes): string => (text.includes('\r\n') ? '\r\n' : '\n')
