import type { Minutes } from '../../minutes/minutes.ts'
import { memo } from '../../text/memo.ts'

/** Addresses that stand apart from their links, by their labels (CommonMark §4.7). */
const addressesOf = memo(({ text }: Minutes): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const [, label, address] of text.matchAll(/^ {0,3}\[([^[\]\n]+)\]:[ \t]*<?([^\s<>]+)>?/gm)) {
    const key = label!.trim().toLowerCase()
    if (!found.has(key)) found.set(key, address!)
  }
  return found
})

/** A text of minutes with the addresses of its links beside them: `[a][1]` means nothing elsewhere. */
export function inlineLinks(minutes: Minutes, text: string): string {
  const addresses = addressesOf(minutes)
  if (addresses.size === 0) return text
  return text.replace(/\[([^[\]]+)\](?:\[([^[\]]*)\])?(?![[(:])/g, (link, label: string, reference?: string) => {
    const address = addresses.get((reference || label).trim().toLowerCase())
    return address === undefined ? link : `[${label}](${address})`
  })
}
