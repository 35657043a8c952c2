import type { Place } from './place.ts'

export interface FinishParams {
  /** Open minutes that are about to be published. */
  uri: string
  /** The present moment, ISO 8601 with offset or `Z`. */
  now: string
}

export interface FinishApplyParams extends FinishParams {
  /** The id of a {@link FinishStep}. */
  step: string
  /** Answers by the ids of the questions; of a step with one question, the answer itself. */
  answer?: string | string[] | Record<string, string | string[]>
}

/** Something that is missing or wrong in minutes that are about to be published. */
export interface FinishStep {
  /** Names it for as long as it is open. */
  id: string
  /** What is to be done, in a few words. */
  title: string
  wrong: string
  why: string
  remedy: string
  /** Where it is missing: in the minutes, or in the page that lists them. */
  uri: string
  range: { start: Place; end: Place }
  /** What has to be answered first. */
  asks: FinishQuestion[]
  /** Whether {@link Commands.finishApply} does it; else a person has to. */
  canApply: boolean
}

export interface FinishQuestion {
  id: string
  /** `time` is answered with `HH:MM`, `day` with `YYYY-MM-DD`, `people` with handles or names, `choice` with a value. */
  kind: 'people' | 'time' | 'day' | 'text' | 'choice'
  prompt: string
  /** Whether several answers may be given. */
  many?: boolean
  /** The likeliest answer. */
  value?: string
  /** What it may be answered with; `label` is shown in its place. */
  choices?: { value: string; label?: string; detail?: string }[]
  /** For questions on the minutes before these: their address. */
  about?: string
}
