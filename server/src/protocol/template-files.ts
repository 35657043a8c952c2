import { withOwn } from '../drafting/templates/index.ts'
import { readTemplate, type Template } from '../drafting/templates/template.ts'
import type { Settings } from '../settings/settings.ts'
import { MOST_TEMPLATES, templateId, templatesFolder } from '../settings/template-files.ts'
import type { FolderFiles } from './roster.ts'

/** The files of a folder, among them those of hidden folders, where they are asked for by name. */
export interface TemplateFiles extends FolderFiles {
  /** The paths of the files below a folder, from that folder, in order. */
  list(path: string): Promise<readonly string[]>
}

/**
 * The templates for a folder's minutes: its own first, in order of their names, then those that ship. Files that cannot
 * be read are left out, with a message for people.
 */
export async function readTemplates(
  settings: Pick<Settings, 'templates'>,
  files: TemplateFiles,
): Promise<{ readonly templates: readonly Template[]; readonly problems: readonly string[] }> {
  const problems: string[] = []
  const own = new Map<string, Template>()
  for (const path of await pathsOf(settings, files)) {
    const id = templateId(settings, path)!
    const before = own.get(id)
    if (before) problems.push(`${path} has the name of ${before.path}, and is left out. Give it another.`)
    else if (own.size >= MOST_TEMPLATES) {
      problems.push(`There are more than ${MOST_TEMPLATES} templates, so ${path} and those behind it are left out.`)
      break
    } else {
      await files.read(path).then(
        (text) => own.set(id, readTemplate(id, text, path)),
        (error: Error) => problems.push(`${path} cannot be used as a template. ${error.message}`),
      )
    }
  }
  return { templates: withOwn([...own.values()]), problems }
}

async function pathsOf(settings: Pick<Settings, 'templates'>, files: TemplateFiles): Promise<readonly string[]> {
  const folder = templatesFolder(settings)
  if (folder === undefined || !(await files.exists(folder))) return []
  const paths = (await files.list(folder)).map((path) => `${folder}/${path}`)
  return paths.filter((path) => templateId(settings, path) !== undefined)
}
