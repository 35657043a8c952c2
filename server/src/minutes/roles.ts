import { memo } from '../text/memo.ts'
import { inside, type Span, shift, span } from '../text/span.ts'
import type { Content } from './content.ts'
import type { SectionKind } from './headings.ts'
import { kindAt, type Minutes, type Place, placeAt } from './minutes.ts'
import { type Person, readPeople, shiftPerson } from './people.ts'

/** Who leads the meeting, or writes its minutes. Spans count in the whole text. */
export interface Role extends Span {
  readonly role: 'chair' | 'scribe'
  readonly people: readonly Person[]
  /** The line itself, for a role that nobody fills. */
  readonly line: Span
}

const CHAIR = 'chair(?:s|person|man|woman)?|facilitators?|moderators?|lead'
const SCRIBE = 'scribes?|secretar(?:y|ies)|minute[- ]?takers?|note[- ]?takers?|recorders?|minutes'
const LABEL = `(?:meeting )?(?:(${CHAIR})|(${SCRIBE}))[*_]*[ \\t]*:[*_]*`
const LINE = new RegExp(`^[*_]*${LABEL}`, 'i')

/** Whether a line begins as one that says who chairs the meeting or writes its minutes. */
export const isRoleLabel = (line: string): boolean => LINE.test(line)
const NEXT_LINE = new RegExp(`^[*_]*(?:next )?${LABEL}`, 'i')
const LED_BY = /^The meeting was (?:led|chaired) by /i
const TOOK_MINUTES = /^@?[\w-]+ (?:took|takes|is taking) (?:the )?(?:minutes|notes)/i
const WELCOMED = /^@?[\w-]+ (?:welcomed|chaired|opened the meeting)/i

// Elsewhere such lines speak of the next meeting, or of other groups.
const PLACES: ReadonlySet<SectionKind | undefined> = new Set(['welcome', 'attendance', 'details', 'start', undefined])

/** Whether a block may say who was there or not, who chairs the meeting and who writes its minutes. */
export const maySayWho = ({ content, kind, early }: Place): boolean =>
  (content.kind === 'list' || content.kind === 'paragraph') &&
  (PLACES.has(kind) || (kind === 'topic' && early) || isRoleList(content))

/** Chair and scribe of this meeting, one entry a line. */
export const rolesOf = memo((minutes: Minutes): readonly Role[] => {
  const roles: Role[] = []
  minutes.blocks.forEach(({ from, content }, index) => {
    if (!maySayWho(placeAt(minutes, index))) return
    for (const role of rolesIn(content)) roles.push(placed(role, from))
  })
  return roles
})

/** Chair and scribe of the next meeting, where a section of its own elects them. */
export const nextRolesOf = memo((minutes: Minutes): readonly Role[] =>
  minutes.blocks.flatMap(({ from, content }, index) => {
    if (content.kind !== 'list' && content.kind !== 'paragraph') return []
    return kindAt(minutes, index) === 'next-roles' ? nextRolesIn(content).map((role) => placed(role, from)) : []
  }),
)

const placed = (role: Role, by: number): Role => ({
  ...role,
  ...shift(role, by),
  line: shift(role.line, by),
  people: role.people.map((person) => shiftPerson(person, by)),
})

/** "- Assign roles / - Facilitator: … / - Scribe: …" may stand anywhere. */
const isRoleList = memo(({ prose }: Content): boolean => /\b(?:assign roles|meeting roles)\b/i.test(prose))

/** The roles that one block gives, with offsets from its start. */
const rolesIn = memo((content: Content): readonly Role[] =>
  linesOf(content).flatMap((line) => labelledRole(content, line, LINE) ?? toldRole(content, line) ?? []),
)

const nextRolesIn = memo((content: Content): readonly Role[] =>
  linesOf(content).flatMap((line) => labelledRole(content, line, NEXT_LINE) ?? []),
)

const linesOf = (content: Content): readonly Span[] =>
  content.kind === 'list' ? content.items.map((item) => item.text) : lines(content.prose)

function lines(prose: string): Span[] {
  const found: Span[] = []
  for (let from = 0; from < prose.length; ) {
    const end = prose.indexOf('\n', from)
    const to = end < 0 ? prose.length : end
    found.push(span(from, to))
    from = to + 1
  }
  return found
}

function labelledRole(content: Content, line: Span, label: RegExp): Role | undefined {
  const labelled = label.exec(content.prose.slice(line.from, line.to))
  if (!labelled) return undefined
  const where = span(line.from + labelled[0].length, line.to)
  const people = readPeople(content.prose, where, content.mentions)
  return { role: labelled[2] ? 'scribe' : 'chair', ...where, line, people }
}

function toldRole(content: Content, line: Span): Role | undefined {
  const led = labelledRole(content, line, LED_BY)
  if (led) return led
  const text = content.prose.slice(line.from, line.to)
  const role = TOOK_MINUTES.test(text) ? 'scribe' : WELCOMED.test(text) ? 'chair' : undefined
  const [speaker] = role ? inside(content.mentions, line) : []
  if (!role || speaker?.from !== line.from) return undefined
  return { role, from: speaker.from, to: speaker.to, line, people: [{ ...speaker, entry: speaker }] }
}
