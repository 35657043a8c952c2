import { kindAt, type Minutes } from '../../minutes/minutes.ts'

/** Services on which people meet, by their hosts, and the paths of the rooms there. */
const ROOMS =
  /^https:\/\/(?:(?:[\w-]+\.)*zoom\.us\/(?:j|my|s)\/|meet\.google\.com\/|teams\.(?:microsoft|live)\.com\/(?:l\/meetup-join|meet)|(?:[\w-]+\.)*webex\.com\/(?:meet|join|[\w-]+\/j\.php)|whereby\.com\/|(?:meet\.|jitsi\.|bbb\.|bigbluebutton\.)[\w.-]+\/|app\.element\.io\/#\/room\/|zoom-lfx\.platform\.linuxfoundation\.org\/meeting)/i

/** Where the group is called to meet online; what says so for the next meeting comes first. Only `https` addresses. */
export function callLink(minutes: Minutes): string | undefined {
  let found: string | undefined
  for (const [index, { content }] of minutes.blocks.entries()) {
    if (content.kind === 'code' || content.kind === 'other') continue
    const kind = kindAt(minutes, index)
    const isHead = kind === 'details' || kind === 'start' || kind === 'welcome' || minutes.within[index]! <= 0
    if (!isHead && kind !== 'next-meeting' && kind !== 'attendance') continue
    const link = addressesIn(content.text).find((address) => ROOMS.test(address))
    if (link && kind === 'next-meeting') return link
    found ??= link
  }
  return found
}

/** Every `https` address of a text, as a link or bare. */
export const addressesIn = (text: string): readonly string[] =>
  [...text.matchAll(/https:\/\/[^\s<>()[\]"'`|\\^{}]+/g)].map(([address]) => address.replace(/[.,;:!?*_]+$/, ''))
