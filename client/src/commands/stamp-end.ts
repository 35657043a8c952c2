import { stamp } from '../recording/stamp.ts'
import type { Server } from '../server.ts'

export const id = 'minutebook.stampEnd'

/** Writes the present time as that of the end, where and as the group writes it. */
export const run = (server: Server): Promise<void> => stamp(server, 'end')
