import { languages, RelativePattern, type TextDocument, Uri, workspace } from 'vscode'
import { hasMeetingTime } from './front-matter.ts'
import { markdown } from './selector.ts'

/**
 * A quick guess, for as long as the server does not run: is this document minutes? The server's answer to
 * `minutebook/isMinutes` is the authority.
 */
export function looksLikeMinutes(document: TextDocument): boolean {
  return languages.match(markdown(), document) > 0 && (liesWhereMinutesLie(document) || hasMeetingTime(document))
}

function liesWhereMinutesLie(document: TextDocument): boolean {
  const globs: unknown = workspace.getConfiguration('minutebook', document).get('files')
  if (!Array.isArray(globs)) return false
  const folder = workspace.getWorkspaceFolder(document.uri)?.uri
  // Not the whole path: a checkout at …/minutes/website must not make every README in it minutes. But the folder's own
  // name counts, for whoever opens …/website/minutes alone.
  const bases = folder === undefined ? [] : [folder, Uri.joinPath(folder, '..')]
  return globs.some((glob) => {
    if (typeof glob !== 'string') return false
    const patterns = folder === undefined ? [glob] : bases.map((base) => new RelativePattern(base, glob))
    return patterns.some((pattern) => languages.match({ pattern }, document) > 0)
  })
}
