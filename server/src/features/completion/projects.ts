import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Project } from '../../book/book.ts'
import { projectsOf } from '../../minutes/projects.ts'
import { order } from '../../text/order.ts'
import { phrase, type Value } from '../../text/phrase.ts'
import { filesOfMinutes } from '../counts.ts'
import type { OpenMinutes } from '../document.ts'
import type { Caret } from './caret.ts'
import type { Offer } from './offer.ts'

/** An opening bracket and what is typed of the label. */
const BRACKET = /\[([^[\]()\n]*)$/
/** The rest of a label that was begun before, and of its link; or the bracket that the editor closed. */
const REST = /^[^[\]()\n]*\](?:\([^()\n]*\))?/
/** The beginning of an item with a box in the making or a box that is ready, but not `- [`: that may become either. */
const BOX = /^\s*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]/
/** The first words of an item or heading. */
const TITLE = /^(?:\s*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|#{1,6}[ \t]+)(\S[^[\]()\n]{1,60})$/

/** Projects as the whole link that the group writes; in a list of projects, those not yet listed. */
export function completeProjects(open: OpenMinutes, caret: Caret): Offer[] {
  const bracket = BRACKET.exec(caret.before)
  if (bracket && BOX.test(caret.before) && /^[ xX]$/.test(bracket[1]!)) return []
  const title = bracket ? null : TITLE.exec(caret.before)
  if (!bracket && !title) return []
  const typed = (bracket ?? title)![1]!
  const from = caret.offset - typed.length - (bracket ? 1 : 0)
  const to = caret.offset + (bracket ? (REST.exec(caret.after)?.[0].length ?? 0) : 0)
  const at = { from, to }
  const listed = listedNear(open, caret)
  const projects = [...open.book.projects.values()].filter(
    (project) =>
      !listed.has(project.key) &&
      // While a label is typed, the editor sifts; a blank must not open a list that has nothing to do with it.
      ((bracket && caret.sign !== ' ') || project.titles.some((each) => startsAlike(each, typed))),
  )
  projects.sort((a, b) => order(b.lastSeen, a.lastSeen) || b.documents - a.documents || order(a.title, b.title))
  return projects.map((project) => ({
    label: project.title,
    kind: CompletionItemKind.Module,
    pieces: [`[${project.title}](${project.address})`],
    at,
    filter: bracket ? `[${project.title}` : project.title,
    ...(project.lastSeen && { description: project.lastSeen }),
    documentation: documentation(project),
  }))
}

/** The projects of the list the caret is in, by their keys; none elsewhere, where a project may be named again. */
function listedNear({ minutes }: OpenMinutes, caret: Caret): Set<string> {
  const block = minutes.blocks[caret.block]
  const heading = /^#{1,6}[ \t]/.test(caret.before)
  if (!heading && caret.kind !== 'projects') return new Set()
  const near = projectsOf(minutes).filter((project) => {
    const underCaret = project.from <= caret.offset && caret.offset <= project.to
    return (
      !underCaret &&
      (heading ? project.form === 'heading' : block && project.from >= block.from && project.to <= block.to)
    )
  })
  return new Set(near.map(({ key }) => key))
}

const startsAlike = (title: string, typed: string): boolean =>
  title.toLowerCase().includes(typed.trimEnd().toLowerCase())
function documentation({ title, titles, address, documents, lastSeen }: Project): readonly Value[] {
  const earlier = titles.filter((each) => each !== title)
  const files = filesOfMinutes(documents)
  return [
    `**${title}**`,
    address,
    lastSeen ? phrase`In ${files}, the last of ${lastSeen}` : phrase`In ${files}`,
    ...(earlier.length > 0 ? [phrase`Earlier: ${earlier.join(', ')}`] : []),
  ]
}
