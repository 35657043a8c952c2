import type { Template } from './template.ts'

export const long: Template = {
  id: 'long',
  label: 'Working group, long form',
  description: 'Agenda by project, attendance, approval, events and the next meeting',
  text: `---
{% for entry in frontMatter %}{{ entry.key }}: {{ entry.value }}
{% endfor %}---

## Agenda & Meeting Details {{ date }}
- {{ date }} {{ time }} UTC

## {{ time }} UTC - Meeting start

### Welcome
- Meeting chair: …
- Meeting scribe: …

### Attendees, absents & regrets
- Attendees
  - …
- Regrets
  - …

### Approve previous meeting minutes
- …

## Agenda

### Current matters
- …
{% for project in projects %}
### [{{ project.title }}]({{ project.address }})
- …
{% endfor %}
### Operating changes
- (none)

## Any other business
- …

### Upcoming events and deadlines
- …

## Next meeting date, time and location
- Next meeting is {{ next.weekday }} {{ next.date }} @ {{ time }} UTC
`,
}
