/** `rotate meetings` */
import { WEEK } from '../time/instant.ts'
import { attendanceOf } from '../insight/attendance.ts'
import { concernedBy, nextLed } from '../insight/concerns.ts'
import { ledJson } from '../views/concerns.ts'
import { meetingsJson, writeJson } from '../views/json.ts'
import { sayMeetings, type Meetings } from '../views/meetings.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { isAmong, meetingsOf } from './chosen.ts'
import type { Command } from './command.ts'
import { sayAs } from './format.ts'
import { firstOf } from './limit.ts'
import { answering, from, limit, persons, TIMES, toAfter } from './options.ts'
import { openForAnswer } from './session.ts'
import { rangeAhead } from './times.ts'

/** Each form of the answer. */
const OUTPUTS: Outputs<Meetings> = {
  text: sayMeetings,
  json: ({ workspace, within, attendances, unknown, leads }) => {
    const occurrences = attendances.map(({ occurrence }) => occurrence)
    return writeJson({
      ...meetingsJson(within, occurrences, unknown, workspace),
      ...(leads && {
        leads: leads.flatMap(({ next }) => next ?? []).map((led) => ledJson(led, workspace)),
      }),
    })
  },
}

export const meetings: Command = {
  details: `Each with the local time of everybody who attends, and of whom a clock change\nmoves it. Of a person: which they lead next, and all that they attend.\n\n${TIMES}`,
  arguments: [
    {
      name: '[name...]',
      help: 'meetings, or whose: ids, names or me (default: all)',
      offer: 'meetingNames',
    },
  ],
  options: [from, toAfter('4 weeks'), persons, limit, ...answering],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate meetings', 'the next four weeks'],
    ['rotate meetings me', 'when do I lead one next?'],
    ['rotate meetings infrastructure --limit 1', 'the next one'],
    [
      'rotate meetings --from 2027-03-20 --to 2027-04-10',
      'whose local time the clock changes move',
    ],
  ],
  async run(input, io) {
    const session = await openForAnswer(input, io)
    const { workspace, look, exit } = session
    const range = await rangeAhead(input, look, 4 * WEEK)
    const { meetings: chosen, unknown, people } = meetingsOf(input, session)
    const { within, found } = firstOf(input, range, (asked) =>
      chosen
        .flatMap((meeting) => attendanceOf(workspace, meeting, asked))
        .filter(({ occurrence }) => isAmong(people, concernedBy(occurrence)))
        .sort((a, b) => a.occurrence.start - b.occurrence.start),
    )
    const leads = people?.map((person) => ({
      person,
      next: nextLed(workspace, person, range.start, 1, chosen)[0],
    }))
    const answer = { workspace, within, attendances: found, unknown, ...(leads && { leads }) }
    io.out.write(sayAs(OUTPUTS, answer, input, look))
    return exit
  },
}
