import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PICTURES } from '../ui/tour.mjs'

const pages = ['.', 'docs', 'docs/editors', 'examples', 'server'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join(folder, name)),
)
const shown = pages.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, says, path]) => ({
    page,
    says: says!,
    path: posix.join(posix.dirname(page), path!),
  })),
)
const pngs = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .map((name) => `${folder}/${name}`)
const size = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + statSync(path).size, 0)

describe('the pictures in our pages', () => {
  test('are there, and say what they show', () => {
    expect(shown.filter(({ path, says }) => !existsSync(path) || says === '')).toEqual([])
  })

  test('are those that `npm run pictures` makes, and no others are kept', () => {
    const made = [...PICTURES].sort()
    expect([...new Set(shown.map(({ path }) => path))].sort()).toEqual(made)
    expect([...pngs('images'), ...pngs('docs/images')].sort()).toEqual(made)
  })

  test('are small enough that no page needs long to load', () => {
    expect(size(pngs('images'))).toBeLessThan(150_000)
    expect(size(pngs('docs/images'))).toBeLessThan(800_000)
  })
})
