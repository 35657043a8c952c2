import { join } from 'node:path'
import { EXAMPLE } from '../drafting/templates/example.ts'
import { problemIn, TemplateError } from '../drafting/templates/render.ts'
import type { Template } from '../drafting/templates/template.ts'
import { readTemplates } from '../protocol/template-files.ts'
import { type Listener, type OpenBook, readBook } from './book.ts'
import { exists, listFiles, readInside } from './files.ts'
import type { Listing } from './listing.ts'
import { booksFor } from './roots.ts'

/** The largest template that is read, in bytes. What is in it is limited further. */
const MOST = 512 * 1024

/** The templates for the minutes of a book, its folder's own first. Files that cannot be used are told. */
export async function templatesOf(
  { root, settings }: Pick<OpenBook, 'root' | 'settings'>,
  { onProblem }: Listener,
): Promise<readonly Template[]> {
  const { templates, problems } = await readTemplates(settings, {
    exists: (path) => exists(join(root, path)),
    read: (path) => readInside(root, join(root, path), MOST),
    list: async (path) => (await listFiles(join(root, path))).paths,
  })
  for (const problem of problems) onProblem?.(problem)
  return templates
}

type Row = Omit<Template, 'text'>

/** What minutes can be drafted from, and what is wrong in the folder's own templates: messages for people. */
export async function listTemplates(
  folder: string,
  listener: Listener,
): Promise<{ readonly listing: Listing<Row>; readonly wrong: readonly string[] }> {
  const rows: Row[] = []
  const wrong: string[] = []
  for (const [root, wanted] of await booksFor([folder])) {
    const book = await readBook(root, wanted, listener)
    for (const { text, ...template } of await templatesOf(book, { onProblem: (message) => wrong.push(message) })) {
      rows.push(template)
      const problem = template.path === undefined ? undefined : problemIn(text, EXAMPLE)
      if (problem) wrong.push(new TemplateError(template.path!, problem).message)
    }
  }
  return { listing: { rows, columns: COLUMNS, one: 'template', many: 'templates' }, wrong }
}

const COLUMNS: Listing<Row>['columns'] = [
  { title: 'id', of: ({ id }) => id },
  { title: 'label', of: ({ label }) => label },
  { title: 'description', of: ({ description, path }) => (description === path ? '' : description), yields: true },
  { title: 'file', of: ({ path }) => path },
]
