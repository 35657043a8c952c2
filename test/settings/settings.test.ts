import { describe, expect, test } from 'vitest'
import { parseFrontMatter } from '../../server/src/minutes/front-matter.ts'
import { readSettingsFile } from '../../server/src/settings/file.ts'
import { isMinutesPath, saysMinutes } from '../../server/src/settings/minutes-files.ts'
import { DEFAULTS, readSettings } from '../../server/src/settings/settings.ts'

/** The settings that a `minutebook.yml` and an editor give together, and what is wrong with them. */
function check(yaml: string, editor?: unknown) {
  const { values, problem } = readSettingsFile(yaml)
  const { settings, problems } = readSettings(values, editor)
  return {
    ...settings,
    problems: [
      ...(problem ? [`line ${problem.line}: ${problem.message}`] : []),
      ...problems.flat().map(({ message }) => message),
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
  test('in YAML that cannot be read say where', () => {
    expect(check('files: []\nrules: [').problems[0]).toMatch(
      /^line 2: .* Until it is mended, none of its settings counts\.$/,
    )
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
