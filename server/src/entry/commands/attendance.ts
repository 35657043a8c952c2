import { Option } from 'commander'
import { MEETINGS } from '../../book/attended.ts'
import { attendancePicture } from '../../drafting/attendance-picture.ts'
import { attendanceJson, attendanceOf, attendanceTable } from '../attendance.ts'
import { columns, style } from '../console.ts'
import { wholeNumber } from './given.ts'
import { type ListFlags, listing, printFrom } from './listing.ts'

interface Flags extends ListFlags {
  readonly svg?: true
  readonly meetings: number
}

export const attendance = listing(
  'attendance',
  'show who was at which of the last meetings, and how many actions were open',
)
  .addOption(new Option('--svg', 'as a picture').conflicts('json'))
  .option('--meetings <number>', 'how many meetings, from the last one back', wholeNumber, MEETINGS)
  .action((paths: string[], { json, svg, meetings }: Flags) =>
    printFrom(paths, (books) => {
      const attended = attendanceOf(books, meetings)
      if (svg) return attendancePicture(attended)
      return json ? attendanceJson(attended, process.cwd()) : attendanceTable(attended, style, columns())
    }),
  )
