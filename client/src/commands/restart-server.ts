import { window } from 'vscode'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.restartServer'

/** Stops the language server, in whatever state it is, and starts it afresh. */
export async function run(server: Server): Promise<void> {
  if (await server.restart()) window.setStatusBarMessage(`$(check) ${t`Minutebook: language server restarted`}`, 5000)
}
