import { visible } from './visible.ts'

/**
 * A text as it may stand between tags and in quoted attributes of XML, and of HTML. What XML has no place for (control
 * characters, halves of surrogate pairs: XML 1.0, 2.2) shows as a sign of its own, and nothing turns the direction of
 * writing around.
 */
export const xml = (text: string): string => visible(text.replace(BROKEN, '\ufffd')).replace(MARKUP, escaped)

const BROKEN = /\p{Surrogate}|[\ufffe\uffff]/gu
const MARKUP = /[&<>"']/g

const escaped = (sign: string): string => `&#${sign.charCodeAt(0)};`
