import type { Settings } from './settings.ts'

/** The most templates of a folder, and the names they have. */
export const MOST_TEMPLATES = 50
const NAME = /^([^/]+)\.(?:md|liquid)$/i

/** The folder's own templates lie here: a path in the folder with `/` at its end; `undefined` for the folder itself. */
const place = ({ templates }: Pick<Settings, 'templates'>): string | undefined => {
  const steps = templates.split('/').filter((step) => step !== '' && step !== '.')
  return steps.length === 0 ? undefined : `${steps.join('/')}/`
}

/** The folder with the templates, without `/` at its end; `undefined` where there is none. */
export const templatesFolder = (settings: Pick<Settings, 'templates'>): string | undefined =>
  place(settings)?.slice(0, -1)

/** Whether a file lies where the templates are: it is no minutes, whatever it looks like. */
export function isAmongTemplates(settings: Pick<Settings, 'templates'>, path: string): boolean {
  const folder = place(settings)
  return folder !== undefined && path.startsWith(folder)
}

/** The id of the template that a file is; `undefined` for any other file. */
export function templateId(settings: Pick<Settings, 'templates'>, path: string): string | undefined {
  const folder = place(settings)
  return folder !== undefined && isAmongTemplates(settings, path)
    ? NAME.exec(path.slice(folder.length))?.[1]
    : undefined
}
