import type { Minutes } from '../../minutes/minutes.ts'
import { meetingTitle } from '../group-title.ts'

/**
 * What an entry goes by in every calendar, whoever exports it: the same for the same series and `key`, so that an update
 * takes the old one's place. It says nothing of the machine (RFC 7986 §5.3).
 *
 * @param key what it is of, within the series.
 */
export function uidOf(minutes: Minutes, path: string, key: string): string {
  const name = path
    .replace(/\d{4}([-_.]?)\d\d\1\d\d(?=[^/]*$)/, '*')
    .replace(/(?<=^|\/)\d{4}(?=\/)/g, '*')
    .toLowerCase()
  // A name that any group may have tells no two of them apart.
  const group = COMMON.test(name) ? `${name}\n${meetingTitle(minutes, path).toLowerCase()}` : name
  const hex = [0, 1, 2, 3].map((seed) => hash(`${group}\n${key}`, seed)).join('')
  return `${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}@minutebook`
}

const COMMON =
  /^(?:(?:minutes|meetings?|meeting-(?:minutes|notes)|notes|docs|\*)\/)*(?:minutes|meeting|notes|[-_.*])*\.\w+$/

/** FNV-1a with 32 bits, in hexadecimal. */
function hash(text: string, seed: number): string {
  let found = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at++) found = Math.imul(found ^ text.charCodeAt(at), 0x01000193)
  // Without this the seeds would differ in the same bits for every text.
  found = Math.imul(found ^ (found >>> 16), 0x85ebca6b)
  found = Math.imul(found ^ (found >>> 13), 0xc2b2ae35)
  return ((found ^ (found >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
