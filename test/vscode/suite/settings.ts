import { type CodeAction, CodeActionKind, commands, type Uri, window, workspace } from 'vscode'
import { assert } from './assert.ts'
import {
  closeAll,
  exists,
  file,
  findingsWhere,
  folder,
  open,
  ourDiagnostics,
  read,
  remove,
  write,
} from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'
const settings = file('minutebook.yml')
const aboutWeekday = (found: string[]) => found.some((each) => each.includes(' weekday: '))

describe('minutebook.yml', () => {
  afterEach(async () => {
    await closeAll()
    if (await exists(settings)) await remove(settings)
  })

  it('is written from the book, and opened', async () => {
    await open(latest)
    const made = await commands.executeCommand<Uri | undefined>('minutebook.createConfiguration', folder)
    assert.equal(made?.toString(), settings.toString())
    assert.equal(window.activeTextEditor?.document.uri.toString(), made?.toString())
    assert.match(await read(settings), /^people:\n[\s\S]*^ {4}annik: /m)
  })

  it('has what is wrong in it underlined', async () => {
    await findingsWhere(await open(latest), (found) => found.length > 0)
    await write(settings, 'zones: [Europe/Atlantis]\n')
    const document = await open('minutebook.yml')
    await findingsWhere(document, (found) => found.length > 0)
    assert.match(ourDiagnostics(document)[0]!.message, /^"zones", entry 1, is no time zone/)
  })

  it('is written by the quick fix that turns a rule off, and counts at once', async () => {
    const minutes = await open(latest)
    await findingsWhere(minutes, aboutWeekday)
    const finding = ourDiagnostics(minutes).find(({ code }) => typeof code === 'object' && code.value === 'weekday')
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      minutes.uri,
      finding!.range,
      CodeActionKind.QuickFix.value,
      20,
    )
    const action = actions.find(({ title }) => title === 'Turn weekday off for this folder')
    assert.ok(await workspace.applyEdit(action!.edit!))
    await findingsWhere(minutes, (found) => !aboutWeekday(found))
    const document = await workspace.openTextDocument(settings)
    assert.match(document.getText(), /^rules:\n {2}weekday: off\n/m)
    await document.save()
    await remove(settings)
    await findingsWhere(minutes, aboutWeekday)
  })
})

describe('Fix all', () => {
  afterEach(closeAll)

  it('mends what is safe to mend, and nothing else', async () => {
    const minutes = await open(latest)
    await findingsWhere(minutes, aboutWeekday)
    const editor = window.activeTextEditor!
    await editor.edit((edit) => edit.insert(minutes.positionAt(minutes.getText().length), '\n- [] sweep\n'))
    await findingsWhere(minutes, (found) => found.some((each) => each.includes(' checkbox: ')))
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      minutes.uri,
      editor.selection,
      CodeActionKind.SourceFixAll.append('minutebook').value,
      20,
    )
    assert.equal(actions.length, 1)
    assert.ok(await workspace.applyEdit(actions[0]!.edit!))
    assert.ok(minutes.getText().endsWith('\n- [ ] sweep\n'))
    assert.ok(aboutWeekday(await findingsWhere(minutes, (found) => !found.some((each) => each.includes('checkbox')))))
  })
})
