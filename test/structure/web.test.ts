import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { describe, expect, inject, test } from 'vitest'
import { between, check } from './written.ts'

/** Names that mean nothing in a web worker, or should be used by nobody there. */
const FOREIGN = [
  'process',
  'Buffer',
  'global',
  '__dirname',
  '__filename',
  'setImmediate',
  'eval',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
]

/** The lines of a bundle that use one of these names without having looked whether it is there, for what is outside. */
async function uses(bundle: string, names: readonly string[]): Promise<readonly string[]> {
  const code = readFileSync(join(inject('bundle'), bundle), 'utf8')
  // The bundler knows which of them are no variables of the code's own.
  const define = Object.fromEntries(names.map((name) => [name, `FOREIGN_${name}`]))
  const lines = (await transform(code, { define })).code.split('\n')
  return lines.filter((line, at) => /FOREIGN_/.test(line) && !/typeof FOREIGN_/.test(`${lines[at - 1]}\n${line}`))
}

describe.each(['core.js', 'web/extension.js', 'web/server.js'])('%s', (bundle) => {
  test('asks for no module but the editor', async () => {
    const asked = await uses(bundle, ['require'])
    expect(asked.filter((line) => !/FOREIGN_require\("vscode"\)/.test(line))).toEqual([])
  })

  test('uses nothing of Node, evaluates no text, and speaks to nobody', async () => {
    expect(await uses(bundle, FOREIGN)).toEqual([])
    expect(readFileSync(join(inject('bundle'), bundle), 'utf8')).not.toMatch(/\bnew Function\(/)
  })
})

test('docs/web.md lists the tests that are skipped in a browser', () => {
  const suite = 'test/vscode/suite'
  const text = readdirSync(suite).map((name) => readFileSync(join(suite, name), 'utf8'))
  const skipped = [...text.join('\n').matchAll(/^\s*unlessOnTheWeb\(\s*'(.*)',/gm)].map(([, title]) => title)
  expect(text.join('\n').match(/\.skip\b/g)).toHaveLength(1)
  check('docs/web.md', (page) => between(page, 'skipped', skipped.map((title) => `- ${title}`).join('\n')))
})

test('the tests in a browser run in the oldest VS Code that the manifest allows', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))
  const [, oldest] = /\bweb = '(\d+\.\d+)\.\d+'/.exec(readFileSync('test/host/provision.mjs', 'utf8'))!
  expect(engines.vscode).toBe(`^${oldest}.0`)
})
