import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { RULES } from '../../server/src/rules/index.ts'
import { DEFAULTS, LEVELS } from '../../server/src/settings/settings.ts'

/** `WRITE=1 npx vitest run test/structure/truth` makes the files say what the code says. */
const write = Boolean(process.env.WRITE)

/** Expects a file to be as the code would have it; with `WRITE`, makes it so. */
function check(path: string, wanted: (text: string) => string): void {
  const text = readFileSync(path, 'utf8')
  const right = wanted(text)
  if (write && text !== right) writeFileSync(path, right)
  else expect(text, 'Run: WRITE=1 npx vitest run test/structure/truth').toBe(right)
}

const sentence = (words: string) => `${words[0]!.toUpperCase()}${words.slice(1)}.`

describe('nothing is kept true by hand', () => {
  test('the settings that the manifest contributes', () => {
    check('package.json', (text) => {
      const manifest = JSON.parse(text)
      const { properties } = manifest.contributes.configuration
      properties['minutebook.files'].default = DEFAULTS.files
      const before = properties['minutebook.rules'].properties
      properties['minutebook.rules'].properties = Object.fromEntries(
        RULES.map(({ id, severity, summary }) => {
          const described: string = before[id]?.markdownDescription ?? sentence(summary)
          const markdownDescription = `${described.replace(/ Default: `\w+`\.$/, '')} Default: \`${severity}\`.`
          return [id, { type: 'string', enum: LEVELS, default: severity, markdownDescription }]
        }),
      )
      return `${JSON.stringify(manifest, null, 2)}\n`
    })
  })

  test('the rules that README.md lists', () => {
    check('README.md', (text) => {
      const page = (id: string) => `server/src/rules/${id}.md`
      const rows = RULES.map(({ id, severity, summary, waits }) => {
        const name = existsSync(page(id)) ? `[\`${id}\`](${page(id)})` : `\`${id}\``
        return `| ${name} | ${severity}${waits ? ', waits' : ''} | ${summary} |`
      })
      const table = ['| rule | level | what it finds |', '| --- | --- | --- |', ...rows].join('\n')
      return text.replace(
        /(<!-- rules: begin -->\n)[\s\S]*?(<!-- rules: end -->)/,
        (_, begin: string, end: string) => `${begin}${table}\n${end}`,
      )
    })
  })

  test('the version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    expect([lock.version, lock.packages[''].version]).toEqual([version, version])
    expect(readFileSync('CHANGELOG.md', 'utf8')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm'))
  })

  test('server/README.md says of every dependency why it is there', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const text = readFileSync('server/README.md', 'utf8')
    const unnamed = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !text.includes(`\`${name}\``))
    expect(unnamed).toEqual([])
  })
})

describe('what we publish', () => {
  test('names no place on a machine of ours', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(existsSync)
    const place = /(?<![\w.:/-])\/(?:home|root|Users|work|tmp)\/\w|[A-Z]:\\Users\\/
    const found = tracked.filter((path) => path !== OWN && place.test(readFileSync(path, 'utf8')))
    expect(found).toEqual([])
  })

  test('binds nobody to a registry', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"')
  })

  test.skipIf(!existsSync('dist/server.js'))('evaluates no text', () => {
    for (const bundle of ['dist/server.js', 'dist/cli.js']) {
      const code = readFileSync(bundle, 'utf8')
      expect(code).not.toMatch(/(?<![\w.$])eval\(/)
      expect(code).not.toMatch(/\bnew Function\(/)
    }
  })
})

const OWN = 'test/structure/truth.test.ts'
