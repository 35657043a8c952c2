import { expect, test } from 'vitest'
import { folder, run } from './run.ts'

const minutes = { 'minutes-2026-03-04.md': '# Minutes 2026-03-04\n' }

test('templates are listed, the folder’s own first', async () => {
  const own = { '.minutebook/templates/call.md': '{% comment %}\nlabel: Our call\n{% endcomment %}\n# {{ date }}\n' }
  const { code, out, err } = await run(await folder({ ...minutes, ...own }), ['templates'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^id .*\ncall +Our call .*\.minutebook\/templates\/call\.md\nlong /)
  const json = JSON.parse((await run(await folder({ ...minutes, ...own }), ['templates', '--json'])).out)
  expect(json[0]).toEqual({
    id: 'call',
    label: 'Our call',
    description: '.minutebook/templates/call.md',
    path: '.minutebook/templates/call.md',
  })
})

test('a mistake in one is told with its line', async () => {
  const own = { '.minutebook/templates/call.md': '# A\n{{ dat }}\n' }
  const { code, err } = await run(await folder({ ...minutes, ...own }), ['templates'])
  expect(code).toBe(1)
  expect(err).toContain('.minutebook/templates/call.md, line 2: There is no variable "dat".')
})

test('a template is not checked as minutes', async () => {
  const files = {
    ...minutes,
    'minutebook.yml': 'templates: meetings/templates\n',
    'meetings/templates/call-minutes.md': '---\nmeeting_time: x\n---\n[] x  \n',
  }
  const { code, out } = await run(await folder(files), ['check'])
  expect([code, out]).toEqual([0, '1 file checked: nothing found.\n'])
})
