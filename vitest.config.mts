import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vitest/config'
import { misspellingsForVite } from './misspellings.mjs'

/** As the bundler does: a template that ships is a text. */
const templatesAsText: Plugin = {
  name: 'templates-as-text',
  load: (id) => (id.endsWith('.liquid') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : undefined),
}

export default defineConfig({
  plugins: [misspellingsForVite, templatesAsText],
  test: {
    include: ['test/**/*.test.ts'],
    // These run inside a real VS Code, each with a runner of its own.
    exclude: ['**/node_modules/**', 'test/vscode/**', 'test/ui/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Most of them wait for processes that they start.
    maxWorkers: '100%',
    globalSetup: ['test/bundle.ts'],
    // Servers under test leave nothing in the folders of whoever runs them.
    env: { NODE_DISABLE_COMPILE_CACHE: '1' },
  },
})
