import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

/** What `release.mjs` says of a tag, where manifest and changelog stand like this. */
function release(tag: string, version: string, changelog: string) {
  const cwd = mkdtempSync(join(tmpdir(), 'minutebook-release-'))
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }))
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ version }))
  writeFileSync(join(cwd, 'CHANGELOG.md'), `# Changelog\n\n${changelog}`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('release.mjs'), tag], {
    cwd,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const earlier = '## 1.1.0 (2026-04-01)\n\n- Older.\n'

test('a release tells what is new in it, and no more', () => {
  const told = release('v1.2.0', '1.2.0', `## 1.2.0 (2026-05-06)\n\n- New.\n\n${earlier}`)
  expect(told).toEqual({ status: 0, stdout: '- New.\n', stderr: '' })
})

test.each([
  ['a tag of another version', 'v1.3.0', '## 1.2.0 (2026-05-06)\n', 'package.json says 1.2.0'],
  ['no tag', '', '## 1.2.0 (2026-05-06)\n', 'The tag is missing'],
  ['a changelog that ends before it', 'v1.2.0', earlier, 'not with 1.2.0'],
  ['a changelog that calls it unreleased', 'v1.2.0', '## 1.2.0 (unreleased)\n', 'still calls 1.2.0 unreleased'],
])('none is made of %s', (_, tag, changelog, why) => {
  const told = release(tag, '1.2.0', changelog)
  expect(told.status).toBe(1)
  expect(told.stdout).toBe('')
  expect(told.stderr).toContain(why)
})
