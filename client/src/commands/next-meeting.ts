import type { Uri } from 'vscode'
import type { Server } from '../server.ts'
import { showNeighbour } from '../show-neighbour.ts'

export const id = 'minutebook.nextMeeting'

/** Shows the minutes of the meeting after this one, in the same series. */
export const run = (server: Server): Promise<Uri | undefined> => showNeighbour(server, 'next')
