/** `rotate who` */
import { holderAt } from '../insight/holder.ts'
import { whoJson, writeJson } from '../views/json.ts'
import { formatsOf, isForPrograms, type Outputs } from '../views/output.ts'
import { sayWho, type Who } from '../views/who.ts'
import { isOn, type Command } from './command.ts'
import { Failure } from '../io/failure.ts'
import { answering, pagerdutyToo, rotations, TIMES } from './options.ts'
import { pagedJson, sayPaged, type Paged } from './also-paged.ts'
import { formatOf, sayAs } from './format.ts'
import { chosenOf, notOver } from './chosen.ts'
import { openForNow } from './session.ts'
import { timeOf } from './times.ts'

/** The answer, and what PagerDuty says besides. */
type Answer = Who & { readonly paged?: Paged }

/** Each form of the answer. */
const OUTPUTS: Outputs<Answer> = {
  text: sayWho,
  json: ({ at, holders, unknown, paged }) =>
    writeJson({ ...whoJson(at, holders, unknown), ...paged }),
}

export const who: Command = {
  details: `Times are yours, and each person's own where their clock differs.\n\n${TIMES}`,
  arguments: [rotations],
  options: [
    { flag: '--at <time>', help: 'at another time (default: now)' },
    pagerdutyToo,
    ...answering,
  ],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate who', 'everybody who is on call now'],
    ['rotate who primary --at "monday 09:00"', 'one rotation, next Monday morning'],
    [`rotate who primary --json | jq -r '.rotations[].people[]'`, 'for a script'],
  ],
  async run(input, io) {
    const session = await openForNow(input, io)
    const { workspace, look, exit } = session
    const at = (await timeOf('at', input, look)) ?? look.now
    const { rotations: chosen, unknown } = notOver(chosenOf(input, session), input, at)
    const holders = chosen.map((rotation) => holderAt(rotation, at))
    const isAsked = isOn(input, 'pagerduty')
    if (isAsked && at !== look.now) {
      throw new Failure('--pagerduty says who is paged now: leave out --at', 2)
    }
    const isWhole = isForPrograms(formatOf(input))
    const paged = isAsked && isWhole ? await pagedJson('who', session, chosen, io) : undefined
    const answer = { workspace, at, holders, unknown, ...(paged && { paged }) }
    io.out.write(sayAs(OUTPUTS, answer, input, look))
    // For people what the files say comes first: PagerDuty may not answer.
    if (isAsked && !isWhole) io.out.write(`\n${await sayPaged('who', session, chosen, io)}`)
    return exit
  },
}
