/**
 * Paragraphs as posts, numbered where there are several: broken between paragraphs where they fit, else behind a
 * sentence, else between words. A handle, an address or a letter is never cut.
 *
 * @param most how long a post may be; see {@link lengthOf}.
 */
export function postsOf(paragraphs: readonly string[], most: number): readonly string[] {
  const whole = paragraphs.join('\n')
  if (lengthOf(whole) <= most) return [whole]
  const posts: string[] = []
  let post = ''
  const room = most - lengthOf('999/999 ')
  for (const paragraph of paragraphs.flatMap((each) => piecesOf(each, room))) {
    const longer = post === '' ? paragraph : `${post}\n${paragraph}`
    if (lengthOf(longer) <= room) {
      post = longer
      continue
    }
    posts.push(post)
    post = paragraph
  }
  posts.push(post)
  return posts.length === 1 ? posts : posts.map((text, at) => `${at + 1}/${posts.length} ${text}`)
}

/** What stands where a piece ends, and the next begins, within a sentence. */
const MORE = '…'

/** A paragraph in pieces that fit. One that ends within a sentence says so. */
function piecesOf(paragraph: string, room: number): string[] {
  if (lengthOf(paragraph) <= room) return [paragraph]
  const least = room - 2 * lengthOf(MORE)
  const words = paragraph.split(' ').flatMap((word) => (lengthOf(word) <= least ? [word] : cut(word, least)))
  const pieces: string[] = []
  for (let at = 0; at < words.length; ) {
    let [end, sentence, length] = [at, at, 0]
    for (; end < words.length; end++) {
      length += lengthOf(words[end]!) + (end > at ? 1 : 0)
      if (length > least) break
      if (SENTENCE.test(words[end]!)) sentence = end + 1
    }
    // A sentence that ends early leaves too much of the post empty.
    if (end < words.length && sentence - at > (end - at) / 3) end = sentence
    const isOn = at > 0 && !SENTENCE.test(words[at - 1]!)
    const goesOn = end < words.length && end !== sentence
    pieces.push(`${isOn ? MORE : ''}${words.slice(at, end).join(' ')}${goesOn ? MORE : ''}`)
    at = end
  }
  return pieces
}

const SENTENCE = /[.!?;:]["'”’)\]]*$/

/** Nobody reads a longer one, in UTF-16 code units. */
const LONGEST_WORD = 2000

/** A word longer than a post: of an address only that there was one, of anything else what fits in each. */
function cut(word: string, room: number): string[] {
  if (LINK.test(word) || word.length > LONGEST_WORD) return ['[…]']
  const parts = ['']
  let length = 0
  // Made where it is needed: the server would wait for it at each start.
  const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })
  // A letter with more signs on it than a post holds is none.
  const all = [...letters.segment(word)].flatMap(({ segment }) =>
    weightsOf(segment) > room ? [...segment] : [segment],
  )
  for (const letter of all) {
    const own = weightsOf(letter)
    if (length + own > room) {
      parts.push('')
      length = 0
    }
    parts[parts.length - 1] += letter
    length += own
  }
  return parts
}

/** What networks make a link of: also a name with a dot, such as `example.md`. */
const LINK = /https?:\/\/|^\W*[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/i

/** Every one of a text, wherever in a word it begins. */
const LINKS = /https?:\/\/(?:(?!https?:\/\/)\S)+|(?<![\w-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi

/** How long networks take every address to be, at least: X and Mastodon say 23, others count it as it is. */
const ADDRESS = 23

/**
 * The length of a post, as the strictest network counts. X takes what is not Latin, Greek, Cyrillic or the like for two,
 * every address for 23; Mastodon takes each letter for one, every address for 23; Bluesky counts addresses in full. So:
 * two for each code point that is two anywhere, and for an address 23 or its own length, whichever is more.
 */
export const lengthOf = (text: string): number =>
  [...text.matchAll(LINKS)].reduce((sum, [link]) => sum + Math.max(0, ADDRESS - weightsOf(link)), weightsOf(text))

const weightsOf = (text: string): number => [...text].reduce((sum, letter) => sum + weightOf(letter.codePointAt(0)!), 0)

/** X's own table (twitter-text, configuration 3). */
const weightOf = (code: number): number =>
  code <= 0x10ff ||
  (code >= 0x2000 && code <= 0x200d) ||
  (code >= 0x2010 && code <= 0x201f) ||
  (code >= 0x2032 && code <= 0x2037)
    ? 1
    : 2
