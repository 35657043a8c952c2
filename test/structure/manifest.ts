import { readdirSync, readFileSync } from 'node:fs'

/** The languages beside English that we are in. */
export const translations: readonly string[] = readdirSync('l10n').flatMap(
  (name) => /^bundle\.l10n\.(\w+)\.json$/.exec(name)?.[1] ?? [],
)

/** The strings of the manifest, by what stands for them in `package.json` between two `%`. */
export type Strings = Readonly<Record<string, string>>

/** Where the manifest's strings of a language are; without one, the English ones. */
export const stringsFile = (language?: string): string => `package.nls${language ? `.${language}` : ''}.json`

export const stringsIn = (language?: string): Strings => JSON.parse(readFileSync(stringsFile(language), 'utf8'))

/** What stands for strings in the manifest, in its order, each once. */
export function stringKeys(): readonly string[] {
  const { scripts, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8'))
  return [...new Set([...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key!))]
}

/** The manifest as those see it who have the editor in a language; without one, in English. */
export function manifestIn(language?: string): unknown {
  const strings = stringsIn(language)
  return JSON.parse(readFileSync('package.json', 'utf8'), (_, value) =>
    typeof value === 'string' ? value.replace(/^%(.+)%$/, (whole, key) => strings[key] ?? whole) : value,
  )
}

/** The strings as their file has them: those that the manifest shows, in its order. */
export const stringsWritten = (strings: Strings): string =>
  `${JSON.stringify(Object.fromEntries(stringKeys().map((key) => [key, strings[key] ?? ''])), null, 2)}\n`
