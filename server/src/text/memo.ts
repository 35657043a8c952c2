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
  const known = new WeakMap<object, { others: readonly unknown[]; value: V }>()
  return (key) => {
    const [first, ...others] = parts(key)
    let entry = known.get(first)
    if (!entry?.others.every((part, index) => part === others[index])) {
      entry = { others, value: derive(key) }
      known.set(first, entry)
    }
    return entry.value
  }
}
