// Whether a release may be made of this tag: the manifest and the changelog must say the same version.
//   node release.mjs v1.2.3
// Prints what the changelog says of it, for the release's page; ends with 1, and why, where they disagree.
import { readFileSync } from 'node:fs'

const tag = process.argv[2] ?? ''
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const [, ...versions] = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m)
const [latest = ''] = versions
const [heading = '', ...notes] = latest.split('\n')
const wrong =
  tag !== `v${version}`
    ? `The tag is ${tag || 'missing'}, but package.json says ${version}. Users would get another version than the page names. Tag v${version}, or change the manifest.`
    : heading.split(' ')[0] !== version
      ? `CHANGELOG.md begins with "${heading}", not with ${version}. Nobody would learn what is new. Write its section.`
      : /unreleased/i.test(heading)
        ? `CHANGELOG.md still calls ${version} unreleased. Write the day there.`
        : undefined

if (wrong) {
  console.error(wrong)
  process.exitCode = 1
} else {
  console.log(notes.join('\n').trim())
}
