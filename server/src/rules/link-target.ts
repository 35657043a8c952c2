import type { Book } from '../book/book.ts'
import { earlierMinutes, seriesWith } from '../book/earlier.ts'
import { seriesListedBy } from '../book/index-page.ts'
import { addressOf, targetPath } from '../book/link-path.ts'
import type { Part } from '../book/part.ts'
import type { Content, Link } from '../minutes/content.ts'
import { fileDay } from '../minutes/meeting.ts'
import { memo } from '../text/memo.ts'
import { phrase } from '../text/phrase.ts'
import { type Fix, type Message, type Report, type Rule, replace, type Subject, shiftReport } from './rule.ts'
import { alikeInCase, fileMeant, hasStem, isThere, nameOf } from './shared/files.ts'
import { labelMismatch } from './shared/label-mismatch.ts'
import { usualAddress } from './shared/usual-address.ts'

export const linkTarget: Rule = {
  id: 'link-target',
  severity: 'warning',
  summary: 'a link to a file that is not there; a label with a date other than its target’s',
  needsBook: true,
  waits: 'pause',
  reads: ({ content }) => content.links.length > 0 && content,
  document: (subject) => {
    const { minutes, book, path, settings } = subject
    // On the page that lists the minutes, labels are a matter of the rule `index`.
    const isIndex = seriesListedBy(settings, book, path).length > 0
    const earlier = earlierMinutes(book, path, MOST_EARLIER)
    return minutes.blocks.flatMap(({ content, from }) =>
      content.links.flatMap((link) => {
        const report = checkLink(content, link, subject, isIndex, earlier)
        return report ? [shiftReport(report, from)] : []
      }),
    )
  },
}

/** How many minutes back an address is remembered. */
const MOST_EARLIER = 12

function checkLink(
  content: Content,
  link: Link,
  subject: Subject,
  isIndex: boolean,
  earlier: readonly Part[],
): Report | undefined {
  const address = content.text.slice(link.address.from, link.address.to)
  if (/^<?https?:/i.test(address)) return damaged(content, link, address, subject, earlier)
  const target = targetPath(address, subject.path)
  if (target === undefined) return undefined
  const mismatch = labelMismatch(content, link, target, subject)
  if (mismatch) return isIndex ? undefined : mismatch
  return subject.files && missing(link, address, target, subject, subject.files)
}

/** An address that was copied from the minutes before, and damaged. */
function damaged(
  { text }: Content,
  link: Link,
  address: string,
  subject: Subject,
  earlier: readonly Part[],
): Report | undefined {
  const label = text.slice(link.label.from, link.label.to)
  const usual = usualAddress(label, address, earlier, subject)
  if (!usual) return undefined
  return {
    from: link.from,
    to: link.to,
    message: {
      wrong: phrase`In the minutes before, "${label}" led to ${usual}.`,
      why: phrase`A word of the address seems to have been damaged since; readers may find nothing.`,
      remedy: phrase`Take the address from there, if it did not change.`,
    },
    fixes: [replace(phrase`Link to ${usual}`, link.address, usual, { preferred: true })],
  }
}

