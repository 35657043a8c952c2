/** Runs the language server, over standard input and output. */
export function runServer(): void {
  if (process.stdin.isTTY) console.error('minutebook: The language server waits for an editor. Ctrl+C ends it.')
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio')
  require('./server.js')
}
