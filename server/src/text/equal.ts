/** Whether two values of plain data (objects, lists, texts, numbers) are alike throughout. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((value, at) => equal(value, b[at]))
  const [own, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(own)
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && equal(own[key], other[key]))
}
