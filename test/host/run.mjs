import { spawn } from 'node:child_process'

/**
 * Runs a program to its end. What it prints is shown only where it fails, unless `options.stdio` says otherwise.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<void>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    child.stdout?.on('data', (data) => {
      output += data
    })
    child.stderr?.on('data', (data) => {
      output += data
    })
    child.on('error', reject)
    child.on('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`${program} ${args.join(' ')}\nended with ${signal ?? `status ${code}`}.\n${output}`)),
    )
  })
}

/** npm is a batch file on Windows, which Node starts through a shell only. */
const shell = process.platform === 'win32'

/**
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export const npm = (args, options = {}) => run('npm', args, { shell, ...options })
