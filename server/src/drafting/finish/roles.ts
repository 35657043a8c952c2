import { recentMinutes } from '../../book/recent.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { type Role, rolesOf } from '../../minutes/roles.ts'
import { blankOf, emptyRoles } from '../../rules/role-empty.ts'
import type { Message } from '../../rules/rule.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import type { Span } from '../../text/span.ts'
import { isProblem } from '../problem.ts'
import { peopleAnswered, peoplePresent } from './people.ts'
import type { Finishing, Step } from './step.ts'
import { isUsual } from './usual.ts'

const WORDS = {
  chair: {
    title: phrase`Say who chaired the meeting`,
    prompt: phrase`Who chaired the meeting?`,
    message: {
      wrong: phrase`These minutes do not say who chaired the meeting.`,
      why: phrase`Readers cannot tell who led it.`,
      remedy: phrase`Name the chair.`,
    },
  },
  scribe: {
    title: phrase`Say who took the minutes`,
    prompt: phrase`Who took the minutes?`,
    message: {
      wrong: phrase`These minutes do not say who wrote them.`,
      why: phrase`Readers cannot tell whom to ask about them.`,
      remedy: phrase`Name the scribe.`,
    },
  },
} as const satisfies Record<Role['role'], { title: Phrase; prompt: Phrase; message: Message }>

/** That nobody stands behind the label of a role, or that the role is not spoken of although the group does. */
export function roleStep({ subject }: Finishing, role: Role['role']): Step[] {
  const { minutes, book, path } = subject
  const named = rolesOf(minutes).filter((each) => each.role === role)
  const empty = emptyRoles(minutes).find((each) => each.role === role) ?? named.find((each) => isOpen(minutes, each))
  const recent = recentMinutes({ book, path })
  // Of names alone the book does not know who chaired.
  const wanted =
    isUsual(recent, ({ people }) => Object.values(people).some((person) => person.role === role)) ||
    (empty !== undefined && isUsual(recent, ({ byName, byHandle }) => byName > byHandle))
  if (!wanted || (named.length > 0 && !empty)) return []
  const { title, prompt, message } = WORDS[role]
  const step = { id: role, title, message, where: 'minutes' as const }
  if (!empty) return [{ ...step, ...placeForRoles(subject.minutes), asks: [] }]
  const choices = peoplePresent(book, minutes)
  return [
    {
      ...step,
      from: empty.line.from,
      to: blankOf(minutes, empty).from,
      asks: [{ id: 'people', kind: 'people', prompt, choices }],
      edits: (answers) => {
        const people = peopleAnswered(book, answers, 'people')
        if (isProblem(people)) return people
        return [{ ...blankOf(minutes, empty), insert: ` ${people.join(', ')}` }]
      },
    },
  ]
}

/** Whether new minutes still have a blank in the place of the name. */
const isOpen = ({ text }: Minutes, { people, from, to }: Role): boolean =>
  people.length === 0 && text.slice(from, to).trim() === '…'

/** The heading below which the group says who did what, else the first line of the text. */
function placeForRoles({ sections, blocks, body }: Minutes): Span {
  const section = sections.find(({ kind }) => kind === 'welcome') ?? sections.find(({ kind }) => kind === 'attendance')
  const from = blocks[0]?.from ?? body
  return section?.label ?? { from, to: from }
}
