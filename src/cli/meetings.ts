/** `rotate meetings` */
import { WEEK } from '../time/instant.ts'
import { attendanceOf } from '../insight/attendance.ts'
import { meetingsJson, writeJson } from '../views/json.ts'
import { sayMeetings, type Meetings } from '../views/meetings.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import type { Command } from './command.ts'
import { sayAs } from './format.ts'
import { answering, from, TIMES, toAfter } from './options.ts'
import { openForAnswer } from './session.ts'
import { rangeAhead } from './times.ts'

/** Each form of the answer. */
const OUTPUTS: Outputs<Meetings> = {
  text: sayMeetings,
  json: ({ within, attendances, unknown }) => {
    const occurrences = attendances.map(({ occurrence }) => occurrence)
    return writeJson(meetingsJson(within, occurrences, unknown))
  },
}

export const meetings: Command = {
  details: `Each with the local time of everybody who attends, and of whom a clock change\nmoves it.\n\n${TIMES}`,
  options: [from, toAfter('4 weeks'), ...answering],
  formats: formatsOf(OUTPUTS),
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
    const answer = { workspace, within: range, attendances: found, unknown }
    io.out.write(sayAs(OUTPUTS, answer, input, look))
    return exit
  },
}
