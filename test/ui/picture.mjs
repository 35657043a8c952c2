const latest = 'harbour-minutes-2026-03-18.md'
/** What a theme is called, and what the workbench and a page in it are then. */
const themes = {
  dark: ['Dark Modern', 'vs-dark', 'vscode-dark'],
  light: ['Light Modern', 'vs', 'vscode-light'],
  contrast: ['Dark High Contrast', 'hc-black', 'vscode-high-contrast'],
}

/** The attendance picture and the preview, in each kind of theme and enlarged. @param {import('./workbench.mjs').Workbench} vscode */
export function pictures(vscode) {
  const { page, press, pick } = vscode
  const inside = () => page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame')

  /** @param {string[]} theme */
  async function choose([theme = '', kind, within]) {
    await press('Control+k')
    await press('Control+t')
    await page.locator('.quick-input-widget input').fill(theme)
    await pick(theme)
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
    await page.locator(`.monaco-workbench.${kind}`).waitFor()
    // Inside, colours follow the workbench's.
    await inside().locator(`body[data-vscode-theme-kind="${within}"]`).waitFor()
  }

  it('shows the attendance in every kind of theme, and enlarged', async () => {
    await vscode.openFile(latest)
    await vscode.command('Minutebook: Show Attendance')
    await inside().locator('svg').waitFor()
    for (const [name, theme] of Object.entries(themes)) {
      await choose(theme)
      await vscode.picture(`attendance ${name}`)
    }
    await choose(themes.dark)
    await page.setViewportSize({ width: 640, height: 400 })
    await vscode.picture('attendance small')
    await page.setViewportSize({ width: 1280, height: 800 })
    await inside().locator('summary').focus()
    await press('Enter')
    await inside().locator('caption').waitFor()
    await vscode.picture('attendance table')
  })

  it('previews minutes with links, in every kind of theme', async () => {
    await vscode.openFile(latest)
    await press('Control+Shift+V')
    await inside().locator('.minutebook-person').first().waitFor()
    for (const [name, theme] of Object.entries(themes)) {
      await choose(theme)
      await vscode.picture(`preview ${name}`)
    }
    await choose(themes.dark)
  })

  it('leads through five steps', async () => {
    await vscode.command('Welcome: Open Walkthrough...')
    await page.locator('.quick-input-widget input').fill('Minutes in Five Steps')
    await pick('Minutes in Five Steps')
    await page.locator('.getting-started-step').nth(4).waitFor()
    await press('Control+b')
    await inside().locator('svg').first().waitFor()
    await vscode.picture('walkthrough')
    await press('Control+b')
  })
}
