/** A whole file of minutes with blanks. The text is Liquid (what Jekyll has); its data is a `MeetingData`. */
export interface Template {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly text: string
  /** What people know it by, where it is a file of their own: its path in their folder, with `/`. */
  readonly path?: string
}

const HEAD = /^\s*\{%-?\s*comment\s*-?%\}([\s\S]*?)\{%-?\s*endcomment\s*-?%\}/

/**
 * A template from its text. A Liquid comment at its head may say what the picker shows:
 *
 *     {% comment %}
 *     label: Tuesday call
 *     description: Who was there, and notes
 *     {% endcomment %}
 *
 * @param id what it goes by where the comment says nothing else.
 */
export function readTemplate(id: string, text: string, path?: string): Template {
  const head = HEAD.exec(text.slice(0, LONGEST_HEAD))?.[1] ?? ''
  const said = (key: string) => new RegExp(`^[ \\t]*${key}:[ \\t]*(\\S.*?)[ \\t]*$`, 'im').exec(head)?.[1]
  return {
    id,
    label: said('label') ?? labelFrom(id),
    description: said('description') ?? path ?? '',
    text,
    ...(path !== undefined && { path }),
  }
}

const LONGEST_HEAD = 2000

/** "tuesday-call" is read as "Tuesday call". */
function labelFrom(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim() || id
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
