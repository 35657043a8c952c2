import type { Book } from '../../book/book.ts'
import { nameOf } from '../../book/names.ts'
import type { Part } from '../../book/part.ts'
import { seriesNear } from '../../book/series.ts'
import { canonical } from '../../minutes/mentions.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { filesOfMinutes, meetings } from '../counts.ts'
import type { OpenMinutes } from '../document.ts'
import type { ReadMinutes } from '../elsewhere.ts'
import { type Paragraph, strong, words } from '../markup.ts'
import { latestMinutes, openActions, summaries } from '../open-actions.ts'
import { keysOf } from '../places.ts'
import { personMeant } from '../thing.ts'

/** The most aliases to name. */
const MOST = 8

/** A person: names, attendance in this series, and what is open in its latest minutes. */
export async function hoverPerson(
  open: OpenMinutes,
  key: string,
  read: ReadMinutes,
): Promise<readonly Paragraph[] | undefined> {
  const { book } = open
  const keys = [...keysOf(book, key)]
  const others = keys.filter((each) => each !== key)
  const handle = `@${book.people.get(key)?.handle ?? listedHandle(book, key)}`
  const name = nameOf(book, key)
  const also = others.slice(0, MOST).map((alias) => `@${book.people.get(alias)?.handle ?? alias}`)
  const lines = [
    words(
      strong(name ?? handle),
      name ? ` (${handle})` : '',
      ...(also.length > 0 ? [', ', phrase`also ${also.join(', ')}`] : []),
    ),
    words(...attendance(open, keys).flatMap((sentence, index) => (index > 0 ? [' ', sentence] : [sentence]))),
  ]
  const latest = await latestMinutes(open, read)
  const actions = latest
    ? openActions(latest.minutes, ({ speakers }) => speakers.some((speaker) => personMeant(book, speaker.key) === key))
    : []
  return actions.length > 0 ? [...lines, ...summaries(latest!, actions)] : lines
}

const listedHandle = ({ roster }: Book, key: string): string =>
  roster.people.find(({ handle }) => canonical(handle) === key)?.handle ?? key

/** How often somebody came, of the meetings whose minutes say who did, and when last: a sentence each. */
function attendance({ book, path }: OpenMinutes, keys: readonly string[]): readonly Phrase[] {
  const everywhere = appearances([...book.parts.values()], keys)
  const { told, attended, lastAttended, lastNamed } = appearances(
    seriesNear(book, path)?.parts ?? [...book.parts.values()],
    keys,
  )
  if (everywhere.attended === 0) {
    const files = filesOfMinutes(everywhere.named)
    return [
      everywhere.lastNamed
        ? phrase`Named in ${files}, the last of ${everywhere.lastNamed}; in no list of who was there.`
        : phrase`Named in ${files}; in no list of who was there.`,
    ]
  }
  const elsewhere = everywhere.attended - attended
  return [
    attended === 0
      ? phrase`Attended none of ${meetings(told)} of this series.`
      : lastAttended
        ? phrase`Attended ${attended} of ${meetings(told)}, the last on ${lastAttended}.`
        : phrase`Attended ${attended} of ${meetings(told)}.`,
    ...(elsewhere > 0 ? [phrase`And ${meetings(elsewhere)} of other series.`] : []),
    ...(lastNamed && lastNamed !== lastAttended ? [phrase`Last named on ${lastNamed}.`] : []),
  ]
}

interface Appearances {
  /** How many of the minutes say who was there, and how many name the person. */
  readonly told: number
  readonly named: number
  readonly attended: number
  readonly lastAttended: string | undefined
  readonly lastNamed: string | undefined
}

function appearances(parts: readonly Part[], keys: readonly string[]): Appearances {
  const named = parts.filter(({ people }) => keys.some((key) => people[key]))
  const attended = named.filter(({ people }) =>
    keys.some((key) => people[key]?.presence === 'present' || people[key]?.presence === 'partly'),
  )
  return {
    told: parts.filter(({ byHandle, byName }) => byHandle + byName > 0).length,
    named: named.length,
    attended: attended.length,
    lastAttended: latestDay(attended),
    lastNamed: latestDay(named),
  }
}

const latestDay = (parts: readonly Part[]): string | undefined =>
  parts
    .flatMap(({ day }) => day ?? [])
    .reduce<string | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined)
