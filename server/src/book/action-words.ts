import { plain } from '../minutes/headings.ts'
import { type Minutes, sectionOf } from '../minutes/minutes.ts'
import { type ActionItem, actionsOf, ownWordsOf } from '../minutes/notes.ts'
import { projectsOf } from '../minutes/projects.ts'
import { firstIndex } from '../text/halve.ts'
import { memo } from '../text/memo.ts'

/** An action item as it matters to the other minutes of its series. */
export interface ActionWords {
  /** What is to be done, as a reader sees it: without those who will do it. At most {@link LONGEST} code units. */
  readonly text: string
  /** The keys of those who will do it; see `canonical`. */
  readonly owners: readonly string[]
  readonly done: boolean
  /** The listed project, or else the heading, below which it stands; empty where the minutes' title is all there is. */
  readonly topic: string
}

const LONGEST = 300

/** The action items of minutes, in the order of {@link actionsOf}. */
export const actionWordsOf = memo((minutes: Minutes): readonly ActionWords[] => {
  const projects = projectsOf(minutes).filter(({ form }) => form === 'item')
  return actionsOf(minutes).map((action) => {
    const { from, to } = ownWordsOf(minutes, action)
    const project = projects[firstIndex(projects, ({ entry }) => entry.from >= action.from) - 1]
    const inProject = project !== undefined && action.to <= project.entry.to
    return {
      text: plain(minutes.text.slice(from, Math.min(to, from + LONGEST)).replace(/[\s\u00a0]+/g, ' ')).trim(),
      owners: [...new Set(action.speakers.map(({ key }) => key))],
      done: action.checkbox.done,
      topic: inProject ? project.title : headingOf(minutes, action),
    }
  })
})

function headingOf(minutes: Minutes, { block }: ActionItem): string {
  const section = sectionOf(minutes, block)
  return section && (section.parent >= 0 || section.heading.level > 1) ? section.heading.title : ''
}
