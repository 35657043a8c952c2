import { Command, Option } from 'commander'
import { CannotRun } from '../cannot-run.ts'
import { runServer } from '../run-server.ts'

/** What language clients add by themselves, where they are not told how the server is spoken to. */
const OTHER_TRANSPORTS = ['--node-ipc', '--pipe [name]', '--socket [port]']

export const lsp = new Command('lsp')
  .description('run the language server, for editors')
  .option('--stdio', 'speak over standard input and output (the default)')
  // The server watches the editor by it, and ends when the editor is gone.
  .addOption(new Option('--clientProcessId <number>').hideHelp())
  .action((flags: Readonly<Record<string, unknown>>) => {
    if (flags.nodeIpc || flags.pipe || flags.socket)
      throw new CannotRun(
        'The language server speaks over standard input and output alone. Start it with "lsp --stdio".',
      )
    runServer()
  })
for (const flags of OTHER_TRANSPORTS) lsp.addOption(new Option(flags).hideHelp())
