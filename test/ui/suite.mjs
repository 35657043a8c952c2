import assert from 'node:assert/strict'
import { pictures } from './picture.mjs'
import { views } from './views.mjs'

const latest = 'harbour-minutes-2026-03-18.md'
const earlier = 'harbour-minutes-2026-02-04.md'

/** @param {import('./workbench.mjs').Workbench} vscode */
export function suite(vscode) {
  const { page, rows, press, type } = vscode
  const suggestions = rows('.suggest-widget.visible')

  views(vscode)
  describe('Minutes in VS Code', () => {
    it('underlines what is wrong, and lists it', async () => {
      await vscode.openFile(latest)
      await page.locator('.monaco-editor .squiggly-warning').first().waitFor()
      await vscode.goTo(latest, 'Thursday')
      await page.locator('.monaco-editor .squiggly-error').first().waitFor()
      await press('Control+Shift+M')
      for (const words of ['Thursday', '18:00', '@marikobayashi']) {
        await rows('.markers-panel').filter({ hasText: words }).first().waitFor()
      }
      await vscode.picture('problems')
      await press('Control+Shift+M')
    })

    it('says on the spot what is wrong and what to do', async () => {
      await vscode.openFile(latest)
      await vscode.goTo(latest, 'Next meeting is')
      await press('F8')
      await page.locator('.marker-widget').waitFor()
      await vscode.picture('finding')
      await press('Escape')
    })

    it('completes a handle', async () => {
      await vscode.openFile(latest)
      await vscode.goTo(latest, 'write both counts', 'end of line')
      await press('Enter')
      await type('- @mar')
      await suggestions.filter({ hasText: '@marikobayashi' }).first().waitFor()
      await vscode.picture('handle')
      await press('Enter')
      await type(' - done')
      await vscode.saved(latest, 'into the register\n- @marikobayashi - done\n')
    })

    it('completes a link to a project', async () => {
      await vscode.openFile(latest)
      await vscode.goTo(latest, 'send the draft', 'end of line')
      await press('Enter')
      await type('- see [Lan')
      await suggestions.filter({ hasText: 'Lantern Register' }).first().waitFor()
      await vscode.picture('project')
      await press('Enter')
      await vscode.saved(latest, 'to the council\n- see [Lantern Register](https://example.org/harbour/lanterns)\n')
    })

    it('completes a day', async () => {
      await vscode.openFile(latest)
      await vscode.goTo(latest, 'Lantern Register](https://example.org/harbour/lanterns)\n', 'end of line')
      await press('Enter')
      await type('- count again next wed')
      // VS Code asks in Markdown only at certain signs.
      await press('Control+Space')
      await suggestions.filter({ hasText: '2026-03-25' }).first().waitFor()
      await vscode.picture('day')
      await press('Enter')
      await vscode.saved(latest, /- count again .*2026-03-25/)
    })

    it('tells at the pointer what it knows of a person', async () => {
      await vscode.openFile(latest)
      await vscode.goTo(latest, 'marikobayashi')
      await vscode.command('Show or Focus Hover')
      await page.locator('.monaco-hover').filter({ hasText: 'Attended' }).first().waitFor()
      await vscode.picture('hover')
      await press('Escape')
    })

    it('shows how long an action item has been open, and where it stood', async () => {
      await vscode.openFile(latest)
      await vscode.goTo(latest, '# ')
      const lens = page.locator('.codelens-decoration a').filter({ hasText: 'left out' }).first()
      await lens.waitFor()
      await vscode.picture('code lens')
      await lens.click()
      await page.locator('.peekview-widget .monaco-list-row').first().waitFor()
      await vscode.picture('appearances')
      await press('Escape')
    })

    it('renames a person across the book, after a preview', async () => {
      await vscode.openFile(latest)
      await vscode.goTo(latest, 'marikobayashi')
      await press('F2')
      await page.locator('.rename-box input').waitFor()
      await page.locator('.rename-box input').fill('mariko')
      await press('Control+Enter')
      const apply = page.getByRole('button', { name: 'Apply' })
      await apply.waitFor()
      await vscode.picture('rename preview')
      await apply.click()
      await vscode.says(earlier, /@mariko\b/)
      await vscode.says(latest, /@mariko\b/)
      for (const name of [earlier, latest]) assert.doesNotMatch(vscode.read(name), /@marikobayashi/)
      await vscode.goTo(latest, 'mariko,')
      await press('F2')
      await page.locator('.rename-box input').waitFor()
      await page.locator('.rename-box input').fill('marikobayashi')
      await press('Enter')
      for (const name of [earlier, latest]) await vscode.says(name, '@marikobayashi')
    })

    it('finds by name what stands in any minutes', async () => {
      await vscode.ask('#lantern')
      await rows('.quick-input-widget').filter({ hasText: 'Lantern' }).first().waitFor()
      await vscode.picture('workspace symbols')
      await press('Escape')
    })

    it('stamps the time with a key', async () => {
      await vscode.openFile(latest)
      await vscode.goTo(latest, '## 17:58 UTC')
      await type('##  - Break\n\n')
      for (const key of ['ArrowUp', 'ArrowUp', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await press(key)
      await press('Shift+Alt+T')
      // The editor shows blanks as no-break spaces.
      await page
        .locator('.view-line')
        .filter({ hasText: /\d\d:\d\d\sUTC\s-\sBreak/ })
        .waitFor()
      await vscode.picture('time stamp')
      await vscode.saved(latest, /^## \d\d:\d\d UTC - Break$/m)
    })

    it('repairs a wrong weekday', async () => {
      await vscode.openFile(latest)
      await vscode.goTo(latest, 'Thursday')
      await page.locator('.lightBulbWidget').waitFor()
      await press('Control+.')
      await rows('.action-widget').filter({ hasText: 'Wednesday' }).first().waitFor()
      await vscode.picture('fix')
      await press('Enter')
      await page
        .locator('.view-line')
        .filter({ hasText: /Wednesday.2026-04-01/ })
        .waitFor()
      await vscode.saved(latest, 'Next meeting is Wednesday 2026-04-01')
    })

    it('silences a rule for the folder', async () => {
      await vscode.openFile(latest)
      await vscode.goTo(latest, '@marikobayshi')
      await page.locator('.lightBulbWidget').waitFor()
      const remedies = rows('.action-widget')
      const ignore = remedies.filter({ hasText: 'Ignore handle-unknown here' }).first()
      await vscode.until(ignore, () => press('Control+.'))
      await vscode.picture('remedies')
      await remedies.filter({ hasText: 'Turn handle-unknown off for this folder' }).first().click()
      await vscode.goTo(latest, '@marikobayshi')
      // The other is about the time stamped above.
      await page.locator('.monaco-editor .squiggly-warning').nth(1).waitFor({ state: 'detached' })
    })

    it('underlines what is wrong in the settings', async () => {
      await rows('.explorer-folders-view').filter({ hasText: 'minutebook.yml' }).dblclick()
      await page.locator('.tab.active', { hasText: 'minutebook.yml' }).waitFor()
      await page.locator('.editor-instance .monaco-editor.focused').first().waitFor()
      await press('Control+End')
      await type('zones: [Europe/Atlantis')
      await page.locator('.monaco-editor .squiggly-warning').first().waitFor()
      await press('Control+Shift+M')
      await rows('.markers-panel').filter({ hasText: 'no time zone' }).first().waitFor()
      await vscode.picture('settings')
      await press('Control+Shift+M')
    })

    it('shows the outline', async () => {
      await vscode.openFile(latest)
      await vscode.command('Explorer: Focus on Outline View')
      await rows('.outline-tree').filter({ hasText: 'Meeting start' }).first().waitFor()
      await vscode.picture('outline')
    })

    it('offers its commands for minutes alone', async () => {
      const stamp = rows('.quick-input-widget').filter({ hasText: 'Insert Time Stamp' })
      await vscode.openFile(latest)
      // There are more than the list shows at once.
      await vscode.ask('>Minutebook: Insert')
      await stamp.waitFor()
      await vscode.picture('commands')
      await press('Escape')
      await vscode.openFile('README.md')
      await vscode.ask('>Minutebook: ')
      await rows('.quick-input-widget').filter({ hasText: 'New Minutes…' }).waitFor()
      assert.equal(await stamp.count(), 0)
      await press('Escape')
    })

    it('starts new minutes', async () => {
      await vscode.openFile(latest)
      await vscode.command('Minutebook: New Minutes…')
      const title = page.locator('.quick-input-title')
      await title.filter({ hasText: 'Template' }).waitFor()
      await vscode.picture('new minutes template')
      await vscode.pick(/./)
      await title.filter({ hasText: 'Day' }).waitFor()
      await page.locator('.quick-input-widget input').fill('2026-04-15')
      await vscode.picture('new minutes day')
      await press('Enter')
      await page.locator('.tab.active', { hasText: 'harbour-minutes-2026-04-15.md' }).waitFor()
      assert.match(vscode.read('harbour-minutes-2026-04-15.md'), /2026-04-15/)
      await vscode.picture('new minutes')
    })

    pictures(vscode)

    it('shows no error message', async () => {
      const errors = page.locator('.notification-toast', { has: page.locator('.codicon-error') })
      assert.deepEqual(await errors.locator('.notification-list-item-message').allTextContents(), [])
    })
  })
}