/** A file that is not there. */
function missing(
  link: Link,
  address: string,
  target: string,
  subject: Subject,
  files: ReadonlySet<string>,
): Report | undefined {
  if (isThere(files, target) || subject.book.parts.has(target)) return undefined
  const report = (message: Message, fix?: Fix, quiet?: 'hint'): Report => ({
    from: link.from,
    to: link.to,
    message,
    fixes: fix ? [fix] : [],
    ...(quiet && { quiet }),
  })
  const extra = address.slice(address.search(/[?#]|$/)).replace(/>$/, '')
  const linkTo = (path: string): Fix => {
    const lead = address.startsWith('./') ? './' : ''
    return replace(phrase`Link to "${path}"`, link.address, lead + addressOf(path, subject.path) + extra, {
      preferred: true,
    })
  }
  const lost = phrase`Readers who follow the link will find nothing.`
  const before = withScheme(address)
  if (before) {
    const wrong = phrase`The link lacks "${before}", so it leads to a file of this folder that is not there.`
    const fix = replace(phrase`Put "${before}" before it`, { from: link.address.from, to: link.address.from }, before, {
      preferred: true,
    })
    return report({ wrong, why: lost, remedy: phrase`Put "${before}" before the address.` }, fix)
  }
  const cased = alikeInCase(files, target)
  if (cased) {
    const wrong = phrase`The link says "${nameOf(target)}"; the file is "${cased}".`
    const why = phrase`Most servers tell capital letters from small ones, and will find nothing.`
    return report({ wrong, why, remedy: phrase`Write it as the file is named.` }, linkTo(cased))
  }
  const name = nameOf(target)
  if (!/\.[a-z\d]{1,10}$/i.test(name)) return withoutEnding(address, target, subject, files, report, linkTo)
  const isPage = /\.html?$/i.test(name)
  // A site makes pages of its own, of sources that may be anything.
  if (isPage && hasStem(files, target) && isSite(files)) return undefined
  const source =
    isPage && files.has(target.replace(/\.html?$/i, '.md')) ? target.replace(/\.html?$/i, '.md') : undefined
  if (source) {
    const wrong = phrase`There is no file "${target}", only "${nameOf(source)}".`
    return report(
      {
        wrong,
        why: phrase`Where no site is made of these files, the link leads nowhere.`,
        remedy: phrase`Link to "${nameOf(source)}".`,
      },
      linkTo(source),
      'hint',
    )
  }
  const wrong = phrase`There is no file "${target}" in this folder.`
  // Until they are approved, minutes may live on a branch of their own.
  if (seriesWith(subject.book, target)) {
    const remedy = phrase`Correct the link, unless they are still to come.`
    return report(
      { wrong, why: phrase`The link works only when these minutes are here too.`, remedy },
      undefined,
      'hint',
    )
  }
  const meant = fileMeant(files, target)
  if (meant) return report({ wrong, why: lost, remedy: phrase`Did you mean "${meant}"?` }, linkTo(meant))
  const isMinutes = /\.md$/i.test(name) && fileDay(name) !== undefined
  const quiet = isMinutes || (isPage && isSite(files)) ? 'hint' : undefined
  return report({ wrong, why: lost, remedy: phrase`Correct the link, or add the file.` }, undefined, quiet)
}

/** A link to no file but perhaps to a page of a site, which is served without an ending. */
function withoutEnding(
  address: string,
  target: string,
  { path, book }: Subject,
  files: ReadonlySet<string>,
  report: (message: Message, fix?: Fix, quiet?: 'hint') => Report,
  linkTo: (path: string) => Fix,
): Report | undefined {
  const source = `${target}.md`
  if (files.has(source)) {
    if (/\/(?:[?#]|$)/.test(address) || linksWithoutEnding(book)) return undefined
    const wrong = phrase`The link leads to "${target}"; the file is "${nameOf(source)}".`
    const why = phrase`A site may find the page without its ending; GitHub and editors do not.`
    return report({ wrong, why, remedy: phrase`Write the ending too.` }, linkTo(source), 'hint')
  }
  // Seen from a page that is served as a folder, everything is one step further up.
  const asFolder = targetPath(address, path.replace(/\.[^./]*$/, '/'))
  if (hasStem(files, target) || (asFolder !== undefined && hasStem(files, asFolder))) return undefined
  if (seriesWith(book, source)) return undefined
  const wrong = phrase`There is no file or folder "${target}" here.`
  return report(
    { wrong, why: phrase`Readers who follow the link will find nothing.`, remedy: phrase`Correct the link.` },
    undefined,
    'hint',
  )
}

/** Whether the group leaves endings out everywhere, as wikis do. */
const linksWithoutEnding = memo(({ parts }: Book): boolean => {
  let [without, withIt] = [0, 0]
  for (const part of parts.values()) {
    const names = localNames(part)
    if (names.some((name) => !name.includes('.'))) without++
    if (names.some((name) => name.endsWith('.md'))) withIt++
  }
  return without >= HABIT && without > withIt
})

/** In how many minutes. */
const HABIT = 3

const localNames = memo(({ links, path }: Part): readonly string[] =>
  links.flatMap(({ address }) => {
    const target = targetPath(address, path)
    return target ? [nameOf(target)] : []
  }),
)

/** What an address of the web or of mail lacks; `undefined` where it may be a path. */
function withScheme(address: string): string | undefined {
  if (/^(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|edu|gov|io|dev)(?:[/?#]|$)/i.test(address))
    return 'https://'
  return /^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(address) ? 'mailto:' : undefined
}

/** Whether a program makes a site of these files. */
const isSite = (files: ReadonlySet<string>): boolean => SITES.some((name) => files.has(name))

const SITES = [
  '_config.yml',
  '_config.yaml',
  'mkdocs.yml',
  'hugo.toml',
  'config.toml',
  'conf.py',
  'docusaurus.config.js',
]
