import { memo } from '../text/memo.ts'
import type { Content } from './content.ts'

// CVE: https://www.cve.org/About/Process (four digits or more). GHSA: https://docs.github.com/code-security, letters and
// digits without those that look alike. Issues as GitHub writes them, here and in another repository.
const ID =
  /(?<![\w/#&@.:-])(?:CVE-\d{4}-\d{4,}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|(?:[\w-]{1,40}\/[\w.-]{1,100})?#\d{1,7}|[A-Z]\w*(?:::\w+)+)(?![\w/-]|::)/g

/** The CVEs, advisories, modules (`Foo::Bar`) and issues that a block names, the last first; linked ones with the link. */
export const idsOf = memo(({ prose, text, links }: Content): readonly string[] => {
  const ids: string[] = []
  const labels = new Map(links.map((link) => [link.label.from, link]))
  for (const { index, 0: id } of prose.matchAll(ID)) {
    const around = labels.get(index)
    ids.push(around?.label.to === index + id.length ? text.slice(around.from, around.to) : id)
  }
  return ids.reverse()
})
