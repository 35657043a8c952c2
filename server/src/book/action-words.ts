import { plain } from '../minutes/headings.ts'
import { canonical } from '../minutes/mentions.ts'
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
    const bare = bareOwners(minutes, action)
    const own = ownWordsOf(minutes, action)
    const [from, to] = [own.from + (bare?.length ?? 0), own.to]
    const project = projects[firstIndex(projects, ({ entry }) => entry.from >= action.from) - 1]
    const inProject = project !== undefined && action.to <= project.entry.to
    return {
      text: plain(minutes.text.slice(from, Math.min(to, from + LONGEST)).replace(/[\s\u00a0]+/g, ' ')).trim(),
      owners: bare?.keys ?? [...new Set(action.speakers.map(({ key }) => key))],
      done: action.checkbox.done,
      topic: inProject ? project.title : headingOf(minutes, action),
    }
  })
})

function headingOf(minutes: Minutes, { block }: ActionItem): string {
  const section = sectionOf(minutes, block)
  return section && (section.parent >= 0 || section.heading.level > 1) ? section.heading.title : ''
}

/** "ada - call", "ada - and @ben call", "ada: call" */
const BARE =
  /^([A-Za-z0-9][\w-]*)((?:[ \t]*(?:[-–—][ \t]+)?(?:,|&|\+|and\b)[ \t]*@[\w-]+)*)(?:[ \t]*[-–—:](?=\s)|(?<=@[\w-]+))\s*/

/**
 * Who is to do what begins with a handle that lacks its `@`, and how many code units that takes: only a word that stands
 * with `@` elsewhere in the same minutes is one.
 */
function bareOwners(minutes: Minutes, { speakers, text }: ActionItem): { keys: string[]; length: number } | undefined {
  if (speakers.length > 0) return undefined
  const found = BARE.exec(minutes.text.slice(text.from, Math.min(text.to, text.from + LONGEST)))
  if (!found || !mentioned(minutes).has(canonical(found[1]!))) return undefined
  const others = found[2]!.match(/(?<=@)[\w-]+/g) ?? []
  return { keys: [...new Set([found[1]!, ...others].map(canonical))], length: found[0].length }
}

const mentioned = memo(
  ({ blocks }: Minutes): ReadonlySet<string> =>
    new Set(blocks.flatMap(({ content }) => content.mentions.map(({ key }) => key))),
)
