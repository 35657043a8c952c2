import { relative } from 'node:path'
import { type Node, SyntaxKind, type TaggedTemplateExpression } from 'typescript/unstable/ast'
import { isNoSubstitutionTemplateLiteral, isTaggedTemplateExpression } from 'typescript/unstable/ast/is'
import { API } from 'typescript/unstable/sync'

/** A phrase as it stands in the sources. */
export interface Written {
  /** By which it is translated. */
  readonly text: string
  /** Words in its values that are no phrase, so that no translation reaches them. */
  readonly hidden: readonly string[]
  /** From the project's root. */
  readonly file: string
}

/** Every phrase of the server and every text of the client that is to be translated, file by file. */
export function phrases(): readonly Written[] {
  return ['server', 'client'].flatMap((part) =>
    sources(part, (source, file) => taggedIn(source).map((node) => ({ ...read(node), file }))),
  )
}

/** Texts of the client that look as if they were for people, and that nobody translates. */
export function untranslated(): readonly string[] {
  return sources('client', (source, file) =>
    LOGGED.has(file) ? [] : sentencesIn(source).map((text) => `${file}: ${text}`),
  )
}

/** Whose messages go to the output alone, which is in English. */
const LOGGED: ReadonlySet<string> = new Set(['client/src/crashes.ts'])

/** What `look` finds in the sources of a part. */
function sources<Found>(part: string, look: (source: Node, file: string) => readonly Found[]): readonly Found[] {
  const api = new API()
  try {
    const snapshot = api.updateSnapshot({ openProject: `${process.cwd()}/${part}/tsconfig.json` })
    const { program, rootFiles } = snapshot.getProjects()[0]!
    return rootFiles
      .map((path) => ({ path, file: relative('', path) }))
      .filter(({ file }) => file.startsWith(`${part}/`))
      .sort((a, b) => (a.file < b.file ? -1 : 1))
      .flatMap(({ path, file }) => look(program.getSourceFile(path)!, file))
  } finally {
    api.close()
  }
}

function read({ template }: TaggedTemplateExpression): Omit<Written, 'file'> {
  if (isNoSubstitutionTemplateLiteral(template)) return { text: template.text, hidden: [] }
  const { head, templateSpans } = template
  return {
    text: head.text + templateSpans.map(({ literal }, at) => `{${at}}${literal.text}`).join(''),
    hidden: templateSpans.flatMap(({ expression }) => wordsIn(expression)),
  }
}

const isPhrase = (node: Node): node is TaggedTemplateExpression =>
  isTaggedTemplateExpression(node) && TAGS.has(node.tag.getText())

/** What marks texts that are to be translated: that of the server, and that of the client. */
const TAGS: ReadonlySet<string> = new Set(['phrase', 't'])

const taggedIn = (node: Node): readonly TaggedTemplateExpression[] => [
  ...(isPhrase(node) ? [node] : []),
  ...childrenOf(node).flatMap(taggedIn),
]

function wordsIn(node: Node): readonly string[] {
  if (isPhrase(node) || node.kind === SyntaxKind.ElementAccessExpression) return []
  const own = LITERALS.has(node.kind) && /\p{L}{2}/u.test(node.getText()) ? [node.getText()] : []
  return [...own, ...childrenOf(node).flatMap(wordsIn)]
}

/** Two words and more that begin with a capital, other than in logs and pages. */
function sentencesIn(node: Node): readonly string[] {
  if (isPhrase(node) || /^output\.\w+\(/.test(node.getText())) return []
  const own = LITERALS.has(node.kind) && /^[^<{]*\p{Lu}\p{L}* \p{L}[^<{]*$/u.test(textOf(node)) ? [textOf(node)] : []
  return [...own, ...childrenOf(node).flatMap(sentencesIn)]
}

const textOf = (node: Node): string => node.getText().replace(/^[`'"}]|(?:[`'"]|\$\{)$/g, '')

const LITERALS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
])

function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = []
  node.forEachChild((child) => void found.push(child))
  return found
}
