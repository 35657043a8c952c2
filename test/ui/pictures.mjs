/**
 * `npm run pictures`: makes the pictures of README and docs/tour.md anew, by walking the tour in a real VS Code with the
 * packaged extension.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, temporaryFolder } from '../host/folders.mjs'
import { withPalette } from './palette.mjs'
import { LOOK, tour } from './tour.mjs'
import { openWorkbench } from './workbench.mjs'

const folder = join(temporaryFolder('pictures'), 'lighthouse')
cpSync(join(root, 'examples'), folder, { recursive: true })
const vscode = await openWorkbench(folder, join(root, 'minutebook.vsix'), LOOK)
const { page } = vscode

try {
  await tour(vscode, async (path, part) => {
    const small = withPalette(await still({ x: 0, y: 0, width: LOOK.width, height: LOOK.height, ...part }))
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), small)
    console.log(`${path}: ${Math.round(small.length / 1000)} KB`)
  })
} catch (error) {
  await vscode.picture('failed picture')
  throw error
} finally {
  await vscode.close()
}

/**
 * The picture that two looks at the window agree on: nothing says when VS Code has drawn all there is.
 *
 * @param {import('./tour.mjs').Part} clip
 */
async function still(clip) {
  // Where nothing lights up below it.
  await page.mouse.move(LOOK.width / 2, LOOK.height - 1)
  const take = () => page.screenshot({ clip, caret: 'hide', animations: 'disabled' })
  /** @type {Buffer | undefined} */
  let before
  for (;;) {
    const png = await take()
    if (before?.equals(png)) return png
    before = png
    await page.waitForTimeout(500)
  }
}
