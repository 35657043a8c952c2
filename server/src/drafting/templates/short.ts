import type { Template } from './template.ts'

export const short: Template = {
  id: 'short',
  label: 'Working group, short form',
  description: 'Attendance, then notes by topic or person',
  text: `---
{% for entry in frontMatter %}{{ entry.key }}: {{ entry.value }}
{% endfor %}---

## Agenda

- {{ date }} {{ time }} UTC

## Attending

- …

## Minutes

- …

## Action items

- …

## Next meeting date, time and location

- Next meeting is {{ next.weekday }} {{ next.date }} @ {{ time }} UTC
`,
}
