import { expect, test } from 'vitest'
import { labels, NO_DISK, start } from './client.ts'

const today = `${NO_DISK}/orchard-minutes-2026-02-18.md`
const wrong = '# 2026-02-18\n\n- Monday 2026-02-18\n'
const earlier = 'orchard-minutes-2026-02-04.md'

test('a folder on no disk is read by way of the editor, with its settings', async () => {
  const client = await start(
    {},
    {
      onNoDisk: {
        [earlier]: '- @ilse',
        'years gone/minutes 2025 #1.md': '- @farid',
        'node_modules/dull/minutes.md': '- @quentina',
        '.hidden/minutes.md': '- @quentina',
        'minutebook.yml': 'rules:\n  weekday: off\n',
      },
    },
  )
  expect(labels(await client.complete(today, '- @$0')).sort()).toEqual(['@farid', '@ilse'])
  client.close(today)
  await client.open(today, wrong)
  expect(await client.findings(today)).toEqual([])
})

test('an editor that knows no such request has its open minutes checked all the same', async () => {
  const client = await start({}, { onNoDisk: null })
  await client.open(today, wrong)
  expect(await client.findings(today)).toEqual(['weekday: Monday 2026-02-18'])
})

test('files that lie far away are asked for together', async () => {
  const days = Array.from({ length: 25 }, (_, at) => `2025-01-${at + 1}`.replace(/-(?=\d$)/, '-0'))
  const client = await start(
    {},
    { onNoDisk: Object.fromEntries(days.map((day) => [`minutes-${day}.md`, `- @from-${day}`])) },
  )
  expect(labels(await client.complete(today, '- @$0'))).toHaveLength(25)
  expect(client.mostAtOnce).toBe(10)
})
