import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { canProvision, provisionChromium } from './provision.mjs'

/** Nothing but the local server is reachable, so that no test depends on the network, or tells it anything. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
]

/** A headless Chromium: CHROME_PATH, else one which is installed, else one from npm. */
export async function launchBrowser() {
  const installed = installedBrowser()
  if (installed) return chromium.launch({ executablePath: installed, args })
  const { executablePath, libraries, fonts } = await provisionChromium()
  const { LD_LIBRARY_PATH, ...rest } = process.env
  return chromium.launch({
    executablePath,
    args,
    env: {
      ...rest,
      LD_LIBRARY_PATH: [LD_LIBRARY_PATH, libraries].filter(Boolean).join(delimiter),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: fonts }),
    },
  })
}

/** Why no browser can be had here, if so. */
export function browserMissing() {
  if (canProvision || installedBrowser()) return undefined
  return `no Chromium is installed, and npm has none for ${process.platform} ${process.arch} (CHROME_PATH can name one)`
}

function installedBrowser() {
  const { CHROME_PATH, PATH = '' } = process.env
  if (CHROME_PATH) return CHROME_PATH
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const inPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [...inPath, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((path) => existsSync(path))
}
