import { open } from '@vscode/test-web'
import { root } from './folders.mjs'
import { provisionWeb } from './provision.mjs'
import { freePort } from './serve.mjs'

/**
 * Serves VS Code for the Web with this extension, as vscode.dev is served, on a folder that it sees as a virtual one: what
 * is changed there stays in the memory of the page.
 *
 * @param {string} folderPath
 * @param {{ port?: number, extensionTestsPath?: string, extension?: string }} [options]
 */
export async function serveWeb(folderPath, { port = 0, extensionTestsPath, extension = root } = {}) {
  const { folder, commit } = await provisionWeb()
  const free = await freePort(port)
  const { dispose } = await open({
    browserType: 'none',
    // By this name, since parts of the page come from names below it.
    host: 'localhost',
    port: free,
    quality: 'stable',
    commit,
    testRunnerDataDir: folder,
    extensionDevelopmentPath: extension,
    folderPath,
    ...(extensionTestsPath && { extensionTestsPath }),
  })
  return { address: `http://localhost:${free}`, stop: dispose }
}
