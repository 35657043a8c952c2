const LINK = /!?\[((?:[^[\]\\]|\\.)*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)?)>?(?:\s+"[^"]*")?\s*\)/g

/** One line of Markdown that can stand anywhere: an address that only leads on within the folder is left out. */
export const asMarkdown = (text: string): string =>
  text.replace(LINK, (link, label: string, address: string) =>
    link.startsWith('!') || !/^(?:https?:|mailto:)/i.test(address) ? label : link,
  )

/**
 * One line of Markdown as plain text: without its signs, a link as its label.
 *
 * @param addresses whether the addresses of links follow them in brackets.
 */
export function asPlain(text: string, addresses = true): string {
  const kept: string[] = []
  const keep = (part: string) => `\u0000${kept.push(part) - 1}\u0000`
  return (
    text
      .replaceAll('\u0000', '')
      .replace(/(?<!`)(`+)([^`]+)\1(?!`)/g, (_, _ticks, code: string) => keep(code.trim()))
      .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => keep(sign))
      .replace(LINK, (_, label: string, address: string) => {
        const isShown = addresses && /^https?:/i.test(address) && label !== address
        return isShown ? `${label} ${keep(`(${address})`)}` : label
      })
      .replace(/<((?:https?|mailto):[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>/gi, (_, address: string) => keep(address))
      // In an address these signs are letters like any other.
      .replace(/https?:\/\/\S+/gi, keep)
      .replace(/<\/?[a-z][^<>]*>/gi, ' ')
      .replace(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
      .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
      .replace(/\u0000(\d+)\u0000/g, (_, at: string) => kept[Number(at)]!)
      .replace(/ {2,}/g, ' ')
      .trim()
  )
}
