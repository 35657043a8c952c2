/** The tour of docs/tour.md, on a copy of `examples/`, with a picture wherever that page or README shows one. */

const hurried = 'meetings/lighthouse-minutes-2026-04-01.md'
const next = 'meetings/lighthouse-minutes-2026-04-15.md'
const name = (/** @type {string} */ path) => path.slice(path.lastIndexOf('/') + 1)

/** Every picture that the tour makes. */
export const PICTURES = /** @type {const} */ ([
  'images/problems.png',
  'docs/images/fix.png',
  'docs/images/new-minutes.png',
  'docs/images/mark-attendance.png',
  'docs/images/recorded.png',
  'docs/images/finish.png',
  'docs/images/summary.png',
  'docs/images/view.png',
  'images/attendance.png',
])

/** The window that the pictures show, and what of VS Code would only take room in it. */
export const LOOK = {
  width: 900,
  height: 620,
  scale: 2,
  settings: {
    'breadcrumbs.enabled': false,
    'editor.lightbulb.enabled': 'off',
    'editor.matchBrackets': 'never',
    'editor.minimap.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'editor.scrollbar.vertical': 'hidden',
    'editor.stickyScroll.enabled': false,
    'window.commandCenter': false,
    'workbench.activityBar.location': 'hidden',
    'workbench.editor.editorActionsLocation': 'hidden',
    'workbench.layoutControl.enabled': false,
  },
}

/** @typedef {{ x: number, y: number, width: number, height: number }} Part */

/**
 * @param {import('./workbench.mjs').Workbench} vscode
 * @param {(path: typeof PICTURES[number], part?: Partial<Part>) => Promise<void>} picture of the window, or a part of it
 */
