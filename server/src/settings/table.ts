import * as v from 'valibot'
import { canonical } from '../minutes/mentions.ts'
import { isZone } from '../minutes/zones.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import { isGlob } from './globs.ts'

/** How loud a finding is, in the order from silent to loud. */
export const LEVELS = ['off', 'hint', 'information', 'warning', 'error'] as const
export type Level = (typeof LEVELS)[number]
export type Severity = Exclude<Level, 'off'>

/** The most entries that a list of the settings may have. */
const MOST = 2000

/** Valibot's messages are texts: a phrase as one of them. */
const told = (phrase: Phrase): string => JSON.stringify(phrase)

/** The phrase that a message of the table stands for. */
export const phraseIn = (message: string): Phrase => JSON.parse(message)

/** @param must says what a value must be */
const line = (must: Phrase) =>
  v.pipe(v.string(told(must)), v.regex(/\S/, told(must)), v.maxLength(500, told(phrase`is too long.`)))
const listOf = <T extends v.GenericSchema>(item: T, must: Phrase) =>
  v.pipe(v.array(item, told(must)), v.maxLength(MOST, told(phrase`has more than ${MOST} entries.`)))
const yesOrNo = () => v.boolean(told(phrase`must be true or false.`))

const handle = v.pipe(
  v.string(told(phrase`must be a handle, such as "ada".`)),
  v.regex(
    /^@?[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/,
    told(phrase`must be a handle: letters, digits and hyphens, with or without "@".`),
  ),
)

/** A file or folder below the workspace folder: nothing in its settings may lead out of it. */
const path = (must: Phrase, inside: Phrase) =>
  v.pipe(
    line(must),
    v.check((value) => !/^[/\\~]|^[A-Za-z][\w+.-]*:|\\|(?:^|\/)\.\.(?:\/|$)/.test(value), told(inside)),
  )

const person = v.strictObject(
  {
    name: v.optional(v.pipe(line(phrase`must be the name of a person.`), v.description('The person’s name.'))),
    aliases: v.optional(
      v.pipe(
        listOf(handle, phrase`must be a list of handles.`),
        v.description('Other handles and nicknames of the same person.'),
      ),
    ),
  },
  told(phrase`must say who that is, such as "{ name: Ada Bloom, aliases: [abloom] }".`),
)

const handles = v.pipe(
  v.record(handle, person, told(phrase`must name people, such as "ada: { name: Ada Bloom }".`)),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    for (const { handle, index, message } of handleProblems(dataset.value)) {
      const own = dataset.value[handle]!
      const person = { type: 'object', origin: 'value', input: dataset.value, key: handle, value: own } as const
      if (index === undefined) addIssue({ message: told(message), path: [person] })
      else {
        const aliases = { type: 'object', origin: 'value', input: own, key: 'aliases', value: own.aliases } as const
        const alias = own.aliases![index]
        const entry = { type: 'array', origin: 'value', input: own.aliases!, key: index, value: alias } as const
        addIssue({ message: told(message), path: [person, aliases, entry] })
      }
    }
  }),
)

const project = v.strictObject(
  {
    title: v.pipe(line(phrase`must be a title.`), v.description('What the project is called now.')),
    url: v.pipe(line(phrase`must be an address.`), v.description('Where it lives.')),
    earlier: v.optional(
      v.pipe(
        listOf(line(phrase`must be a title.`), phrase`must be a list of titles.`),
        v.description('What it was called before.'),
      ),
    ),
  },
  told(phrase`must be a project, such as "{ title: Cellar, url: https://example.org/cellar }".`),
)

/**
 * Every setting, its description, and what a value must be: the one table that the reading of settings, the manifest
 * and the JSON schema are made from. A message continues "people.from …".
 */
