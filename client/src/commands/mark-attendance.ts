import { type QuickInputButton, QuickPickItemKind, ThemeIcon, window } from 'vscode'
import {
  Commands,
  type MarkAttendanceParams,
  type MarkedPerson,
  type Recorded,
  type Roster,
} from '../../../server/src/protocol/messages.ts'
import { askLine } from '../recording/ask.ts'
import { minutesAtHand, show } from '../recording/editor.ts'
import { isThere, itemOf, type PersonItem, rosterOf, withTyped } from '../recording/people.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.markAttendance'

/**
 * Asks who is there, then who sent regrets, the regulars who are missing first, and writes both at once. What stands last
 * in either list leads to a further question: who is there in part, or away without a word.
 *
 * @param people whom to mark, else the user is asked
 */
export async function run(server: Server, ...[people]: unknown[]): Promise<void> {
  const { editor, uri } = minutesAtHand(server)
  const marks = Array.isArray(people) ? (people as MarkedPerson[]) : await ask(await rosterOf(server, uri))
  if (marks === undefined) return
  const params: MarkAttendanceParams = { uri, people: marks }
  show(editor, await server.execute<Recorded>(Commands.markAttendance, params), false)
}

const PARTLY: PersonItem = {
  key: '',
  label: `$(clock) ${t`Came late or left early…`}`,
  description: t`asks for whom next`,
  alwaysShow: true,
}

const ABSENT: PersonItem = {
  key: '',
  label: `$(circle-slash) ${t`Absent without regrets…`}`,
  description: t`asks for whom next`,
  alwaysShow: true,
}

async function ask(roster: Roster): Promise<MarkedPerson[] | undefined> {
  const { people } = roster
  const there = await pickMany({
    title: t`Who Is Here? (1 of 2)`,
    placeholder: t`↓ and Space to choose, Enter to go on; or type somebody`,
    items: people.map(itemOf),
    chosen: new Set(people.filter(isThere).map(({ key }) => key)),
    last: PARTLY,
  })
  if (!there) return undefined
  const present = new Set(there.filter((key) => key !== PARTLY.key))
  const partly = there.includes(PARTLY.key) ? await askPartly(roster, present) : []
  if (!partly) return undefined
  const away = people.filter(({ key }) => !present.has(key))
  const missing = away.filter(({ regular, attending }) => regular || attending)
  const others = away.filter((person) => !missing.includes(person))
  const regrets = await pickMany({
    title: t`Who Sent Regrets? (2 of 2)`,
    placeholder: t`The regulars who are missing come first; Enter without any for nobody`,
    items: [...missing, ...others].map(itemOf),
    chosen: new Set(away.filter(({ attending }) => attending === 'regrets').map(({ key }) => key)),
    last: ABSENT,
  })
  if (!regrets) return undefined
  const excused = new Set(regrets)
  const absent = excused.delete(ABSENT.key)
    ? await pickMany({
        title: t`Who Is Absent without Regrets?`,
        placeholder: t`Enter without any for nobody`,
        items: [...missing, ...others].filter(({ key }) => !excused.has(key)).map(itemOf),
        chosen: new Set(away.filter(({ attending }) => attending === 'absent').map(({ key }) => key)),
      })
    : away.filter(({ key, attending }) => attending === 'absent' && !excused.has(key)).map(({ key }) => key)
  if (!absent) return undefined
  return [
    ...[...present].flatMap((key): MarkedPerson[] => {
      const before = people.find((person) => person.key === key)
      // Who is there already stays as they are.
      if (partly.some((mark) => mark.key === key) || (before && isThere(before))) return []
      return [{ key, attending: 'present' }]
    }),
    ...partly,
    ...[...excused].map((key): MarkedPerson => ({ key, attending: 'regrets' })),
    ...absent.map((key): MarkedPerson => ({ key, attending: 'absent' })),
    // Whoever was in a list, and is in none now.
    ...away.flatMap(({ key, attending }): MarkedPerson[] =>
      attending && !excused.has(key) && !absent.includes(key) ? [{ key, attending: 'none' }] : [],
    ),
  ]
}

/** Asks who came late, and who left early, and what is remarked of each. */
async function askPartly(roster: Roster, present: ReadonlySet<string>): Promise<MarkedPerson[] | undefined> {
  const marks: MarkedPerson[] = []
  const known = new Map(roster.people.map((person) => [person.key, person]))
  for (const attending of ['late', 'left'] as const) {
    const items = [...present].map((key) => {
      const person = known.get(key)
      return person ? itemOf(person) : { key, label: key }
    })
    const title = attending === 'late' ? t`Who Came Late?` : t`Who Left Early?`
    const chosen = await pickMany({
      title,
      placeholder: t`Enter without any for nobody`,
      items,
      chosen: new Set([...known.values()].filter((person) => person.attending === attending).map(({ key }) => key)),
    })
    if (!chosen) return undefined
    for (const key of chosen) {
      const before = known.get(key)
      const proposal = before?.attending === attending && before.remark ? before.remark : roster[attending]
      const remark = await askLine(
        `${title.slice(0, -1)}: ${before?.label ?? key}`,
        t`What is remarked behind the name`,
        proposal,
      )
      if (remark === undefined) return undefined
      marks.push({ key, attending, remark })
    }
    const stopped = [...known.values()].filter((person) => person.attending === attending && present.has(person.key))
    for (const { key } of stopped) if (!chosen.includes(key)) marks.push({ key, attending: 'present' })
  }
  return marks
}

interface Many {
  title: string
  placeholder: string
  items: readonly PersonItem[]
  chosen: ReadonlySet<string>
  /** One more, below a line. */
  last?: PersonItem
}

const chooseNobody: QuickInputButton = { iconPath: new ThemeIcon('clear-all'), tooltip: t`Choose nobody` }

/** Lets the user choose many, and type others. @returns their keys */
function pickMany({ title, placeholder, items, chosen, last }: Many): Promise<string[] | undefined> {
  return new Promise((resolve) => {
    const picker = window.createQuickPick<PersonItem>()
    const typed: PersonItem[] = []
    const line = { key: '', label: '', kind: QuickPickItemKind.Separator }
    const all = () => [...typed, ...items, ...(last ? [line, last] : [])]
    picker.title = title
    picker.placeholder = placeholder
    picker.canSelectMany = true
    picker.matchOnDescription = true
    picker.buttons = [chooseNobody]
    picker.items = all()
    picker.selectedItems = items.filter(({ key }) => chosen.has(key))
    picker.onDidTriggerButton(() => {
      picker.selectedItems = []
    })
    picker.onDidChangeValue((value) => {
      const selected = picker.selectedItems
      // Whoever is typed and chosen stays when something else is typed.
      for (const item of selected) if (!typed.includes(item) && !items.includes(item) && item !== last) typed.push(item)
      const offered = withTyped(all(), value)
      if (offered.length === picker.items.length) return
      picker.items = offered
      picker.selectedItems = selected
    })
    picker.onDidAccept(() => {
      resolve(picker.selectedItems.map(({ key }) => key))
      picker.hide()
    })
    picker.onDidHide(() => {
      resolve(undefined)
      picker.dispose()
    })
    picker.show()
  })
}
