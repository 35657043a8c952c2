import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import { EXAMPLE } from '../drafting/templates/example.ts'
import { TEMPLATES } from '../drafting/templates/index.ts'
import { problemIn } from '../drafting/templates/render.ts'
import type { Template } from '../drafting/templates/template.ts'
import { rangeOf } from '../features/document.ts'
import { templateId } from '../settings/template-files.ts'
import { visible } from '../text/visible.ts'
import type { OpenDocument } from './documents.ts'
import type { Folder } from './folder.ts'
import { folderOf, type State, tell } from './state.ts'
import { readTemplates } from './template-files.ts'
import { pathIn, uriIn } from './uris.ts'

/** The templates for a folder's minutes, as they stand in the editor where they are open. */
export async function templatesOf(state: State, folder: Folder): Promise<readonly Template[]> {
  const { host, documents } = state
  await folder.work
  if (!folder.uri) return TEMPLATES
  const uri = (path: string) => uriIn(folder.uri, path)
  const { templates, problems } = await readTemplates(folder.settings, {
    exists: (path) => host.exists(uri(path)),
    read: (path) => {
      const open = documents.get(uri(path))
      return open ? Promise.resolve(open.text.getText()) : host.readInside(folder.uri, uri(path))
    },
    list: async (path) => (await host.listFiles(uri(path))).paths,
  })
  for (const problem of problems) tell(state)(visible(problem))
  return templates
}

/** Whether a document is a template of its folder. */
function isTemplate(state: State, uri: string): boolean {
  const folder = folderOf(state, uri)
  const path = folder.uri ? pathIn(folder.uri, uri) : undefined
  return path !== undefined && templateId(folder.settings, path) !== undefined
}

/** What is wrong in a template as it stands in the editor. */
function diagnosticsOf({ text }: OpenDocument): Diagnostic[] {
  const problem = problemIn(text.getText(), EXAMPLE)
  if (!problem) return []
  const { wrong, why, remedy } = problem.message
  return [
    {
      range: rangeOf(text, problem),
      severity: DiagnosticSeverity.Warning,
      source: 'minutebook',
      code: 'template',
      message: `${visible(wrong)}\n${visible(`${why} ${remedy}`)}`,
    },
  ]
}

/**
 * Publishes what is wrong in a document as a template, or that it is none any more. It is sent also to editors that ask:
 * they ask about minutes alone, and a template is none.
 *
 * @returns whether it is a template.
 */
export function pushTemplate(state: State, document: OpenDocument): boolean {
  const isNow = isTemplate(state, document.uri)
  if (!isNow && !document.isTemplate) return false
  document.isTemplate = isNow
  const diagnostics = isNow ? diagnosticsOf(document) : []
  void state.connection.sendDiagnostics({ uri: document.uri, version: document.text.version, diagnostics })
  return isNow
}
