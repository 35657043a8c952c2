/** VS Code in a browser, as a user meets it: keys go in, and what is on the screen or on the disk comes out. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../host/browser.mjs'
import { results } from '../host/folders.mjs'
import { serveWorkbench } from '../host/serve.mjs'

// Much longer than anything takes, for machines with much else to do.
const patience = 30_000
const pictures = join(results, 'ui')

/**
 * @param {string} folder to open
 * @param {string} vsix the extension, as users get it
 * @param {{ settings?: Readonly<Record<string, unknown>>, width?: number, height?: number, scale?: number }} [look]
 */
export async function openWorkbench(folder, vsix, { settings = {}, width = 1280, height = 800, scale = 1 } = {}) {
  const [browser, server] = await Promise.all([launchBrowser(), serveWorkbench({ vsix, settings })])
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale })
  page.setDefaultTimeout(patience)
  await page.goto(server.page(folder))
  await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor()

  const rows = (/** @type {string} */ list) => page.locator(`${list} .monaco-list-row`)
  const press = (/** @type {string} */ keys) => page.keyboard.press(keys)
  const type = (/** @type {string} */ text) => page.keyboard.type(text)

  /** The entry of the list at the top that Enter takes, where it says this. @param {string | RegExp} text */
  const chosen = (text) => page.locator('.quick-input-widget .monaco-list-row.focused').filter({ hasText: text })

  /** Picks from the list at the top, once its first entry says this. @param {string | RegExp} text */
  async function pick(text) {
    await chosen(text).waitFor()
    await press('Enter')
  }

  return {
    page,
    folder,
    rows,
    press,
    type,
    pick,

    /** The file, as it is on the disk. @param {string} name */
    read: (name) => readFileSync(join(folder, name), 'utf8'),

    /** Types into the box at the top. `>` begins a command. @param {string} text */
    async ask(text) {
      const box = page.locator('.quick-input-widget input')
      // A box that closes at that moment takes the key along.
      for (let tries = 0; tries < 5; tries++) {
        await press('F1')
        const typed = await box.fill(text, { timeout: 3000 }).then(
          () => true,
          () => false,
        )
        if (typed) return
      }
      await press('F1')
      await box.fill(text)
    },

    /** @param {string} title */
    async command(title) {
      await this.until(chosen(title), () => this.ask(`>${title}`))
      await press('Enter')
    },

    /** @param {string} name */
    async openFile(name) {
      await this.until(chosen(name), () => this.ask(name))
      await press('Enter')
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
      await page.locator('.tab.active', { hasText: name }).waitFor()
      await page.locator('.editor-instance .view-line').first().waitFor()
    },

    /**
     * Puts the caret before the first place where the file says this, or at the end of that line.
     *
     * @param {string} name
     * @param {string} text
     * @param {'before' | 'end of line'} [side]
     */
    async goTo(name, text, side = 'before') {
      const content = this.read(name)
      const offset = content.indexOf(text)
      assert.notEqual(offset, -1, `${name} does not say “${text}”.`)
      const before = content.slice(0, offset).split('\n')
      const column = side === 'before' ? (before.at(-1)?.length ?? 0) + 1 : Number.MAX_SAFE_INTEGER
      await this.ask(`:${before.length}:${column}`)
      await press('Enter')
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
      await page.locator('.editor-instance .monaco-editor.focused').first().waitFor()
    },

    /**
     * Does something, and again where nothing came of it: what VS Code draws anew at that moment loses a key or a click.
     *
     * @param {import('playwright-core').Locator} shown what is to come of it
     * @param {() => Promise<void>} act
     */
    async until(shown, act) {
      for (let tries = 0; tries < 5; tries++) {
        await act()
        const came = await shown.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        )
        if (came) return
      }
      await shown.waitFor()
    },

    /** Saves, and waits until the file on the disk says this. @param {string} name @param {string | RegExp} text */
    async saved(name, text) {
      await press('Control+s')
      await this.says(name, text)
    },

    /** Waits until the file on the disk says this. @param {string} name @param {string | RegExp} text */
    async says(name, text) {
      await eventually(
        () => (typeof text === 'string' ? this.read(name).includes(text) : text.test(this.read(name))),
        () => `${name} does not say ${text}:\n${this.read(name)}`,
      )
    },

    /** @param {string} name */
    async picture(name) {
      mkdirSync(pictures, { recursive: true })
      await page.screenshot({ path: join(pictures, `${name}.png`) })
    },

    async close() {
      await browser.close()
      await server.stop()
    },
  }
}

/** @typedef {Awaited<ReturnType<typeof openWorkbench>>} Workbench */

/**
 * @param {() => boolean | Promise<boolean>} ask
 * @param {() => string} describe
 */
async function eventually(ask, describe) {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    if (await ask()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(describe())
}
