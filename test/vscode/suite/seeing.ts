import { commands, TabInputWebview, type TextDocument, type Uri, window } from 'vscode'
import { attendancePage } from '../../../client/src/views/attendance-page.ts'
import { assert } from './assert.ts'
import { closeAll, file, open, place, read, remove } from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'

describe('Seeing', () => {
  afterEach(closeAll)

  it('Show Attendance opens a panel, one for all, that can be closed', async () => {
    await open(latest)
    await commands.executeCommand('minutebook.showAttendance')
    await untilPanels(1)
    await commands.executeCommand('minutebook.showAttendance', { uri: file(latest).toString(), meetings: 2 })
    await untilPanels(1)
    await closePanels()
    await untilPanels(0)
  })

  it('Save Attendance Picture writes the picture as a file', async () => {
    await open(latest)
    const target = file('attendance.svg')
    const saved = await commands.executeCommand<Uri | undefined>('minutebook.saveAttendance', target)
    assert.equal(saved?.toString(), target.toString())
    const svg = await read(target)
    assert.match(svg, /^<svg [^>]*role="img"[\s\S]*@bertrand/)
    await remove(target)
    await closePanels()
  })

  it('The page of the panel runs no script, loads nothing, and lets no markup in', () => {
    const page = attendancePage(
      {
        svg: '<svg></svg>',
        table: {
          meetings: [{ uri: 'a', day: '2026-03-18', there: 1, open: 0 }],
          people: [{ name: '<script>alert(1)</script>', at: ['present'], attended: 1 }],
          total: 30,
        },
      },
      { folder: 'file:///"><b>' },
    )
    const [, nonce] = /content="default-src 'none'; style-src 'nonce-([\w-]+)'"/.exec(page)!
    assert.ok(page.includes(`<style nonce="${nonce}">`))
    assert.doesNotMatch(page, /<script|<b>| style=|src=/)
    assert.match(page, /command:minutebook\.showAttendance\?/)
  })

  it('The Markdown preview links what minutes name, and leaves other Markdown alone', async () => {
    const minutes = await open(latest)
    const editor = window.activeTextEditor!
    await editor.edit((edit) => edit.insert(place(minutes, '### [Lantern'), '- see CVE-2026-11111\n\n'))
    assert.match(
      await renderedWhere(minutes, /cve\.org/),
      /<a href="https:\/\/www\.cve\.org\/[^>]*>CVE-2026-11111<\/a>/,
    )
    const other = await open('README.md')
    await window.activeTextEditor!.edit((edit) => edit.insert(other.positionAt(0), 'CVE-2026-11111\n\n'))
    assert.doesNotMatch(await rendered(other), /cve\.org/)
  })
})

const closePanels = () => window.tabGroups.close(panels())

const panels = () =>
  window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('minutebook.attendance')),
  )

/** Waits for so many: VS Code tells of its tabs a little later than it opens them. */
async function untilPanels(number: number): Promise<void> {
  const deadline = Date.now() + 30_000
  while (panels().length !== number) {
    assert.ok(Date.now() < deadline, `There are ${panels().length} panels.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const rendered = (document: TextDocument) => commands.executeCommand<string>('markdown.api.render', document)

/** Renders until the page says this: the preview never waits for what is known of words. */
async function renderedWhere(document: TextDocument, words: RegExp): Promise<string> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const page = await rendered(document)
    if (words.test(page) || Date.now() > deadline) return page
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
