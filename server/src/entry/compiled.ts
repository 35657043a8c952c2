import { isAscii } from 'node:buffer'
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'

/** What was run, and how to keep what V8 has compiled of it by then. */
export interface Ran {
  readonly exports: unknown
  /** Does nothing where that was kept before, and where it cannot be kept. */
  readonly keep: () => void
}

/**
 * Runs a bundle of ours as `require` would, but with what V8 compiled of it at an earlier start: to compile it again is a
 * good part of the time until the first findings. Node does the same itself from version 22.8 on, and editors still bring
 * older ones. Bundles beside it that it asks for are run in this way too.
 *
 * @param path absolute.
 */
export function runCompiled(path: string): Ran {
  const unkept: (() => void)[] = []
  const exports = run(path, unkept)
  const keep = () => {
    for (const each of unkept.splice(0)) each()
  }
  return { exports, keep }
}

/** @param unkept gets what keeps the compiled form of each file that has none yet. */
function run(path: string, unkept: (() => void)[]): unknown {
  const code = readFileSync(path)
  const file = fileFor(path)
  const cachedData = file && readKept(file, code)
  // One byte for each letter, where that is enough.
  const source = code.toString(isAscii(code) ? 'latin1' : 'utf8')
  const script = new Script(Module.wrap(source), { filename: path, ...(cachedData && { cachedData }) })
  const module = { exports: {} }
  script.runInThisContext().call(module.exports, module.exports, requireFor(path, unkept), module, path, dirname(path))
  // Otherwise nothing holds on to the code.
  if (file && !(cachedData && !script.cachedDataRejected)) unkept.push(keeper(file, code, script))
  return module.exports
}

function requireFor(path: string, unkept: (() => void)[]): (id: string) => unknown {
  const require = createRequire(path)
  return (id) => (id.startsWith('./') ? run(join(dirname(path), id), unkept) : require(id))
}

const keeper = (file: string, code: Buffer, script: Script) => () => keep(file, code, script.createCachedData())

/** Where the compiled form of a file is kept: below the folder that the system has for such things of this user. */
function fileFor(path: string): string | undefined {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return undefined
  const folder = join(cacheFolder(), 'minutebook')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // What lies there will be run: nobody else may write it.
    const { uid, mode } = lstatSync(folder)
    if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) return undefined
  } catch {
    return undefined
  }
  return join(folder, `${basename(path, '.js')}-${process.versions.modules}-${process.arch}.bin`)
}

function cacheFolder(): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env
  if (process.platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  return XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache')
}

/**
 * Before what was kept: which code it was made from, and a checksum of it. V8 itself looks whether it is of its version.
 * `undefined` where Node is too old for checksums (before 20.15, which old editors bring), and for code that does not say
 * which it is.
 */
function headOf(code: Buffer, data: Buffer): Buffer | undefined {
  const build = code.subarray(-BUILD)
  if (!(crc32 as unknown) || build.toString('latin1', 0, 3) !== '//#') return undefined
  const head = Buffer.alloc(HEAD)
  build.copy(head)
  head.writeUInt32LE(crc32(data), BUILD)
  return head
}
/** The length of the line with a digest of the code that each such bundle ends with. */
const BUILD = 67
const HEAD = BUILD + 4

function readKept(file: string, code: Buffer): Buffer | undefined {
  try {
    const kept = readFileSync(file)
    const data = kept.subarray(HEAD)
    return headOf(code, data)?.equals(kept.subarray(0, HEAD)) ? data : undefined
  } catch {
    return undefined
  }
}

/** Wholly or not at all: another server may read it at this moment. */
function keep(file: string, code: Buffer, data: Buffer): void {
  const head = headOf(code, data)
  if (!head) return
  const temporary = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(temporary, Buffer.concat([head, data]), { flag: 'wx', mode: 0o600 })
    renameSync(temporary, file)
  } catch {
    // The next start is as slow as this one was.
    rmSync(temporary, { force: true })
  }
}
