/** `rotate status` */
import { DAY, minuteOf, WEEK, type Instant } from '../time/instant.ts'
import { check } from '../insight/check/check.ts'
import { handoffsIn, holderAt, whole, type Holder } from '../insight/holder.ts'
import type { Problem } from '../model/problem.ts'
import { occurrencesOf } from '../timeline/occurrences.ts'
import { shiftsOf, type Shift } from '../timeline/shifts.ts'
import { statusJson, writeJson } from '../views/json.ts'
import { formatsOf, isForPrograms, type Outputs } from '../views/output.ts'
import { sayStatus, type Status } from '../views/status.ts'
import type { Command } from './command.ts'
import { answering, pagerdutyToo, rotations } from './options.ts'
import { writeAlsoPaged, type AlsoPaged } from './also-paged.ts'
import { withFree } from './free.ts'
import { formatOf } from './format.ts'
import { notOver, rotationsOf } from './chosen.ts'
import { openForNow } from './session.ts'

/** How many handoffs, where there are not more rotations, and meetings are on the screen. */
const HANDOFFS = 6
const MEETINGS = 3

/** What is wrong until then is said in full: there may be no other day to mend it. */
const SOON = 2 * DAY

/** What is so each week nobody has to be told each day. */
const LASTING: readonly string[] = ['night-meeting']

/** Each form of the answer. */
const OUTPUTS: Outputs<Status & AlsoPaged> = {
  text: sayStatus,
  json: ({ paged, ...answer }) => writeJson({ ...statusJson(answer), ...paged }),
}

export const status: Command = {
  details: `'rotate' alone is the same.`,
  arguments: [rotations],
  options: [pagerdutyToo, ...answering],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate', 'the overview'],
    ['rotate status primary secondary', 'of two rotations'],
  ],
  async run(input, io) {
    const session = await openForNow(input, io)
    const { workspace, problems, look, exit } = session
    const { now } = look
    const { rotations: chosen, unknown, isNamed } = notOver(rotationsOf(input, session), now)
    const shifts = chosen.map((rotation) => holderAt(rotation, now))
    const isWhole = !isForPrograms(formatOf(input))
    const holders = isWhole ? shifts.map(whole) : shifts
    const handoffs = nextShifts(holders, now, isWhole ? handoffsIn : (all) => all)
    const meetings = [...workspace.meetings.values()]
      .flatMap((meeting) => occurrencesOf(workspace, meeting, { start: now, end: now + 4 * WEEK }))
      .sort((a, b) => a.start - b.start)
      .slice(0, MEETINGS)
    const named = isNamed ? chosen : undefined
    const found = [
      ...problems,
      ...check(workspace, { start: minuteOf(now), end: minuteOf(now) + 90 * DAY }, named),
    ]
    const isSoon = ({ code, start, end = start }: Problem): boolean =>
      start !== undefined && start < now + SOON && (end ?? 0) > now && !LASTING.includes(code)
    const answer = {
      workspace,
      at: now,
      holders,
      handoffs,
      meetings,
      soon: withFree(found.filter(isSoon), workspace, minuteOf(now)),
      problems: found.filter((problem) => !isSoon(problem)),
      unknown,
      unknownMeetings: workspace.unsound.meetings,
    }
    await writeAlsoPaged('status', OUTPUTS, answer, chosen, { session, input, io })
    return exit
  },
}

/**
 * The next one of each rotation, however far away, and the soonest of the others up to a number; in order of time.
 * `which` of the shifts of a rotation count.
 */
function nextShifts(
  holders: readonly Holder[],
  now: Instant,
  which: (shifts: readonly Shift[]) => readonly Shift[],
): Shift[] {
  const first = holders.flatMap(({ next }) => next ?? [])
  const known = new Set(first.map(({ rotation, start }) => `${rotation.id} ${start}`))
  const soon = { start: now, end: now + 2 * WEEK }
  const others = holders
    .flatMap(({ rotation }) => which(shiftsOf(rotation, soon)))
    .filter(({ rotation, start }) => start > now && !known.has(`${rotation.id} ${start}`))
    .sort((a, b) => a.start - b.start)
    .slice(0, Math.max(0, HANDOFFS - first.length))
  return [...first, ...others].sort((a, b) => a.start - b.start)
}
