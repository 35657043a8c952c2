/**
 * Every message beyond the Language Server Protocol: the commands here, what they are about in a file for each family.
 * The client imports this file and no other of the server's. All addresses are document URIs, as in LSP.
 */

export * from './messages/book.ts'
export * from './messages/drafting.ts'
export * from './messages/editors.ts'
export * from './messages/files.ts'
export * from './messages/finish.ts'
export * from './messages/recording.ts'
export * from './messages/requests.ts'

/**
 * Commands for `workspace/executeCommand`, so that every editor reaches them. Each takes one argument, an object, to which
 * {@link ShowParams} may be added. A command without an argument is one with `show: true`.
 */
export const Commands = {
  /** {@link TemplatesParams} → {@link MinutesTemplate}[] */
  templates: 'minutebook.draft.templates',
  /** {@link DraftMinutesParams} → {@link DraftedMinutes} */
  minutes: 'minutebook.draft.minutes',
  /** {@link DraftNextParams} → {@link DraftedNext} */
  nextMinutes: 'minutebook.draft.next',
  /** {@link TimeStampParams} → {@link TimeStamp} */
  timeStamp: 'minutebook.draft.timeStamp',
  /** {@link DraftConfigurationParams} → {@link DraftedFile} */
  configuration: 'minutebook.draft.configuration',
  /** {@link DraftCalendarParams} → {@link DraftedCalendar} */
  calendar: 'minutebook.draft.calendar',
  /** {@link DraftSummaryParams} → {@link DraftedSummary} */
  summary: 'minutebook.draft.summary',
  /** {@link AppearancesParams} → {@link AppearancesResult} or `null` */
  appearances: 'minutebook.book.appearances',
  /** {@link AttendanceParams} → {@link Attendance} */
  attendance: 'minutebook.book.attendance',
  /** {@link NeighbourParams} → {@link Neighbour} or `null` where there is none */
  next: 'minutebook.go.next',
  previous: 'minutebook.go.previous',
  /** {@link CheckFoldersParams} → {@link CheckedFolders}. Tells its progress, and may be cancelled. */
  checkFolders: 'minutebook.check.folders',
  /** {@link BookParams} → {@link BookMeeting}[], in order of the meetings */
  bookMeetings: 'minutebook.book.meetings',
  /** {@link BookParams} → {@link BookAction}[], the oldest first */
  bookActions: 'minutebook.book.actions',
  /** {@link BookParams} → {@link BookPerson}[], those who were there oftenest first */
  bookPeople: 'minutebook.book.people',
  /** {@link BookTopicsParams} → {@link BookTopic}[], in their order */
  bookTopics: 'minutebook.book.topics',
  /** {@link StampMeetingParams} → {@link Recorded} */
  stampStart: 'minutebook.record.stampStart',
  stampEnd: 'minutebook.record.stampEnd',
  /** {@link RosterParams} → {@link Roster} */
  roster: 'minutebook.record.roster',
  /** {@link MarkAttendanceParams} → {@link Recorded} */
  markAttendance: 'minutebook.record.attendance',
  /** {@link LinesParams} → {@link Recorded} */
  toggleAction: 'minutebook.record.toggleAction',
  /** {@link AssignActionParams} → {@link Recorded} */
  assignAction: 'minutebook.record.assignAction',
  /** {@link CheckOffParams} → {@link Recorded} */
  checkOff: 'minutebook.record.checkOff',
  /** {@link RecordDecisionParams} → {@link Recorded} */
  recordDecision: 'minutebook.record.decision',
  /** {@link RecordVoteParams} → {@link Recorded} */
  recordVote: 'minutebook.record.vote',
  /** {@link AtCaretParams} → {@link AtCaret} */
  atCaret: 'minutebook.record.atCaret',
  /** {@link AddPersonParams} → {@link Recorded} */
  addPerson: 'minutebook.record.addPerson',
  /** {@link AddProjectParams} → {@link Recorded} */
  addProject: 'minutebook.record.addProject',
  /** {@link MeetingClockParams} → {@link MeetingClock} or `null` where there is no meeting now */
  clock: 'minutebook.record.clock',
  /** {@link FinishParams} → {@link FinishStep}[] */
  finishSteps: 'minutebook.finish.steps',
  /** {@link FinishApplyParams} → {@link FinishStep}[]: what is left */
  finishApply: 'minutebook.finish.apply',
} as const
