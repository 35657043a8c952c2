/**
 * A text of which nothing can command a terminal or hide from a reader: control characters show as Unicode's pictures of
 * them (U+2400 and on), and what turns the direction of writing around, or ends a line unseen, as U+FFFD. A tab is a blank.
 */
export const visible = (text: string): string => text.replace(HIDDEN, picture)

const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

function picture(sign: string): string {
  const code = sign.charCodeAt(0)
  if (sign === '\t') return ' '
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'
}
