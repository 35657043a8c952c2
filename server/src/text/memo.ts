/** What is derived from an immutable value, worked out at most once for each. */
export function memo<K extends object, V>(derive: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { value: V }>()
  return (key) => {
    let entry = known.get(key)
    if (!entry) {
      entry = { value: derive(key) }
      known.set(key, entry)
    }
    return entry.value
  }
}

/**
 * What is derived from no more than some parts of a value, worked out again only when one of them is another one.
 *
 * @param parts those parts; the first is an object, and the last outcome is kept for each.
 */
export function memoBy<K, V>(parts: (key: K) => readonly [object, ...unknown[]], derive: (key: K) => V): (key: K) => V {
  const known = new WeakMap<object, { by: readonly unknown[]; value: V }>()
  return (key) => {
    const by = parts(key)
    let entry = known.get(by[0])
    if (!entry || !sameParts(entry.by, by)) {
      entry = { by, value: derive(key) }
      known.set(by[0], entry)
    }
    return entry.value
  }
}

function sameParts(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let at = 1; at < b.length; at++) if (a[at] !== b[at]) return false
  return true
}
