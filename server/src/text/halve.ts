/**
 * The index of the first element that passes, found by halving; the length where none does. All behind the first that
 * passes must pass too.
 */
export function firstIndex<T>(elements: readonly T[], passes: (element: T) => boolean): number {
  let [low, high] = [0, elements.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(elements[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
