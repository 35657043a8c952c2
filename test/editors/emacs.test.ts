import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { blocksOf, drive } from './session.ts'

/** Whether Emacs is there, with the packages that its page asks for. */
function isThere(): boolean {
  const { status } = spawnSync('emacs', ['--batch', '--eval', "(progn (require 'eglot) (require 'markdown-mode))"])
  return status === 0
}

const there = isThere()
if (!there) console.log('Emacs with eglot and markdown-mode is not installed, so its page is not tried.')

test.skipIf(!there)('Emacs, set up as its page says, does what a scribe wants', async () => {
  const init = (await blocksOf('emacs.md', 'elisp')).map(({ code }) => code)
  expect(init).toHaveLength(2)
  // Without a window, Emacs has to be told to make its packages known.
  const driver = await readFile('test/editors/emacs.el', 'utf8')
  const report = await drive(
    ['emacs', '--batch', '-f', 'package-activate-all', '-l', '$init', '-l', '$driver', '$file'],
    init.join('\n'),
    driver,
  )
  expect(report).toMatchObject({
    connection: true,
    diagnostics: ['weekday'],
    fix: true,
    completion: expect.arrayContaining([expect.stringContaining('farid')]),
    'command in a line': true,
    'command with an answer': true,
    rename: true,
    formatting: true,
    'new minutes': expect.stringMatching(/^---\nlayout: minutes\nmeeting_time: 2026-02-18 17:00 UTC\n/),
    'a refusal': true,
    errors: '',
  })
})
