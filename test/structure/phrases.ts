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

/** Every phrase of the server, file by file. */
export function phrases(): readonly Written[] {
  const api = new API()
  try {
    const snapshot = api.updateSnapshot({ openProject: `${process.cwd()}/server/tsconfig.json` })
    const { program, rootFiles } = snapshot.getProjects()[0]!
    return rootFiles
      .map((path) => ({ path, file: relative('', path) }))
      .sort((a, b) => (a.file < b.file ? -1 : 1))
      .flatMap(({ path, file }) => taggedIn(program.getSourceFile(path)!).map((node) => ({ ...read(node), file })))
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
  isTaggedTemplateExpression(node) && node.tag.getText() === 'phrase'

const taggedIn = (node: Node): readonly TaggedTemplateExpression[] => [
  ...(isPhrase(node) ? [node] : []),
  ...childrenOf(node).flatMap(taggedIn),
]

function wordsIn(node: Node): readonly string[] {
  if (isPhrase(node) || node.kind === SyntaxKind.ElementAccessExpression) return []
  const own = LITERALS.has(node.kind) && /\p{L}{2}/u.test(node.getText()) ? [node.getText()] : []
  return [...own, ...childrenOf(node).flatMap(wordsIn)]
}

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
