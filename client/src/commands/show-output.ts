import type { Server } from '../server.ts'

export const id = 'minutebook.showOutput'

/** Shows what the language server has written about its work. */
export async function run(server: Server): Promise<void> {
  server.output.show()
}
