import { window } from 'vscode'
import {
  Commands,
  type Recorded,
  type StampedAlready,
  type StampMeetingParams,
} from '../../../server/src/protocol/messages.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'
import { minutesAtHand, show } from './editor.ts'

/** Stamps the start or the end. A time that is there already is written over only when the user says so. */
export async function stamp(server: Server, which: 'start' | 'end'): Promise<void> {
  const { editor, uri } = minutesAtHand(server)
  const command = which === 'start' ? Commands.stampStart : Commands.stampEnd
  const params: StampMeetingParams = { uri, now: new Date().toISOString() }
  const recorded = await server.execute<Recorded>(command, params).catch(async (error) => {
    const stamped = stampedIn(error)
    if (stamped === undefined) throw error
    const replace = { label: t`Write the present time instead`, replace: true }
    const keep = { label: t`Leave ${stamped}`, replace: false }
    const chosen = await window.showQuickPick([keep, replace], {
      title:
        which === 'start' ? t`The start is written already: ${stamped}` : t`The end is written already: ${stamped}`,
      placeHolder: t`What is on record is not changed unasked.`,
    })
    if (!chosen?.replace) return undefined
    return server.execute<Recorded>(command, { ...params, now: new Date().toISOString(), replace: true })
  })
  if (recorded) show(editor, recorded, false)
}

function stampedIn(error: unknown): string | undefined {
  const data = (error as { data?: Partial<StampedAlready> } | undefined)?.data
  return typeof data?.stamped === 'string' ? data.stamped : undefined
}
