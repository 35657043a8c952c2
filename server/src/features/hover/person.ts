import type { Book } from '../../book/book.ts'
import { nameOf } from '../../book/names.ts'
import type { Part } from '../../book/part.ts'
import { seriesNear } from '../../book/series.ts'
import { canonical } from '../../minutes/mentions.ts'
import type { OpenMinutes } from '../document.ts'
import type { ReadMinutes } from '../elsewhere.ts'
import { counted, type Paragraph, strong, words } from '../markup.ts'
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
    words(strong(name ?? handle), name ? ` (${handle})` : '', also.length > 0 ? `, also ${also.join(', ')}` : ''),
    words(attendance(open, keys)),
  ]
  const latest = await latestMinutes(open, read)
  const actions = latest
    ? openActions(latest.minutes, ({ speakers }) => speakers.some((speaker) => personMeant(book, speaker.key) === key))
    : []
  return actions.length > 0 ? [...lines, ...summaries(latest!, actions)] : lines
}

const listedHandle = ({ roster }: Book, key: string): string =>
  roster.people.find(({ handle }) => canonical(handle) === key)?.handle ?? key

/** How often somebody came, of the meetings whose minutes say who did, and when last. */
function attendance({ book, path }: OpenMinutes, keys: readonly string[]): string {
  const everywhere = appearances([...book.parts.values()], keys)
  const { told, attended, lastAttended, lastNamed } = appearances(
    seriesNear(book, path)?.parts ?? [...book.parts.values()],
    keys,
  )
  if (everywhere.attended === 0) {
    const named = `Named in ${counted(everywhere.named, 'file')} of minutes`
    return `${named}${everywhere.lastNamed ? `, the last of ${everywhere.lastNamed}` : ''}; in no list of who was there.`
  }
  const elsewhere = everywhere.attended - attended
  return [
    attended > 0
      ? `Attended ${attended} of ${counted(told, 'meeting')}${lastAttended ? `, the last on ${lastAttended}` : ''}.`
      : `Attended none of ${counted(told, 'meeting')} of this series.`,
    ...(elsewhere > 0 ? [`And ${counted(elsewhere, 'meeting')} of other series.`] : []),
    ...(lastNamed && lastNamed !== lastAttended ? [`Last named on ${lastNamed}.`] : []),
  ].join(' ')
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
