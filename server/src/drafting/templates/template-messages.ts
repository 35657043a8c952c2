import { isOneSlip } from '../../text/slip.ts'
import { FILE_TAGS } from './restrictions.ts'

/** What is wrong, why it matters, what to do. */
export interface Message {
  readonly wrong: string
  readonly why: string
  readonly remedy: string
}

const NO_DRAFT = 'No minutes can be drafted from this template.'

export const TOO_LARGE: Message = {
  wrong: 'This template is larger than 64 KB.',
  why: NO_DRAFT,
  remedy: 'Leave in it what every meeting needs.',
}

export const TOO_LONG: Message = {
  wrong: 'Here the template makes more text than any minutes have, or does not come to an end.',
  why: 'It was stopped, so that your editor does not wait for it.',
  remedy: 'Go through lists of the book, such as "people" and "projects", and not through long ranges of numbers.',
}

const TOO_DEEP: Message = {
  wrong: 'Here tags or brackets are nested too deeply to be read.',
  why: NO_DRAFT,
  remedy: 'Close those that are left open, or take some out.',
}

/** A variable that there is not. */
export function unknownName(name: string, data: object): Message {
  const names = Object.keys(data)
  const meant = names.find((each) => isOneSlip(each, name))
  return {
    wrong: `There is no variable "${short(name)}".`,
    why: NO_DRAFT,
    remedy: meant ? `Did you mean "${meant}"?` : `There are: ${names.join(', ')}.`,
  }
}

/** What a failure of Liquid's means to somebody who writes a template. */
export function messageOf(error: Error & { readonly originalError?: Error }, data: object): Message {
  const { originalError: cause = error } = error
  const text = cause.message.replace(/, line:\d+, col:\d+$/, '')
  if (/call stack/i.test(text)) return TOO_DEEP
  if (cause instanceof RangeError || / limit exceeded$/.test(text)) return TOO_LONG
  const [, kind = '', name = ''] =
    /^(undefined variable|undefined filter|tag)[: ]+"?([^"]*?)"?(?: not found)?$/.exec(text) ?? []
  if (kind === 'undefined variable') return unknownName(name, data)
  if (kind === 'undefined filter') {
    return {
      wrong: `There is no filter "${short(name)}".`,
      why: NO_DRAFT,
      remedy: 'Use one of Liquid’s own, such as "date" or "join".',
    }
  }
  if (kind === 'tag' && text.endsWith('not found')) {
    return (FILE_TAGS as readonly string[]).includes(name)
      ? {
          wrong: `"${name}" would take in another file.`,
          why: 'A template stands alone: it sees its data, and no files.',
          remedy: 'Write here what the other file has.',
        }
      : {
          wrong: `There is no tag "${short(name)}".`,
          why: NO_DRAFT,
          remedy: 'Use one of Liquid’s own, such as "if" or "for".',
        }
  }
  if (/ not closed$/.test(text)) {
    return {
      wrong: `${short(text.replace(/^(?:tag|output) | not closed$/g, ''))} is not closed.`,
      why: NO_DRAFT,
      remedy: 'Write its end: "}}", "%}", or the tag that closes it, such as "{% endfor %}".',
    }
  }
  return { wrong: `Liquid cannot use this: ${short(text)}.`, why: NO_DRAFT, remedy: 'Correct it, or take it out.' }
}

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
