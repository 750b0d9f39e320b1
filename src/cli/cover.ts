/** `rotate cover` */
import { candidatesFor, heldWithin, isCovered, planCover } from '../planning/cover.ts'
import { Failure } from '../io/failure.ts'
import { candidatesJson, sayHeld } from '../views/cover.ts'
import { writeJson } from '../views/json.ts'
import { nameOf } from '../views/names.ts'
import { askWhich, showCandidates } from './offer-cover.ts'
import { why, whyOf } from './author.ts'
import { personNamed, rotationsNamed } from './chosen.ts'
import { isOn, textOf, type Command } from './command.ts'
import { answering, only, TIMES } from './options.ts'
import { openForWriting } from './session.ts'
import { EDITS, editing, settle } from './settle.ts'
import { intervalOf, stretchNamed } from './stretch.ts'

export const cover: Command = {
  details: `Without --by: who could, best first, each with reasons, and why not the others;
on a terminal it asks which. Members of the rotation come before others, then
who is awake then, then who carries least. Days are yours, the last included.

${EDITS}

${TIMES}`,
  arguments: [{ name: '<person>', help: 'who cannot (id or name)', offer: 'people' }],
  options: [
    {
      flag: '--on <days>',
      help: "when: tomorrow, tonight, 2026-12-24..2026-12-26, 'fri 6pm..9pm'",
    },
    { flag: '--by <person>', help: 'who takes it', offer: 'people' },
    only,
    why,
    ...editing,
    ...answering,
  ],
  examples: [
    ['rotate cover alice --on tomorrow', 'who could take what Alice has then?'],
    ['rotate cover alice --on 2026-12-24..2026-12-26 --by bob', 'Bob does'],
    ['rotate cover me --on tonight --by bob --why ill --yes', '18:00 to 07:00'],
  ],
  async run(input, io) {
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const { workspace, look } = session
    const person = personNamed(input.words[0] ?? '', session)
    const on = textOf(input, 'on')
    if (on === undefined) {
      throw new Failure(`when? --on names the days: 'rotate cover ${person} --on tomorrow'`, 2)
    }
    const within = intervalOf(await stretchNamed(on, '--on', look), look.zone)
    const rotations = rotationsNamed(textOf(input, 'rotation'), session)
    const asked = { person, rotations, within, why: whyOf(input, session, `cover for ${person}`) }
    const name = nameOf(workspace, person)
    const named = textOf(input, 'by')
    const by = named === undefined ? undefined : personNamed(named, session)
    if (by === person) throw new Failure(`${name} cannot stand in for themselves`, 2)
    const held = heldWithin(asked, look.now)
    if (held.length === 0) {
      const isDone = by !== undefined && isCovered(asked, by)
      if (!isDone && within.end <= look.now) throw new Failure(`--on '${on}': that is over`, 2)
      const then = within.start < look.now ? 'in what is left of it' : 'then'
      const nothing = isDone
        ? `Nothing to do: ${nameOf(workspace, by)} has taken it already.`
        : `Nothing to do: ${name} is not on call ${then}.`
      const proposal = {
        changes: [],
        meant: { kind: 'exactly' as const, exchanges: [] },
        against: [],
      }
      return settle(
        {
          proposal,
          headline: '',
          nothing,
          json: { done: isDone, ...(by === undefined && candidatesJson([], [])) },
        },
        { session, input, io },
      )
    }
    let chosen = by
    if (by === undefined) {
      const isJson = isOn(input, 'json')
      const candidates = isJson
        ? candidatesFor(workspace, asked, look.now)
        : showCandidates(asked, held, session, io)
      if (isJson) io.out.write(writeJson(candidatesJson(held, candidates)))
      const could = candidates.filter(({ against }) => against.length === 0)
      const isAsked = io.canAsk && !isJson && !isOn(input, 'dryRun')
      chosen = isAsked ? await askWhich(candidates, asked, session, io) : undefined
      if (chosen === undefined) {
        if (could.length > 0 && !isAsked && !isOn(input, 'json'))
          io.err.write(`Nothing was written: --by names who takes it.\n`)
        return could.length > 0 ? 0 : 1
      }
      io.out.write('\n')
    }
    if (chosen === undefined) return 1
    return settle(
      {
        proposal: planCover(workspace, asked, chosen, look.now),
        headline: by === undefined ? '' : sayHeld(person, held, workspace, look),
        nothing: 'Nothing to do.',
        json: { done: false },
      },
      { session, input, io },
    )
  },
}
