/**
 * Loaded before the command line: kills it before the step of writing whose number `DIE_AT` says, or when half of a file
 * is written, where that is the step.
 */
/** @type {Record<string, (...given: any[]) => Promise<unknown>>} */
const files = /** @type {any} */ (require('node:fs/promises'))
const { writeFileSync } = require('node:fs')

const at = Number(process.env.DIE_AT)
let step = 0

for (const name of ['writeFile', 'chmod', 'link', 'rename', 'rm', 'mkdir']) {
  const real = files[name]
  if (!real) throw new Error(`There is no ${name}.`)
  files[name] = (...given) => {
    if (step++ === at) {
      if (name === 'writeFile') writeFileSync(given[0], given[1].slice(0, given[1].length / 2), given[2])
      process.kill(process.pid, 'SIGKILL')
      return new Promise(() => {})
    }
    return real(...given)
  }
}
