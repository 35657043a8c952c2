import type { MeetingData } from '../meeting-data.ts'

const ada = { handle: 'ada', name: 'Ada Bloom', initials: 'AB', mention: '@ada' }
const ben = { handle: 'ben', name: 'Ben Cole', initials: 'BC', mention: '@ben' }
const elsewhere = { zone: 'Europe/Oslo', place: 'Oslo', date: '2026-03-18', weekday: 'Wednesday', time: '17:00' }
const action = {
  text: 'ask for a second press',
  owners: ['@ada'],
  topic: 'Cider Press',
  since: '2026-02-18',
  days: 28,
  meetings: 2,
  line: '@ada - ask for a second press',
}

/** A meeting of which everything is known: a template is tried on it, so that each line of it is. */
export const EXAMPLE: MeetingData = {
  group: 'Orchard',
  date: '2026-03-18',
  weekday: 'Wednesday',
  time: '16:00',
  end: '17:00',
  localTimes: [elsewhere],
  next: {
    date: '2026-04-01',
    weekday: 'Wednesday',
    time: '16:00',
    line: '- Next meeting is Wednesday 2026-04-01 @ 16:00 UTC',
    localTimes: [{ ...elsewhere, date: '2026-04-01', time: '18:00' }],
  },
  previous: {
    path: 'meetings/orchard-minutes-2026-03-04.md',
    date: '2026-03-04',
    weekday: 'Wednesday',
    link: 'orchard-minutes-2026-03-04.md',
    chair: '@ada',
    scribe: '@ben',
    present: [ada, ben],
    decisions: ['The press is bought.'],
  },
  people: [ada, ben],
  projects: [{ title: 'Cider Press', address: 'https://example.org/press', form: 'heading', actions: [action] }],
  actions: [action],
  approvals: ['The previous minutes were approved by …'],
  events: [{ title: 'Apple Day', date: '2026-10-21', line: 'Apple Day - 2026-10-21' }],
  frontMatter: [{ key: 'title', value: 'Minutes 2026-03-18', line: 'title: Minutes 2026-03-18' }],
}
