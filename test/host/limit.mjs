/** How long a suite inside VS Code may take, in milliseconds. */
const timeLimit = 5 * 60_000

/** Says when a suite takes too long, and settles to the status of a failure. @returns {Promise<number>} */
export function limit() {
  return new Promise((resolve) => {
    setTimeout(() => {
      console.error(`The tests did not end within ${timeLimit / 60_000} minutes.`)
      resolve(1)
    }, timeLimit).unref()
  })
}
