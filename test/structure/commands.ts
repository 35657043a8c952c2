/** What each command of the manifest does, in its order. The test `truth` fails when one is missing, or too many. */
export const COMMANDS: Readonly<Record<string, string>> = {
  'minutebook.newMinutes': 'asks for a template and the date, and opens new minutes, named as your others are',
  'minutebook.insertTimeStamp': 'writes the time at every caret, as your group writes times',
  'minutebook.checkFolder': 'shows what is wrong in all minutes of a folder, and keeps it current',
  'minutebook.createConfiguration': 'writes a `minutebook.yml` from what your minutes show',
  'minutebook.nextMeeting': 'opens the minutes of the meeting after this one',
  'minutebook.previousMeeting': 'opens the minutes of the meeting before this one',
  'minutebook.showViews': 'opens the Minutebook view: open actions, meetings by year, people with their attendance',
  'minutebook.groupActionsByPerson': 'groups the open actions of the view by who is to do them',
  'minutebook.groupActionsByTopic': 'groups them by the project or heading below which they stand',
  'minutebook.groupActionsByAge': 'groups them by how many meetings have found them open',
  'minutebook.refreshViews': 'asks for all of the view again, and lets go of what was ticked there',
  'minutebook.restartServer': 'stops the language server and starts it afresh',
  'minutebook.showOutput': 'shows what the language server has logged',
}
