import { chmod, chown, link, readdir, readFile, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { check, folder, run } from './run.ts'

const text = (root: string, path: string) => readFile(join(root, path), 'utf8')

describe('minutebook check --fix', () => {
  test('mends what cannot change the meaning, and says what is left', async () => {
    const root = await folder({ 'minutes.md': '- [] sweep\n- on Thursday 2026-02-18\n', 'minutes-b.md': '- fine\n' })
    const { code, out } = await run(root, ['check', '--fix'])
    expect(await text(root, 'minutes.md')).toBe('- [ ] sweep\n- on Thursday 2026-02-18\n')
    expect(out).toContain('Fixed 1 file.\n1 error, 0 warnings, 0 hints in 2 files.')
    expect(code).toBe(1)
    const again = await run(root, ['check', '--fix'])
    expect(again.out).not.toContain('Fixed')
  })

  test('keeps line ends, the byte order mark, and lines without findings', async () => {
    const before = '\uFEFF# Minutes\r\n\r\n- [] a\r\n- b   c\rd\n- [x]e\r\n'
    const root = await folder({ 'minutes.md': before })
    await run(root, ['check', '--fix', '--rule', 'checkbox'])
    expect(await text(root, 'minutes.md')).toBe('\uFEFF# Minutes\r\n\r\n- [ ] a\r\n- b   c\rd\n- [x] e\r\n')
  })

  test('mends only what the wanted rules find', async () => {
    const root = await folder({ 'minutes.md': '## Attendees\n\n- @ada, @ben. @cy\n\n## Topics\n\n- [] sweep\n' })
    await run(root, ['check', '--fix', '--rule', 'handle-separator'])
    expect(await text(root, 'minutes.md')).toBe('## Attendees\n\n- @ada, @ben, @cy\n\n## Topics\n\n- [] sweep\n')
  })

  test('leaves a finding that is ignored', async () => {
    const root = await folder({ 'minutes.md': '- [] sweep <!-- minutebook-ignore checkbox -->\n' })
    expect((await run(root, ['check', '--fix'])).out).toBe('1 file checked: nothing found.\n')
  })

  test.runIf(process.platform !== 'win32')('keeps permissions and links, and leaves nothing beside', async () => {
    const root = await folder({ 'a/minutes.md': '- [] sweep\n' })
    await chmod(join(root, 'a/minutes.md'), 0o640)
    await symlink('a/minutes.md', join(root, 'minutes-link.md'))
    await run(root, ['check', '--fix', 'minutes-link.md'])
    expect(await text(root, 'a/minutes.md')).toBe('- [ ] sweep\n')
    expect((await stat(join(root, 'a/minutes.md'))).mode & 0o777).toBe(0o640)
    expect((await readdir(join(root, 'a'))).concat(await readdir(root))).toEqual(['minutes.md', 'a', 'minutes-link.md'])
  })
})

test.runIf(process.getuid?.() === 0)('minutebook check --fix keeps the owner', async () => {
  const root = await folder({ 'minutes.md': '- [] sweep\n' })
  await chown(join(root, 'minutes.md'), 1234, 1235)
  await run(root, ['check', '--fix'])
  expect(await stat(join(root, 'minutes.md'))).toMatchObject({ uid: 1234, gid: 1235 })
})

describe.runIf(process.platform !== 'win32')('minutebook check --fix leaves alone a file', () => {
  const before = '- [] sweep\n'

  test.each([
    ['that is read-only', (path: string) => chmod(path, 0o444), 'It is read-only, so it was not written.'],
    ['with a second name', (path: string) => link(path, `${path}.kept`), 'It has further names (hard links)'],
  ])('%s, and says so', async (_, prepare, words) => {
    const root = await folder({ 'minutes-a.md': before, 'minutes-b.md': before })
    await prepare(join(root, 'minutes-a.md'))
    const { code, out } = await run(root, ['check', '--fix'])
    expect(out).toContain(`minutes-a.md\n  error  ${words}`)
    expect(out).toContain('"[]" is no checkbox')
    expect(out).toContain('Fixed 1 file.\n1 error, 1 warning, 0 hints in 2 files.')
    expect([await text(root, 'minutes-a.md'), await text(root, 'minutes-b.md')]).toEqual([before, '- [ ] sweep\n'])
    expect(code).toBe(1)
  })
})

test.runIf(process.platform !== 'win32')('minutebook check --fix says that a folder takes no file', async () => {
  const root = await folder({ 'minutes.md': '- [] sweep\n' })
  await chmod(join(root, 'minutes.md'), 0o666)
  await chmod(root, 0o555)
  // Nothing is forbidden to root.
  const isRoot = process.getuid?.() === 0
  if (isRoot) for (const name of ['', 'cli.js', 'rules']) await chmod(join(inject('bundle'), name), 0o755)
  const { code, out } = await run(root, ['check', '--fix'], isRoot ? { uid: 65534 } : {})
  await chmod(root, 0o755)
  expect(out).toContain('The permissions do not let us write it: its own, or those of its folder.')
  expect([code, await text(root, 'minutes.md'), await readdir(root)]).toEqual([1, '- [] sweep\n', ['minutes.md']])
})

describe('minutebook check --rule', () => {
  test('runs the named rules alone, also one that is off', async () => {
    const files = {
      'minutes.md': '- [] sweep\n- on Thursday 2026-02-18\n',
      'minutebook.yml': 'rules:\n  checkbox: off\n',
    }
    const { out, code } = await check(files, '--rule', 'checkbox')
    expect(out).toContain('0 errors, 1 warning, 0 hints in 1 file.')
    expect(code).toBe(1)
    const both = await check(files, '--rule', 'checkbox', '--rule', 'weekday')
    expect(both.out).toContain('1 error, 1 warning')
  })

  test('refuses a rule that there is not', async () => {
    const { err, code } = await check({ 'minutes.md': '' }, '--rule', 'weekdy')
    expect(err).toMatch(/^minutebook: There is no rule "weekdy"\. Did you mean "weekday"\?/)
    expect(code).toBe(2)
  })
})

describe('minutebook check --max-warnings', () => {
  const warnings = { 'minutes.md': '- [] a\n- [] b\n' }

  test.each([
    ['0', 1],
    ['1', 1],
    ['2', 0],
    ['30', 0],
  ])('of %s ends with %i for two warnings', async (most, code) => {
    expect((await check(warnings, '--max-warnings', most)).code).toBe(code)
  })

  test('excuses no error', async () => {
    expect((await check({ 'minutes.md': '- on Thursday 2026-02-18\n' }, '--max-warnings', '9')).code).toBe(1)
  })

  test.each(['-1', 'many', '1.5', ''])('refuses %j', async (most) => {
    const { code, err } = await check(warnings, '--max-warnings', most)
    expect([code, err]).toEqual([2, expect.stringContaining('must be a whole number')])
  })
})
