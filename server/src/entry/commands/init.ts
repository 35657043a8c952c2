import { Command } from 'commander'
import { listener, print } from '../console.ts'
import { init as writeSettings } from '../init.ts'

export const init = new Command('init')
  .description('write a minutebook.yml from what the minutes of a folder show')
  .argument('[folder]', 'the folder', '.')
  .action(async (folder: string) => print(await writeSettings(folder, listener)))
