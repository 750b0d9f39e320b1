/** `rotate people` */
import { presenceOf } from '../insight/presence.ts'
import { writeJson } from '../views/json.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { peopleJson, sayPeople, type People } from '../views/people.ts'
import { notOver, personNamed, rotationsOf } from './chosen.ts'
import type { Command } from './command.ts'
import { sayAs } from './format.ts'
import { answering } from './options.ts'
import { openForNow } from './session.ts'

const OUTPUTS: Outputs<People> = {
  text: sayPeople,
  json: (answer) => writeJson(peopleJson(answer)),
}

export const people: Command = {
  details: `Their zone and what their clock says, their working hours, what they hold now,
whether they are away, and how to reach them.`,
  arguments: [
    { name: '[person...]', help: 'only these: ids, names or me (default: all)', offer: 'people' },
  ],
  options: answering,
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate people', 'whom can I call, and what time is it there?'],
    ['rotate people --json', 'zones, addresses and contacts, for a script'],
  ],
  async run(input, io) {
    const session = await openForNow(input, io)
    const { workspace, look, exit } = session
    const ids = new Set(input.words.map((word) => personNamed(word, session)))
    const { rotations, unknown } = notOver(rotationsOf({ words: [] }, session), look.now)
    const presences = [...workspace.people.values()]
      .filter(({ id }) => ids.size === 0 || ids.has(id))
      .map((person) => presenceOf(person, rotations, look.now))
    const answer = { workspace, at: look.now, presences, unknown }
    io.out.write(sayAs(OUTPUTS, answer, input, look))
    return exit
  },
}
