import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { manifestIn, translations } from './manifest.ts'

interface Step {
  readonly id: string
  readonly description: string
  readonly media: { readonly svg: string; readonly altText: string }
  readonly completionEvents: readonly string[]
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[]
    readonly viewsWelcome: readonly { readonly contents: string }[]
    readonly walkthroughs: readonly {
      readonly title: string
      readonly description: string
      readonly steps: readonly Step[]
    }[]
  }
}

/** How many lines words take, of so many letters each. */
const linesOf = (words: string, width: number): number => words.match(new RegExp(`.{1,${width}}(?: |$)`, 'g'))!.length

describe.each([undefined, ...translations])('the walkthrough in the language %s', (language) => {
  const { contributes } = manifestIn(language) as Manifest
  const steps = contributes.walkthroughs.flatMap((each) => each.steps)
  const commands = new Set(contributes.commands.map(({ command }) => command))

  test('runs commands that exist, and each of its steps is done by one that it offers', () => {
    expect(steps).toHaveLength(5)
    for (const { id, description, completionEvents } of steps) {
      const offered = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command!)
      expect([id, offered.filter((command) => !commands.has(command))]).toEqual([id, []])
      expect(completionEvents).toEqual(offered.map((command) => `onCommand:${command}`))
    }
  })

  test('is called by few enough words that a narrow editor shows them all', () => {
    for (const { title, description } of contributes.walkthroughs) {
      // VS Code shows three lines of each; in an editor 180 px wide, 13 and 16 letters fit on one.
      expect(linesOf(title, 13)).toBeLessThanOrEqual(3)
      expect(linesOf(description, 16)).toBeLessThanOrEqual(3)
    }
  })

  test('has, and so have the empty views, no code in them, whose signs VS Code would show', () => {
    const { walkthroughs, viewsWelcome } = contributes
    const shown = [
      ...walkthroughs.map(({ description }) => description),
      ...steps.map(({ description }) => description),
      ...viewsWelcome.map(({ contents }) => contents),
    ]
    expect(shown.filter((text) => text.includes('`'))).toEqual([])
  })

  test('has a picture for each step, which says what it shows', () => {
    for (const { media } of steps) {
      expect(existsSync(media.svg)).toBe(true)
      expect(media.altText).not.toBe('')
    }
  })
})
