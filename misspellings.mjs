// Makes two sorted texts of a maintained list of common misspellings, and serves them to what bundles us as the module
// `virtual:misspellings`. Two texts ship instead of a table of 88,000 entries: they cost no time at the start.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// The package exports no data, so its file is read where it lies.
const LIST = new URL('node_modules/@cspell/dict-en-common-misspellings/dict/dict-en.json', import.meta.url)
const NAME = 'virtual:misspellings'

/** What the list calls wrong, and a dictionary, a standard or a trade knows. */
const RIGHT = new Set(
  [
    'advices afterwords astroid causalities cerated cerates classis collet collets commutated commutating curch deffer',
    'detecter didactical discontentment eduction equipments feeze finings florescent formant hightest identic indite',
    'informations invokable irregardless knifes lacker larges leafs lightyear loosing midwifes minium nonsignificant',
    'parm patten pattens payed peaces planed precess precesses precessing reacher referer reoccurrence responser',
    'routeros sherif slippy technic technics therefor thru toke transferrable upto vertexes waring wheres whish withing',
    'worser objet projet langage exemple handel juli januar heda mena otho asai dorp isnb raed siad',
  ].flatMap((line) => line.split(' ')),
)

/** Shorter words are rather names, abbreviations and other languages'. */
const SHORTEST = 5
/** Of three letters only these are nothing else. */
const SHORT = new Set(['adn', 'hte', 'oyu', 'teh', 'yuo'])

/** Four letters, two of them swapped: "liek". @param {string} wrong @param {readonly string[]} right */
const isFour = (wrong, [meant, other]) =>
  wrong.length === 4 &&
  other === undefined &&
  [0, 1, 2].some((at) => wrong.slice(0, at) + wrong[at + 1] + wrong[at] + wrong.slice(at + 2) === meant)

/** @returns {(readonly [wrong: string, right: readonly string[]])[]} */
function entries() {
  const [{ flagWords, suggestWords }] = JSON.parse(readFileSync(LIST, 'utf8')).dictionaryDefinitions
  return [...flagWords, ...suggestWords].map((/** @type {string} */ entry) => {
    const [wrong = '', right = ''] = entry.split('->')
    return [wrong, right.split(',').map((each) => each.trim())]
  })
}

/** The module's source: the misspellings, a line `wrong->right,right` each, and the words that are right. */
export function misspellings() {
  const list = entries()
  const all = list.flatMap(([, right]) => right)
  const names = new Set(all.filter((word) => /^[A-Z]/.test(word)))
  const words = new Set(all.filter((word) => /^[a-z']{4,}$/.test(word)))
  const lines = new Map()
  for (const [wrong, right] of list) {
    const word = wrong.toLowerCase()
    if (!/^[a-z']{3,}$/.test(word) || words.has(word) || RIGHT.has(word)) continue
    if (word.length < SHORTEST && !SHORT.has(word) && !isFour(word, right)) continue
    const spelled = right.map((each) => nameOf(each, names))
    // Beyond ASCII, the engine would need two bytes for each letter of the whole text.
    const usable = [...new Set(spelled)].filter((each) => /^[A-Za-z' -]+$/.test(each))
    if (usable.length > 0) lines.set(word, `${word}->${usable.slice(0, 3).join(',')}`)
  }
  const sorted = [...lines.keys()].sort().map((word) => lines.get(word))
  return [
    `export const MISSPELLINGS = \`${sorted.join('\n')}\``,
    `export const WORDS = \`${[...words].sort().join('\n')}\``,
  ].join('\n')
}

/** The module for Node, which takes the two texts out of the file as they stand there: to compile it takes far longer. */
const FOR_NODE = [
  "import { readFileSync } from 'node:fs'",
  "const [, MISSPELLINGS, , WORDS] = readFileSync(`${__dirname}/misspellings.js`, 'latin1').split('`')",
  'export { MISSPELLINGS, WORDS }',
].join('\n')

const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:january|february|april|june|july|september|october|november|december)$/

/** "Wednesday", where the list has "wednesday" too. @param {string} word @param {ReadonlySet<string>} names */
function nameOf(word, names) {
  const name = word.slice(0, 1).toUpperCase() + word.slice(1)
  return names.has(name) || CALENDAR.test(word) ? name : word
}

/** @type {import('esbuild').Plugin} */
export const misspellingsForEsbuild = {
  name: 'misspellings',
  setup(build) {
    // The server and the command line share one file.
    build.onResolve({ filter: new RegExp(`^${NAME}$`) }, ({ path, kind }) =>
      kind === 'entry-point' ? { path, namespace: 'misspellings' } : { path, namespace: 'misspellings-file' },
    )
    build.onLoad({ filter: /.*/, namespace: 'misspellings' }, () => ({ contents: misspellings() }))
    build.onLoad({ filter: /.*/, namespace: 'misspellings-file' }, () => ({ contents: FOR_NODE }))
  },
}

/**
 * The core reads no file: it is given the texts.
 * @type {import('esbuild').Plugin}
 */
export const misspellingsForCore = {
  name: 'misspellings',
  setup(build) {
    const path = fileURLToPath(new URL('server/src/entry/core-misspellings.ts', import.meta.url))
    build.onResolve({ filter: new RegExp(`^${NAME}$`) }, () => ({ path }))
  },
}

/** @type {{ name: string, resolveId: (id: string) => string | undefined, load: (id: string) => string | undefined }} */
export const misspellingsForVite = {
  name: 'misspellings',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: (id) => (id === `\0${NAME}` ? misspellings() : undefined),
}
