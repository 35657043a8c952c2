import { memo } from '../text/memo.ts'
import type { Content } from './content.ts'
import type { Minutes } from './minutes.ts'
import { type Word, wordsOf } from './words.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** The commonest words of English that are none of its neighbours'. */
const ENGLISH = set(
  'the and of to this that with be have has not are should would from which they their about there been than it by but you could how why when where who because is we our will can if what',
)

/** Those of its neighbours that are none of English, nor parts of names; and what they call minutes and who was there. */
const OTHERS = set(
  'protokoll anwesend entschuldigt notulen aanwezig afwezig réunion présents excusés acta asistentes asamblea verbale ' +
    'presenti assenti närvarande referat presentes dagsorden tagesordnung ' +
    'das und ist nicht mit ein eine auf für sich auch wird haben het een voor niet zijn dat ook naar werd wordt aan le les est pour une dans pas que qui avec sur por para una como che della sono og ikke det som på til av har af och att inte är się jest nie czy oraz',
)

interface Tally {
  readonly words: number
  readonly english: number
  readonly others: number
}

function tally(words: readonly Word[]): Tally {
  let [english, others] = [0, 0]
  for (const { text } of words) {
    const word = text.toLowerCase()
    if (ENGLISH.has(word)) english++
    else if (OTHERS.has(word)) others++
  }
  return { words: words.length, english, others }
}

const tallyOf = memo((content: Content): Tally => tally(wordsOf(content)))

/** Below this, a few names make up the whole. */
const ENOUGH = 30
/** In minutes that are little more than lists of names, one word in twelve; in any other language, none. */
const SHARE = 0.04

/** Whether minutes are written in English. Where there is little text, they are unless they look like another. */
export const isEnglish = memo(({ blocks }: Minutes): boolean => {
  let [words, english, others] = [0, 0, 0]
  for (const { content } of blocks) {
    const each = tallyOf(content)
    words += each.words
    english += each.english
    others += each.others
  }
  return english >= 2 * others && (words < ENOUGH || english >= SHARE * words)
})

/** Whether some of the words of English minutes are a quotation in another language. */
export function isQuotedLanguage(words: readonly Word[]): boolean {
  const { english, others } = tally(words)
  return others >= 2 && others >= english
}
