/** `rotate who` */
import { holderAt } from '../insight/holder.ts'
import { whoJson, writeJson } from '../views/json.ts'
import { sayWho } from '../views/who.ts'
import { isOn, type Command } from './command.ts'
import { Failure } from '../io/failure.ts'
import { answering, pagerdutyToo, rotations, TIMES } from './options.ts'
import { sayPaged, withPaged } from './also-paged.ts'
import { chosenOf, notOver } from './chosen.ts'
import { openForAnswer } from './session.ts'
import { timeOf } from './times.ts'

export const who: Command = {
  details: `Times are yours, and each person's own where their clock differs.\n\n${TIMES}`,
  arguments: [rotations],
  options: [
    { flag: '--at <time>', help: 'at another time (default: now)' },
    pagerdutyToo,
    ...answering,
  ],
  examples: [
    ['rotate who', 'everybody who is on call now'],
    ['rotate who primary --at "monday 09:00"', 'one rotation, next Monday morning'],
    [`rotate who primary --json | jq -r '.rotations[].people[]'`, 'for a script'],
  ],
  async run(input, io) {
    const session = await openForAnswer(input, io)
    const { workspace, look, exit } = session
    const at = (await timeOf('at', input, look)) ?? look.now
    const { rotations: chosen, unknown } = notOver(chosenOf(input, session), input, at)
    const holders = chosen.map((rotation) => holderAt(rotation, at))
    const isAsked = isOn(input, 'pagerduty')
    if (isAsked && at !== look.now) {
      throw new Failure('--pagerduty says who is paged now: leave out --at', 2)
    }
    if (isOn(input, 'json')) {
      const answer = whoJson(at, holders, unknown)
      io.out.write(
        writeJson(isAsked ? await withPaged('who', answer, session, chosen, io) : answer),
      )
      return exit
    }
    // What the files say comes first: PagerDuty may not answer.
    io.out.write(sayWho(workspace, { at, holders, unknown }, look))
    if (isAsked) io.out.write(`\n${await sayPaged('who', session, chosen, io)}`)
    return exit
  },
}
