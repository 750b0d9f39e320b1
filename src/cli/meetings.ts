/** `rotate meetings` */
import { WEEK } from '../time/instant.ts'
import { attendanceOf } from '../insight/attendance.ts'
import { meetingsJson, writeJson } from '../views/json.ts'
import { sayMeetings } from '../views/meetings.ts'
import { isOn, type Command } from './command.ts'
import { answering, from, TIMES, toAfter } from './options.ts'
import { openForAnswer } from './session.ts'
import { rangeAhead } from './times.ts'

export const meetings: Command = {
  details: `Each with the local time of everybody who attends, and of whom a clock change\nmoves it.\n\n${TIMES}`,
  options: [from, toAfter('4 weeks'), ...answering],
  examples: [
    ['rotate meetings', 'the next four weeks'],
    [
      'rotate meetings --from 2027-03-20 --to 2027-04-10',
      'whose local time the clock changes move',
    ],
  ],
  async run(input, io) {
    const { workspace, look, exit } = await openForAnswer(input, io)
    const range = await rangeAhead(input, look, 4 * WEEK)
    const found = [...workspace.meetings.values()]
      .flatMap((meeting) => attendanceOf(workspace, meeting, range))
      .sort((a, b) => a.occurrence.start - b.occurrence.start)
    const unknown = workspace.unsound.meetings
    const occurrences = found.map(({ occurrence }) => occurrence)
    if (isOn(input, 'json')) io.out.write(writeJson(meetingsJson(range, occurrences, unknown)))
    else io.out.write(sayMeetings(workspace, { attendances: found, unknown }, look))
    return exit
  },
}
