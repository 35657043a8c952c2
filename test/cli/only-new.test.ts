import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fill } from '../protocol/client.ts'
import { orchard } from '../protocol/orchard.ts'
import { commit, git, repository } from './repository.ts'
import { execute, folder, type Outcome, run } from './run.ts'

const wrong = '- on Thursday 2026-02-18\n'
const news = (cwd: string, ...args: readonly string[]): Promise<Outcome> =>
  run(cwd, ['check', '--only-new', '--format', 'github', ...args])

/** Where a report says that something is. */
const places = ({ out }: Outcome) =>
  [...out.matchAll(/file=([^,]*),line=(\d+),.*?title=([\w-]+)/g)].map(
    ([, file, line, rule]) => `${decodeURIComponent(file!)}:${line} ${rule}`,
  )

describe('minutebook check --only-new', () => {
  test('a bad commit is told its own findings alone, and fails', async () => {
    const root = await repository({ ...orchard, 'old-minutes.md': `# Old\n\n${wrong}` })
    const base = await git(root, 'rev-parse', 'HEAD')
    await commit(root, {
      'old-minutes.md': `# Old\n\n- more\n${wrong}\n- on Friday 2026-02-18\n`,
      'minutes-x.md': wrong,
    })
    const found = await news(root, '--base', base)
    expect(places(found)).toEqual(['minutes-x.md:1 weekday', 'old-minutes.md:6 weekday'])
    expect(found).toMatchObject({ code: 1, err: '' })
  })

  test('a good commit is told nothing, and passes', async () => {
    const root = await repository({ ...orchard, 'old-minutes.md': wrong })
    const base = await git(root, 'rev-parse', 'HEAD')
    await commit(root, { 'old-minutes.md': `- first\n\n${wrong}- last\n`, 'minutes-x.md': '- fine\n' })
    expect(await news(root, '--base', base)).toEqual({ code: 0, out: '', err: '' })
  })

  test('what a commit does to a page that it leaves alone is told', async () => {
    const page = (days: readonly string[]) =>
      `# Meetings\n\n${days.map((day) => `- [${day}](minutes-${day}.md)\n`).join('')}`
    const minutes = (day: string) => ({ [`minutes-${day}.md`]: `# Minutes ${day}\n\n## Topics\n\n- cider\n` })
    const days = ['2026-02-04', '2026-02-11', '2026-02-18']
    const root = await repository({ 'README.md': page(days), ...Object.assign({}, ...days.map(minutes)) })
    await fill(root, minutes('2026-02-25'))
    const found = await run(root, ['check', '--only-new', '--format', 'github', '.', 'README.md'])
    expect(places(found)).toEqual([expect.stringMatching(/^README\.md:\d+ index$/)])
  })

  test('of the same twice, the added one is new', async () => {
    const root = await repository({ 'minutes.md': `# A\n\n${wrong}- b\n` })
    await writeFile(join(root, 'minutes.md'), `# A\n\n- c\n${wrong}- d\n\n# E\n\n${wrong}- b\n`)
    expect(places(await news(root))).toHaveLength(1)
    await writeFile(join(root, 'minutes.md'), `# A\n\n${wrong}- b\n\n# E\n\n- c\n${wrong}- d\n`)
    expect(places(await news(root))).toEqual(['minutes.md:9 weekday'])
  })

  test('lines that moved, and files that got another name, have nothing new', async () => {
    const root = await repository({ 'a-minutes.md': `# A\n\n${wrong}\nWords.\n`, 'b-minutes.md': wrong })
    await writeFile(join(root, 'a-minutes.md'), `# A\n\nWords.\n\n${wrong}`)
    await mkdir(join(root, 'meetings'))
    await rename(join(root, 'b-minutes.md'), join(root, 'meetings', 'c.md'))
    expect(await news(root)).toMatchObject({ code: 0, out: '' })
    await rm(join(root, 'a-minutes.md'))
    expect(await news(root)).toMatchObject({ code: 0, out: '' })
  })

  test('what was wrong in a line before is not new when the line is changed elsewhere', async () => {
    const root = await repository({ 'minutes.md': wrong })
    await writeFile(join(root, 'minutes.md'), `${wrong.trimEnd()} at noon\n- on Friday 2026-02-18\n`)
    expect(places(await news(root))).toEqual(['minutes.md:2 weekday'])
  })

  test('names with blanks, umlauts and line ends, settings and people are read from the commit', async () => {
    const odd = process.platform === 'win32' ? 'süd west minutes.md' : 'süd\nwest "minutes".md'
    const root = await repository({ [odd]: wrong, 'minutebook.yml': 'rules:\n  weekday: off\n' })
    expect(places(await news(root))).toEqual([])
    await rm(join(root, 'minutebook.yml'))
    expect(places(await news(root))).toHaveLength(1)
    await commit(root)
    expect(places(await news(root))).toEqual([])
  })

  test('what Git ignores, links and submodules are as they were', async () => {
    const other = await repository({ 'minutes.md': wrong })
    const root = await repository({ '.gitignore': 'out/\n', 'minutes.md': '- fine\n', 'out/minutes.md': wrong })
    expect(places(await news(root))).toEqual([])
    await git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'other')
    expect(places(await news(root))).toEqual([])
    await fill(root, { 'new-minutes.md': wrong })
    expect(places(await news(root))).toEqual(['new-minutes.md:1 weekday'])
  })

  test('the paths limit what is told, not what is known', async () => {
    const root = await repository(orchard)
    await fill(root, { 'a-minutes.md': wrong, 'b-minutes.md': wrong, 'notes.txt': wrong })
    expect(places(await news(root, 'b-minutes.md', 'notes.txt'))).toEqual([
      'b-minutes.md:1 weekday',
      'notes.txt:1 weekday',
    ])
    await commit(root)
    expect(places(await news(root, 'b-minutes.md', 'notes.txt'))).toEqual([])
  })

  test('before the first commit, all is new', async () => {
    const root = await folder({ 'minutes.md': wrong })
    await git(root, 'init', '--quiet')
    expect(places(await news(root))).toEqual(['minutes.md:1 weekday'])
  })

  test('a branch is compared with where it began', async () => {
    const upstream = await repository({ 'a-minutes.md': wrong })
    const root = await folder()
    await git(root, 'clone', '--quiet', upstream, '.')
    await commit(upstream, { 'a-minutes.md': '- mended\n', 'c-minutes.md': wrong })
    await commit(root, { 'b-minutes.md': wrong })
    await git(root, 'fetch', '--quiet')
    expect(places(await news(root))).toEqual(['b-minutes.md:1 weekday'])
    const env = { GITHUB_BASE_REF: 'main' }
    expect(places(await run(root, ['check', '--only-new', '--format', 'github'], { env }))).toHaveLength(1)
    expect(places(await news(root, '--base', 'main'))).toEqual([])
  })
})

