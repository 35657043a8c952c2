import { describe, expect, test } from 'vitest'
import { Commands } from '../../server/src/protocol/messages.ts'
import { EDITOR_COMMANDS } from './editor-commands.ts'
import { aliasOf, commandShapes, type Field, fieldsOf, namesIn } from './message-shapes.ts'
import { between, check, table } from './written.ts'

const PAGE = 'docs/editors/commands.md'

/** What `show` fills in. */
const FILLED = ['uri', 'folder', 'now']

const shapes = commandShapes()
const all = (Object.keys(Commands) as (keyof typeof Commands)[]).map((name) => ({
  id: Commands[name],
  does: EDITOR_COMMANDS[name],
  ...shapes.get(Commands[name])!,
}))

const escaped = (text: string) => text.replaceAll('|', '\\|')
const shown = ({ name, type, optional, means }: Field) => [
  `\`${name}\``,
  `\`${escaped(aliasOf(type) ?? type)}\``,
  optional || FILLED.includes(name) ? 'may be missing' : '',
  escaped(means),
]
const fieldTable = (fields: readonly Field[]) => table(['name', 'type', '', 'what it says'], fields.map(shown))

describe('the page of commands for other editors', () => {
  test('says of every command what it does, takes and answers', () => {
    const sections = all.flatMap(({ id, does, takes, answers }) => [
      `### \`${id}\``,
      '',
      `${does} Answers ${answers}.`,
      '',
      fieldTable(fieldsOf(takes)!.filter(({ name }) => name !== 'show')),
      '',
    ])
    check(PAGE, (text) => between(text, 'commands', sections.join('\n')))
  })

  test('says what the types in it are', () => {
    const types = all.flatMap(({ takes }) => fieldsOf(takes)!.flatMap(({ type }) => namesIn(type)))
    const named = [...new Set(types)].filter((name) => fieldsOf(name)).sort()
    const sections = named.flatMap((name) => [`### \`${name}\``, '', fieldTable(fieldsOf(name)!), ''])
    check(PAGE, (text) => between(text, 'types', sections.join('\n')))
  })

  test('knows every command', () => {
    expect([...shapes.keys()].sort()).toEqual(Object.values(Commands).sort())
    expect(all.filter(({ takes }) => !fieldsOf(takes)?.length).map(({ id }) => id)).toEqual([])
  })
})
