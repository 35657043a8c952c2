import { Temporal } from 'temporal-polyfill'
import { generateIcsCalendar, type IcsDateObject, type IcsEvent } from 'ts-ics'
import type { PlainDate } from '../../minutes/calendar.ts'
import type { Entry, Timed } from './entry.ts'
import { zoneComponent } from './zone-component.ts'

const WRITER = '-//Minutebook//Minutebook//EN'

/** Whether a text is a calendar that we wrote. */
export const isOurs = (text: string): boolean =>
  text.startsWith('BEGIN:VCALENDAR\r\n') && text.includes(`\r\nPRODID:${WRITER}\r\n`)

/** SEQUENCE counts from here, in seconds: an integer of 31 bits lasts until 2088 (RFC 5545 §3.3.8, §3.8.7.4). */
const SINCE = Temporal.Instant.from('2020-01-01T00:00Z')

/**
 * Entries as an iCalendar file (RFC 5545). One that is written later takes the place of one written before it, as its
 * SEQUENCE is the higher.
 *
 * @param now when it is written.
 */
export function icsOf(entries: readonly Entry[], now: Temporal.Instant): string {
  const stamp = new Date(now.epochMilliseconds)
  const sequence = Math.max(0, Math.floor((now.epochMilliseconds - SINCE.epochMilliseconds) / 1000))
  const clear = entries.map((entry) => ('first' in entry.when ? entry : { ...entry, when: clearly(entry.when) }))
  const events = clear.map(({ uid, title, when, description, location, url }): IcsEvent => {
    const from = 'first' in when ? dayObject(when.first) : instantObject(when.start, when.zone)
    // The end of whole days is the day after the last (§3.6.1).
    const end = 'first' in when ? dayObject(when.last.add({ days: 1 })) : instantObject(when.end, when.zone)
    return {
      uid,
      stamp: { date: stamp },
      lastModified: { date: stamp },
      sequence,
      start: from,
      end,
      summary: cleaned(title),
      description: cleaned(description),
      ...(location && { location: cleaned(location) }),
      ...(url && { url }),
      // A fair of three days leaves nobody busy all the while.
      ...('first' in when && { timeTransparent: 'TRANSPARENT' as const }),
    }
  })
  const timed = clear.flatMap(({ when }) => ('start' in when ? [when] : []))
  const zones = [...new Set(timed.flatMap(({ zone }) => zone ?? []))]
  const timezones = zones.map((id) =>
    zoneComponent(
      id,
      timed.filter(({ zone }) => zone === id).map(({ start }) => start),
    ),
  )
  const text = generateIcsCalendar({
    version: '2.0',
    prodId: WRITER,
    method: 'PUBLISH',
    ...(timezones.length > 0 && { timezones }),
    events,
  })
  return folded(text)
}

const dayObject = (day: PlainDate): IcsDateObject => ({
  type: 'DATE',
  date: new Date(day.toZonedDateTime('UTC').epochMilliseconds),
})

/** In UTC where the clock there shows that time twice, as it is put back: readers differ in which of both they take. */
function clearly({ start, end, zone }: Timed): Timed {
  const isPlain = zone && !isTwice(start, zone) && !isTwice(end, zone)
  return { start, end, ...(isPlain && { zone }) }
}

function isTwice(instant: Temporal.Instant, zone: string): boolean {
  const clock = instant.toZonedDateTimeISO(zone).toPlainDateTime()
  const [earlier, later] = (['earlier', 'later'] as const).map((which) =>
    clock.toZonedDateTime(zone, { disambiguation: which }).toInstant(),
  )
  return !earlier!.equals(later!)
}

function instantObject(instant: Temporal.Instant, zone: string | undefined): IcsDateObject {
  const date = new Date(instant.epochMilliseconds)
  if (!zone) return { date }
  const there = instant.toZonedDateTimeISO(zone)
  const clock = new Date(there.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds)
  return { date, local: { date: clock, timezone: zone, tzoffset: there.offset.replace(':', '') } }
}

/** Without signs that no calendar text may have (§3.3.11), and with LF alone at line ends. */
const cleaned = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')

/** Octets of a line, without its end (§3.1). */
const LONGEST = 75

/**
 * The lines folded so that none is longer than it may be, between letters. The library counts UTF-16 code units and
 * parts a letter in two, which breaks it for readers that take each line by itself.
 */
const folded = (text: string): string =>
  text.replace(/\r\n[ \t]/g, '').replace(/[^\r\n]+/g, (line) => {
    let [out, length] = ['', 0]
    for (const letter of line) {
      const octets = octetsOf(letter.codePointAt(0)!)
      if (length + octets > LONGEST) {
        out += '\r\n '
        // The blank counts too.
        length = 1
      }
      out += letter
      length += octets
    }
    return out
  })

/** In UTF-8 (RFC 3629 §3). */
const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
