/** `rotate status` */
import { DAY, minuteOf, WEEK, type Instant } from '../time/instant.ts'
import { check } from '../insight/check/check.ts'
import { holderAt, type Holder } from '../insight/holder.ts'
import { occurrencesOf } from '../timeline/occurrences.ts'
import { shiftsOf, type Shift } from '../timeline/shifts.ts'
import { statusJson, writeJson } from '../views/json.ts'
import { formatsOf, isForPrograms, type Outputs } from '../views/output.ts'
import { sayStatus, type Status } from '../views/status.ts'
import { isOn, type Command } from './command.ts'
import { answering, pagerdutyToo, rotations } from './options.ts'
import { pagedJson, sayPaged, type Paged } from './also-paged.ts'
import { formatOf, sayAs } from './format.ts'
import { chosenOf, notOver } from './chosen.ts'
import { openForNow } from './session.ts'

/** How many handoffs, where there are not more rotations, and meetings are on the screen. */
const HANDOFFS = 6
const MEETINGS = 3

/** The answer, and what PagerDuty says besides. */
type Answer = Status & { readonly paged?: Paged }

/** Each form of the answer. */
const OUTPUTS: Outputs<Answer> = {
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
    const { rotations: chosen, unknown } = notOver(chosenOf(input, session), input, now)
    const holders = chosen.map((rotation) => holderAt(rotation, now))
    const handoffs = nextHandoffs(holders, now)
    const meetings = [...workspace.meetings.values()]
      .flatMap((meeting) => occurrencesOf(workspace, meeting, { start: now, end: now + 4 * WEEK }))
      .sort((a, b) => a.start - b.start)
      .slice(0, MEETINGS)
    const named = input.words.length > 0 ? chosen : undefined
    const found = [
      ...problems,
      ...check(workspace, { start: minuteOf(now), end: now + 90 * DAY }, named),
    ]
    const answer = {
      workspace,
      at: now,
      holders,
      handoffs,
      meetings,
      problems: found,
      unknown,
      unknownMeetings: workspace.unsound.meetings,
    }
    const isAsked = isOn(input, 'pagerduty')
    const isWhole = isForPrograms(formatOf(input))
    const paged = isAsked && isWhole ? await pagedJson('status', session, chosen, io) : undefined
    io.out.write(sayAs(OUTPUTS, { ...answer, ...(paged && { paged }) }, input, look))
    // For people what the files say comes first: PagerDuty may not answer.
    if (isAsked && !isWhole) io.out.write(`\n${await sayPaged('status', session, chosen, io)}`)
    return exit
  },
}

/** The next one of each rotation, however far away, and the soonest of the others up to a number; in order of time. */
function nextHandoffs(holders: readonly Holder[], now: Instant): Shift[] {
  const first = holders.flatMap(({ next }) => next ?? [])
  const known = new Set(first.map(({ rotation, start }) => `${rotation.id} ${start}`))
  const soon = { start: now, end: now + 2 * WEEK }
  const others = holders
    .flatMap(({ rotation }) => shiftsOf(rotation, soon))
    .filter(({ rotation, start }) => start > now && !known.has(`${rotation.id} ${start}`))
    .sort((a, b) => a.start - b.start)
    .slice(0, Math.max(0, HANDOFFS - first.length))
  return [...first, ...others].sort((a, b) => a.start - b.start)
}
