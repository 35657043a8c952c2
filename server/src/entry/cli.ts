import { Command } from 'commander'
import { version } from '../../../package.json'
import { CannotRun } from './cannot-run.ts'
import { actions } from './commands/actions.ts'
import { attendance } from './commands/attendance.ts'
import { calendar } from './commands/calendar.ts'
import { check } from './commands/check.ts'
import { decisions } from './commands/decisions.ts'
import { finish } from './commands/finish.ts'
import { init } from './commands/init.ts'
import { lsp } from './commands/lsp.ts'
import { meetings } from './commands/meetings.ts'
import { newFrom } from './commands/new.ts'
import { people } from './commands/people.ts'
import { explain, rules } from './commands/rules.ts'
import { summary } from './commands/summary.ts'
import { templates } from './commands/templates.ts'
import { CLEAN, FAILED, onProblem } from './console.ts'
import { Unwritten } from './write.ts'

/** The commands, in the order of the help. */
const COMMANDS = [
  check,
  actions,
  people,
  decisions,
  meetings,
  calendar,
  summary,
  templates,
  attendance,
  rules,
  explain,
  newFrom,
  init,
  finish,
  lsp,
]

const program = new Command('minutebook')
  .description('Checks a group’s meeting minutes, and says what they remember.')
  .version(version)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? CLEAN : FAILED))
for (const command of COMMANDS) program.addCommand(command.copyInheritedSettings(program))

// A reader such as `head` may have read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? CLEAN : FAILED))

program.parseAsync().catch((error: Error) => {
  const expected = error instanceof CannotRun || error instanceof Unwritten
  if (expected) onProblem(error.message)
  else console.error(`minutebook: ${error.stack ?? error.message}`)
  process.exitCode = FAILED
})
