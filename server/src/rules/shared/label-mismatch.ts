import { Temporal } from 'temporal-polyfill'
import { dayInName } from '../../book/file-days.ts'
import { addressOf } from '../../book/link-path.ts'
import { daysBetween, type PlainDate } from '../../minutes/calendar.ts'
import type { Content, Link } from '../../minutes/content.ts'
import { phrase } from '../../text/phrase.ts'
import { type Fix, type Report, replace, type Subject } from '../rule.ts'
import { compactDay, isAlone, isDay, type LabelDay, labelDay, wholeDay } from './label-day.ts'

/**
 * What is to be said of a link whose label names another day than the file it leads to. Offsets count from the block's
 * start.
 *
 * @param target the path it leads to
 * @param links for an entry of a page that lists the minutes, how often that page links each file: the label of such an
 * entry may say more than the day, and of two files the one that is linked elsewhere is not missed here
 */
export function labelMismatch(
  content: Content,
  link: Link,
  target: string,
  subject: Subject,
  links?: ReadonlyMap<string, number>,
): Report | undefined {
  const named = dayInName(target)
  const label = named && labelDay(content, link)
  if (!label || isDay(label, named)) return undefined
  const alone = isAlone(content, link, label, target)
  if (!links && !alone) return undefined
  const leads = content.text.slice(link.label.from, link.label.to).trimStart().startsWith(label.text)
  // The file may be named otherwise than its meeting: what counts is when they met.
  const part = subject.book.parts.get(target)
  const meant = wholeDay(label, named)
  if (!meant || part?.day === meant.toString()) return undefined
  const day = Temporal.PlainDate.from(named.iso)
  const other = target.slice(0, named.from) + compactDay(meant, named.separator) + target.slice(named.to)
  const [here, there] = [isThere(subject, target), isThere(subject, other)]
  const taken = (links?.has(other) ?? false) && links?.get(target) === 1
  const address = content.text.slice(link.address.from, link.address.to)
  return {
    from: link.from,
    to: link.to,
    message: {
      wrong: phrase`The label says ${label.text}, but the link leads to "${target.slice(target.lastIndexOf('/') + 1)}".`,
      why: phrase`Readers will take one meeting for another.`,
      remedy: there ? phrase`Correct the link, or the label.` : phrase`Correct the label, or the link.`,
    },
    fixes: fixes(label, link, day, address, { path: subject.path, other, here, there, taken }),
    // Among other words it may be another day that is spoken of; and abroad it may have been another day.
    ...((!(alone || leads) || (here && !there && !label.plain && Math.abs(daysBetween(meant, day)) === 1)) && {
      quiet: 'hint' as const,
    }),
  }
}

interface Choice {
  readonly path: string
  /** The file that the label speaks of. */
  readonly other: string
  /** Whether the file is there to which the link leads, and the one of which the label speaks. */
  readonly here: boolean
  readonly there: boolean
  /** Whether the other one is linked elsewhere. */
  readonly taken: boolean
}

function fixes(label: LabelDay, link: Link, day: PlainDate, address: string, choice: Choice): Fix[] {
  const { path, other, here, there, taken } = choice
  const respelled = label.respell(day)
  const toLabel = here && (taken || !there)
  const changeLabel = replace(phrase`Change "${label.text}" to "${respelled}"`, label, respelled, {
    preferred: toLabel,
  })
  if (!there) return [changeLabel]
  const extra = address.endsWith('>') ? '' : address.slice(address.search(/[?#]|$/))
  const title = phrase`Link to "${other.slice(other.lastIndexOf('/') + 1)}"`
  const changeLink = replace(title, link.address, addressOf(other, path) + extra, { preferred: !toLabel })
  if (!here) return [changeLink]
  return toLabel ? [changeLabel, changeLink] : [changeLink, changeLabel]
}

/** Whether there is such a file; where files are not known, whether there are such minutes. */
const isThere = ({ files, book }: Subject, path: string): boolean => files?.has(path) ?? book.parts.has(path)
