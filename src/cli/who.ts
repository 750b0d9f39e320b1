/** `rotate who` */
import { holderAt } from '../insight/holder.ts'
import { whoJson, writeJson } from '../views/json.ts'
import { sayWho } from '../views/who.ts'
import { isOn, type Command } from './command.ts'
import { answering, rotations, TIMES } from './options.ts'
import { chosenRotations, openForAnswer, timeOf } from './session.ts'

export const who: Command = {
  name: 'who',
  summary: 'Who is on call, since when, until when, and who is next',
  details: `Times are yours, and each person's own where their clock differs.\n\n${TIMES}`,
  arguments: [rotations],
  options: [{ flag: '--at <time>', help: 'at another time (default: now)' }, ...answering],
  examples: [
    ['rotate who', 'everybody who is on call now'],
    ['rotate who primary --at "monday 09:00"', 'one rotation, next Monday morning'],
    ['rotate who --json | jq -r ".rotations[0].people[]"', 'for a script'],
  ],
  async run(input, io) {
    const { workspace, look, exit } = await openForAnswer(input, io)
    const at = (await timeOf('at', input, look)) ?? look.now
    const holders = chosenRotations(input, workspace).map((rotation) => holderAt(rotation, at))
    io.out.write(
      isOn(input, 'json') ? writeJson(whoJson(at, holders)) : sayWho(workspace, holders, look),
    )
    return exit
  },
}
