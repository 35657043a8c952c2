import type { Template } from './template.ts'

export const board: Template = {
  id: 'board',
  label: 'Board meeting',
  description: 'Call to order, quorum, reports, motions with votes, adjournment',
  text: `---
{% for entry in frontMatter %}{{ entry.key }}: {{ entry.value }}
{% endfor %}---

# Board meeting, {{ date }}

Meeting time: {{ date }} {{ time }} UTC

## {{ time }} UTC - Call to order

- Chair: …
- Secretary: …

## Attendance

- Present: …
- Regrets: …
- Quorum: …

## Approval of the previous minutes

- …

## Reports

- …

## Motions and decisions

- …

## Action items

- …

## Next meeting date and time

- Next meeting is {{ next.weekday }} {{ next.date }} @ {{ time }} UTC

## Adjournment

- …
`,
}
