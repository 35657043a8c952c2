import { Command } from 'commander'
import { CLEAN, FINDINGS, listener, onProblem, print } from '../console.ts'
import { listTemplates } from '../templates.ts'
import { type ListFlags, listed } from './listing.ts'

export const templates = new Command('templates')
  .description('list what new minutes can be drafted from, and say what is wrong in the folder’s own templates')
  .argument('[folder]', 'the folder', '.')
  .option('--json', 'as JSON')
  .action(async (folder: string, flags: ListFlags) => {
    const { listing, wrong } = await listTemplates(folder, listener)
    await print(listed(listing, flags))
    for (const message of wrong) onProblem(message)
    process.exitCode = wrong.length === 0 ? CLEAN : FINDINGS
  })
