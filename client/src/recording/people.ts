import { type QuickPickItem, window } from 'vscode'
import {
  type Attending,
  Commands,
  type Roster,
  type RosterParams,
  type RosterPerson,
} from '../../../server/src/protocol/messages.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export interface PersonItem extends QuickPickItem {
  /** A key of the roster, or what was typed. */
  readonly key: string
}

const SAID: Readonly<Record<Attending, string>> = {
  present: t`present`,
  late: t`came late`,
  left: t`left early`,
  regrets: t`sent regrets`,
  absent: t`absent`,
}

export const rosterOf = (server: Server, uri: string): Promise<Roster> => {
  const params: RosterParams = { uri, now: new Date().toISOString() }
  return server.execute<Roster>(Commands.roster, params)
}

/** Somebody as a picker shows them. */
export const itemOf = ({ key, label, name, attending, remark, last }: RosterPerson): PersonItem => ({
  key,
  label,
  description:
    [name, attending && SAID[attending], remark].filter(Boolean).join(' · ') || (last ? t`last on ${last}` : ''),
})

/** Whether somebody is there, or was. */
export const isThere = ({ attending }: RosterPerson): boolean =>
  attending === 'present' || attending === 'late' || attending === 'left'

/**
 * Asks for one person: those who are there first, then all others, then whoever is typed.
 *
 * @param none what stands for nobody, where that is an answer.
 * @returns the key, an empty text for nobody, `undefined` when the user changed their mind.
 */
export function askPerson(roster: Roster, title: string, none?: string): Promise<string | undefined> {
  const sorted = [...roster.people].sort((a, b) => Number(isThere(b)) - Number(isThere(a)))
  const nobody: PersonItem[] = none === undefined ? [] : [{ key: '', label: none }]
  const items = [...nobody, ...sorted.map(itemOf)]
  return new Promise((resolve) => {
    const picker = window.createQuickPick<PersonItem>()
    picker.title = title
    picker.placeholder = t`Choose, or type a handle or name`
    picker.matchOnDescription = true
    picker.items = items
    picker.onDidChangeValue((value) => {
      picker.items = withTyped(items, value)
      // VS Code puts first what begins with these letters, which somebody new always does.
      const typed = value.trim().toLowerCase()
      const known = items.find(({ label, description = '' }) => `${label} ${description}`.toLowerCase().includes(typed))
      if (known) picker.activeItems = [known]
    })
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.key ?? (picker.value.trim() || undefined))
      picker.hide()
    })
    picker.onDidHide(() => {
      resolve(undefined)
      picker.dispose()
    })
    picker.show()
  })
}

/** The items, and behind them somebody new whom the user types. */
export function withTyped(items: readonly PersonItem[], value: string): PersonItem[] {
  const typed = value.trim()
  const isKnown = items.some(({ key, label }) => [key, label.toLowerCase()].includes(typed.toLowerCase()))
  return typed === '' || isKnown
    ? [...items]
    : [...items, { key: typed, label: typed, description: t`new`, alwaysShow: true }]
}
