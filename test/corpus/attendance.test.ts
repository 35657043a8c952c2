import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node'
import { Commands, type MarkedPerson, type Roster } from '../../server/src/protocol/messages.ts'
import { start, type TestClient } from '../protocol/client.ts'

/** Real minutes of groups with many habits. They are not ours to publish, so they may be missing. */
const FOLDER = '../shared/corpus'
const there = existsSync(FOLDER)
if (!there) console.log(`Skipped: ${FOLDER} with its real minutes is not here.`)

const NOW = '2026-03-01T17:20:00Z'
const outcomes: { readonly path: string; readonly what: string }[] = []

const GROUPS: readonly string[] = there
  ? ['cpansec/meetings', ...readdirSync(`${FOLDER}/others`).map((name) => `others/${name}`)]
  : []

/** The minutes of a group, as files of one folder. */
function filesOf(group: string): ReadonlyMap<string, string> {
  const names = readdirSync(`${FOLDER}/${group}`).filter((name) => name.endsWith('.md'))
  return new Map(
    names.map((name, index) => {
      const text = readFileSync(`${FOLDER}/${group}/${name}`, 'utf8').replace(/^\uFEFF/, '')
      // Every second one as Windows has it.
      const ours = index % 2 === 0 ? text : text.replace(/\r?\n/g, '\r\n')
      return [`meetings/${name.replaceAll('__', '/')}`, ours]
    }),
  )
}

/** What became of minutes in which two invented people were marked. */
async function outcomeOf(client: TestClient, path: string): Promise<string> {
  const uri = client.uri(path)
  const before = client.text(path)
  const roster = () => client.execute<Roster>(Commands.roster, { uri, now: NOW })
  const { people } = await roster()
  const byHandle = people.filter(({ key }) => key.startsWith('@')).length > people.length / 2
  const [here, away] = byHandle ? ['@wilhelmina-q', '@bartholomew-z'] : ['Wilhelmina Quint', 'Bartholomew Zane']
  const marks: readonly MarkedPerson[] = [
    { key: here!, attending: 'present' },
    { key: away!, attending: 'regrets' },
  ]
  const found = await client.findings(path)
  const edits = () => client.said.filter(({ method }) => method === 'workspace/applyEdit').length
  const made = edits()
  const mark = () => client.execute(Commands.markAttendance, { uri, people: marks })
  try {
    await mark()
  } catch {
    return client.text(path) === before ? 'refused' : 'refused, and changed'
  }
  const after = client.text(path)
  if (edits() !== made + 1) return 'not one step of undo'
  if (lost(before, after, [here!, away!])) return 'something is lost'
  if (before.includes('\r\n') && /[^\r]\n/.test(after)) return 'mixed line ends'
  const old = new Set(before.split(/\r?\n/))
  const fresh = (await client.diagnostics(path)).flatMap((each) => {
    // What a hint says of other lines was so before; it may have waited for us to go on.
    const isOurs =
      each.severity! <= DiagnosticSeverity.Warning || !old.has(after.split(/\r?\n/)[each.range.start.line]!)
    const brief = client.brief(path, each)
    return isOurs && !found.includes(brief) ? [brief] : []
  })
  if (fresh.length > 0) return `new findings: ${fresh.join('; ')}`
  const now = new Map((await roster()).people.map(({ key, attending }) => [key, attending]))
  const isSaid = (key: string, attending: string) => now.get(byHandle ? key : key.toLowerCase()) === attending
  if (!isSaid(here!, 'present') || !isSaid(away!, 'regrets')) return 'not said'
  if (people.some(({ key, attending }) => attending && now.get(key) !== attending)) return 'somebody else changed'
  await mark()
  return client.text(path) === after ? 'right' : 'not the same when marked again'
}

/** Whether a line is gone, or has changed otherwise than by our people at its end. */
function lost(before: string, after: string, names: readonly string[]): boolean {
  const bare = (line: string) =>
    names
      .reduce((text, name) => text.replace(new RegExp(`(?:[,;] )?${name}`), ''), line)
      .replace(/…|\.\.\.|\(none\)/g, '')
      .trimEnd()
  const lines = after.split(/\r?\n/).map(bare)
  let at = 0
  for (const line of before.split(/\r?\n/).map(bare)) {
    at = lines.indexOf(line, at) + 1
    if (at === 0) return true
  }
  return false
}

describe.skipIf(!there)('Attendance marked in real minutes', () => {
  test.each(GROUPS)('of %s is right, or refused', async (group) => {
    const files = filesOf(group)
    const client = await start(Object.fromEntries(files), { applies: true, deadline: 60_000 })
    for (const [path, text] of files) {
      if (path.endsWith('README.md')) continue
      await client.open(path, text)
      outcomes.push({ path: `${group}: ${path}`, what: await outcomeOf(client, path) })
      client.close(path)
    }
    const own = outcomes.filter(({ path }) => path.startsWith(`${group}: `))
    expect(own.filter(({ what }) => what !== 'right' && what !== 'refused')).toEqual([])
  })

  afterAll(() => {
    const right = outcomes.filter(({ what }) => what === 'right').length
    console.log(`Attendance marked: ${right} of ${outcomes.length} right.`)
    for (const { path, what } of outcomes) if (what !== 'right') console.log(`    ${path}: ${what}`)
  })
})
