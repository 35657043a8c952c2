import { describe, expect, test } from 'vitest'
import { parseFrontMatter } from '../../server/src/minutes/front-matter.ts'
import { configurationOf } from '../../server/src/rules/configuration.ts'
import { readSettingsFile } from '../../server/src/settings/file.ts'
import { isMinutesPath, saysMinutes } from '../../server/src/settings/minutes-files.ts'
import { DEFAULTS, readSettings } from '../../server/src/settings/settings.ts'
import { english } from '../../server/src/text/phrase.ts'

/** The settings that a `minutebook.yml` and an editor give together, and what is wrong with them. */
function check(yaml: string, editor?: unknown) {
  const { values, problem } = readSettingsFile(yaml)
  const { settings, problems } = readSettings(values, editor)
  return {
    ...settings,
    problems: [
      ...(problem ? [`line ${problem.line}: ${english(problem.message)}`] : []),
      ...problems.flat().map(({ message }) => english(message)),
    ],
  }
}

describe('settings', () => {
  test('are all optional', () => {
    for (const yaml of ['', '# nothing yet', 'files:', '\uFEFFrules: {}'])
      expect([yaml, check(yaml, null)]).toEqual([yaml, { ...DEFAULTS, problems: [] }])
  })
  test('of a user override those of the group, rule by rule', () => {
    const { files, rules } = check('files: ["a/*.md"]\nrules:\n  weekday: off\n  checkbox: hint\n', {
      rules: { checkbox: 'error' },
    })
    expect([files, rules]).toEqual([['a/*.md'], { weekday: 'off', checkbox: 'error' }])
  })
  test('that cannot be used keep their default and say what they should be', () => {
    expect(check('files: minutes\nrules: {weekday: loud}')).toEqual({
      ...DEFAULTS,
      problems: [
        '"files" must be a list of globs, such as ["meetings/**/*.md"]. What it says does not count.',
        '"rules.weekday" must be a level: off, hint, information, warning, error. What it says does not count.',
      ],
    })
    expect(check('rules: {weekday: loud, checkbox: off}').rules).toEqual({ checkbox: 'off' })
    expect(check('- files').problems).toEqual(['The settings are no list of keys with values, so none of them counts.'])
  })
  test.each<[yaml: string, at: string, message: RegExp]>([
    ['fles: []', 'fles', /^There is no setting "fles", so it changes nothing\. Did you mean "files"\?$/],
    ['people: {frm: x.yml}', 'frm: x.yml', /^"people" knows no "frm", .* Did you mean "from"\?$/],
    ['people: [ada]', 'people', /^"people" must say who is who, by "handles", "from" or "pseudo" below it\. What it/],
    ['people: x', 'people: x', /^"people" must say who is who/],
    ['people: {handles: {cyd: Cyd}}', 'cyd: Cyd', /^"people\.handles\.cyd" must say who that is, such as "\{ name: /],
    ['people: {handles: {a b: {name: Ab}}}', 'a b', /^"a b" in "people\.handles" must be a handle: /],
    ['people: {handles: {"": {name: Ab}}}', '""', /^"" in "people\.handles" must be a handle: /],
    ['projects: [Barn]', 'Barn', /^"projects", entry 1, must be a project, such as "\{ title: /],
    ['sections: x', 'sections: x', /^"sections" must say what sections there are, by "required" below it\./],
    ['rules: [weekday]', 'rules', /^"rules" must name rules, each with its level, such as "weekday: warning"\./],
    [
      'people: {from: ../authors.yml}',
      'from: ../authors.yml',
      /^"people\.from" must be the path of a YAML file inside the folder/,
    ],
    ['people: {from: /etc/authors.yml}', 'from: /etc/authors.yml', /inside the folder/],
    ['people: {from: "C:/authors.yml"}', 'from: "C:/authors.yml"', /inside the folder/],
    ['index: https://example.org/x.md', 'index: https://example.org/x.md', /inside the folder/],
    [
      'people: {handles: {ada: {aliases: [a b]}}}',
      'a b',
      /^"people\.handles\.ada\.aliases", entry 1, must be a handle/,
    ],
    ['people: {handles: {ada: {aliases: ["@Bo"]}, bo: {name: Bo}}}', '"@Bo"', /is also listed as Bo, .* by "@Bo"\./],
    [
      'people: {handles: {ada: {name: Ada}, "@Ada": {}}}',
      '"@Ada"',
      /^"people\.handles\.@Ada" is the same handle as "ada"/,
    ],
    [
      'people: {handles: {ada: {aliases: [bo]}, bo: {aliases: [cy]}, cy: {aliases: [ada]}}}',
      'ada',
      /leads back to itself: "cy" is in the end an alias of "ada"/,
    ],
    ['people: {handles: {ada: {aliases: [ada]}}}', 'ada', /is the person’s own handle/],
    ['people: {handles: {ada: {aliases: [x]}, bo: {aliases: [X]}}}', 'X', /is an alias of "ada" already/],
    ['zones: [Europe/Oslo, Europe/Atlantis]', 'Europe/Atlantis', /^"zones", entry 2, is no time zone that IANA knows/],
    ['zones: [CET]', 'CET', /no time zone/],
    ['files: ["/meetings/*.md"]', '"/meetings/*.md"', /^"files", entry 1, names no file of the folder/],
    ['files: ["../meetings/*.md"]', '"../meetings/*.md"', /names no file of the folder/],
    ['files: ["!drafts/**"]', '"!drafts/**"', /^"files", entry 1, cannot leave files out\./],
    ['sections: {required: ["  "]}', '"  "', /^"sections\.required", entry 1, must be the words of a heading/],
    ['projects: [{title: Cellar}]', '{title: Cellar}', /^"projects", entry 1, "url" is missing/],
    ['sections: {required: Attendees}', 'required: Attendees', /must be a list of headings/],
    ['rules: {weekday: loud}', 'weekday: loud', /must be a level: off, hint/],
    ['rules: {weekdy: off}', 'weekdy: off', /^There is no rule "weekdy", .* Did you mean "weekday"\?/],
    ['terms: 5', 'terms: 5', /must be a list of words/],
  ])('that are wrong say so at their place, and the rest counts: %s', (yaml, at, message) => {
    const text = `# ours\n${yaml}\ntemplates: ours\n`
    const { settings, problems } = configurationOf(text)
    expect(problems.map((each) => [text.slice(each.place!.from, each.place!.to), english(each.message)])).toEqual([
      [at, expect.stringMatching(message)],
    ])
    expect(settings.templates).toBe('ours')
  })
  test('of which a list holds several wrong ones say so of each', () => {
    expect(check('projects: [Barn, { title: Cellar, url: x }, { title: 3, url: y }, { title: Attic }]')).toMatchObject({
      projects: [{ title: 'Cellar', url: 'x', earlier: [] }],
      problems: [
        expect.stringContaining('entry 1, must be a project'),
        expect.stringContaining('entry 3, "title" must be a title'),
        expect.stringContaining('entry 4, "url" is missing'),
      ],
    })
  })
  test('of every key are read', () => {
    const { settings, problems } = configurationOf(`
files: [notes/*.md]
index: notes/README.md
people:
  from: people.yml
  handles:
    '@ada': { name: Ada Bloom, aliases: ['@abloom'] }
    bo:
  pseudo: ['@all']
projects: [{ title: Cellar, url: https://example.org/c, earlier: [Barn] }]
zones: [Europe/Oslo, UTC]
inlayHints: false
sections: { required: [Attendees] }
terms: [GitHub]
codeLens: false
clock: false
templates: ours
carryOver: { done: true, notes: none, headings: all }
rules: { weekday: hint }
`)
    expect(problems).toEqual([])
    expect(settings).toEqual({
      files: ['notes/*.md'],
      index: 'notes/README.md',
      people: {
        from: 'people.yml',
        listed: [{ handle: 'ada', name: 'Ada Bloom', aliases: ['abloom'] }],
        pseudo: ['all'],
      },
      projects: [{ title: 'Cellar', url: 'https://example.org/c', earlier: ['Barn'] }],
      zones: ['Europe/Oslo', 'UTC'],
      inlayHints: false,
      sections: { required: ['Attendees'] },
      terms: ['GitHub'],
      codeLens: false,
      clock: false,
      templates: 'ours',
      carryOver: { done: true, notes: 'none', headings: 'all' },
      rules: { weekday: 'hint' },
    })
  })
  test('name paths from the folder, however they are written', () => {
    const { index, people } = check('index: ./notes//README.md\npeople: {from: ././people.yml}')
    expect([index, people.from]).toEqual(['notes/README.md', 'people.yml'])
  })
  test('in YAML that cannot be read say where', () => {
    expect(check('files: []\nrules: [').problems[0]).toMatch(
      /^line 2: .* Until it is mended, none of its settings counts\.$/,
    )
  })
  test('in which an alias holds itself are refused', () => {
    for (const yaml of ['people: &a\n  handles: *a\n', 'terms: &b [*b]\n']) expect(check(yaml).problems).toHaveLength(1)
  })
  test('never run code, nor spend much on aliases or depth', () => {
    const bomb = Array.from(
      { length: 12 },
      (_, n) =>
        `k${n}: &a${n} [${Array(9)
          .fill(n === 0 ? 'x' : `*a${n - 1}`)
          .join(', ')}]`,
    ).join('\n')
    for (const yaml of [bomb, `files: ${'['.repeat(20_000)}`, `files: ${'{'.repeat(20_000)}`, '- '.repeat(20_000)])
      expect(check(yaml).problems).toHaveLength(1)
  })
})

describe('which files are minutes', () => {
  test.each([
    'minutes.md',
    'choir-Minutes-2026.md',
    'a/meetings/x.md',
    'meetings/2026/03/x.md',
    'docs/minutes/x.md',
    'meeting-notes/x.md',
  ])('%s is', (path) => {
    expect(isMinutesPath(DEFAULTS, 'choir', path)).toBe(true)
  })
  test.each([
    'README.md',
    'meetings.md',
    'meetings/x.txt',
    'minutes.txt',
    'a/meeting/x.md',
    '.github/minutes.md',
    'node_modules/.cache/minutes.md',
  ])('%s is not', (path) => {
    expect(isMinutesPath(DEFAULTS, 'choir', path)).toBe(false)
  })
  test('a group may say so itself, and front matter may', () => {
    expect(isMinutesPath(readSettings({ files: ['protokolle/*.md'] }).settings, 'choir', 'protokolle/x.md')).toBe(true)
    expect(saysMinutes(parseFrontMatter('---\nmeeting_time: 2026-03-04\n---\n'))).toBe(true)
    expect(saysMinutes(parseFrontMatter('---\ntitle: x\n---\n'))).toBe(false)
  })
  test('the folder may itself be the one for meetings', () => {
    expect([isMinutesPath(DEFAULTS, 'meetings', 'x.md'), isMinutesPath(DEFAULTS, 'choir', 'x.md')]).toEqual([
      true,
      false,
    ])
  })
  test('a glob that is endless, or none at all, is refused', () => {
    const globs = ['', 'x'.repeat(5000), '*a'.repeat(12), '**/'.repeat(12), 3]
    for (const glob of globs) expect([glob, readSettings({ files: [glob] }).problems.flat().length]).toEqual([glob, 1])
  })
  test('no glob takes long', () => {
    const globs = [
      '*a*a*a',
      '**/*a*/**/*a*/**/b',
      '['.repeat(200),
      '('.repeat(200),
      '{a,'.repeat(200),
      '+(+(a))',
      '!(!(!(a)))',
      '@(a|a|a)*',
    ]
    for (const glob of globs) {
      const { settings } = readSettings({ files: [glob] })
      const start = performance.now()
      isMinutesPath(settings, 'choir', 'a'.repeat(255))
      isMinutesPath(settings, 'choir', `${'aaa/'.repeat(60)}aaa`)
      expect([glob, performance.now() - start < 1000]).toEqual([glob, true])
    }
  })
})
