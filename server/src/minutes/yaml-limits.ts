const [LONGEST, DEEPEST] = [50_000, 50]
const COMPACT = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${DEEPEST}}`, 'm')

/**
 * Whether a text is too long or too deep for the YAML reader. It calls itself for each level, and ends the whole process
 * on text that no one writes.
 */
export function isTooMuchYaml(yaml: string): boolean {
  if (yaml.length > LONGEST || COMPACT.test(yaml)) return true
  let depth = 0
  for (const sign of yaml) {
    if (sign === '[' || sign === '{') depth++
    else if ((sign === ']' || sign === '}') && depth > 0) depth--
    if (depth > DEEPEST) return true
  }
  return false
}
