import assert from 'node:assert/strict'

const latest = 'harbour-minutes-2026-03-18.md'

/**
 * The Minutebook view, by keyboard, and how it looks in each kind of theme.
 *
 * @param {import('./workbench.mjs').Workbench} vscode
 */
export function views(vscode) {
  const { page, rows, press } = vscode
  const tree = rows('.tree-explorer-viewlet-tree-view')
  const line = (/** @type {string} */ text) => tree.filter({ hasText: text })

  /** @param {string} [theme] without one, all stays @returns the one that there was */
  async function choosesTheme(theme) {
    await press('Control+K')
    await press('Control+T')
    const focused = page.locator('.quick-input-widget .monaco-list-row.focused .monaco-highlighted-label')
    const before = (await focused.first().textContent()) ?? ''
    if (theme) {
      await page.locator('.quick-input-widget input').fill(theme)
      await vscode.pick(theme)
    } else await press('Escape')
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
    return before
  }

  describe('The Minutebook view', () => {
    it('shows meetings, open actions and people', async () => {
      await vscode.openFile(latest)
      await vscode.command('Minutebook: Show Meetings, Open Actions and People')
      for (const text of ['03-18 Wed', 'write both counts', '4 of 4']) await line(text).first().waitFor()
      await vscode.picture('views')
    })

    it('checks an action off by keyboard, and opens it again', async () => {
      await line('write both counts').first().click()
      await page.locator('.tab.active', { hasText: latest }).waitFor()
      // From the tree to the first of its boxes.
      await press('Tab')
      await page.locator('.custom-view-tree-node-item-checkbox:focus').waitFor()
      await press('Space')
      await vscode.says(latest, '- [x] @annik - write both counts')
      await line('write both counts').filter({ hasText: 'done' }).first().waitFor()
      await vscode.picture('views checked')
      await line('write both counts').first().click({ button: 'right' })
      await page.locator('.context-view .action-label', { hasText: 'Open Again' }).waitFor()
      await vscode.picture('views menu')
      await press('ArrowDown')
      await press('ArrowDown')
      await press('Enter')
      await vscode.says(latest, '- [ ] @annik - write both counts')
      await line('write both counts').filter({ hasText: 'new' }).first().waitFor()
    })

    it('shows where an action item stood', async () => {
      const action = line('write both counts').first()
      await vscode.until(page.locator('.peekview-widget').first(), async () => {
        await action.hover()
        await action.getByRole('button', { name: 'Show Appearances' }).click()
      })
      await vscode.picture('views appearances')
      await press('Escape')
    })

    it('opens what a meeting was about', async () => {
      await vscode.command('Minutebook: Focus on Meetings View')
      const meeting = line('03-18 Wed')
      await page.locator('.monaco-list:focus', { hasText: '03-18 Wed' }).waitFor()
      await vscode.until(meeting.and(page.locator('.focused')), async () => {
        await press('Home')
        await press('ArrowDown')
      })
      const topic = line('Lantern Register').first()
      await vscode.until(topic, () => press('ArrowRight'))
      await topic.click()
      await page.locator('.tab.active', { hasText: latest }).waitFor()
      await vscode.picture('views topics')
    })

    it('can be read in a light, a dark and each high-contrast theme', async () => {
      const usual = await choosesTheme()
      for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast']) {
        await choosesTheme(theme)
        await page.mouse.move(700, 700)
        await line('write both counts').first().waitFor()
        await vscode.picture(`views ${theme}`)
      }
      await choosesTheme(usual)
    })

    it('can be read at 200 %', async () => {
      const size = page.viewportSize()
      assert.ok(size)
      await page.setViewportSize({ width: size.width / 2, height: size.height / 2 })
      try {
        await vscode.command('Minutebook: Show Meetings, Open Actions and People')
        await line('write both counts').first().waitFor()
        await vscode.picture('views 200 percent')
      } finally {
        // In so small a window the next tests would not find what they look for.
        await page.setViewportSize(size)
      }
      await vscode.command('View: Show Explorer')
    })
  })
}
