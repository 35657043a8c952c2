import { Command } from 'commander'
import { visible } from '../../text/visible.ts'
import { listener, print } from '../console.ts'
import { type NewFlags, newMinutes } from '../new.ts'
import { day } from './given.ts'

export const newFrom = new Command('new')
  .description('write the minutes of the next meeting, from the previous ones or a template')
  .argument('[folder]', 'the folder with the minutes', '.')
  .option('--from-previous [file]', 'from these minutes (default: the latest there are)')
  .option('--template <id>', 'from a template instead')
  .option('--date <day>', 'the day of the meeting as YYYY-MM-DD (default: the one called for, or the next)', day)
  .option('--stdout', 'print the minutes, and write no file')
  .option('--json', 'print what was left out, and why, as JSON')
  .addHelpText('after', '\nWhat was left out is told on standard error. A file that is there is never overwritten.')
  .action(async (folder: string, flags: NewFlags) => {
    const { out, notes } = await newMinutes(folder, flags, listener)
    await print(out)
    for (const line of notes) console.error(visible(line))
  })