export const TABLE = v.strictObject(
  {
    files: v.optional(
      v.pipe(
        listOf(
          v.pipe(
            v.string(told(phrase`must be a glob, such as "meetings/**/*.md".`)),
            v.check(
              (value) => !/^\/|(?:^|\/)\.\.(?:\/|$)/.test(value),
              told(phrase`names no file of the folder, where globs begin. Write one such as "meetings/**/*.md".`),
            ),
            v.check(
              (value) => !value.startsWith('!'),
              told(phrase`cannot leave files out. Write globs that name the minutes alone.`),
            ),
            v.check(isGlob, told(phrase`is no glob that can be used: it is empty, too long, or has too many stars.`)),
          ),
          phrase`must be a list of globs, such as ["meetings/**/*.md"].`,
        ),
        v.description('Which Markdown files are minutes: globs, relative to the folder.'),
      ),
    ),
    index: v.optional(
      v.pipe(
        path(
          phrase`must be the path of a Markdown file, from the folder.`,
          phrase`must be the path of a Markdown file inside the folder, with "/" between the names.`,
        ),
        v.description(
          'The page that lists the minutes, such as `meetings/README.md`. Without it, the page with the most links to minutes.',
        ),
      ),
    ),
    people: v.optional(
      v.pipe(
        v.strictObject(
          {
            from: v.optional(
              v.pipe(
                path(
                  phrase`must be the path of a YAML file, from the folder.`,
                  phrase`must be the path of a YAML file inside the folder, with "/" between the names.`,
                ),
                v.description(
                  'The group’s own list of people: a YAML file of handles, each with a `name`. Without it, `_data/authors.yml`, if there is one.',
                ),
              ),
            ),
            handles: v.optional(v.pipe(handles, v.description('People by their handles, with name and aliases.'))),
            pseudo: v.optional(
              v.pipe(
                listOf(handle, phrase`must be a list of handles.`),
                v.description('Handles that stand for nobody in particular, such as `all`.'),
              ),
            ),
          },
          told(phrase`must say who is who, by "handles", "from" or "pseudo" below it.`),
        ),
        v.description('Who is who, where the minutes cannot tell.'),
      ),
    ),
    projects: v.optional(
      v.pipe(
        listOf(project, phrase`must be a list of projects, each with a title and a url.`),
        v.description('Projects with their titles, present and earlier, and addresses.'),
      ),
    ),
    zones: v.optional(
      v.pipe(
        listOf(
          v.pipe(
            v.string(told(phrase`must be a time zone, such as "Europe/Amsterdam".`)),
            v.check(
              (id) => id.length < 100 && (id === 'UTC' || (id.includes('/') && isZone(id))),
              told(phrase`is no time zone that IANA knows. Write one such as "Europe/Amsterdam".`),
            ),
          ),
          phrase`must be a list of time zones.`,
        ),
        v.description('The time zones in which the next meeting is stated beside UTC, by their IANA names.'),
      ),
    ),
    inlayHints: v.optional(
      v.pipe(
        yesOrNo(),
        v.description(
          'Whether the editor shows weekdays and local times where the lines of meetings and events have none.',
        ),
      ),
    ),
    sections: v.optional(
      v.pipe(
        v.strictObject(
          {
            required: v.optional(
              v.pipe(
                listOf(line(phrase`must be the words of a heading.`), phrase`must be a list of headings.`),
                v.description('Headings that all minutes must have, for the rule `section-missing`.'),
              ),
            ),
          },
          told(phrase`must say what sections there are, by "required" below it.`),
        ),
        v.description('The sections of minutes.'),
      ),
    ),
    terms: v.optional(
      v.pipe(
        listOf(line(phrase`must be a word as it is to be written.`), phrase`must be a list of words.`),
        v.description('Words with the spelling that the group wants, such as `GitHub`, for the rule `term`.'),
      ),
    ),
    codeLens: v.optional(
      v.pipe(
        yesOrNo(),
        v.description(
          'Whether the editor says above the lines how many are present, and how long an action item has been open.',
        ),
      ),
    ),
    clock: v.optional(
      v.pipe(
        yesOrNo(),
        v.description('Whether the editor shows how long a meeting has lasted, from its start until its end.'),
      ),
    ),
    templates: v.optional(
      v.pipe(
        path(
          phrase`must be the path of a folder, from the folder.`,
          phrase`must be the path of a folder inside the folder, with "/" between the names.`,
        ),
        v.description('The folder with the group’s own templates.'),
      ),
    ),
    carryOver: v.optional(
      v.pipe(
        v.strictObject(
          {
            done: v.optional(
              v.pipe(
                yesOrNo(),
                v.description('Whether items that are checked off are carried over too, with the notes below them.'),
              ),
            ),
            notes: v.optional(
              v.pipe(
                v.picklist(['auto', 'all', 'none'], told(phrase`must be auto, all or none.`)),
                v.description(
                  'Which notes without a checkbox are carried over, beside those of open items: `all`, `none`, or by `auto` all where the group uses checkboxes and none where it does not.',
                ),
              ),
            ),
            headings: v.optional(
              v.pipe(
                v.picklist(['standing', 'all'], told(phrase`must be standing or all.`)),
                v.description(
                  'Which headings stay when nothing is left below them: those that stood in earlier minutes too (`standing`), or `all`.',
                ),
              ),
            ),
          },
          told(phrase`must say what new minutes take over, by "done", "notes" or "headings" below it.`),
        ),
        v.description('What new minutes take over from the previous ones.'),
      ),
    ),
    rules: v.optional(
      v.pipe(
        v.record(
          v.string(),
          v.picklist(LEVELS, told(phrase`must be a level: ${LEVELS.join(', ')}.`)),
          told(phrase`must name rules, each with its level, such as "weekday: warning".`),
        ),
        v.description('The level of single rules: `off`, `hint`, `information`, `warning` or `error`.'),
      ),
    ),
  },
  told(phrase`must be keys with values, such as "zones: [Europe/Amsterdam]".`),
)

