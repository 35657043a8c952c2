import { defineConfig } from 'vitest/config'
import { misspellingsForVite } from './misspellings.mjs'

export default defineConfig({
  plugins: [misspellingsForVite],
  test: {
    include: ['test/**/*.test.ts'],
    // These run inside a real VS Code, each with a runner of its own.
    exclude: ['**/node_modules/**', 'test/vscode/**', 'test/ui/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Most of them wait for processes that they start.
    maxWorkers: '100%',
    globalSetup: ['test/bundle.ts'],
  },
})
