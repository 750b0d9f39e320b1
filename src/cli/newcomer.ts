/** Somebody whom the files do not know: name, address and zone, from flags or asked for. */
import { faultOfZone } from '../time/zone-fault.ts'
import { inItsCase } from '../time/zone-case.ts'
import type { AddPerson } from '../model/change.ts'
import { goesBy } from '../model/called.ts'
import { faultOfId } from '../model/id.ts'
import type { Person } from '../model/person.ts'
import type { Workspace } from '../model/workspace.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import { nearestWord } from '../workspace/suggest.ts'
import { ME, personNamed } from './chosen.ts'
import { isOn, textOf, type Input } from './command.ts'
import type { Session } from './session.ts'

const FLAGS = ['name', 'email', 'timezone'] as const

/** The id of whoever joins: somebody known, by the whole of an id, a name or an address, or somebody new. */
export function joinerNamed(word: string, session: Session): string {
  const { people } = session.workspace
  if (people.has(word)) return word
  const known = word.toLowerCase() === ME || [...people.values()].some((one) => goesBy(one, word))
  return known ? personNamed(word, session) : word
}

/** What flags say of somebody who is known, and otherwise: those flags. */
export function flagsAgainst(person: Person, input: Input): string[] {
  const known = { name: person.name, email: person.email, timezone: inItsCase(person.zone.name) }
  return FLAGS.filter((key) => {
    const text = textOf(input, key)
    const said = key === 'timezone' && text !== undefined ? inItsCase(text) : text
    return said !== undefined && said !== known[key]
  }).map((key) => `--${key}`)
}

/** What is to be written of them; `left` where somebody would rather leave. */
export async function newcomer(
  id: string,
  input: Input,
  io: Io,
  { people }: Workspace,
): Promise<AddPerson | 'left'> {
  const why = faultOfId(id)
  if (why !== undefined) throw new Failure(`'${id}' is no id: ${why}`, 2)
  const given = FLAGS.some((key) => textOf(input, key) !== undefined)
  const isAsking = io.canAsk && !isOn(input, 'yes') && !isOn(input, 'json') && !given
  if (!given && !isAsking) {
    const near = nearestWord(id, people.keys())
    const meant = near === undefined ? '' : `did you mean '${near}'? Else `
    throw new Failure(
      `there is no '${id}' among the people: ${meant}--name, --email and --timezone say who that is`,
      2,
    )
  }
  const answers = new Map<string, string>()
  for (const [key, question] of [
    ['name', `${id} is new. Their name? [${id}] `],
    ['email', 'Their e-mail address? (needed to sync) [none] '],
    ['timezone', "Their time zone, such as Europe/Amsterdam? [the team's] "],
  ] as const) {
    for (;;) {
      const answer = isAsking ? await io.ask(question) : textOf(input, key)
      if (answer === undefined && isAsking) return 'left'
      if (answer === undefined || answer === '') break
      const fault = faultOf(key, answer, people)
      if (fault === undefined) {
        answers.set(key, answer)
        break
      }
      if (!isAsking) throw new Failure(fault, 2)
      // A slip is answered, and asked again.
      io.err.write(`${clean(fault)}\n`)
    }
  }
  const [name, email, timezone] = FLAGS.map((key) => answers.get(key))
  return {
    kind: 'add-person',
    id,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(timezone !== undefined && { timezone: inItsCase(timezone) }),
  }
}

/** What is wrong with what somebody says of somebody new. */
function faultOf(
  key: (typeof FLAGS)[number],
  text: string,
  people: Workspace['people'],
): string | undefined {
  if (key === 'timezone') return faultOfZone(text)
  if (key === 'name') return undefined
  if (!/^[^\s@,{}[\]#:]+@[^\s@,{}[\]#:]+$/.test(text)) return `'${text}' is no e-mail address`
  const same = [...people.values()].find(({ email }) => email?.toLowerCase() === text.toLowerCase())
  return same && `'${text}' is the address of '${same.id}': everybody has their own`
}
