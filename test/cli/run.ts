import { spawn } from 'node:child_process'
import { mkdtempSync, realpathSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { type Files, fill } from '../protocol/client.ts'

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A folder with these files, gone after the test. */
export async function folder(files: Files = {}): Promise<string> {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'minutebook-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  // Readable by whoever a test may run as.
  await chmod(path, 0o755)
  await fill(path, files)
  return path
}

export const cli = (): string => join(inject('bundle'), 'cli.js')

interface Options {
  readonly env?: Readonly<Record<string, string>>
  /** The user to run as. */
  readonly uid?: number
}

/** Runs `minutebook` in a folder, with its output in pipes. */
export const run = (cwd: string, args: readonly string[], options: Options = {}): Promise<Outcome> =>
  execute(process.execPath, [cli(), ...args], cwd, options)

/** Runs any program. It fails the test if it has not ended after some seconds. */
export function execute(command: string, args: readonly string[], cwd: string, { env, uid }: Options = {}) {
  return new Promise<Outcome>((resolve, reject) => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env
    const child = spawn(command, args, {
      cwd,
      env: { ...inherited, LC_ALL: 'C', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid !== undefined && { uid }),
    })
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      out += data
    })
    child.stderr.setEncoding('utf8').on('data', (data: string) => {
      err += data
    })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`It did not end.\n${out}${err}`))
    }, 15_000)
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, out, err })
    })
  })
}

/** Runs `minutebook check` on files. */
export const check = async (files: Files, ...args: readonly string[]): Promise<Outcome> =>
  run(await folder(files), ['check', ...args])
