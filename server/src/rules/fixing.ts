import type { TextEdit } from '../text/edit.ts'
import type { Finding, Fix } from './rule.ts'

/** The fix of a finding that may be applied unasked; `undefined` where each could change what the minutes mean. */
export const safeFix = ({ fixes }: Finding): Fix | undefined => fixes?.find(({ safe }) => safe)

/** The likeliest fix of a finding. */
export const preferredFix = ({ fixes }: Finding): Fix | undefined =>
  fixes?.find(({ preferred }) => preferred) ?? (fixes?.length === 1 ? fixes[0] : undefined)

/**
 * The edits of as many fixes as can be made at once. Of two that touch each other the first in the text is made; for the
 * other, look again afterwards.
 *
 * @param choose which fix of a finding, if any.
 */
export function editsTogether(
  findings: readonly Finding[],
  choose: (finding: Finding) => Fix | undefined,
): readonly TextEdit[] {
  const made: TextEdit[] = []
  for (const finding of findings) {
    const edits = choose(finding)?.edits ?? []
    const free = edits.every((edit) => made.every((other) => edit.to < other.from || other.to < edit.from))
    if (free) made.push(...edits)
  }
  return made.sort((a, b) => a.from - b.from)
}
