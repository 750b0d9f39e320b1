/** `rotate calendar` */
import type { Interval } from '../time/interval.ts'
import { dayOfWall, weekdayOf } from '../time/wall.ts'
import { startOfDay } from '../time/written.ts'
import { gapsIn } from '../timeline/coverage.ts'
import { occurrencesOf } from '../timeline/occurrences.ts'
import { shiftsOf } from '../timeline/shifts.ts'
import { Failure } from '../io/failure.ts'
import { sayCalendar, type Picture } from '../views/calendar.ts'
import { shiftsJson, writeJson } from '../views/json.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { sayUnknown } from '../views/unknown.ts'
import { textOf, type Command } from './command.ts'
import { sayAs } from './format.ts'
import { answering, names, persons, TIMES } from './options.ts'
import { chosenOf, isAmong, notOver } from './chosen.ts'
import { openForAnswer } from './session.ts'
import { timeOf } from './times.ts'

/** Ten years: more than anybody looks at. */
const MOST_WEEKS = 530

/** The picture, and what cannot be drawn. */
interface Answer extends Picture {
  readonly within: Interval
  readonly unknown: readonly string[]
}

/** Each form of the answer. */
const OUTPUTS: Outputs<Answer> = {
  text: (answer, look) => sayCalendar(answer, look) + sayUnknown(answer.unknown, look.paint),
  json: ({ workspace, lanes, people, within, unknown }) => {
    const shifts = lanes
      .flatMap((lane) => lane.shifts)
      .filter((shift) => isAmong(people, shift.people))
      .sort((a, b) => a.start - b.start)
    return writeJson(shiftsJson(within, shifts, unknown, workspace))
  },
}

export const calendar: Command = {
  details: `Whole weeks, Monday to Sunday, each rotation in a line: weeks below each other,
or beside each other where the terminal is wide enough. People who are on call
at once stand below each other. Where the locale has no Unicode (LC_ALL,
LC_CTYPE, LANG) it is drawn in ASCII.\n\n${TIMES}`,
  arguments: [names],
  options: [
    { flag: '--from <time>', help: 'begin with the week of this time (default: now)' },
    { flag: '--weeks <number>', help: 'how many weeks (default: 4)' },
    persons,
    ...answering,
  ],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate calendar', 'this week and the next three'],
    ['rotate calendar primary --weeks 12', 'the quarter of one rotation'],
    ['rotate calendar alice --from 2026-12', 'when Alice is on call in December'],
  ],
  async run(input, io) {
    const weeks = weeksOf(textOf(input, 'weeks'))
    const session = await openForAnswer(input, io)
    const { workspace, look, exit } = session
    const { zone } = look
    const from = dayOfWall(zone.wallAt((await timeOf('from', input, look)) ?? look.now))
    const first = from - weekdayOf(from)
    const within = { start: startOfDay(zone, first), end: startOfDay(zone, first + weeks * 7) }
    const found = notOver(chosenOf(input, session), within.start)
    const { rotations: chosen, unknown, people } = found
    const isTheirs = (ids: readonly string[]): boolean => isAmong(people, ids)
    const lanes = chosen
      .map((rotation) => ({ rotation, shifts: shiftsOf(rotation, within) }))
      .filter(({ shifts }) => people === undefined || shifts.some((one) => isTheirs(one.people)))
    const picture = {
      workspace,
      first,
      weeks,
      people,
      lanes: lanes.map((lane) => ({ ...lane, gaps: gapsIn(lane.rotation, within) })),
      meetings: [...workspace.meetings.values()]
        .flatMap((meeting) => occurrencesOf(workspace, meeting, within))
        .filter(({ attendees }) => isTheirs(attendees))
        .sort((a, b) => a.start - b.start),
    }
    io.out.write(sayAs(OUTPUTS, { ...picture, within, unknown }, input, look))
    return exit
  },
}

function weeksOf(text = '4'): number {
  const weeks = Number(text)
  if (/^\d+$/.test(text) && weeks >= 1 && weeks <= MOST_WEEKS) return weeks
  throw new Failure(`--weeks: expected a whole number from 1 to ${MOST_WEEKS}`, 2)
}
