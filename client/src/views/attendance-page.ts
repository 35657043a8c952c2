import type { Attendance, AttendanceParams } from '../../../server/src/protocol/messages.ts'
import { html } from '../html.ts'
import { language, t } from '../translated.ts'

/** How many meetings the links offer, where the series has as many. */
const CHOICES = [13, 26, 52]

const WORDS = { present: t`present`, partly: t`partly present`, regrets: t`regrets`, absent: t`absent` } as const

/**
 * The page around the picture: links that save it and show more of it, and the same as a table, for screen readers and
 * for whoever wants the numbers. It runs no script and loads nothing.
 */
export function attendancePage({ svg, table }: Attendance, params: AttendanceParams): string {
  const nonce = crypto.randomUUID()
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width">
<title>${html(t`Attendance`)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<nav aria-label="${html(t`Attendance`)}">
<a href="command:minutebook.saveAttendance">${html(t`Save as SVG…`)}</a>
${choices(table, params)}
</nav>
<div class="picture" tabindex="0" role="group" aria-label="${html(t`Picture, scrolls sideways`)}">${svg}</div>
<details>
<summary>${html(t`The same as a table`)}</summary>
${asTable(table)}
</details>
</body>
</html>`
}

function choices({ total, meetings }: Attendance['table'], params: AttendanceParams): string {
  const numbers = [...CHOICES.filter((number) => number < total), total].filter((number) => number > 0)
  if (numbers.length < 2) return ''
  const links = numbers.map((number) => {
    const label = number === total ? html(t`all ${total}`) : `${number}`
    if (number === meetings.length) return `<strong aria-current="true">${label}</strong>`
    const given = encodeURIComponent(JSON.stringify([{ ...params, meetings: number }]))
    return `<a href="command:minutebook.showAttendance?${given}">${label}</a>`
  })
  return `<span>${html(t`Meetings:`)} ${links.join(' ')}</span>`
}

function asTable({ meetings, people }: Attendance['table']): string {
  const row = (head: string, cells: readonly (string | number)[]) =>
    `<tr><th scope="row">${head}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  return `<div class="picture" tabindex="0" role="group" aria-label="${html(t`Table, scrolls sideways`)}"><table>
<caption>${html(t`Who was at which meeting, and how many action items were open`)}</caption>
<thead><tr><td></td>${meetings.map(({ day }) => `<th scope="col">${html(day)}</th>`).join('')}<th scope="col">${html(t`there`)}</th></tr></thead>
<tbody>
${people
  .map(({ handle, name, at, attended }) => {
    const who = handle === undefined ? html(name ?? '') : `@${html(handle)}${name ? ` ${html(name)}` : ''}`
    return row(`<bdi>${who}</bdi>`, [...at.map((presence) => (presence ? html(WORDS[presence]) : '–')), attended])
  })
  .join('\n')}
${row(html(t`were there`), [...meetings.map(({ there }) => there ?? '–'), ''])}
${row(html(t`open actions`), [...meetings.map(({ open }) => open), ''])}
</tbody>
</table></div>`
}

// The theme's colours; those of high contrast have borders and foregrounds where others have surfaces.
const STYLE = `
body { padding: 16px 20px; color: var(--vscode-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); }
nav { display: flex; flex-wrap: wrap; gap: 8px 24px; margin-bottom: 16px; }
nav span > * { margin-left: 8px; }
a { color: var(--vscode-textLink-foreground); }
a:hover { color: var(--vscode-textLink-activeForeground); }
:focus-visible { outline: 1px solid var(--vscode-focusBorder, currentColor); outline-offset: 2px; }
.picture { overflow-x: auto; max-width: 100%; }
/* Its own margin, which it needs elsewhere, goes: what it says begins where the links do. */
svg { display: block; margin: -12px 0 0 -20px; }
svg .ground { fill: none; }
svg .ink { color: var(--vscode-editor-foreground, var(--vscode-foreground)); }
svg .faint { color: var(--vscode-descriptionForeground); }
svg .line { color: var(--vscode-contrastBorder, var(--vscode-panel-border, var(--vscode-widget-border))); }
svg .present, svg .partly { color: var(--vscode-charts-green); }
svg .regrets { color: var(--vscode-charts-yellow); }
svg .absent { color: var(--vscode-charts-red); }
svg .open { color: var(--vscode-charts-blue); }
.vscode-light svg .regrets, .vscode-high-contrast-light svg .regrets { color: #8a5d00; }
.vscode-high-contrast svg .line, .vscode-high-contrast-light svg .line { opacity: 0.4; }
.vscode-high-contrast svg .faint, .vscode-high-contrast-light svg .faint { color: var(--vscode-foreground); }
details { margin-top: 20px; }
summary { cursor: pointer; width: max-content; padding: 2px 0; }
table { border-collapse: collapse; margin: 12px 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--vscode-descriptionForeground); padding-bottom: 8px; }
th, td { padding: 4px 10px; text-align: left; white-space: nowrap; border-bottom: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border, rgba(128, 128, 128, 0.35))); }
thead th { font-weight: 600; }
tbody th { font-weight: normal; position: sticky; left: 0; background: var(--vscode-editor-background); }
`
