import { isNameWord } from '../book/name-words.ts'
import type { Content } from '../minutes/content.ts'
import { isEnglish, isQuotedLanguage } from '../minutes/language.ts'
import { type Word, wordsOf } from '../minutes/words.ts'
import { lineAround } from '../text/lines.ts'
import { phrase } from '../text/phrase.ts'
import { inside } from '../text/span.ts'
import { type BlockSubject, type Report, type Rule, replace } from './rule.ts'

export const repeatedWord: Rule = {
  id: 'repeated-word',
  severity: 'hint',
  summary: 'the same word twice, as in “the the”',
  needsBook: true,
  waits: 'pause',
  context: ({ minutes }) => String(isEnglish(minutes)),
  block: (block) => {
    if (!isEnglish(block.subject.minutes)) return []
    const words = wordsOf(block.content)
    const reports: Report[] = []
    for (let at = 1; at < words.length && reports.length < MOST; at++) {
      const [word, next] = [words[at - 1]!, words[at]!]
      if (!isRepeated(word, next, block)) continue
      // Three of them are a song.
      const isSong = [words[at - 2], words[at + 1]].some((other) => other?.text.toLowerCase() === next.text)
      if (!isSong) reports.push(report(word, next, block.content))
    }
    return reports
  },
}

/** More in one list or paragraph is no slip, and nobody reads them all. */
const MOST = 20

/** A line may end between the two, and a quote mark begin the next; two blanks before the end break the line on purpose. */
const BETWEEN = /^(?: {1,3}|[ \t]?(?:\r\n|\r|\n)[ \t>]*)$/

function isRepeated(word: Word, next: Word, { content, subject }: BlockSubject): boolean {
  // In capitals the second is a name: "with With", "Duran Duran".
  const text = next.text
  if (text !== text.toLowerCase() || word.text.toLowerCase() !== text || MAY_STAND_TWICE.has(text)) return false
  if (text.length <= SHORT && !SHORT_WORDS.has(text)) return false
  const { prose } = content
  if (!BETWEEN.test(prose.slice(word.to, next.from))) return false
  if (isNameWord(subject.book, text) || partOfLonger(prose, word, next)) return false
  return !isQuotedLanguage(inside(wordsOf(content), lineAround(prose, word.from)))
}

/** "to sign sign-off", "run run/test", "a a:b". */
const partOfLonger = (prose: string, word: Word, next: Word): boolean =>
  /[-–/.:]/.test(prose[word.from - 1] ?? '') || /^[-–/:'"”’)]\S?|^\.\S/.test(prose.slice(next.to, next.to + 2))

/**
 * What people write twice and mean it: "had had", "that that", "is is"; for weight, or from mouth to mouth ("very very",
 * "bye bye"); a word that belongs to the verb before it ("log in in time"); names and signs.
 */
const MAY_STAND_TWICE = new Set(
  [
    'that had is was who what do does did been in on up out over down off through about there here her his no yes it',
    'very really so too much many more less long far quite super pretty ever never always again now then soon well',
    'bye hello blah bla ha haha hehe hey hi ho hear knock please thanks thank sorry wow ok okay nope yeah yay hip choo beep',
    'can will may might must need like right wrong good great bad big small old new true false one two three five ten',
    'ping pong tick tock dot star test check hop chop step half twenty first last night day win tut',
  ].flatMap((line) => line.split(' ')),
)

/**
 * Of so few letters, cries and the syllables of names and other languages stand twice as well: "aye aye", "tsk tsk",
 * "Thi thi". Only these words of English do not.
 */
const SHORT = 3
const SHORT_WORDS = new Set(
  (
    "a an the and or nor but if of to at by for as than so we us our you he him she they its it's i'm are am be has not " +
    'any all add ask buy end get got how let may our own pay put run saw say see set try use via way who why yet'
  ).split(' '),
)

/** These mean nothing when they stand twice. */
const SAFE = new Set(['the', 'a', 'an', 'and', 'of'])

function report(word: Word, next: Word, { prose }: Content): Report {
  const text = prose.slice(word.to, next.from)
  // Where a line ends between them, the next line loses its first word and keeps its indentation.
  const rest = /^[ \t]+(?=\S)/.exec(prose.slice(next.to, next.to + 4))?.[0].length ?? 0
  const where =
    /[\r\n]/.test(text) && rest > 0 ? { from: next.from, to: next.to + rest } : { from: word.to, to: next.to }
  return {
    from: word.from,
    to: next.to,
    message: {
      wrong: phrase`"${next.text}" stands here twice.`,
      why: phrase`Readers stop and look for what is missing.`,
      remedy: phrase`Remove one of the two.`,
    },
    fixes: [
      replace(phrase`Remove the second "${next.text}"`, where, '', { preferred: true, safe: SAFE.has(next.text) }),
    ],
  }
}
