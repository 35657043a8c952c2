/** No longer than this is what is said again and again, in UTF-16 code units. */
const LONGEST = 60

const SPEAKER = /^(?:@[\w-]+(?:, ?| and | ?& ?| )?)+/
const SEPARATOR = /^[ \t]*(?:[-–—:;][ \t]+)/
/** What is of one matter alone: links, handles, dates, numbers, code. */
const PARTICULAR = /[[\]@<>`#\d\n|]|:\/\//

/**
 * What a short note says, without who says it; `undefined` for one that is about something in particular.
 *
 * @param note the own words of an item
 */
export function remarkOf(note: string): string | undefined {
  if (note.length > 2 * LONGEST) return undefined
  const said = note.replace(SPEAKER, '').replace(SEPARATOR, '').trim()
  return said === '' || said.length > LONGEST || PARTICULAR.test(said) ? undefined : said
}
