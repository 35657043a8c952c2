/**
 * For each element of `now` where the same one stood in `before`; -1 for a new one. Made for long lists in which little
 * changed: what is the same at both ends is only compared.
 *
 * @param identity what two elements are the same by.
 */
export function align<T, K>(now: readonly T[], before: readonly T[], identity: (element: T) => K): readonly number[] {
  const places = new Array<number>(now.length)
  const shorter = Math.min(now.length, before.length)
  let head = 0
  while (head < shorter && identity(now[head]!) === identity(before[head]!)) {
    places[head] = head
    head++
  }
  let tail = 0
  while (tail < shorter - head) {
    const [at, was] = [now.length - 1 - tail, before.length - 1 - tail]
    if (identity(now[at]!) !== identity(before[was]!)) break
    places[at] = was
    tail++
  }
  const between = new Map<K, number>()
  for (let was = head; was < before.length - tail; was++) between.set(identity(before[was]!), was)
  for (let at = head; at < now.length - tail; at++) places[at] = between.get(identity(now[at]!)) ?? -1
  return places
}
