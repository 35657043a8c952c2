import type { Settings, SettingsProblem } from '../settings/settings.ts'
import { phrase } from '../text/phrase.ts'
import { isOneSlip } from '../text/slip.ts'
import { attendanceConflict } from './attendance-conflict.ts'
import { checkbox } from './checkbox.ts'
import { dateConsistency } from './date-consistency.ts'
import { dateFormat } from './date-format.ts'
import { dateInvalid } from './date-invalid.ts'
import { dateYear } from './date-year.ts'
import { deadlinePast } from './deadline-past.ts'
import { frontMatter } from './front-matter.ts'
import { handleAlias } from './handle-alias.ts'
import { handleCase } from './handle-case.ts'
import { handleMissingAt } from './handle-missing-at.ts'
import { handleSeparator } from './handle-separator.ts'
import { handleUnknown } from './handle-unknown.ts'
import { heading } from './heading.ts'
import { indexPage } from './index-page.ts'
import { invisibleCharacter } from './invisible-character.ts'
import { linkTarget } from './link-target.ts'
import { listStyle } from './list-style.ts'
import { nextMeeting } from './next-meeting.ts'
import { placeholder } from './placeholder.ts'
import { projectDuplicate } from './project-duplicate.ts'
import { projectTitle } from './project-title.ts'
import { repeatedWord } from './repeated-word.ts'
import { roleEmpty } from './role-empty.ts'
import type { Rule } from './rule.ts'
import { sectionEmpty } from './section-empty.ts'
import { sectionMissing } from './section-missing.ts'
import { speakerNotPresent } from './speaker-not-present.ts'
import { spelling } from './spelling.ts'
import { staleCopy } from './stale-copy.ts'
import { strayText } from './stray-text.ts'
import { term } from './term.ts'
import { timeOrder } from './time-order.ts'
import { timeZone } from './time-zone.ts'
import { weekday } from './weekday.ts'
import { whitespace } from './whitespace.ts'

/** Every rule, in the order in which they are listed to people. */
export const RULES: readonly Rule[] = [
  dateConsistency,
  weekday,
  timeZone,
  dateInvalid,
  dateYear,
  dateFormat,
  timeOrder,
  nextMeeting,
  deadlinePast,
  handleUnknown,
  handleAlias,
  handleMissingAt,
  handleCase,
  handleSeparator,
  attendanceConflict,
  roleEmpty,
  projectDuplicate,
  projectTitle,
  linkTarget,
  indexPage,
  frontMatter,
  checkbox,
  heading,
  sectionMissing,
  sectionEmpty,
  strayText,
  placeholder,
  invisibleCharacter,
  whitespace,
  listStyle,
  spelling,
  term,
  repeatedWord,
  staleCopy,
  speakerNotPresent,
]

const byId = new Map(RULES.map((rule) => [rule.id, rule]))

/** The rule of this id. */
export const ruleNamed = (id: string): Rule | undefined => byId.get(id)

/** A problem for each rule that the settings name and nobody knows. */
export const unknownRules = ({ rules }: Settings): readonly SettingsProblem[] =>
  Object.keys(rules)
    .filter((id) => !byId.has(id))
    .map((id) => {
      const meant = [...byId.keys()].find((known) => isOneSlip(id, known))
      const remedy = meant ? phrase`Did you mean "${meant}"?` : phrase`The rules are ${[...byId.keys()].join(', ')}.`
      return { path: ['rules', id], message: phrase`There is no rule "${id}", so its level changes nothing. ${remedy}` }
    })
