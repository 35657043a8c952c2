import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Import, imports } from './imports.ts'

/** The layers as `server/README.md` lists them, in the order in which they may build on each other. */
const layers = [...readFileSync('server/README.md', 'utf8').matchAll(/^\d+\. \*\*`(\w+)`\*\*/gm)].map(
  ([, name]) => name!,
)

let all: readonly Import[]
beforeAll(async () => {
  all = await imports()
})

const layerOf = (path: string) => /^server\/src\/(\w+)\//.exec(path)?.[1]
const isClient = (path: string) => path.startsWith('client/')

/** Expects no import to break a rule; says which ones do. */
function check(breaks: (each: Import) => boolean): void {
  expect(all.filter(breaks).map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
}

describe('the route is visible in the imports', () => {
  test('the list names every folder of the server', () => {
    const folders = new Set(all.flatMap(({ from }) => layerOf(from) ?? []))
    expect([...folders].sort()).toEqual([...layers].sort())
  })

  test('each layer imports only from those before it in the list', () => {
    check(({ from, to }) => !isClient(from) && layers.indexOf(layerOf(from)!) < layers.indexOf(layerOf(to)!))
  })

  test('the client knows of the server its messages alone', () => {
    check(({ from, to }) => isClient(from) && layerOf(to) !== undefined && to !== 'server/src/protocol/messages.ts')
    check(({ from, to }) => layerOf(from) !== undefined && isClient(to))
  })

  test('LSP stops at features and protocol', () => {
    const edge = ['features', 'protocol', 'entry']
    check(({ from, to }) => to.startsWith('vscode-') && !isClient(from) && !edge.includes(layerOf(from)!))
  })

  test('the editor is known to the client alone', () => {
    check(({ from, to }) => to === 'vscode' && !isClient(from))
    check(({ from, to }) => to.startsWith('vscode-languageclient') && !isClient(from))
    check(({ from, to }) => to.startsWith('vscode-languageserver') && isClient(from))
  })

  test('Node is known to the entries alone', () => {
    check(({ from, to }) => to.startsWith('node:') && layerOf(from) !== undefined && layerOf(from) !== 'entry')
  })

  test('translations are known to one file', () => {
    expect(all.filter(({ to }) => to === '@vscode/l10n' || /(?:^|\/)l10n\//.test(to)).map(({ from }) => from)).toEqual([
      'server/src/protocol/language.ts',
      'server/src/protocol/language.ts',
    ])
  })

  test('gray-matter is known to one file', () => {
    expect(all.filter(({ to }) => to === 'gray-matter').map(({ from }) => from)).toEqual([
      'server/src/minutes/front-matter.ts',
    ])
  })

  test('no files import each other in a circle', () => {
    expect(circles(all)).toEqual([])
  })
})

/** Every circle that a search along the imports comes upon. */
function circles(graph: readonly Import[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to, external } of graph) if (!external) next.set(from, [...(next.get(from) ?? []), to])
  const found: string[][] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file)
    if (start >= 0) found.push([...path.slice(start), file])
    if (start >= 0 || done.has(file)) return
    for (const other of next.get(file) ?? []) visit(other, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return found
}
