import { type ProjectLink, projectsOf } from '../minutes/projects.ts'
import { lineAround } from '../text/lines.ts'
import { phrase } from '../text/phrase.ts'
import { type Fix, type Report, type Rule, replace } from './rule.ts'

export const projectDuplicate: Rule = {
  id: 'project-duplicate',
  severity: 'warning',
  summary: 'the same project twice in one list',
  reads: ({ content }) => content.links.length > 0 && content,
  document: ({ minutes }) => {
    const first = new Map<string, ProjectLink>()
    return projectsOf(minutes).flatMap((project): Report[] => {
      const key = keyOf(project)
      const before = first.get(key)
      if (!before) {
        first.set(key, project)
        return []
      }
      return [
        {
          from: project.from,
          to: project.to,
          message: {
            wrong:
              before.title === project.title
                ? phrase`The project "${project.title}" is in this list already.`
                : phrase`The project "${project.title}" is in this list already, there as "${before.title}".`,
            why: phrase`Notes will be split between the two, and one of them will be overlooked.`,
            remedy: phrase`Remove one of the two, and keep the notes of both.`,
          },
          fixes: project.form === 'item' ? [removal(minutes.text, before, project)] : [],
        },
      ]
    })
  },
}

/**
 * Outside a list of projects, several topics may well link to one repository: they are one when their titles are. Two
 * parts of a page are always two.
 */
function keyOf({ list, key, address, title, listed }: ProjectLink): string {
  const part = /[?#]/.test(address) ? address.slice(address.search(/[?#]/)) : ''
  return `${list} ${key} ${part} ${listed ? '' : title.toLowerCase()}`
}

/** Takes the second entry out. Notes below it go under the first; placeholders such as `…` go with it. */
function removal(text: string, first: ProjectLink, second: ProjectLink): Fix {
  const start = lineAround(text, second.from).from
  const end = Math.min(text.length, lineAround(text, Math.max(second.entry.to - 1, second.from)).to)
  const notesFrom = Math.min(end, nextLine(text, second.to))
  const notes = text.slice(notesFrom, end)
  const after = nextLine(text, end)
  const isEmpty = /^(?:[\s*+-]|…|\.{3}|\(none\))*$/i.test(notes)
  const remove = { from: start, to: after, insert: '' }
  if (isEmpty) return { title: phrase`Remove this entry`, edits: [remove], preferred: true }
  const firstEnd = lineAround(text, Math.max(first.entry.to - 1, first.from)).to
  const eol = text.slice(lineAround(text, second.to).to, nextLine(text, second.to)) || '\n'
  return {
    ...replace(phrase`Remove this entry and put its notes under the first`, remove, ''),
    edits: [{ from: firstEnd, to: firstEnd, insert: eol + notes }, remove],
    preferred: true,
  }
}

/** The offset behind the line end that follows `at`. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}