describe('what cannot be compared is refused', () => {
  test('where there is no such commit', async () => {
    const root = await repository({ 'minutes.md': wrong })
    for (const base of ['nowhere', '--output=x', '-x', '']) {
      const { code, out, err } = await news(root, `--base=${base}`)
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(`There is no commit "${base}" here, so what is new cannot be told.`)
    }
    expect(await execute('ls', [], root)).toMatchObject({ out: 'minutes.md\n' })
  })

  test('in a shallow clone', async () => {
    const upstream = await repository({ 'minutes.md': wrong })
    const base = await git(upstream, 'rev-parse', 'HEAD')
    await commit(upstream)
    const root = await folder()
    await git(root, 'clone', '--quiet', '--depth', '1', `file://${upstream}`, '.')
    const { code, err } = await news(root, '--base', base)
    expect(code).toBe(2)
    expect(err).toContain('This clone is shallow, and has the last commits alone.')
    expect(err).toContain('"fetch-depth: 0" for actions/checkout')
  })

  test('outside of a repository, and without Git', async () => {
    const root = await folder({ 'minutes.md': wrong })
    const { code, err } = await news(root)
    expect(code).toBe(2)
    expect(err).toContain('not a git repository')
    const without = await run(root, ['check', '--only-new'], { env: { PATH: root, Path: root } })
    expect(without.code).toBe(2)
    expect(without.err).toContain('Git cannot be started')
  })

  test('and nothing that a repository says is run', async () => {
    const root = await repository({ 'minutes.md': wrong, '.gitattributes': '*.md diff=x filter=x\n' })
    const script = `touch '${join(root, 'ran')}'`
    for (const [key, value] of [
      ['core.fsmonitor', script],
      ['core.pager', script],
      ['core.sshCommand', script],
      ['diff.external', script],
      ['diff.x.command', script],
      ['diff.x.textconv', script],
      ['filter.x.clean', script],
      ['filter.x.smudge', script],
    ]) {
      await execute('git', ['config', key!, value!], root)
    }
    await appendFile(join(root, 'minutes.md'), '- on Friday 2026-02-18\n')
    expect(places(await news(root))).toEqual(['minutes.md:2 weekday'])
    await expect(readFile(join(root, 'ran'))).rejects.toThrow('ENOENT')
  })
})

describe('minutebook check --sarif', () => {
  test('writes a report beside the one that is printed, over its own and over no other', async () => {
    const root = await folder({ 'minutes.md': wrong, 'mine.sarif': '{}' })
    const { code, out } = await run(root, ['check', '--format', 'github', '--sarif', 'a.sarif'])
    expect([code, places({ code, out, err: '' })]).toEqual([1, ['minutes.md:1 weekday']])
    const results = async () => JSON.parse(await readFile(join(root, 'a.sarif'), 'utf8')).runs[0].results
    expect(await results()).toHaveLength(1)
    await writeFile(join(root, 'minutes.md'), '- fine\n')
    expect(await run(root, ['check', '--sarif', 'a.sarif'])).toMatchObject({ code: 0, err: '' })
    expect(await results()).toEqual([])
    expect((await run(root, ['check', '--sarif', 'mine.sarif'])).code).toBe(2)
    expect(await readFile(join(root, 'mine.sarif'), 'utf8')).toBe('{}')
  })
})
