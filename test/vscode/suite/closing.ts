import { commands, env, type Uri, window } from 'vscode'
import { assert } from './assert.ts'
import { closeAll, file, open, read, remove } from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'

describe('Closing a meeting', () => {
  afterEach(closeAll)

  it('Export Calendar writes an .ics file where it is told', async () => {
    await open('harbour-minutes-2026-03-04.md')
    const target = file('harbour.ics')
    const written = await commands.executeCommand<Uri | undefined>('minutebook.exportCalendar', {
      what: 'next',
      target,
    })
    assert.equal(written?.toString(), target.toString())
    const text = await read(target)
    assert.match(text, /^BEGIN:VCALENDAR\r\n/)
    assert.match(text, /\r\nDTSTART[:;].*20260318/)
    await remove(target)
  })

  it('Summarize Minutes opens a text, or copies it', async () => {
    await open(latest)
    const summarize = (form: string, to: string) =>
      commands.executeCommand<string | undefined>('minutebook.summarize', { form, to })
    const copied = await summarize('mail', 'clipboard')
    assert.match(copied ?? '', /2026-03-18/)
    assert.equal(await env.clipboard.readText(), copied)
    const shown = await summarize('markdown', 'editor')
    assert.match(shown ?? '', /^## /)
    assert.equal(window.activeTextEditor?.document.getText(), shown)
    assert.equal(window.activeTextEditor?.document.languageId, 'markdown')
  })
})
