/** A time zone as written. */
export interface Zone {
  /** An IANA name, or `UTC`. */
  readonly id: string
  /** Whether it was written as an abbreviation or a city: then only the wall clock there counts. */
  readonly loose: boolean
  /** Further zones that the same abbreviation stands for (CST is Chicago's and Shanghai's). */
  readonly others?: readonly string[]
}

// Abbreviations are no standard: RFC 5322 §4.3 names those of the United States, common use the rest. Summer and winter
// form mean the same wall clock, as people write "PST" all year.
const ABBREVIATIONS: Record<string, readonly [string, ...string[]]> = {
  PT: ['America/Los_Angeles'],
  PST: ['America/Los_Angeles'],
  PDT: ['America/Los_Angeles'],
  MT: ['America/Denver', 'America/Phoenix'],
  MST: ['America/Denver', 'America/Phoenix'],
  MDT: ['America/Denver'],
  CT: ['America/Chicago'],
  CST: ['America/Chicago', 'Asia/Shanghai', 'America/Mexico_City'],
  CDT: ['America/Chicago'],
  ET: ['America/New_York'],
  EST: ['America/New_York', 'America/Panama'],
  EDT: ['America/New_York'],
  BST: ['Europe/London'],
  WET: ['Europe/Lisbon'],
  WEST: ['Europe/Lisbon'],
  CET: ['Europe/Paris', 'Africa/Algiers'],
  CEST: ['Europe/Paris'],
  EET: ['Europe/Helsinki', 'Africa/Cairo'],
  EEST: ['Europe/Helsinki'],
  MSK: ['Europe/Moscow'],
  IST: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AEDT: ['Australia/Sydney'],
  NZST: ['Pacific/Auckland'],
  NZDT: ['Pacific/Auckland'],
  BRT: ['America/Sao_Paulo'],
}

// Names in full, as CLDR has them in English: without "Time", and without what says the season.
const NAMES: Record<string, readonly [string, ...string[]]> = {
  pacific: ABBREVIATIONS.PT!,
  mountain: ABBREVIATIONS.MT!,
  central: ['America/Chicago'],
  eastern: ABBREVIATIONS.ET!,
  'western european': ['Europe/Lisbon', 'Atlantic/Canary'],
  'central european': ABBREVIATIONS.CET!,
  'eastern european': ABBREVIATIONS.EET!,
  british: ABBREVIATIONS.BST!,
  irish: ['Europe/Dublin'],
  moscow: ABBREVIATIONS.MSK!,
  israel: ['Asia/Jerusalem'],
  india: ['Asia/Kolkata'],
  indian: ['Asia/Kolkata'],
  china: ['Asia/Shanghai'],
  japan: ABBREVIATIONS.JST!,
  korea: ABBREVIATIONS.KST!,
  korean: ABBREVIATIONS.KST!,
  'australian western': ['Australia/Perth'],
  'australian central': ['Australia/Adelaide', 'Australia/Darwin'],
  'australian eastern': ABBREVIATIONS.AEST!,
  'new zealand': ABBREVIATIONS.NZST!,
}
const SEASON_AND_TIME = /(?: (?:standard|daylight|summer|winter))?(?: time)?$/

const UTC = new Set(['UTC', 'GMT', 'Z', 'ZULU'])

// Cities that were renamed: of the two names an engine lists one (V8 the older, as CLDR does), people write both.
const RENAMED = [
  ...['Africa/Asmara', 'America/Nuuk', 'Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Yangon'],
  ...['Atlantic/Faroe', 'Europe/Kyiv', 'Pacific/Chuuk', 'Pacific/Kanton', 'Pacific/Pohnpei'],
  ...['America/Godthab', 'Asia/Calcutta', 'Asia/Katmandu', 'Asia/Rangoon', 'Asia/Saigon', 'Europe/Kiev'],
]

let cities: Map<string, string> | undefined
/** `amsterdam` → `Europe/Amsterdam`, for every zone that is named by a city. */
function cityZones(): Map<string, string> {
  cities ??= new Map(
    [...RENAMED.filter(isZone), ...Intl.supportedValuesOf('timeZone')].map((id) => [
      id
        .slice(id.lastIndexOf('/') + 1)
        .replaceAll('_', ' ')
        .toLowerCase(),
      id,
    ]),
  )
  return cities
}

/** The zone a word stands for; `undefined` when it is no zone we know for certain. */
export function zoneNamed(word: string): Zone | undefined {
  if (UTC.has(word.toUpperCase()) && word === word.toUpperCase()) return { id: 'UTC', loose: false }
  if (word.includes('/')) return isZone(word) ? { id: word, loose: false } : undefined
  const abbreviation = Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word] : undefined
  if (abbreviation) return { id: abbreviation[0], loose: true, others: abbreviation.slice(1) }
  const name = word.toLowerCase().replace(SEASON_AND_TIME, '')
  const named = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined
  if (named) return { id: named[0], loose: true, ...(named.length > 1 && { others: named.slice(1) }) }
  const id = /^[A-Z][a-z]/.test(word) ? cityZones().get(name) : undefined
  return id ? { id, loose: true } : undefined
}

/**
 * Whether a name goes on behind a word, so that the word alone is no zone: "Central European" is not Chicago's Central,
 * nor is "Central Library".
 */
export const goesOn = (word: string, rest: string): boolean =>
  Object.hasOwn(NAMES, word.toLowerCase()) && !DAY.test(rest)

const DAY = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/

/** Whether IANA knows a zone of this name. */
export function isZone(id: string): boolean {
  let known = zones.get(id)
  if (known === undefined) {
    known = tryZone(id)
    // Minutes name a handful of zones; whatever else a text tries is not kept for ever.
    if (zones.size > 1000) zones.clear()
    zones.set(id, known)
  }
  return known
}

const zones = new Map<string, boolean>()

function tryZone(id: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: id })
    return true
  } catch {
    return false
  }
}
