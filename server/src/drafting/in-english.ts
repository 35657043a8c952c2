import type { Message } from '../rules/rule.ts'
import { english } from '../text/phrase.ts'

/** A rule's message in the language of our own. */
export const inEnglish = ({ wrong, why, remedy }: Message): Message<string> => ({
  wrong: english(wrong),
  why: english(why),
  remedy: english(remedy),
})
