import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { start } from '../protocol/client.ts'
import { everyCapability } from '../protocol/every-capability.ts'
import { SENTENCES } from './capabilities.ts'
import { between, check, table } from './written.ts'

/** The names of all that the server announces to an editor that can do everything, or registers soon after. */
async function announced(): Promise<readonly string[]> {
  const client = await start({ 'minutes-1.md': '- @ilse\n' }, { settings: {}, capabilities: everyCapability })
  // Says how offsets count, and answers nothing.
  const { positionEncoding: _, workspace, ...own } = client.initialized.capabilities
  const registered = client.said.flatMap(({ method, params }) =>
    method === 'client/registerCapability'
      ? (params as { registrations: { method: string }[] }).registrations.map(({ method }) => method)
      : [],
  )
  return [
    ...Object.entries(own).flatMap(([name, value]) => [name, ...further(value).map((each) => `${name}.${each}`)]),
    ...Object.entries(workspace ?? {})
      .flatMap(([name, value]) =>
        name === 'fileOperations' ? Object.keys(value as object).map((each) => `${name}.${each}`) : [name],
      )
      .map((name) => `workspace.${name}`),
    ...registered,
  ]
}

/** Further requests that go with a capability, such as `resolveProvider`. */
const further = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, said]) => (key.endsWith('Provider') && said === true ? [key] : []))
    : []

describe('what the server announces', () => {
  test('has a sentence in test/structure/capabilities.ts, and no other has', async () => {
    expect(Object.keys(SENTENCES).sort()).toEqual([...(await announced())].sort())
  })

  test('is listed in README.md', () => {
    const rows = Object.entries(SENTENCES).map(([name, { method, does }]) => [`\`${method}\``, `\`${name}\``, does])
    check('README.md', (text) => between(text, 'capabilities', table(['request', 'capability', 'what it does'], rows)))
  })

  test('has a protocol test that names its request', () => {
    const files = readdirSync('test/protocol').filter((name) => name.endsWith('.test.ts'))
    // That one sends odd requests of every kind.
    const tests = files.filter((name) => name !== 'connection.test.ts')
    const text = tests.map((name) => readFileSync(`test/protocol/${name}`, 'utf8')).join('\n')
    const untested = Object.values(SENTENCES).filter(({ method }) => !new RegExp(`${method}(?![\\w/])`).test(text))
    expect(untested).toEqual([])
  })
})
