/** `rotate who` */
import { holderAt } from '../insight/holder.ts'
import { whoJson, writeJson } from '../views/json.ts'
import { sayWho } from '../views/who.ts'
import { isOn, type Command } from './command.ts'
import { answering, rotations, TIMES } from './options.ts'
import { chosenOf } from './chosen.ts'
import { openForAnswer } from './session.ts'
import { timeOf } from './times.ts'

export const who: Command = {
  details: `Times are yours, and each person's own where their clock differs.\n\n${TIMES}`,
  arguments: [rotations],
  options: [{ flag: '--at <time>', help: 'at another time (default: now)' }, ...answering],
  examples: [
    ['rotate who', 'everybody who is on call now'],
    ['rotate who primary --at "monday 09:00"', 'one rotation, next Monday morning'],
    [`rotate who primary --json | jq -r '.rotations[].people[]'`, 'for a script'],
  ],
  async run(input, io) {
    const session = await openForAnswer(input, io)
    const { workspace, look, exit } = session
    const at = (await timeOf('at', input, look)) ?? look.now
    const { rotations: chosen, unknown } = chosenOf(input, session)
    const holders = chosen.map((rotation) => holderAt(rotation, at))
    if (isOn(input, 'json')) io.out.write(writeJson(whoJson(at, holders, unknown)))
    else io.out.write(sayWho(workspace, { at, holders, unknown }, look))
    return exit
  },
}
