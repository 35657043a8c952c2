import { chmod, mkdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { orchard } from '../protocol/orchard.ts'
import { check, execute, folder, run } from './run.ts'

const wrong = '- on Thursday 2026-02-18\n'
const posix = process.platform !== 'win32'

/** The files named in a report. */
const named = (out: string) => out.split('\n').filter((line) => /^\S+\.md$/.test(line))

describe('minutebook check', () => {
  test('finds nothing in good minutes', async () => {
    expect(await check(orchard)).toEqual({ code: 0, out: '3 files checked: nothing found.\n', err: '' })
  })

  test('checks the folder it stands in', async () => {
    const { code, out } = await check({ 'meetings/a.md': wrong, 'minutes.md': '- fine', 'README.md': wrong })
    expect(named(out)).toEqual(['meetings/a.md'])
    expect(out).toMatch(/\n1 error, 0 warnings, 0 hints in 2 files\.\n$/)
    expect(code).toBe(1)
  })

  test('checks folders and files, each once', async () => {
    const files = { 'a/minutes-1.md': wrong, 'a/minutes-2.md': wrong, 'b/minutes.md': wrong, 'c/minutes.md': wrong }
    const { out } = await check(files, 'b', 'a/minutes-2.md', 'a/../b', './a/minutes-2.md')
    expect(named(out)).toEqual(['a/minutes-2.md', 'b/minutes.md'])
  })

  test('checks a file that is named, whatever it is called', async () => {
    const { code, out } = await check({ 'notes.txt': wrong }, 'notes.txt')
    expect(out).toMatch(/^notes\.txt\n/)
    expect(code).toBe(1)
  })

  test('reads the other minutes of a folder to check one of them', async () => {
    const { out } = await check({ ...orchard, 'minutes-2026-02-18.md': '- @quentna' }, 'minutes-2026-02-18.md')
    expect(out).toContain('@quentna is one slip away from @quentina')
    expect(out).toContain('0 errors, 1 warning, 0 hints in 1 file.')
  })

  test('names what lies outside by the way there', async () => {
    const root = await folder({ 'here/x.txt': '', 'there/minutes.md': wrong })
    expect((await run(join(root, 'here'), ['check', '../there'])).out).toMatch(/^\.\.\/there\/minutes\.md\n/)
  })

  test('knows minutes by their front matter', async () => {
    expect(named((await check({ 'visit.md': `---\nmeeting_time: 2026-02-18\n---\n${wrong}` })).out)).toEqual([
      'visit.md',
    ])
  })

  test('ends with 0 when there are hints alone', async () => {
    const { code, out } = await check({ 'minutes.md': wrong, 'minutebook.yml': 'rules:\n  weekday: hint\n' })
    expect(out).toContain('0 errors, 0 warnings, 1 hint in 1 file.')
    expect(code).toBe(0)
  })
})

describe('A path', () => {
  const year = 'meetings/2025/a.md'
  const repository = { ...orchard, '.git/HEAD': '', [year]: wrong, 'meetings/2026/b.md': wrong }

  test.each([
    ['a folder', [''], ['meetings/2025']],
    ['a folder with a slash', [''], ['meetings/2025/']],
    ['a folder by a detour', [''], ['meetings/2026/../2025']],
    ['a file', [''], [year]],
    ['the folder it stands in', ['meetings', '2025'], []],
    ['the same by name', ['meetings', '2025'], ['.']],
    ['what lies above and below', ['meetings', '2026'], ['../2025']],
  ])('is checked in the whole book of its repository: %s', async (_, at, paths) => {
    const root = await folder({ ...repository, [year]: `${wrong}- @quentna - no update\n` })
    const { out, code } = await run(join(root, ...at), ['check', ...paths])
    expect(out).toContain('@quentna is one slip away from @quentina')
    expect(out).toMatch(/\n1 error, 1 warning, 0 hints in 1 file\.\n$/)
    expect(code).toBe(1)
  })

  test('that is a folder named like a file is a folder', async () => {
    expect(named((await check({ ...repository, 'minutes/dir.md/x.md': wrong }, 'minutes/dir.md')).out)).toEqual([
      'minutes/dir.md/x.md',
    ])
  })

  test('in another repository is in another book', async () => {
    const settings = 'rules:\n  weekday: warning\n'
    const files = { ...repository, 'vendor/.git': 'gitdir: x', 'vendor/minutebook.yml': settings }
    const { out } = await check({ ...files, 'vendor/minutes/2025/c.md': wrong }, 'vendor/minutes/2025', year)
    expect(named(out)).toEqual([year, 'vendor/minutes/2025/c.md'])
    expect(out).toContain('1 error, 1 warning, 0 hints in 2 files.')
  })

  test('that is hidden is a book of its own', async () => {
    expect(named((await check({ ...repository, '.kept/minutes/c.md': wrong }, '.kept/minutes')).out)).toEqual([
      '.kept/minutes/c.md',
    ])
  })

  test.runIf(posix)('that is a link belongs to the book in which it lies', async () => {
    const root = await folder({ ...repository, 'elsewhere/x': '' })
    await symlink(join(root, 'meetings', '2025'), join(root, 'elsewhere', 'link'))
    expect(named((await run(root, ['check', 'elsewhere/link'])).out)).toEqual([year])
  })

  test.runIf(posix)('below a home that is a repository does not make a book of that home', async () => {
    const home = await folder({ '.git/HEAD': '', 'a/minutes/2025/x.md': wrong })
    const { code, err } = await run(home, ['check', 'a/minutes/2025'], { env: { HOME: home } })
    expect(err).toContain('There are no minutes in "a/minutes/2025"')
    expect(code).toBe(2)
  })

  test.each([
    [['docs'], 'checked'],
    [['meetings', 'docs/'], 'checked'],
    [['--fix', 'meetings', 'docs'], 'changed'],
  ])('without minutes is refused, and nothing is done: %j', async (args, done) => {
    const root = await folder({ ...repository, 'docs/x.md': wrong, 'meetings/y.md': '- [] sweep\n' })
    const { code, out, err } = await run(root, ['check', ...args])
    expect(err).toMatch(new RegExp(`^minutebook: There are no minutes in "docs/?"\\. Nothing was ${done}\\. .*\n$`))
    expect([code, out]).toEqual([2, ''])
    expect(await readFile(join(root, 'meetings/y.md'), 'utf8')).toBe('- [] sweep\n')
  })
})

describe('What cannot be done', () => {
  test.each([
    ['a path that does not exist', ['check', 'nowhere'], /There is no file or folder "nowhere"/],
    ['one of several', ['check', '.', 'nowhere.md'], /There is no file or folder "nowhere\.md"/],
    ['no path', ['check', ''], /There is no file or folder ""/],
    ['settings', ['check', '--fix', '.', 'minutebook.yml'], /"minutebook\.yml" holds settings and no minutes/],
    ['an unknown option', ['check', '--loud'], /unknown option '--loud'/],
    ['an unknown format', ['check', '--format', 'poem'], /'poem'.*pretty, json/],
    ['an unknown command', ['compose'], /unknown command 'compose'/],
    [
      'a transport that the server has not',
      ['lsp', '--pipe=x'],
      /standard input and output alone\. Start it with "lsp --s/,
    ],
    ['another, with its own value', ['lsp', '--socket', '5000'], /standard input and output alone/],
    ['no command', [], /Usage: minutebook/],
  ])('is refused with exit code 2 and a reason: %s', async (_, args, words) => {
    const { code, out, err } = await run(await folder({ 'minutes.md': wrong, 'minutebook.yml': 'rules: {}\n' }), args)
    expect(err).toMatch(words)
    expect(err).not.toMatch(/\n\s+at /)
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})

describe('A file that', () => {
  const others = { 'minutes-good.md': '- fine' }

  test.each([
    ['is not UTF-8', Uint8Array.of(0x2d, 0x20, 0xe9, 0x0a), 'It is not UTF-8'],
    ['is a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xd), 'It is not UTF-8'],
    ['is far too large', new Uint8Array(17 * 1024 * 1024).fill(0x20), 'It is larger than 16 MB'],
  ])('%s is named, and the others are checked', async (_, content, words) => {
    const { code, out, err } = await check({ ...others, 'minutes-bad.md': content })
    expect(out).toContain(`minutes-bad.md\n  error  ${words}`)
    expect(out).toMatch(/\n1 error, 0 warnings, 0 hints in 2 files\.\n$/)
    expect(err).toBe('')
    expect(code).toBe(1)
  })

  test('is no minutes may be what it likes', async () => {
    expect(await check({ ...others, 'photo.md': Uint8Array.of(0xff, 0xd8) })).toMatchObject({ code: 0, err: '' })
  })

  test.each([
    ['is empty', ''],
    ['holds a byte order mark alone', '\uFEFF'],
    ['holds NUL', '- a\0b\n'],
    ['holds blank lines', '\n\n\r\n\r'],
  ])('%s is checked like any other', async (_, content) => {
    expect(await check({ 'minutes.md': content })).toMatchObject({ code: 0, out: '1 file checked: nothing found.\n' })
  })

  test.runIf(posix)('may not be read is named', async () => {
    const root = await folder({ ...others, 'minutes-secret.md': wrong })
    await chmod(join(root, 'minutes-secret.md'), 0)
    // Nothing is hidden from root.
    const nobody = process.getuid?.() === 0 ? 65534 : undefined
    if (nobody) for (const name of ['', 'cli.js', 'rules']) await chmod(join(inject('bundle'), name), 0o755)
    const { code, out } = await run(root, ['check'], nobody ? { uid: nobody } : {})
    expect(out).toContain('minutes-secret.md\n  error  Its permissions do not let us read it.')
    expect(code).toBe(1)
  })

  test.runIf(posix)('lies in a folder that may not be read is not taken for none', async () => {
    const root = await folder({ 'shut/minutes.md': wrong })
    await chmod(join(root, 'shut'), 0)
    const nobody = process.getuid?.() === 0 ? 65534 : undefined
    if (nobody) for (const name of ['', 'cli.js', 'rules']) await chmod(join(inject('bundle'), name), 0o755)
    const { code, err } = await run(root, ['check', 'shut'], nobody ? { uid: nobody } : {})
    expect(err).toBe('minutebook: Its permissions do not let us read "shut". Nothing was done. Correct them.\n')
    expect(code).toBe(2)
  })

  test.runIf(posix)('is a pipe keeps nobody waiting', async () => {
    const root = await folder(others)
    await execute('mkfifo', [join(root, 'minutes-pipe.md')], root)
    expect(await run(root, ['check'])).toMatchObject({ code: 0 })
    expect((await run(root, ['check', 'minutes-pipe.md'])).out).toContain('It is not a file.')
  })
})

describe('A folder that', () => {
  test.each([
    ['is empty', {}],
    ['holds no minutes', { 'README.md': wrong, 'notes.txt': '' }],
    ['hides its minutes', { '.hidden/minutes.md': wrong, 'node_modules/a/minutes.md': wrong }],
  ])('%s is told from one where all is well', async (_, files) => {
    const { code, out, err } = await check(files)
    expect(out).toMatch(/^No minutes here\. Minutes are Markdown files/)
    expect([code, err]).toEqual([0, ''])
  })

  test.runIf(posix)('holds links that lead round in circles is read once', async () => {
    const root = await folder({ 'a/minutes.md': wrong })
    await symlink('..', join(root, 'a', 'up'))
    await symlink('self', join(root, 'self'))
    await symlink('minutes-b.md', join(root, 'minutes-b.md'))
    const { out, code } = await run(root, ['check'])
    expect(named(out)).toEqual(['a/minutes.md'])
    expect(code).toBe(1)
    expect(await run(root, ['check', 'self'])).toMatchObject({ code: 2, out: '' })
  })

  test.runIf(posix)('is gone under our feet is an error', async () => {
    const root = await folder({ 'in/minutes.md': wrong })
    await mkdir(join(root, 'gone'))
    const script = `cd gone && rmdir ../gone && "${process.execPath}" "${join(inject('bundle'), 'cli.js')}" check`
    const { code, out } = await execute('sh', ['-c', script], root)
    expect(code).not.toBe(0)
    expect(out).toBe('')
  })
})

describe('minutebook.yml', () => {
  test('of the folder counts', async () => {
    const { code } = await check({ 'minutes.md': wrong, 'minutebook.yml': 'rules:\n  weekday: off\n' })
    expect(code).toBe(0)
  })

  test('of a folder above counts, and makes one book of what is below', async () => {
    const files = { 'minutebook.yml': 'files: ["deep/**/*.md"]\nrules:\n  weekday: warning\n', 'deep/down/a.md': wrong }
    const { out } = await check(files, 'deep/down')
    expect(named(out)).toEqual(['deep/down/a.md'])
    expect(out).toContain('0 errors, 1 warning')
  })

  test('says which files are minutes', async () => {
    const files = { 'minutebook.yml': 'files: ["kept/*.md"]\n', 'kept/a.md': wrong, 'minutes.md': wrong }
    expect(named((await check(files)).out)).toEqual(['kept/a.md'])
  })

  test.each([
    ['is no YAML', 'rules: {weekday: off', /minutebook\.yml, line 1: .*none of its settings counts/],
    ['names a level that does not exist', 'rules:\n  weekday: loud\n', /"rules/],
    ['holds a list', '- a\n', /settings/],
    ['is not UTF-8', Uint8Array.of(0xe9), /minutebook\.yml: It is not UTF-8/],
  ])('that %s is told, and the minutes are checked without it', async (_, content, words) => {
    const { code, out, err } = await check({ 'minutes.md': wrong, 'minutebook.yml': content })
    expect(err).toMatch(words)
    expect(err).toMatch(/^minutebook: .*\n$/)
    expect(out).toContain('1 error')
    expect(code).toBe(1)
  })

  test('that is a folder is told', async () => {
    const { err, code } = await check({ 'minutes.md': wrong, 'minutebook.yml/x': '' })
    expect(err).toMatch(/minutebook\.yml: It is a folder/)
    expect(code).toBe(1)
  })
})

describe('Help', () => {
  test('is given', async () => {
    const root = await folder()
    const { code, out, err } = await run(root, ['--help'])
    expect(out).toMatch(/^Usage: minutebook/)
    for (const name of ['check', 'rules', 'explain', 'init', 'lsp']) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
    expect([code, err]).toEqual([0, ''])
    const ofCheck = await run(root, ['check', '--help'])
    expect(ofCheck.out).toContain(
      'Exit code: 0 no error and no more warnings than allowed, 1 findings, 2 could not run.',
    )
    expect(ofCheck.code).toBe(0)
  })

  test('tells the version', async () => {
    expect(await run(await folder(), ['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
  })
})

describe.runIf(posix)('Output', () => {
  const files = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`minutes-${index}.md`, wrong.repeat(10)]))

  test('into a reader that has read enough ends without a word', async () => {
    const root = await folder(files)
    for (const format of ['pretty', 'json']) {
      const script = `"${process.execPath}" "${join(inject('bundle'), 'cli.js')}" check --format ${format} | head -1`
      expect(await execute('sh', ['-c', script], root)).toEqual({
        code: 0,
        out: format === 'json' ? '[\n' : 'minutes-0.md\n',
        err: '',
      })
    }
  })

  test('into a slow reader is complete', async () => {
    const root = await folder(files)
    const script = `"${process.execPath}" "${join(inject('bundle'), 'cli.js')}" check --format json | (sleep 0.2; cat)`
    const { out } = await execute('sh', ['-c', script], root)
    expect(JSON.parse(out)).toHaveLength(120)
  })
})

test('a folder without a name to it is no trouble', async () => {
  const root = await folder({ 'minutes.md': wrong })
  expect((await run(root, ['check', root])).out).toMatch(/^minutes\.md\n/)
  await rm(join(root, 'minutes.md'))
  expect((await run(root, ['check'])).code).toBe(0)
})
