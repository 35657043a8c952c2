/** A commit, as far as it matters who merged. */
export interface Commit {
  readonly hash: string
  readonly message: string
  readonly parents: readonly string[]
  readonly authorName?: string
}

/** Who merged a change, as git names them, and the number of the request, where its message says it. */
export interface Merge {
  readonly name: string
  readonly number?: string
}

/**
 * The merge that brought a commit in, among the commits that followed it; where there is none, the commit itself, if it
 * says that it is a whole request ("Minutes (#57)").
 *
 * @param later the commits behind it, in any order
 */
export function mergeOf(commit: Commit, later: readonly Commit[]): Merge | undefined {
  const byHash = new Map([...later, commit].map((each) => [each.hash, each]))
  const holds = (from: string | undefined): boolean => {
    const seen = new Set<string>()
    const open = from === undefined ? [] : [from]
    for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
      if (hash === commit.hash) return true
      if (seen.has(hash)) continue
      seen.add(hash)
      open.push(...(byHash.get(hash)?.parents ?? []))
    }
    return false
  }
  const merge = later.find(({ parents: [main, ...others] }) => others.some(holds) && !holds(main))
  const found = merge ?? (/\(#\d+\)/.test(commit.message) ? commit : undefined)
  if (!found?.authorName) return undefined
  const number = /#(\d{1,9})\b/.exec(found.message)?.[1]
  return { name: found.authorName, ...(number && { number }) }
}
