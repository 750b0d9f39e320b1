/** `rotate me` */
import { concernsOf } from '../insight/concerns.ts'
import { meJson, sayMe, type Me } from '../views/concerns.ts'
import { writeJson } from '../views/json.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { notOver, personNamed, rotationsOf } from './chosen.ts'
import { isOn, type Command } from './command.ts'
import { sayAs } from './format.ts'
import { limitOf } from './limit.ts'
import { answering, long } from './options.ts'
import { openForNow } from './session.ts'

/** So many are shown where nobody says how many. */
const USUAL = { shifts: 5, meetings: 3 }

const OUTPUTS: Outputs<Me> = {
  text: sayMe,
  json: (me) => writeJson(meJson(me)),
}

export const me: Command = {
  details: `On call now, or next when; the next shifts, the meetings that you lead next, what
others took from you, and your absences, with what you hold in them. You are
the person whose address is git's user.email, or whom ROTATE_ME names.`,
  arguments: [{ name: '[person]', help: 'of somebody else (id or name)', offer: 'people' }],
  options: [
    {
      flag: '-n, --limit <number>',
      help: `so many shifts and meetings (default: ${USUAL.shifts} and ${USUAL.meetings})`,
    },
    long,
    ...answering,
  ],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate me', 'when am I on call next? Do I lead a meeting?'],
    ['rotate me bob', 'the same of Bob'],
    ['ROTATE_ME=alice rotate me', 'where git does not know your address'],
  ],
  async run(input, io) {
    const session = await openForNow(input, io)
    const { workspace, look, exit } = session
    const person = workspace.people.get(personNamed(input.words[0] ?? 'me', session))
    if (person === undefined) throw new TypeError('a person who is none of the people')
    const { rotations, unknown } = notOver(rotationsOf({ words: [] }, session), look.now)
    const limit = limitOf(input)
    const count = limit === undefined ? USUAL : { shifts: limit, meetings: limit }
    const concerns = concernsOf(workspace, person, rotations, look.now, count)
    const all = [...unknown, ...workspace.unsound.meetings]
    const isLong = isOn(input, 'long')
    const answer = { workspace, at: look.now, concerns, unknown: all, isLong }
    io.out.write(sayAs(OUTPUTS, answer, input, look))
    return exit
  },
}
