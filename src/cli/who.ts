/** `rotate who` */
import { holdingOf } from '../insight/holding.ts'
import { holderAt } from '../insight/holder.ts'
import { Failure } from '../io/failure.ts'
import { holdingJson } from '../views/holding.ts'
import { whoJson, writeJson } from '../views/json.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { sayWho, type Who } from '../views/who.ts'
import { writeAlsoPaged, type AlsoPaged } from './also-paged.ts'
import { chosenOf, isAmong, notOver } from './chosen.ts'
import { isOn, type Command } from './command.ts'
import { answering, long, names, pagerdutyToo, persons, TIMES } from './options.ts'
import { openForNow } from './session.ts'
import { timeOf } from './times.ts'

/** Each form of the answer. */
const OUTPUTS: Outputs<Who & AlsoPaged> = {
  text: sayWho,
  json: ({ workspace, at, holders, unknown, people, paged }) =>
    writeJson({
      ...whoJson(at, holders, unknown, workspace),
      ...(people && { people: people.map(holdingJson) }),
      ...paged,
    }),
}

export const who: Command = {
  details: `Of a person: what they hold, what next, and how to reach them. Times are yours,
and each person's own where their clock differs.\n\n${TIMES}`,
  arguments: [names],
  options: [
    { flag: '--at <time>', help: 'at another time (default: now)' },
    persons,
    long,
    pagerdutyToo,
    ...answering,
  ],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate who', 'everybody who is on call now'],
    ['rotate who alice', 'what she holds, what next, and how to reach her'],
    ['rotate who primary --at "monday 9am"', 'one rotation, next Monday morning'],
    [`rotate who primary --json | jq -r '.rotations[].names[]'`, 'for a script'],
  ],
  async run(input, io) {
    const session = await openForNow(input, io)
    const { workspace, look, exit } = session
    const at = (await timeOf('at', input, look)) ?? look.now
    const { rotations: chosen, unknown, people: ids } = notOver(chosenOf(input, session), at)
    const holders = chosen
      .map((rotation) => holderAt(rotation, at))
      .filter(({ shift }) => isAmong(ids, shift?.people ?? []))
    const people = ids
      ?.flatMap((id) => workspace.people.get(id) ?? [])
      .map((person) => holdingOf(person, chosen, at, 1))
    if (isOn(input, 'pagerduty') && at !== look.now) {
      throw new Failure('--pagerduty says who is paged now: leave out --at', 2)
    }
    const isLong = isOn(input, 'long')
    const answer = { workspace, at, holders, unknown, isLong, ...(people && { people }) }
    await writeAlsoPaged('who', OUTPUTS, answer, chosen, { session, input, io })
    return exit
  },
}
