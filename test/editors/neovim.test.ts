import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { blocksOf, drive, versionOf } from './session.ts'

const version = versionOf('nvim')
if (!version) console.log('Neovim is not installed, so its page is not tried.')

/** Which lines of the page are for this version: under headings such as `Neovim 0.8 to 0.10`. */
function isFor(heading: string): boolean {
  const [from, to] = [...heading.matchAll(/0\.(\d+)/g)].map(([, minor]) => Number(minor))
  const own = Number(version!.split('.')[1])
  return from !== undefined && own >= from && (heading.includes('later') || own <= (to ?? from))
}

test.skipIf(!version)('Neovim, set up as its page says, does what a scribe wants', async () => {
  const blocks = await blocksOf('neovim.md', 'lua')
  const init = blocks.filter(({ heading }) => heading === 'Commands' || isFor(heading)).map(({ code }) => code)
  expect(init).toHaveLength(2)
  const driver = await readFile('test/editors/neovim.lua', 'utf8')
  const start = ['nvim', '--headless', '-n', '-u', '$init', '$file', '-c', 'luafile $driver']
  // Lines for other versions can at least be read.
  const readable = blocks.map(({ code }) => `assert(loadstring([==[${code}]==]))`)
  const report = await drive(start, ['lua << EOF', ...readable, ...init, 'EOF'].join('\n'), driver)
  expect(report).toMatchObject({
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
