/** `rotate init` */
import { resolve } from 'node:path'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import { planInit, TEMPLATES, type Template } from '../workspace/templates.ts'
import { zoneNamed } from '../time/zone.ts'
import { textOf, type Command, type Input } from './command.ts'
import { writeNew } from './new-files.ts'
import { noColor } from './options.ts'
import { namedFolder } from './session.ts'

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
      flag: '--dir <folder>',
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
    const { jsonSchema } = await import('../workspace/format/schema.ts')
    const folder = namedFolder(input, io)?.path ?? resolve(io.cwd, 'rotations')
    const template = templateNamed(await answer('template', 'Template', 'weekly', input, io))
    const team = await answer('team', 'Name of the team', 'Infrastructure', input, io)
    const people = idsIn(await answer('people', 'Ids of the people', 'alice,bob,carol', input, io))
    const zone = zoneNamed(io.zone())?.name ?? 'UTC'
    const files = [
      ...planInit({ template, team, people, zone, now: io.now() }),
      { path: '.rotate.schema.json', text: `${JSON.stringify(jsonSchema(), null, 2)}\n` },
    ]
    writeNew(files, folder, '--dir', io)
    const dir = textOf(input, 'dir')
    const where = dir === undefined || dir === 'rotations' ? '' : ` --dir ${clean(dir)}`
    io.out.write(
      `\nNext: 'rotate${where}' shows who is on call, 'rotate check${where}' what is risky.\n`,
    )
    return 0
  },
}

/** What a flag says, or what somebody types, or the default. */
async function answer(
  flag: string,
  question: string,
  usual: string,
  input: Input,
  io: Io,
): Promise<string> {
  const given = textOf(input, flag)
  if (given !== undefined || !io.canAsk) return given ?? usual
  const typed = await io.ask(`${question} (${usual}): `)
  if (typed === undefined) throw new Failure('nothing was written', 2)
  return typed || usual
}

function templateNamed(name: string): Template {
  const template = TEMPLATES.find((known) => known === name)
  if (template === undefined)
    throw new Failure(`there is no template '${name}': expected ${TEMPLATES.join(', ')}`, 2)
  return template
}

function idsIn(text: string): string[] {
  const ids = [...new Set(text.split(/[\s,]+/).filter((id) => id !== ''))]
  const odd = ids.find(
    (id) => !/^[a-z0-9][a-z0-9._-]*$/i.test(id) || /^(nobody|everyone)$/i.test(id),
  )
  if (odd !== undefined)
    throw new Failure(`'${odd}' is no id: letters, digits, '.', '_' and '-'`, 2)
  if (ids.length < 2)
    throw new Failure(`a rotation needs at least two people: --people alice,bob`, 2)
  return ids
}
