/** `rotate meetings` */
import { WEEK } from '../time/instant.ts'
import { attendanceOf } from '../insight/attendance.ts'
import { meetingsJson, writeJson } from '../views/json.ts'
import { sayMeetings } from '../views/meetings.ts'
import { isOn, type Command } from './command.ts'
import { answering, from, TIMES, to } from './options.ts'
import { openForAnswer, rangeOf } from './session.ts'

export const meetings: Command = {
  name: 'meetings',
  summary: 'The next meetings: local times, who chairs, what a clock change moves',
  details: `Without --to: four weeks.\n\n${TIMES}`,
  options: [from, to, ...answering],
  examples: [
    ['rotate meetings', 'the next four weeks'],
    [
      'rotate meetings --from 2027-03-20 --to 2027-04-10',
      'whose local time the clock changes move',
    ],
  ],
  async run(input, io) {
    const { workspace, look, exit } = await openForAnswer(input, io)
    const range = await rangeOf(input, look, 4 * WEEK)
    const found = [...workspace.meetings.values()]
      .flatMap((meeting) => attendanceOf(workspace, meeting, range))
      .sort((a, b) => a.occurrence.start - b.occurrence.start)
    for (const id of workspace.unsound.meetings) io.err.write(`${id}: not known: see problems\n`)
    const occurrences = found.map(({ occurrence }) => occurrence)
    if (isOn(input, 'json')) io.out.write(writeJson(meetingsJson(range, occurrences)))
    else io.out.write(sayMeetings(workspace, found, look))
    return exit
  },
}