export async function tour(vscode, picture) {
  const { page, rows, press, type, pick } = vscode
  const title = page.locator('.quick-input-title')
  const titled = (/** @type {string | RegExp} */ text) => title.filter({ hasText: text }).waitFor()
  const shows = (/** @type {RegExp} */ text) => page.locator('.view-line').filter({ hasText: text }).waitFor()

  const counts = (/** @type {string} */ problems) =>
    page.locator('[id="status.problems"]').filter({ hasText: problems }).waitFor()

  await vscode.openFile(name(hurried))
  await page.locator('.monaco-editor .squiggly-warning').first().waitFor()
  await vscode.command('View: Close Primary Side Bar')
  await press('Control+Shift+M')
  await rows('.markers-panel').nth(2).waitFor()
  await vscode.goTo(hurried, 'Elect next meeting')
  await picture('images/problems.png', { height: 578 })
  await press('Control+j')
  await page.locator('.markers-panel').waitFor({ state: 'hidden' })

  await vscode.goTo(hurried, 'Tuesday 2026')
  await vscode.until(rows('.action-widget').filter({ hasText: 'to "Thursday"' }), () => press('Control+.'))
  await picture('docs/images/fix.png', { height: 480 })
  await press('Enter')
  await shows(/Thursday.2026-04-23/)
  await vscode.goTo(hurried, '- [] @fay-foghorn')
  await vscode.command('Fix All')
  await shows(/\[.\].@fay-foghorn.–.asks/)
  for (const left of ['1 3', '0 3', '0 2', '0 1']) {
    await counts(left)
    await press('F8')
    await page.locator('.marker-widget').waitFor()
    await vscode.until(rows('.action-widget').first(), () => press('Control+.'))
    await press('Enter')
    await press('Escape')
  }
  await vscode.saved(hurried, 'Regrets: @bo-beacon\n')

  await vscode.command('Minutebook: New Minutes from Previous…')
  await titled('Day')
  await press('Enter')
  await rows('.quick-input-widget').filter({ hasText: 'Create' }).first().waitFor()
  await picture('docs/images/new-minutes.png', { height: 480 })
  await pick('Create')
  await page.locator(`.tab.active[aria-label^="${name(next)}"]`).waitFor()
  await shows(/Meeting.chair:.…/)

  await type('@st')
  await rows('.suggest-widget.visible').filter({ hasText: '@sten-harbour' }).first().waitFor()
  await press('Enter')
  await shows(/Meeting.chair:.@sten-harbour/)
  await press('Shift+Alt+P')
  await titled('Who Is Here')
  for (let people = 0; people < 5; people++) {
    await press('ArrowDown')
    if (people !== 3) await press('Space')
  }
  await page.locator('.quick-input-widget .quick-input-count').filter({ hasText: '4' }).waitFor()
  await picture('docs/images/mark-attendance.png', { height: 420 })
  await press('Enter')
  await titled('Regrets')
  await press('ArrowDown')
  await press('Space')
  await press('Enter')
  await shows(/Regrets:.@\w/)
  await vscode.saved(next, /Regrets: @\w/)

  await vscode.goTo(next, '@ida-lens – writes', 'end of line')
  await press('Enter')
  await type('- asks the four oldest packages first')
  await vscode.command('Minutebook: Give Action Item To…')
  await titled('Who Will Do It')
  await rows('.quick-input-widget').filter({ hasText: '@ida-lens' }).waitFor()
  await page.locator('.quick-input-widget input[type=text]').first().fill('ida')
  await pick('@ida-lens')
  await shows(/@ida-lens.–.asks.the.four/)
  await vscode.command('Minutebook: Record Decision…')
  await titled('Decision')
  await type('every release gets a bill of materials')
  await press('Enter')
  await shows(/Decision:.every/)
  await vscode.saved(next, 'Decision: every')
  await picture('docs/images/recorded.png', { height: 440 })

  await vscode.command('Minutebook: Finish Minutes…')
  await titled('6 things are open')
  await picture('docs/images/finish.png', { height: 420 })
  await press('Enter')
  await titled('when the meeting began')
  await press('Enter')
  await titled('5 things are open')
  await press('Enter')
  await titled(/^Who took the minutes/)
  await press('Enter')
  await titled('4 things are open')
  await press('Enter')
  for (const question of [/^Who approved/, /^Who merged/]) {
    await titled(question)
    await press('ArrowDown')
    await press('Space')
    await press('Enter')
  }
  await page.locator('.quick-input-message').filter({ hasText: 'In which request' }).waitFor()
  await type('23')
  await press('Enter')
  await titled('3 things are open')
  await press('Enter')
  await titled('when the meeting ended')
  await type('16:50')
  await press('Enter')
  await titled('2 things are open')
  await press('Enter')
  await titled('one thing is open')
  await press('Enter')
  await page.locator('.statusbar-item').filter({ hasText: 'Nothing is missing' }).waitFor()
  await vscode.command('File: Save All')
  await vscode.says(next, '16:50 UTC - Meeting end')

  await vscode.command('Minutebook: Export Calendar…')
  await titled('Export Calendar')
  await press('Enter')
  await page.locator('.quick-input-widget').getByText('OK').waitFor()
  await press('Enter')
  await page.locator('.statusbar-item').filter({ hasText: 'written to' }).waitFor()

  await vscode.command('Minutebook: Summarize Minutes…')
  await pick('Markdown')
  await pick('editor')
  await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor()
  await picture('docs/images/summary.png', { height: 340 })

  await vscode.openFile(name(next))
  await vscode.command('Minutebook: Show Meetings, Open Actions and People')
  await rows('.tree-explorer-viewlet-tree-view').filter({ hasText: '04-15 Wed' }).waitFor()
  // Wide enough for what stands there.
  const edges = await Promise.all((await page.locator('.monaco-sash.vertical').all()).map((sash) => sash.boundingBox()))
  const edge = edges.find((box) => box && box.x > 150 && box.x < 350)
  await page.mouse.move((edge?.x ?? 0) + 2, 300)
  await page.mouse.down()
  await page.mouse.move(420, 300, { steps: 5 })
  await page.mouse.up()
  await picture('docs/images/view.png')
  await vscode.command('View: Close Primary Side Bar')

  await vscode.command('Minutebook: Show Attendance')
  await page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame').locator('svg').waitFor()
  await picture('images/attendance.png', { x: 10, y: 40, width: 550, height: 500 })
}
