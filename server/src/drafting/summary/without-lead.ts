/** What notes begin with, where their list says it for all of them. */
const LEADS = {
  decisions: 'decisions?|decided|resolved|resolution|agreed|consensus',
  fresh: 'actions?(?: items?)?|ai|to-?do',
  closed: 'actions?(?: items?)?|ai|to-?do|done|closed|completed',
} as const

/** Such a word behind nothing or a speaker, set in bold by itself or together with what follows. */
const leading = (words: string): RegExp =>
  new RegExp(
    String.raw`^((?:@[\w-]+(?:,| and| &)? )*(?:[-–—] )?)([*_]{0,3})(?:${words})(?:\2:|:\2| [-–—]|(?<goesOn>:)) `,
    'i',
  )

const PATTERNS = {
  decisions: leading(LEADS.decisions),
  fresh: leading(LEADS.fresh),
  closed: leading(LEADS.closed),
}

/** A note in one line without the word that says what its list says: "**Decision:** we buy it" is "we buy it". */
export function withoutLead(note: string, list: keyof typeof LEADS): string {
  const found = PATTERNS[list].exec(note)
  if (!found) return note
  const [whole, speaker = '', bold = ''] = found
  return `${speaker}${found.groups?.goesOn ? bold : ''}${note.slice(whole.length)}`
}
