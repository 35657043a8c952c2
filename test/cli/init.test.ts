import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configurationOf } from '../../server/src/rules/configuration.ts'
import { orchard } from '../protocol/orchard.ts'
import { check, folder, run } from './run.ts'

describe('minutebook init', () => {
  test('writes settings that change nothing of what is found', async () => {
    const root = await folder(orchard)
    const { out, code } = await run(root, ['init'])
    expect(out).toMatch(/^Wrote minutebook\.yml from \d+ files of minutes\./)
    expect(code).toBe(0)
    const text = await readFile(join(root, 'minutebook.yml'), 'utf8')
    expect(configurationOf(text).problems).toEqual([])
    expect(text).toMatch(/^ {4}quentina:/m)
    expect(await run(root, ['check'])).toEqual({ code: 0, out: '3 files checked: nothing found.\n', err: '' })
  })

  test('lists neither everybody, machines, the title, nor who would make a slip of somebody else', async () => {
    const day = (more: string) => `# Garden Club

## Attendees

- @runa, @liv, @jkeller, @everyone${more}

## Topics

- @here: @rust-bot and @dependabot[bot] have opened a request
- @runa - will write to @moose, as moose is what we use, @jkeller too

##

## Projects

- [](https://example.org/p/2)
`
    const days = ['2026-01-07', '2026-01-21', '2026-02-04']
    const files = days.map((date, at) => [`meetings/club-${date}.md`, day(at < 2 ? ', @jkelner' : '')])
    const root = await folder(Object.fromEntries(files))
    const findings = async () => JSON.parse((await run(root, ['check', '--format', 'json'])).out)
    const before = await findings()
    await run(root, ['init'])
    const { settings, problems } = configurationOf(await readFile(join(root, 'minutebook.yml'), 'utf8'))
    expect(problems).toEqual([])
    expect(settings.people.listed.map(({ handle }) => handle)).toEqual(['runa', 'liv'])
    expect(settings.people.pseudo).toEqual(['everyone', 'here', 'rust-bot', 'dependabot'])
    expect(settings.sections.required).toEqual(['Attendees', 'Topics', 'Projects'])
    expect(settings.projects).toEqual([])
    expect(await findings()).toEqual(before)
  })

  test('never writes over settings that are there', async () => {
    const root = await folder({ ...orchard, 'minutebook.yml': 'rules: {}\n' })
    expect(await run(root, ['init'])).toEqual({
      code: 2,
      out: '',
      err: 'minutebook: minutebook.yml: There is such a file already. Nothing was overwritten.\n',
    })
    expect(await readFile(join(root, 'minutebook.yml'), 'utf8')).toBe('rules: {}\n')
  })

  test('needs minutes to learn from', async () => {
    const { code, err } = await run(await folder(), ['init'])
    expect([code, err]).toEqual([2, expect.stringContaining('There are no minutes in "." to learn from.')])
  })
})

describe('Settings on the command line', () => {
  test('that are wrong are told with their line, and the rest counts', async () => {
    const yaml = 'fles: 3\nrules:\n  weekday: off\npeople:\n  from: nobody.yml\nindex: none.md\n'
    const { code, err, out } = await check({ 'minutes.md': '- on Thursday 2026-02-18\n', 'minutebook.yml': yaml })
    expect(err.trimEnd().split('\n')).toEqual([
      'minutebook: minutebook.yml, line 1: There is no setting "fles", so it changes nothing. Did you mean "files"?',
      'minutebook: minutebook.yml, line 5: "people.from": there is no file "nobody.yml" in this folder. Correct the path, or write the file.',
      'minutebook: minutebook.yml, line 6: "index": there is no file "none.md" in this folder. Correct the path, or write the file.',
    ])
    expect([code, out]).toEqual([0, '1 file checked: nothing found.\n'])
  })

  test('that name a folder where a page is wanted say so', async () => {
    const files = { 'meetings/a.md': '- fine\n', 'minutebook.yml': 'index: meetings\n' }
    const { err } = await check(files)
    expect(err).toBe(
      'minutebook: minutebook.yml, line 1: "index": "meetings" cannot be read. It is a folder. Name the page that lists the minutes.\n',
    )
  })

  test.runIf(process.platform !== 'win32')('that are a link which leads nowhere are told', async () => {
    const root = await folder({ 'minutes.md': '- fine\n' })
    await symlink('gone.yml', join(root, 'minutebook.yml'))
    const { code, err } = await run(root, ['check'])
    expect(err).toMatch(/^minutebook: minutebook\.yml: It is a link to a file that is not there\. Until it is mended/)
    expect(code).toBe(0)
  })

  test.runIf(process.platform !== 'win32')('do not reach out of the folder by a link', async () => {
    const outside = await folder({ 'people.yml': 'ada: { name: Ada }\n' })
    const root = await folder({ 'minutes.md': '- fine\n', 'minutebook.yml': 'people: { from: people.yml }\n' })
    await symlink(join(outside, 'people.yml'), join(root, 'people.yml'))
    const { err } = await run(root, ['check'])
    expect(err).toContain('"people.from": "people.yml" cannot be read. It is a link that leads out of the folder.')
  })
})
