/** `rotate shifts` */
import { WEEK } from '../time/instant.ts'
import { shiftsOf } from '../timeline/shifts.ts'
import { Failure } from '../io/failure.ts'
import { shiftsJson, writeJson } from '../views/json.ts'
import { sayShifts, shiftsCsv, shiftsMarkdown } from '../views/shifts.ts'
import { isOn, textOf, type Command } from './command.ts'
import { answering, from, rotations, TIMES, to } from './options.ts'
import { chosenRotations, openForAnswer, personNamed, rangeOf } from './session.ts'

const FORMATS = ['table', 'csv', 'md'] as const

export const shifts: Command = {
  name: 'shifts',
  summary: 'The list of shifts, of all or of one person',
  details: `Every shift that touches the range, whole. Without --to: four weeks.\n\n${TIMES}`,
  arguments: [rotations],
  options: [
    from,
    to,
    { flag: '--person <id>', help: 'only the shifts of this person', offer: 'people' },
    { flag: '--format <format>', help: 'table (default), csv or md', offer: FORMATS },
    ...answering,
  ],
  examples: [
    ['rotate shifts', 'the next four weeks'],
    ['rotate shifts --person alice --tz Asia/Tokyo', 'when alice is on call, in Tokyo time'],
    [
      'rotate shifts primary --from 2026-12 --to 2027-01 --format csv',
      'December, for a spreadsheet',
    ],
  ],
  async run(input, io) {
    const format = formatOf(textOf(input, 'format'))
    const { workspace, look, exit } = await openForAnswer(input, io)
    const range = await rangeOf(input, look, 4 * WEEK)
    const named = textOf(input, 'person')
    const person = named === undefined ? undefined : personNamed(named, workspace)
    const found = chosenRotations(input, workspace)
      .flatMap((rotation) => shiftsOf(rotation, range))
      .filter(({ people }) => person === undefined || people.includes(person))
      .sort((a, b) => a.start - b.start)
    if (isOn(input, 'json')) io.out.write(writeJson(shiftsJson(range, found)))
    else io.out.write(SAY[format](workspace, found, look))
    return exit
  },
}

const SAY = { table: sayShifts, csv: shiftsCsv, md: shiftsMarkdown }

function formatOf(text = 'table'): (typeof FORMATS)[number] {
  const format = FORMATS.find((known) => known === text)
  if (format === undefined) throw new Failure(`--format: expected ${FORMATS.join(', ')}`, 2)
  return format
}
