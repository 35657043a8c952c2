import * as v from 'valibot'
import { canonical } from '../minutes/mentions.ts'
import { isZone } from '../minutes/zones.ts'
import { isGlob } from './globs.ts'

/** How loud a finding is, in the order from silent to loud. */
export const LEVELS = ['off', 'hint', 'information', 'warning', 'error'] as const
export type Level = (typeof LEVELS)[number]
export type Severity = Exclude<Level, 'off'>

/** The most entries that a list of the settings may have. */
const MOST = 2000

const line = (what: string) =>
  v.pipe(v.string(`must be ${what}.`), v.minLength(1, `must be ${what}.`), v.maxLength(500, 'is too long.'))
const listOf = <T extends v.GenericSchema>(item: T, what: string) =>
  v.pipe(v.array(item, `must be a list of ${what}.`), v.maxLength(MOST, `has more than ${MOST} entries.`))

const handle = v.pipe(
  v.string('must be a handle, such as "ada".'),
  v.regex(
    /^@?[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/,
    'must be a handle: letters, digits and hyphens, with or without "@".',
  ),
)

/** A file or folder below the workspace folder: nothing in its settings may lead out of it. */
const path = (what: string) =>
  v.pipe(
    line(`the path of ${what}, from the folder`),
    v.check(
      (value) => !/^[/\\~]|^[A-Za-z][\w+.-]*:|\\|(?:^|\/)\.\.(?:\/|$)/.test(value),
      `must be the path of ${what} inside the folder, with "/" between the names.`,
    ),
  )

const person = v.strictObject({
  name: v.optional(v.pipe(line('the name of a person'), v.description('The person’s name.'))),
  aliases: v.optional(
    v.pipe(listOf(handle, 'handles'), v.description('Other handles and nicknames of the same person.')),
  ),
})

const handles = v.pipe(
  v.record(v.string(), person, 'must name people: handles, each with a name or aliases.'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    for (const problem of aliasProblems(dataset.value)) {
      const { handle, index, message } = problem
      const own = dataset.value[handle]!
      addIssue({
        message,
        path: [
          { type: 'object', origin: 'value', input: dataset.value, key: handle, value: own },
          { type: 'object', origin: 'value', input: own, key: 'aliases', value: own.aliases },
          { type: 'array', origin: 'value', input: own.aliases!, key: index, value: own.aliases![index] },
        ],
      })
    }
  }),
)

const project = v.strictObject({
  title: v.pipe(line('a title'), v.description('What the project is called now.')),
  url: v.pipe(line('an address'), v.description('Where it lives.')),
  earlier: v.optional(v.pipe(listOf(line('a title'), 'titles'), v.description('What it was called before.'))),
})

/**
 * Every setting, its description, and what a value must be: the one table that the reading of settings, the manifest
 * and the JSON schema are made from. A message continues "people.from …".
 */
export const TABLE = v.strictObject({
  files: v.optional(
    v.pipe(
      listOf(
        v.pipe(
          v.string('must be a glob, such as "meetings/**/*.md".'),
          v.check(isGlob, 'is no glob that can be used: it is empty, too long, or has too many stars.'),
        ),
        'globs, such as ["meetings/**/*.md"]',
      ),
      v.description('Which Markdown files are minutes: globs, relative to the folder.'),
    ),
  ),
  index: v.optional(
    v.pipe(
      path('a Markdown file'),
      v.description(
        'The page that lists the minutes, such as `meetings/README.md`. Without it, the page with the most links to minutes.',
      ),
    ),
  ),
  people: v.optional(
    v.pipe(
      v.strictObject({
        from: v.optional(
          v.pipe(
            path('a YAML file'),
            v.description(
              'The group’s own list of people: a YAML file of handles, each with a `name`. Without it, `_data/authors.yml`, if there is one.',
            ),
          ),
        ),
        handles: v.optional(v.pipe(handles, v.description('People by their handles, with name and aliases.'))),
        pseudo: v.optional(
          v.pipe(
            listOf(handle, 'handles'),
            v.description('Handles that stand for nobody in particular, such as `all`.'),
          ),
        ),
      }),
      v.description('Who is who, where the minutes cannot tell.'),
    ),
  ),
  projects: v.optional(
    v.pipe(
      listOf(project, 'projects, each with a title and a url'),
      v.description('Projects with their titles, present and earlier, and addresses.'),
    ),
  ),
  zones: v.optional(
    v.pipe(
      listOf(
        v.pipe(
          v.string('must be a time zone, such as "Europe/Amsterdam".'),
          v.check(
            (id) => id.length < 100 && (id === 'UTC' || (id.includes('/') && isZone(id))),
            'is no time zone that IANA knows. Write one such as "Europe/Amsterdam".',
          ),
        ),
        'time zones',
      ),
      v.description('The time zones in which the next meeting is stated beside UTC, by their IANA names.'),
    ),
  ),
  sections: v.optional(
    v.pipe(
      v.strictObject({
        required: v.optional(
          v.pipe(
            listOf(line('the words of a heading'), 'headings'),
            v.description('Headings that all minutes must have, for the rule `section-missing`.'),
          ),
        ),
      }),
      v.description('The sections of minutes.'),
    ),
  ),
  terms: v.optional(
    v.pipe(
      listOf(line('a word as it is to be written'), 'words'),
      v.description('Words with the spelling that the group wants, such as `GitHub`, for the rule `term`.'),
    ),
  ),
  templates: v.optional(v.pipe(path('a folder'), v.description('The folder with the group’s own templates.'))),
  rules: v.optional(
    v.pipe(
      v.record(
        v.string(),
        v.picklist(LEVELS, `must be a level: ${LEVELS.join(', ')}.`),
        'must name rules, each with its level.',
      ),
      v.description('The level of single rules: `off`, `hint`, `information`, `warning` or `error`.'),
    ),
  ),
})

export type Table = v.InferOutput<typeof TABLE>

type Handles = Readonly<Record<string, { readonly aliases?: readonly string[] | undefined }>>

/** Aliases that lead back to themselves, and those that two people claim. */
function aliasProblems(people: Handles): { handle: string; index: number; message: string }[] {
  const plain = (name: string) => canonical(name.replace(/^@/, ''))
  const owner = new Map<string, string>()
  const problems: { handle: string; index: number; message: string }[] = []
  for (const [handle, { aliases = [] }] of Object.entries(people)) {
    for (const [index, alias] of aliases.entries()) {
      const before = owner.get(plain(alias))
      if (before !== undefined && before !== plain(handle)) {
        const message = `is an alias of "${before}" already, so nobody could tell who is meant. Leave it with one of the two.`
        problems.push({ handle, index, message })
      } else if (leadsTo(plain(handle), plain(alias), owner)) {
        const message = `leads back to itself: "${handle}" is in the end an alias of "${alias}". Say which of the two the person goes by.`
        problems.push({ handle, index, message })
      } else owner.set(plain(alias), plain(handle))
    }
  }
  return problems
}

/** Whether a handle is, in the end, an alias of `goal`, or is it. */
function leadsTo(handle: string, goal: string, owner: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = handle; at !== undefined; at = owner.get(at)) if (at === goal) return true
  return false
}
