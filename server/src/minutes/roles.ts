import { memo } from '../text/memo.ts'
import { inside, type Span, shift, span } from '../text/span.ts'
import type { Content } from './content.ts'
import type { SectionKind } from './headings.ts'
import { kindAt, type Minutes } from './minutes.ts'
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
const LINE = new RegExp(`^[*_]*(?:meeting )?(?:(${CHAIR})|(${SCRIBE}))[*_]*[ \\t]*:[*_]*`, 'i')
const LED_BY = /^The meeting was (?:led|chaired) by /i
const TOOK_MINUTES = /^@?[\w-]+ (?:took|takes|is taking) (?:the )?(?:minutes|notes)/i
const WELCOMED = /^@?[\w-]+ (?:welcomed|chaired|opened the meeting)/i

// Elsewhere such lines speak of the next meeting, or of other groups.
const PLACES: ReadonlySet<SectionKind | undefined> = new Set(['welcome', 'attendance', 'details', 'start', undefined])

/** Chair and scribe of this meeting, one entry a line. */
export const rolesOf = memo((minutes: Minutes): readonly Role[] => {
  const roles: Role[] = []
  minutes.blocks.forEach(({ from, content }, index) => {
    if (content.kind !== 'list' && content.kind !== 'paragraph') return
    const kind = kindAt(minutes, index)
    if (!PLACES.has(kind) && !(kind === 'topic' && minutes.within[index] === 0) && !isRoleList(content)) return
    for (const { role, line, people, ...where } of rolesIn(content)) {
      const placed = people.map((person) => shiftPerson(person, from))
      roles.push({ role, ...shift(where, from), line: shift(line, from), people: placed })
    }
  })
  return roles
})

/** "- Assign roles / - Facilitator: … / - Scribe: …" may stand anywhere. */
const isRoleList = memo(({ prose }: Content): boolean => /\b(?:assign roles|meeting roles)\b/i.test(prose))

/** The roles that one block gives, with offsets from its start. */
const rolesIn = memo((content: Content): readonly Role[] => {
  const each = content.kind === 'list' ? content.items.map((item) => item.text) : lines(content.prose)
  return each.flatMap((line) => readRole(content, line) ?? [])
})

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

function readRole(content: Content, line: Span): Role | undefined {
  const text = content.prose.slice(line.from, line.to)
  const labelled = LINE.exec(text) ?? LED_BY.exec(text)
  if (labelled) {
    const where = span(line.from + labelled[0].length, line.to)
    const people = readPeople(content.prose, where, content.mentions)
    return { role: labelled[2] ? 'scribe' : 'chair', ...where, line, people }
  }
  const role = TOOK_MINUTES.test(text) ? 'scribe' : WELCOMED.test(text) ? 'chair' : undefined
  const [speaker] = role ? inside(content.mentions, line) : []
  if (!role || speaker?.from !== line.from) return undefined
  return { role, from: speaker.from, to: speaker.to, line, people: [{ ...speaker, entry: speaker }] }
}
