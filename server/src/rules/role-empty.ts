import type { Item } from '../minutes/content.ts'
import { MASK } from '../minutes/mask.ts'
import { blockAt, type Minutes } from '../minutes/minutes.ts'
import { maySayWho, nextRolesOf, type Role, rolesOf } from '../minutes/roles.ts'
import { lineAround } from '../text/lines.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import type { Span } from '../text/span.ts'
import { type Report, type Rule, replace } from './rule.ts'

export const roleEmpty: Rule = {
  id: 'role-empty',
  severity: 'hint',
  summary: '`Meeting chair:` with nobody',
  waits: 'moved',
  reads: (block) => (maySayWho(block) || block.kind === 'next-roles' ? block.content : isLabelled(block.content.prose)),
  document: ({ minutes, day }) => {
    // A text without a day is a template: there it is others who fill it in.
    if (!day) return []
    return [
      ...emptyRoles(minutes).map((role) => report(minutes, role, WHY[role.role])),
      ...emptyAmong(minutes, nextRolesOf(minutes)).map((role) => report(minutes, role, WHY.next)),
    ]
  },
}

const WHY = {
  chair: phrase`Readers cannot tell who led the meeting.`,
  scribe: phrase`Readers cannot tell whom to ask about these minutes.`,
  next: phrase`Nobody knows that it is for them to prepare the next meeting.`,
}

/** The roles of this meeting that nobody fills, each where its label stands. */
export const emptyRoles = (minutes: Minutes): readonly Role[] => emptyAmong(minutes, rolesOf(minutes))

/** More empty ones in one text are lines of a form that nobody uses. */
const MOST = 3

function emptyAmong(minutes: Minutes, roles: readonly Role[]): readonly Role[] {
  const empty = roles.filter((role) => role.people.length === 0 && isBlank(minutes, role))
  return empty.length > MOST ? [] : empty.filter((role) => !isFilledBelow(minutes, role))
}

/** Whether a reader sees nothing behind the label: blanks, emphasis, a comment. */
function isBlank(minutes: Minutes, { from, to }: Role): boolean {
  const block = minutes.blocks[blockAt(minutes, from)]!
  const prose = block.content.prose.slice(from - block.from, to - block.from)
  if (/[^\s*_\uFFFC]/.test(prose)) return false
  return !prose.includes(MASK) || minutes.text.startsWith('<!--', from + prose.indexOf(MASK))
}

/** Whether the name may stand where some groups put it: in the next line, item or list. */
function isFilledBelow(minutes: Minutes, { from, to, line }: Role): boolean {
  const { blocks } = minutes
  const at = blockAt(minutes, from)
  const { content, from: base } = blocks[at]!
  const next = blocks[at + 1]?.content
  const label = content.prose.slice(line.from - base, from - base)
  // "Minutes:" and "Lead:" may announce the minutes themselves, or the lead of a matter.
  const vague = /^[*_]*(?:minutes|lead|recorder)\b/i.test(label)
  if (content.kind === 'list') {
    const { items } = content
    const index = items.findIndex((item) => item.text.from === line.from - base)
    const below = items[index + 1]
    if (vague && !items.some((item, other) => other !== index && isLabelled(wordsOf(content.prose, item)))) return true
    if (below) return below.depth > items[index]!.depth || !isLabelled(wordsOf(content.prose, below))
    return next?.kind === 'list'
  }
  const rest = content.prose.slice(to - base).trim()
  if (rest !== '') return !isLabelled(rest)
  return vague || (next !== undefined && next.kind !== 'heading' && !isLabelled(next.prose))
}

const wordsOf = (prose: string, { text }: Item): string => prose.slice(text.from, text.to)

/** Whether the next thing is said: then what was to stand before it is missing. */
const isLabelled = (words: string): boolean => /^[*_]*[^\n:@]{1,60}:/.test(words)

/** What stands behind the label of a role that nobody fills: blanks, or the sign for what is open. */
export function blankOf({ text }: Minutes, { line, from }: Role): Span {
  const end = line.from + text.slice(line.from, from).trimEnd().length
  const rest = lineAround(text, end).to
  return { from: end, to: /^\s*…?\s*$/.test(text.slice(end, rest)) ? rest : end }
}

function report(minutes: Minutes, role: Role, why: Phrase): Report {
  const { line } = role
  const blank = blankOf(minutes, role)
  const end = blank.from
  const label = minutes.text.slice(line.from, end).replace(/[*_]/g, '')
  return {
    from: line.from,
    to: end,
    message: {
      wrong: phrase`Nobody stands behind "${label}".`,
      why,
      remedy: phrase`Say who it is; "TBD" says that it is open.`,
    },
    fixes: [replace(phrase`Write "TBD"`, blank, ' TBD')],
  }
}
