/** What each command of the manifest does, in its order. The test `truth` fails when one is missing, or too many. */
export const COMMANDS: Readonly<Record<string, string>> = {
  'minutebook.newMinutes': 'asks for a template and the date, and opens new minutes, named as your others are',
  'minutebook.newFromPrevious':
    'makes the next meeting’s minutes from the previous ones, after showing what is left out and why',
  'minutebook.insertTimeStamp': 'writes the time at every caret, as your group writes times',
  'minutebook.stampStart': 'writes the present time as that of the start, where and as your group writes it',
  'minutebook.stampEnd': 'writes the present time as that of the end',
  'minutebook.markAttendance': 'asks who is here, late, left or sent regrets, and writes it into your lists',
  'minutebook.toggleAction': 'makes action items of the selected lines, or notes again',
  'minutebook.assignAction': 'gives the selected lines to somebody, those present first',
  'minutebook.checkOff': 'checks off the action item at the caret, or opens it again',
  'minutebook.recordDecision': 'notes below the caret what was decided',
  'minutebook.recordVote': 'notes a motion with its tally, and how it came out',
  'minutebook.addPerson': 'adds the person at the caret to `minutebook.yml`',
  'minutebook.addProject': 'adds the project whose link is at the caret to `minutebook.yml`',
  'minutebook.meetingMenu': 'offers what a scribe does during a meeting',
  'minutebook.checkFolder': 'shows what is wrong in all minutes of a folder, and keeps it current',
  'minutebook.createConfiguration': 'writes a `minutebook.yml` from what your minutes show',
  'minutebook.exportCalendar': 'writes the next meeting, the events or both to an `.ics` file',
  'minutebook.summarize':
    'sums up decisions, new and closed actions and the next meeting, as Markdown, mail or short posts',
  'minutebook.showAttendance': 'shows who was at which of the last meetings, and how many actions were open',
  'minutebook.saveAttendance': 'saves that picture as SVG',
  'minutebook.nextMeeting': 'opens the minutes of the meeting after this one',
  'minutebook.previousMeeting': 'opens the minutes of the meeting before this one',
  'minutebook.finishMinutes':
    'walks through what is missing before minutes are published: times, people, the approval, slips, the next meeting, the index',
  'minutebook.restartServer': 'stops the language server and starts it afresh',
  'minutebook.showOutput': 'shows what the language server has logged',
}
