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
