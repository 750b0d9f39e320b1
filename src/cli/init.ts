/** `rotate init` */
import { resolve } from 'node:path'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import { faultOfId, idMeantBy, isOfOtherLetters } from '../model/id.ts'
import { SCHEMA_FILE, schemaText } from '../workspace/format/schema.ts'
import { INIT_FILES, planInit, TEMPLATES, type Template } from '../workspace/templates.ts'
import { faultOfZone } from '../time/zone-fault.ts'
import { inItsCase } from '../time/zone-case.ts'
import { zoneNamed } from '../time/zone.ts'
import { textOf, type Command, type Input } from './command.ts'
import { mustBeNew, writeNew } from './new-files.ts'
import { noColor } from './options.ts'
import { dirFor, namedFolder } from './session.ts'
import { VERSION } from './version.ts'

export const init: Command = {
  details: `Asks on a terminal; elsewhere takes the flags. Never overwrites a file.

  weekly           one person a week, the next in line is secondary
  weekday-weekend  weeks and weekends go round apart
  follow-the-sun   three regions, each by day`,
  options: [
    {
      flag: '--template <name>',
      help: `${TEMPLATES.join(', ')} (default: weekly)`,
      offer: TEMPLATES,
    },
    { flag: '--team <name>', help: 'the name of the team' },
    {
      flag: '--people <ids>',
      help: 'who takes part, with commas: alice,bob,carol',
      several: true,
    },
    {
      flag: '--tz <zone>',
      help: 'their zone, or one for each, with commas (default: yours)',
      several: true,
      offer: 'zones',
    },
    {
      flag: '-C, --dir <folder>',
      help: 'where to (default: rotations/; ROTATE_DIR)',
      offer: 'folders',
    },
    noColor,
  ],
  examples: [
    ['rotate init', 'asks what it needs'],
    ['rotate init --template follow-the-sun --people ann,bo,cy,di,ed,flo', 'in a script'],
  ],
  async run(input, io) {
    const folder = namedFolder(input, io)?.path ?? resolve(io.cwd, 'rotations')
    // Nobody answers questions for nothing.
    mustBeNew(FILES, folder, '--dir', io)
    const template = await answer('template', TEMPLATE_QUESTION, 'weekly', templateNamed, input, io)
    const team = await answer('team', 'Name of the team', 'Infrastructure', asItIs, input, io)
    const typed = await answer('people', PEOPLE_QUESTION, 'alice, bob, carol', peopleIn, input, io)
    const own = zoneNamed(io.zone())?.name ?? 'UTC'
    const read = (text: string): string[] => zonesIn(text, typed.length)
    const zones = await answer('tz', ZONE_QUESTION, own, read, input, io)
    const people = typed.map((person, i) => ({ ...person, zone: zones[i] ?? zones[0] ?? own }))
    const files = [
      ...planInit({ template, team, people, now: io.now() }),
      { path: SCHEMA_FILE, text: schemaText(VERSION) },
    ]
    writeNew(files, folder, '--dir', io)
    const where = dirFor(folder, io)
    io.out.write(
      `\nNext: 'rotate${where}' shows who is on call, 'rotate check${where}' what is risky.\n`,
    )
    return 0
  },
}

const FILES: readonly string[] = [...INIT_FILES, SCHEMA_FILE]

const TEMPLATE_QUESTION = `  weekly           one person a week, the next in line is secondary
  weekday-weekend  weeks and weekends go round apart
  follow-the-sun   three regions, each by day
Template`
const PEOPLE_QUESTION = 'Ids or names of the people, with commas'
const ZONE_QUESTION = 'Their time zone, or one for each, with commas'

/** What a flag says, or what somebody types, or the default; what is wrong is asked again of somebody who can answer. */
async function answer<T>(
  flag: string,
  question: string,
  usual: string,
  read: (text: string) => T,
  input: Input,
  io: Io,
): Promise<T> {
  const given = textOf(input, flag)
  if (given !== undefined || !io.canAsk) return read(given ?? usual)
  for (;;) {
    const typed = await io.ask(`${question} (${usual}): `)
    if (typed === undefined) throw new Failure('nothing was written', 2)
    try {
      return read(typed || usual)
    } catch (mistake) {
      if (!(mistake instanceof Failure)) throw mistake
      io.err.write(`${clean(mistake.message)}\n`)
    }
  }
}

function asItIs(text: string): string {
  return text
}

function templateNamed(name: string): Template {
  const template = TEMPLATES.find((known) => known === name.trim())
  if (template === undefined)
    throw new Failure(`there is no template '${name}': expected ${TEMPLATES.join(', ')}`, 2)
  return template
}

/** Split at commas where there are any, so that names may have spaces; else at spaces. */
function peopleIn(text: string): { id: string; name: string }[] {
  const words = text
    .split(text.includes(',') ? /\s*,\s*/ : /\s+/)
    .filter((word) => word.trim() !== '')
  const people = new Map<string, { id: string; name: string }>()
  for (const word of words.map((each) => each.trim())) {
    const id = faultOfId(word) === undefined ? word : idMeantBy(word)
    if (id === undefined || /^(nobody|everyone)$/i.test(word) || word.startsWith('-')) {
      const letters = isOfOtherLetters(word) ? 'letters from a to z' : 'letters'
      const after = isOfOtherLetters(word) ? "; the name goes behind 'name:' in team.yaml" : ''
      throw new Failure(`'${word}' is no id: ${letters}, digits, '.', '_' and '-'${after}`, 2)
    }
    const name = id === word ? word.charAt(0).toUpperCase() + word.slice(1) : word
    if (!people.has(id)) people.set(id, { id, name })
  }
  if (people.size < 2)
    throw new Failure(`a rotation needs at least two people: --people alice,bob`, 2)
  return [...people.values()]
}

/** One for all, or as many as there are people. */
function zonesIn(text: string, count: number): string[] {
  const zones = text.split(',').map((zone) => zone.trim())
  const fault = zones.map(faultOfZone).find((each) => each !== undefined)
  if (fault !== undefined) throw new Failure(fault, 2)
  if (zones.length > 1 && zones.length !== count) {
    throw new Failure(`${zones.length} zones for ${count} people: name one, or one for each`, 2)
  }
  return zones.map(inItsCase)
}
