import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { describe, expect, inject, test } from 'vitest'
import { RULES } from '../../server/src/rules/index.ts'
import { DEFAULTS } from '../../server/src/settings/settings.ts'
import { LEVELS, TABLE } from '../../server/src/settings/table.ts'
import { COMMANDS } from './commands.ts'
import { manifestIn, type Strings, stringsFile, stringsWritten } from './manifest.ts'
import { notices } from './notices.ts'
import { between, check, table } from './written.ts'

const sentence = (words: string) => `${words[0]!.toUpperCase()}${words.slice(1)}.`

/** The JSON schema of each setting, and the table of rules in the one of rules. */
function settingSchemas(): Record<string, JsonSchema> {
  const { properties } = toJsonSchema(TABLE, { errorMode: 'ignore', typeMode: 'input' }) as JsonSchema
  const { description } = properties!.rules!
  const rules = Object.fromEntries(
    RULES.map(({ id, severity, summary }) => [
      id,
      { type: 'string', enum: LEVELS, default: severity, description: `${sentence(summary)} Default: ${severity}.` },
    ]),
  )
  return {
    ...properties,
    rules: { type: 'object', description: description!, properties: rules, additionalProperties: false },
  }
}

interface JsonSchema {
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly [key: string]: unknown
}

interface Contributes {
  readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[]
  readonly keybindings: readonly { readonly command: string; readonly key: string }[]
  readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when?: string }[] }
}

/** The same for the editor, which shows Markdown, and finds fault with a pattern where nobody has written anything yet. */
function editorSetting(key: string, { description, pattern, ...schema }: JsonSchema, order: number): JsonSchema {
  const properties = schema.properties && {
    properties: Object.fromEntries(
      Object.entries(schema.properties).map(([name, { description, ...property }]) => [
        name,
        { ...property, ...(description && { markdownDescription: description }) },
      ]),
    ),
  }
  return {
    order,
    scope: 'resource',
    ...schema,
    ...properties,
    ...(key in EDITOR_DEFAULTS && { default: EDITOR_DEFAULTS[key] }),
    markdownDescription: description!,
  }
}

/** A setting with keys in place of its descriptions, as the manifest has it, and the descriptions by these keys. */
function translatable(setting: JsonSchema, key: string): { setting: JsonSchema; strings: Strings } {
  const strings: Record<string, string> = {}
  const keyed = (schema: JsonSchema, key: string): JsonSchema =>
    mapped(schema, (value, name) => {
      if (name === 'properties')
        return mapped(value as JsonSchema, (each, name) => keyed(each as JsonSchema, `${key}.${name}`))
      if (/^(?:markdownD|d)escription$/.test(name)) {
        strings[key] = value as string
        return `%${key}%`
      }
      return typeof value === 'object' && !Array.isArray(value) ? keyed(value as JsonSchema, key) : value
    })
  return { setting: keyed(setting, key), strings }
}

const mapped = (of: JsonSchema, map: (value: unknown, name: string) => unknown): JsonSchema =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, map(value, name)]))

const EDITOR_DEFAULTS: Readonly<Record<string, unknown>> = {
  files: DEFAULTS.files,
  codeLens: DEFAULTS.codeLens,
  clock: DEFAULTS.clock,
  inlayHints: DEFAULTS.inlayHints,
  rules: {},
}

describe('nothing is kept true by hand', () => {
  const settings = Object.entries(settingSchemas()).map(([key, schema], index) => ({
    id: `minutebook.${key}`,
    ...translatable(editorSetting(key, schema, index + 1), `settings.${key}`),
  }))

  test('the settings that the manifest contributes', () => {
    check('package.json', (text) => {
      const manifest = JSON.parse(text)
      const { configuration } = manifest.contributes
      const trace = configuration.properties['minutebook.trace.server']
      configuration.properties = {
        ...Object.fromEntries(settings.map(({ id, setting }) => [id, setting])),
        'minutebook.trace.server': { ...trace, order: settings.length + 1 },
      }
      return `${JSON.stringify(manifest, null, 2)}\n`
    })
  })

  test('and none of them is wrong where nobody has made it', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'))
    const properties = Object.entries<JsonSchema>(contributes.configuration.properties)
    const refused = properties.filter(([, { pattern = '' }]) => !new RegExp(String(pattern)).test(''))
    expect(refused.map(([id]) => id)).toEqual([])
  })

  test('what it says in English: that of the settings, and nothing that it does not show', () => {
    check(stringsFile(), (text) => {
      const strings: Strings = Object.assign(JSON.parse(text), ...settings.map(({ strings }) => strings))
      return stringsWritten(strings)
    })
  })

  test('the schema of minutebook.yml', () => {
    check('schemas/minutebook.schema.json', () => {
      const schema = {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'minutebook.yml',
        description:
          'What Minutebook should know of a group that keeps its minutes in this folder. Every key is optional.',
        type: 'object',
        properties: settingSchemas(),
        additionalProperties: false,
      }
      return `${JSON.stringify(schema, null, 2)}\n`
    })
  })

  test('the settings that README.md lists', () => {
    check('README.md', (text) => {
      const rows = Object.entries(settingSchemas()).map(([key, { description }]) => [`\`${key}\``, description!])
      return between(text, 'settings', table(['key', 'what it says'], rows))
    })
  })

  test('the rules that README.md lists', () => {
    check('README.md', (text) => {
      const page = (id: string) => `server/src/rules/${id}.md`
      const rows = RULES.map(({ id, severity, summary, waits }) => {
        const name = existsSync(page(id)) ? `[\`${id}\`](${page(id)})` : `\`${id}\``
        return [name, `${severity}${waits ? ', waits' : ''}`, summary]
      })
      return between(text, 'rules', table(['rule', 'level', 'what it finds'], rows))
    })
  })

  test('the commands that README.md lists', () => {
    const { contributes } = manifestIn() as { contributes: Contributes }
    const { keybindings, menus } = contributes
    // Those that code lenses run are in no list.
    const hidden = menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command)
    const commands = contributes.commands.filter(({ command }) => !hidden.includes(command))
    expect(Object.keys(COMMANDS)).toEqual(commands.map(({ command }) => command))
    const rows = commands.map(({ command, category, title }) => {
      const key = keybindings.find((each) => each.command === command)?.key
      return [`${category}: ${title}`, key ? `<kbd>${key}</kbd>` : '', COMMANDS[command]!]
    })
    check('README.md', (text) => between(text, 'commands', table(['command', 'key', 'what it does'], rows)))
  })

  test('the version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    expect([lock.version, lock.packages[''].version]).toEqual([version, version])
    expect(readFileSync('CHANGELOG.md', 'utf8')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm'))
  })

  test('the notices of what ships', () => {
    check('THIRD-PARTY.md', () => notices(JSON.parse(readFileSync(join(inject('bundle'), 'inputs.json'), 'utf8'))))
  })

  test('server/README.md says of every dependency why it is there', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const text = readFileSync('server/README.md', 'utf8')
    const unnamed = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !text.includes(`\`${name}\``))
    expect(unnamed).toEqual([])
  })
})

describe('what we publish', () => {
  test('names no place on a machine of ours', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(existsSync)
    const place = /(?<![\w.:/-])\/(?:home|root|Users|work|tmp)\/\w|[A-Z]:\\Users\\/
    const found = tracked.filter((path) => path !== OWN && place.test(readFileSync(path, 'utf8')))
    expect(found).toEqual([])
  })

  test('binds nobody to a registry', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"')
  })
})

const OWN = 'test/structure/truth.test.ts'
