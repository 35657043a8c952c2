import type { Heading } from '../../minutes/headings.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Section } from '../../minutes/sections.ts'
import { memo } from '../../text/memo.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { type Report, replace } from '../rule.ts'

/** A heading such as `17:00 UTC – Meeting start`, in its parts. */
interface TimeHeading extends Reading {
  readonly section: Section
}

interface Reading {
  readonly hour: string
  readonly minute: string
  readonly zone: string | undefined
  readonly sign: string | undefined
  readonly words: string
  /** Whether hour and minute are written as a clock shows them. */
  readonly exact: boolean
}

const TIME =
  /^(\d{1,2})([ \t\u00a0]?[:.;,][ \t\u00a0]?)(\d{1,2})(?![\d.:])(?:[ \t\u00a0]*(UTC|GMT|[A-Z]{2,4}T)\b)?(?:[ \t\u00a0]*([-–—:|])(?=[\s\u00a0]|$))?[ \t\u00a0]*(.*)$/

/** So many other time headings, all alike, must there be for one to be unlike them. */
const ENOUGH = 2

/** A time heading that lacks something which all the others of the text have. */
export function times({ sections }: Minutes): Report[] {
  const all = sections.flatMap((section) => {
    const found = read(section.heading)
    return found ? [{ ...found, section }] : []
  })
  if (all.length <= ENOUGH) return []
  const report = (has: (own: TimeHeading) => unknown, wrong: (own: TimeHeading, like: TimeHeading) => Phrase) => {
    const without = all.filter((each) => !has(each))
    const [own] = without
    if (without.length !== 1) return []
    const like = all.find((each) => each !== own)!
    return [reportOf(own!, like, wrong(own!, like))]
  }
  return [
    ...report(
      ({ exact }) => exact,
      ({ hour, minute }) => phrase`The time in this heading is not written "${hour}:${minute.padStart(2, '0')}".`,
    ),
    ...report(
      ({ words }) => words,
      () => phrase`This heading tells a time, but not what happened then.`,
    ),
    ...report(
      ({ zone }) => zone,
      (_, { zone }) => phrase`This time heading has no "${zone!}", as the others have.`,
    ),
    ...report(
      ({ sign }) => sign,
      (_, { sign }) => phrase`No "${sign!}" stands behind the time in this heading, as in the others.`,
    ),
  ].slice(0, 1)
}

function reportOf({ hour, minute, zone, sign, words, section }: TimeHeading, like: TimeHeading, wrong: Phrase): Report {
  const text = [`${hour}:${minute}`, zone ?? like.zone, sign ?? like.sign, words].filter(Boolean).join(' ')
  return {
    ...section.label,
    message: {
      wrong,
      why: phrase`When the meeting began or ended cannot be found at a glance.`,
      remedy: phrase`Write it as "${like.section.heading.title}" is written.`,
    },
    fixes:
      words && minute.length === 2 ? [replace(phrase`Write "${text}"`, section.label, text, { preferred: true })] : [],
  }
}

const read = memo(({ title, kind }: Heading): Reading | undefined => {
  const found = TIME.exec(title)
  if (!found) return undefined
  const [, hour, colon, minute, zone, sign, words] = found
  const exact = colon === ':' && minute!.length === 2
  // "5.36 release" and "10:1 for" are no times.
  if (!exact && !zone && kind !== 'start' && kind !== 'end') return undefined
  return { hour: hour!, minute: minute!, zone, sign, words: words!, exact }
})
