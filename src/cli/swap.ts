/** `rotate swap` */
import { planSwap } from '../planning/swap.ts'
import { Failure } from '../io/failure.ts'
import { nameOf } from '../views/names.ts'
import { sayNoSwap, saySwap } from '../views/swap.ts'
import { why, whyOf } from './author.ts'
import { personNamed } from './chosen.ts'
import { textOf, type Command } from './command.ts'
import { answering, one, TIMES } from './options.ts'
import { EDITS, editing, settle } from './settle.ts'
import { openForWriting } from './session.ts'
import { rotationToTrade } from './trade.ts'
import { timeOf } from './times.ts'

export const swap: Command = {
  details: `Two people trade a whole turn each. Where that would put one of them on call
twice, in a rotation that follows, the other takes that stretch there. What
would leave somebody on call twice, while away or without rest is refused.

${EDITS}

${TIMES}`,
  arguments: [
    { name: '<person>', help: 'who gives a turn (id or name)', offer: 'people' },
    { name: '<other>', help: 'who takes it, and gives one back', offer: 'people' },
  ],
  options: [
    { flag: '--at <time>', help: "a time in the first one's turn (default: their next turn)" },
    { flag: '--with <time>', help: "a time in the other's turn (default: their next turn)" },
    one,
    why,
    ...editing,
    ...answering,
  ],
  examples: [
    ['rotate swap alice bob', 'their next turns'],
    ['rotate swap alice bob --at "next monday" --why "a wedding"', 'that turn of hers'],
    ['rotate swap alice bob --at 2026-12-24 --with 2027-01-07 --yes', 'both by a time, unasked'],
    ['rotate swap bob alice --at 2026-12-24 --with 2027-01-07', 'and back again'],
  ],
  async run(input, io) {
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const { workspace, look } = session
    const [a, b] = input.words.map((word) => personNamed(word, session))
    if (a === undefined || b === undefined) throw new Failure('name two people', 2)
    if (a === b) throw new Failure(`'${a}' cannot trade with themselves: name two people`, 2)
    const at = await timeOf('at', input, look)
    const other = await timeOf('with', input, look)
    const times = { ...(at !== undefined && { at }), ...(other !== undefined && { with: other }) }
    const rotation = rotationToTrade(session, { a, b, ...times }, textOf(input, 'rotation'))
    const asked = { a, b, rotation, ...times, why: whyOf(input, session, `swap of ${a} and ${b}`) }
    const found = planSwap(workspace, asked, look.now)
    if ('no' in found) throw new Failure(sayNoSwap(found, asked, workspace, look), 2)
    const { given, taken } = found
    const names = [a, b].map((id) => nameOf(workspace, id)).join(' and ')
    return settle(
      {
        proposal: found,
        headline: given && taken ? saySwap({ given, taken }, asked, workspace, look) : '',
        nothing: `Nothing to do: ${names} have traded already (--at and --with name other turns).`,
        json: { rotation: rotation.id, done: found.isDone },
      },
      { session, input, io },
    )
  },
}
