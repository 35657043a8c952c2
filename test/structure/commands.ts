/** What each command of the manifest does, in its order. The test `truth` fails when one is missing, or too many. */
export const COMMANDS: Readonly<Record<string, string>> = {
  'minutebook.newMinutes': 'asks for a template and the date, and opens new minutes, named as your others are',
  'minutebook.newFromPrevious':
    'makes the next meeting’s minutes from the previous ones, after showing what is left out and why',
  'minutebook.insertTimeStamp': 'writes the time at every caret, as your group writes times',
  'minutebook.checkFolder': 'shows what is wrong in all minutes of a folder, and keeps it current',
  'minutebook.createConfiguration': 'writes a `minutebook.yml` from what your minutes show',
  'minutebook.nextMeeting': 'opens the minutes of the meeting after this one',
  'minutebook.previousMeeting': 'opens the minutes of the meeting before this one',
  'minutebook.finishMinutes':
    'walks through what is missing before minutes are published: times, people, the approval, slips, the next meeting, the index',
  'minutebook.restartServer': 'stops the language server and starts it afresh',
  'minutebook.showOutput': 'shows what the language server has logged',
}
