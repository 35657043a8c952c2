import type { DocumentLink } from 'vscode-languageserver-types'
import { addressOfId, pageOf } from '../book/evidence.ts'
import { listedProjects } from '../book/known-projects.ts'
import { idsOf } from '../minutes/ids.ts'
import { type Span, shift } from '../text/span.ts'
import { type OpenMinutes, rangeOf } from './document.ts'
import { isLinked } from './linked.ts'
import { isWeb } from './markup.ts'
import { type Passage, passagesOf, personMeant, unlinkedTitlesIn } from './thing.ts'

/** More links than this nobody follows. */
const MOST = 2000

/** What a reader can open though Markdown makes no link of it: ids, projects by their titles, people by their handles. */
export function documentLinks(open: OpenMinutes): DocumentLink[] {
  const links: DocumentLink[] = []
  for (const passage of passagesOf(open.minutes)) {
    if (passage.base < open.minutes.body) continue
    for (const { target, ...where } of targetsIn(open, passage)) {
      if (!isWeb(target) || isLinked(open.minutes, passage.content, where)) continue
      if (links.length >= MOST) return links
      links.push({ range: rangeOf(open.document, shift(where, passage.base)), target })
    }
  }
  return links
}

type Target = Span & { readonly target: string }

function targetsIn({ book }: OpenMinutes, { content }: Passage): readonly Target[] {
  const targets: Target[] = []
  const add = ({ from, to }: Span, target: string | undefined) =>
    target !== undefined && targets.push({ from, to, target })
  for (const id of idsOf(content)) add(id, addressOfId(book, id))
  for (const title of unlinkedTitlesIn(book, content)) {
    add(title, listedProjects(book.roster).get(title.key)?.url ?? book.projects.get(title.key)?.address)
  }
  for (const mention of content.mentions) {
    const key = personMeant(book, mention.key)
    add(mention, key && pageOf(book, key))
  }
  return targets.sort((a, b) => a.from - b.from)
}
