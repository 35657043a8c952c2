import { commands, type TextDocument, type Uri, workspace } from 'vscode'
import { assert } from './assert.ts'
import { closeAll, file, findings, findingsWhere, folder, open, read, remove, write } from './minute-book.ts'

describe("A folder's own templates", () => {
  const templates = file('.minutebook')
  beforeEach(async () => workspace.fs.createDirectory(file('.minutebook/templates')))
  afterEach(async () => {
    await closeAll()
    await remove(templates)
  })

  for (const name of ['call-minutes.md', 'call.liquid']) {
    it(`say what is wrong in them as one types: ${name}`, async () => {
      // Our own minutes wake the server.
      await open('harbour-minutes-2026-03-18.md')
      const template = await written(name, '---\nmeeting_time: x\n---\n# A\n\n{{ dat }}\n[]  x\n')
      assert.deepEqual(await findingsWhere(template, (found) => found.length > 0), ['warning template: dat'])
      assert.deepEqual(findings(template), ['warning template: dat'])
    })
  }

  it('make new minutes', async () => {
    await written('call.md', '# {{ weekday }} {{ date }}\n\n- Chair: …\n')
    const given = { folder, template: 'call', date: '2026-04-01' }
    const made = await commands.executeCommand<Uri | undefined>('minutebook.newMinutes', given)
    assert.equal(await read(made!), '# Wednesday 2026-04-01\n\n- Chair: …\n')
    await closeAll()
    await remove(made!)
  })
})

async function written(name: string, text: string): Promise<TextDocument> {
  const path = `.minutebook/templates/${name}`
  await write(file(path), text)
  return open(path)
}
