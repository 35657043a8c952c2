import type { Id } from '../minutes/ids.ts'
import { memo, memoBy } from '../text/memo.ts'
import type { Book } from './book.ts'
import { isListed } from './names.ts'
import type { LinkUse } from './part.ts'
import { documentsWith } from './vocabulary.ts'

// What an id or a handle leads to depends on the group: "RFC 12" may be the IETF's or a programming language's own,
// `a/b#12` one of several forges', `Foo::Bar` Perl's or Ruby's. Its minutes tell by what they link to.

/** Where forges keep an issue; each leads on from there where it is a pull request. */
const FORGES: Readonly<Record<string, string>> = {
  'github.com': '/issues/',
  'gitlab.com': '/-/issues/',
  'codeberg.org': '/issues/',
}
const IETF = ['rfc-editor.org', 'ietf.org', 'datatracker.ietf.org', 'tools.ietf.org', 'httpwg.org']
const PERL = ['cpan', 'metacpan', 'perl']
/** Words of those who write modules with `::` as well. */
const OTHERS = ['raku', 'ruby', 'rust', 'rails']

interface Evidence {
  readonly hosts: ReadonlySet<string>
  /** `owner` and `owner/repo`, in lower case, with the forges they are linked at. */
  readonly repositories: ReadonlyMap<string, ReadonlySet<string>>
  /** What stands before the handle in the addresses of links that are a handle alone. */
  readonly pages: string | undefined
}

const LINK = /^<?https?:\/\/(?:www\.)?([\w.-]{1,100})(?:\/([\w-]{1,100})(?:\/([\w.-]{1,100}))?)?/i
const HANDLE = /^@([A-Za-z0-9][\w-]{0,98})$/

/** What the links of one document tell. */
const toldBy = memo((links: readonly LinkUse[]) =>
  links.flatMap(({ label, address }) => {
    const found = LINK.exec(address)
    if (!found) return []
    const [, host, owner, repository] = found
    const handle = HANDLE.exec(label)?.[1]?.toLowerCase()
    const isPage = handle && address.toLowerCase().endsWith(`/${handle}`) && !/[<>\s]/.test(address)
    return {
      host: host!.toLowerCase(),
      repositories: [owner, owner && repository && `${owner}/${repository}`]
        .filter(Boolean)
        .map((each) => each!.toLowerCase()),
      ...(isPage && { page: { before: address.slice(0, -handle.length), handle } }),
    }
  }),
)

/** Typing mostly changes no link, and then this stays. */
const links = ({ roster, parts }: Book): [object, ...unknown[]] => [
  roster,
  parts.size,
  ...[...parts.values()].map((part) => part.links),
]

const evidenceOf = memoBy(links, (book: Book): Evidence => {
  const hosts = new Set<string>()
  const repositories = new Map<string, Set<string>>()
  const pages = new Map<string, Set<string>>()
  for (const { links } of book.parts.values()) {
    for (const told of toldBy(links)) {
      hosts.add(told.host)
      if (Object.hasOwn(FORGES, told.host)) for (const each of told.repositories) add(repositories, each, told.host)
      if (told.page) add(pages, told.page.before, told.page.handle)
    }
  }
  const [usual] = [...pages].sort((a, b) => b[1].size - a[1].size)
  return { hosts, repositories, pages: usual && usual[1].size >= ENOUGH ? usual[0] : undefined }
})

/** How many handles must be linked in one manner for others to be. */
const ENOUGH = 2

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}

/** Where an id can be looked up; `undefined` where it might be something else's, for all that the book tells. */
export function addressOfId(book: Book, { kind, name }: Pick<Id, 'kind' | 'name'>): string | undefined {
  if (kind === 'cve') return `https://www.cve.org/CVERecord?id=${name}`
  if (kind === 'ghsa') return `https://github.com/advisories/${name}`
  if (kind === 'rfc') return IETF.some((host) => evidenceOf(book).hosts.has(host)) ? rfcAddress(name) : undefined
  if (kind === 'module') return isPerl(book) ? `https://metacpan.org/pod/${name}` : undefined
  return issueAddress(book, name)
}

const rfcAddress = (name: string) => `https://www.rfc-editor.org/rfc/rfc${name.slice('RFC '.length)}`

/** Whether the book speaks of Perl oftener than of what else writes its names so. */
function isPerl({ words }: Book): boolean {
  const most = (all: readonly string[]) => Math.max(...all.map((word) => documentsWith(words, word)))
  return most(PERL) > most(OTHERS)
}

function issueAddress(book: Book, name: string): string | undefined {
  const { hosts, repositories } = evidenceOf(book)
  const [repository, number] = name.split('#') as [string, string]
  const key = repository.toLowerCase()
  const linked = repositories.get(key) ?? repositories.get(key.slice(0, key.indexOf('/')))
  const forges = linked ? [...linked] : Object.keys(FORGES).filter((forge) => hosts.has(forge))
  const [forge] = forges
  return forge && forges.length === 1 ? `https://${forge}/${repository}${FORGES[forge]}${number}` : undefined
}

/**
 * A person's page, where the group's minutes link handles to such pages; `undefined` for one who is neither listed nor
 * ever came, and may be nobody.
 */
export function pageOf(book: Book, key: string): string | undefined {
  const { pages } = evidenceOf(book)
  const person = book.people.get(key)
  const isKnown = person && (person.attended > 0 || isListed(book, key))
  return pages && isKnown ? pages + person.handle : undefined
}
