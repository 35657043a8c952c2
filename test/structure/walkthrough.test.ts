import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Step {
  readonly id: string
  readonly description: string
  readonly media: { readonly svg: string; readonly altText: string }
  readonly completionEvents: readonly string[]
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: {
    readonly commands: readonly { readonly command: string }[]
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[]
  }
}
const steps = contributes.walkthroughs.flatMap((each) => each.steps)
const commands = new Set(contributes.commands.map(({ command }) => command))
/** What comes with the rest of this release. */
const COMING = ['minutebook.newFromPrevious']

test('the walkthrough runs commands that exist, and each of its steps is done by one that it offers', () => {
  expect(steps).toHaveLength(5)
  for (const { id, description, completionEvents } of steps) {
    const offered = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command!)
    expect([id, offered.filter((command) => !commands.has(command) && !COMING.includes(command))]).toEqual([id, []])
    expect(completionEvents).toEqual(offered.map((command) => `onCommand:${command}`))
  }
})

test('the walkthrough has a picture for each step, which says what it shows', () => {
  for (const { media } of steps) {
    expect(existsSync(media.svg)).toBe(true)
    expect(media.altText).not.toBe('')
  }
})
