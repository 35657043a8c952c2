import type { Template } from './template.ts'

export const plain: Template = {
  id: 'plain',
  label: 'Plain',
  description: 'A title, attendance, notes, decisions and action items',
  text: `# Minutes {{ date }}

Date: {{ weekday }} {{ date }}, {{ time }} UTC

## Attendance

- Present: …
- Regrets: …

## Notes

- …

## Decisions

- …

## Action items

- …

## Next meeting

- Next meeting is {{ next.weekday }} {{ next.date }} @ {{ time }} UTC
`,
}
