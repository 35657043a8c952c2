import { commands, Selection, type TextDocument, window } from 'vscode'
import { assert } from './assert.ts'
import { closeAll, open, place, poll } from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'

/** What the text says once it says it. */
const saying = (document: TextDocument, words: string): Promise<string> =>
  poll(
    async () => document.getText().includes(words) && document.getText(),
    () => document.getText(),
  )

function caretAt(text: string): void {
  const editor = window.activeTextEditor!
  const at = place(editor.document, text)
  editor.selection = new Selection(at, at)
}

describe('Recording', () => {
  afterEach(closeAll)

  it('marks attendance, in one step of undo', async () => {
    const document = await open(latest)
    const before = document.getText()
    await commands.executeCommand('minutebook.markAttendance', [
      { key: '@bertrand', attending: 'regrets' },
      { key: '@tove', attending: 'late', remark: 'joined 17:20' },
      { key: '@newcomer', attending: 'present' },
    ])
    assert.ok(
      document
        .getText()
        .includes(
          '- Attendees\n  - @annik, @oyvind, @marikobayashi, @tove (joined 17:20), @newcomer\n- Regrets\n  - @bertrand\n',
        ),
      document.getText(),
    )
    await commands.executeCommand('undo')
    assert.equal(document.getText(), before)
  })

  it('asks with the keyboard alone who is here, and who sent regrets', async () => {
    const document = await open(latest)
    const marking = commands.executeCommand('minutebook.markAttendance')
    // Enter takes those who are listed; then nobody is chosen either.
    let done = false
    marking.then(() => {
      done = true
    })
    await poll(async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      return done
    })
    assert.ok(
      document.getText().includes('  - @annik, @bertrand, @oyvind, @marikobayashi, @tove\n'),
      document.getText(),
    )
    assert.equal(document.isDirty, false)
  })

  it('checks an action item off, and opens it again', async () => {
    const document = await open(latest)
    caretAt('send the draft')
    await commands.executeCommand('minutebook.checkOff')
    await saying(document, '- [x] @tove - send the draft')
    await commands.executeCommand('minutebook.checkOff')
    await saying(document, '- [ ] @tove - send the draft')
  })

  it('gives an action item to somebody else', async () => {
    const document = await open(latest)
    caretAt('send the draft')
    await commands.executeCommand('minutebook.assignAction', '@annik')
    await saying(document, '- [ ] @annik - send the draft')
  })

  it('makes a note of an action item, and the other way round', async () => {
    const document = await open(latest)
    caretAt('send the draft')
    await commands.executeCommand('minutebook.toggleAction')
    await saying(document, '- @tove - send the draft')
    await commands.executeCommand('minutebook.toggleAction')
    await saying(document, '- [ ] @tove - send the draft')
  })

  it('notes a decision below the caret, and goes on behind it', async () => {
    const document = await open(latest)
    caretAt('send the draft')
    await commands.executeCommand('minutebook.recordDecision', 'the fees stay')
    await saying(document, 'send the draft to the council\n- **Decision:** the fees stay\n')
    assert.equal(window.activeTextEditor!.selection.active.line, place(document, 'the fees stay').line)
  })

  it('does not stamp the minutes of another day', async () => {
    const document = await open(latest)
    const before = document.getText()
    await commands.executeCommand('minutebook.stampEnd')
    assert.equal(document.getText(), before)
  })
})
