import { HtmlRenderer, Parser } from 'commonmark'
import { parseFrontMatter } from '../server/src/minutes/front-matter.ts'

const parser = new Parser()
const renderer = new HtmlRenderer()

/**
 * What readers see of a text: the HTML of its Markdown, as browsers show it. Blanks at a line's end are none; outside of
 * code several blanks are one, and no-break spaces and characters without width are taken for what they look like.
 */
export function rendered(text: string): string {
  const body = text.slice(parseFrontMatter(text)?.to ?? 0).replace(/^\uFEFF/, '')
  return renderer
    .render(parser.parse(body))
    .split(/(<pre[\s>][\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>)/)
    .map((part, index) => (index % 2 === 1 ? part.replace(/[ \t]+$/gm, '') : asShown(part)))
    .join('')
}

const asShown = (html: string): string =>
  html
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[ \t\r\n\u00a0]+/g, ' ')
    .replace(/ ?(<\/?(?:p|li|ul|ol|h[1-6]|blockquote|pre|table|t[rdh]|thead|tbody|hr|br)\b[^>]*>) ?/g, '$1')