export type Table = v.InferOutput<typeof TABLE>

type Handles = Readonly<
  Record<string, { readonly name?: string | undefined; readonly aliases?: readonly string[] | undefined }>
>

interface HandleProblem {
  readonly handle: string
  /** Which of the aliases is meant; `undefined` for the person. */
  readonly index?: number
  readonly message: Phrase
}

/** Names of which nobody could tell who is meant. */
function handleProblems(people: Handles): HandleProblem[] {
  const problems: HandleProblem[] = []
  const listed = new Map<string, string>()
  for (const handle of Object.keys(people)) {
    const before = listed.get(plain(handle))
    if (before === undefined) listed.set(plain(handle), handle)
    else problems.push({ handle, message: phrase`is the same handle as "${before}". Make one person of the two.` })
  }
  const owners = new Map<string, string>()
  for (const [handle, { name, aliases = [] }] of Object.entries(people)) {
    for (const [index, alias] of aliases.entries()) {
      const key = plain(alias)
      const other = owners.get(key)
      const someone = people[listed.get(key) ?? '']?.name
      if (key === plain(handle)) {
        problems.push({ handle, index, message: phrase`is the person’s own handle and no alias. Remove it.` })
      } else if (someone !== undefined && someone !== name) {
        const message = phrase`is also listed as ${someone}, so nobody could tell who is meant by "${alias}". Remove the alias, or that person.`
        problems.push({ handle, index, message })
      } else if (leadsTo(plain(handle), key, owners)) {
        const message = phrase`leads back to itself: "${handle}" is in the end an alias of "${alias}". Say which of the two the person goes by.`
        problems.push({ handle, index, message })
      } else if (other !== undefined && plain(other) !== plain(handle)) {
        const message = phrase`is an alias of "${other}" already, so nobody could tell who is meant. Leave it with one of the two.`
        problems.push({ handle, index, message })
      } else owners.set(key, handle)
    }
  }
  return problems
}

/** Whether a handle is, in the end, an alias of `goal`. */
function leadsTo(handle: string, goal: string, owners: ReadonlyMap<string, string>): boolean {
  for (let at = owners.get(handle); at !== undefined; at = owners.get(plain(at))) if (plain(at) === goal) return true
  return false
}

const plain = (handle: string) => canonical(handle.replace(/^@/, ''))
