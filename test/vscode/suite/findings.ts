import { Range, window, workspace } from 'vscode'
import { assert } from './assert.ts'
import { closeAll, findingsWhere, open, ourDiagnostics, place } from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'
const planted = [
  'warning handle-unknown: @marikobayshi',
  'error weekday: Thursday 2026-04-01',
  'error time-zone: 18:00',
]
const setRules = (rules: object | undefined) => workspace.getConfiguration('minutebook').update('rules', rules)

describe('Findings', () => {
  afterEach(async () => {
    await setRules(undefined)
    await closeAll()
  })

  it('stand under what is wrong', async () => {
    const minutes = await open(latest)
    assert.deepEqual(await findingsWhere(minutes, (found) => found.length >= planted.length), planted)
  })

  it('say what is wrong, why it matters and what to do', async () => {
    const minutes = await open(latest)
    await findingsWhere(minutes, (found) => found.length > 0)
    for (const { message } of ourDiagnostics(minutes)) assert.match(message, /^.+\.\n.+\. .+[.?]$/)
  })

  it('are absent where nothing is wrong', async () => {
    const minutes = await open(latest)
    await findingsWhere(minutes, (found) => found.length > 0)
    const earlier = await open('harbour-minutes-2026-03-04.md')
    await findingsWhere(earlier, (found) => found.length === 0)
  })

  it('follow the text as it is typed', async () => {
    const minutes = await open(latest)
    await findingsWhere(minutes, (found) => found.includes('error weekday: Thursday 2026-04-01'))

    await replace('Thursday', 'Wednesday')
    assert.deepEqual(
      await findingsWhere(minutes, (found) => found.length < planted.length),
      planted.filter((each) => !each.includes('weekday')),
    )

    await replace('Wednesday 2026-04-01', 'Friday 2026-04-01')
    await findingsWhere(minutes, (found) => found.includes('error weekday: Friday 2026-04-01'))
  })

  it('of a rule that is off disappear, and come back with it', async () => {
    const minutes = await open(latest)
    await findingsWhere(minutes, (found) => found.length >= planted.length)

    await setRules({ weekday: 'off' })
    assert.deepEqual(
      await findingsWhere(minutes, (found) => !found.some((each) => each.includes('weekday'))),
      planted.filter((each) => !each.includes('weekday')),
    )

    await setRules({ weekday: 'information' })
    await findingsWhere(minutes, (found) => found.includes('information weekday: Thursday 2026-04-01'))
  })
})

async function replace(text: string, replacement: string): Promise<void> {
  const editor = window.activeTextEditor!
  const range = new Range(place(editor.document, text), place(editor.document, text, 'end'))
  assert.ok(await editor.edit((edit) => edit.replace(range, replacement)))
}
