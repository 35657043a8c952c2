import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { downloadAndUnzipVSCode } from '@vscode/test-electron'
import { cache } from './folders.mjs'
import { canProvision } from './provision.mjs'

/** The desktop release of the same version as the workbench that npm has. */
const version = '1.139.1'

export const downloadDesktop = () => downloadAndUnzipVSCode({ version, cachePath: join(cache, 'desktop') })

/**
 * What the tests run in: VSCODE_EXECUTABLE where that is set; the stand-in where npm has all it needs, unless
 * MINUTEBOOK_DESKTOP asks otherwise; else a desktop VS Code, downloaded.
 */
export async function executableForTests() {
  const { VSCODE_EXECUTABLE, MINUTEBOOK_DESKTOP } = process.env
  if (VSCODE_EXECUTABLE) return VSCODE_EXECUTABLE
  if (canProvision && !MINUTEBOOK_DESKTOP) return fileURLToPath(new URL('code.mjs', import.meta.url))
  return downloadDesktop()
}

/** The `code` command of an installed desktop VS Code, where there is a screen to show it on. */
export function installedDesktop() {
  const { DISPLAY, WAYLAND_DISPLAY, PATH = '' } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return undefined
  const command = process.platform === 'win32' ? 'code.cmd' : 'code'
  return PATH.split(delimiter)
    .map((folder) => join(folder, command))
    .find((path) => existsSync(path))
}
