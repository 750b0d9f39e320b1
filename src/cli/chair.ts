/** `rotate chair` */
import { dayOfWall } from '../time/wall.ts'
import { CHAIR, roleNamed, rolesOf } from '../model/meeting.ts'
import { planChair } from '../planning/chair.ts'
import { Failure } from '../io/failure.ts'
import { Clock } from '../views/clock.ts'
import { clean } from '../views/clean.ts'
import { nameOf } from '../views/names.ts'
import { wrap } from '../views/wrap.ts'
import { why, whyOf } from './author.ts'
import { meetingNamed, personNamed } from './chosen.ts'
import { textOf, type Command } from './command.ts'
import { answering, TIMES } from './options.ts'
import { openForWriting } from './session.ts'
import { EDITS, editing, settle } from './settle.ts'
import { timeNamed } from './times.ts'

export const chair: Command = {
  details: `Of one occurrence; nobody else's place in the order moves. The day is that on
which it is due, or the one it was moved to, on the clock of the meeting; where
it is not held on that day, yours. A time is one at which it is held.

${EDITS}

${TIMES}`,
  arguments: [
    { name: '<meeting>', help: 'which meeting (id or name)', offer: 'meetings' },
    { name: '<person>', help: 'who leads it (id or name)', offer: 'people' },
  ],
  options: [
    { flag: '--on <day>', help: 'which occurrence' },
    { flag: '--role <role>', help: 'another role than the chair' },
    why,
    ...editing,
    ...answering,
  ],
  examples: [
    ['rotate chair infrastructure bob --on thursday', 'Bob leads it then'],
    ['rotate chair council alice --on 2027-03-05 --role scribe', 'another role'],
  ],
  async run(input, io) {
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const { workspace, look } = session
    const meeting = meetingNamed(input.words[0] ?? '', session)
    const person = personNamed(input.words[1] ?? '', session)
    const role = textOf(input, 'role') ?? CHAIR
    if (roleNamed(meeting, role) === undefined) {
      const known = rolesOf(meeting).map(([name]) => name)
      const all = known.join(', ') || 'none'
      throw new Failure(`'${meeting.id}' has no role '${role}': there are ${all}`, 2)
    }
    const on = textOf(input, 'on')
    if (on === undefined) {
      throw new Failure(
        `when? --on names the day: 'rotate chair ${meeting.id} ${person} --on ...'`,
        2,
      )
    }
    const { at, days } = await timeNamed(on, '--on', look)
    const day = days?.first ?? dayOfWall(look.zone.wallAt(at))
    const reason = textOf(input, 'why') === undefined ? undefined : whyOf(input, session, '')
    const asked = {
      meeting,
      role,
      person,
      day,
      zone: look.zone,
      ...(days === undefined && { at }),
      ...(reason !== undefined && { why: reason }),
    }
    const found = planChair(workspace, asked, look.now)
    const clock = new Clock(look)
    if ('no' in found) {
      if (found.no === 'over')
        throw new Failure(`that of ${clock.say(found.occurrence.start)} is over`, 2)
      const next =
        found.next === undefined
          ? 'there is none after that'
          : `the next is ${clock.say(found.next.start)}`
      throw new Failure(`'${meeting.id}' is not held on that day: ${next}`, 2)
    }
    const who = nameOf(workspace, person)
    const when = clock.say(found.occurrence.start)
    const before = found.before === null ? 'nobody' : nameOf(workspace, found.before)
    const what = role === CHAIR ? 'chairs it' : `is its ${role}`
    const said = `${meeting.name}, ${when}: ${who} ${what}, instead of ${before}.`
    return settle(
      {
        proposal: found,
        headline: found.changes.length === 0 ? '' : wrap(clean(said), look.width),
        nothing: `Nothing to do: ${who} ${what} on ${when} already.`,
        json: { meeting: meeting.id, role, done: found.changes.length === 0 },
      },
      { session, input, io },
    )
  },
}
