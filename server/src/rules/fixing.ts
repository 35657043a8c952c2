import type { TextEdit } from '../text/edit.ts'
import { firstIndex } from '../text/halve.ts'
import type { Fix, Report } from './rule.ts'

/** The fix of a finding that may be applied unasked; `undefined` where each could change what the minutes mean. */
export const safeFix = ({ fixes }: Report): Fix | undefined => fixes?.find(({ safe }) => safe)

/** The likeliest fix of a finding. */
export const preferredFix = ({ fixes }: Report): Fix | undefined =>
  fixes?.find(({ preferred }) => preferred) ?? (fixes?.length === 1 ? fixes[0] : undefined)

/**
 * The edits of as many fixes as can be made at once. Of two that touch each other the first in the text is made; for the
 * other, look again afterwards.
 *
 * @param choose which fix of a finding, if any.
 */
export function editsTogether(
  findings: readonly Report[],
  choose: (finding: Report) => Fix | undefined,
): readonly TextEdit[] {
  const made: TextEdit[] = []
  for (const finding of findings) {
    const edits = choose(finding)?.edits ?? []
    if (!edits.every((edit) => isFree(made, edit))) continue
    for (const edit of edits) made.splice(placeOf(made, edit), 0, edit)
  }
  return made
}

/** Whether an edit touches none of those made, which are in order and apart. */
function isFree(made: readonly TextEdit[], edit: TextEdit): boolean {
  const at = placeOf(made, edit)
  const [before, after] = [made[at - 1], made[at]]
  return (before === undefined || before.to < edit.from) && (after === undefined || edit.to < after.from)
}

/** Where an edit stands among those made: behind all that begin before it. */
const placeOf = (made: readonly TextEdit[], { from }: TextEdit): number => firstIndex(made, (each) => each.from >= from)
