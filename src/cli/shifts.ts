/** `rotate shifts` */
import { WEEK } from '../time/instant.ts'
import { shiftsOf } from '../timeline/shifts.ts'
import { shiftsJson, writeJson } from '../views/json.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { sayShifts, shiftsCsv, shiftsMarkdown, type Shifts } from '../views/shifts.ts'
import { sayUnknown } from '../views/unknown.ts'
import { MOST_TURNS, refuseTooMuch } from './amount.ts'
import { textOf, type Command } from './command.ts'
import { formatOf, sayAs } from './format.ts'
import { answering, from, rotations, TIMES, toAfter } from './options.ts'
import { chosenOf, personNamed } from './chosen.ts'
import { openForAnswer } from './session.ts'
import { rangeAhead } from './times.ts'

/** Each form of the list. */
const OUTPUTS: Outputs<Shifts> = {
  table: sayShifts,
  csv: shiftsCsv,
  md: shiftsMarkdown,
  json: ({ within, shifts, unknown }) => writeJson(shiftsJson(within, shifts, unknown)),
}

export const shifts: Command = {
  details: `Every shift that touches the range, whole.\n\n${TIMES}`,
  arguments: [rotations],
  options: [
    from,
    toAfter('4 weeks'),
    { flag: '--person <id>', help: 'only the shifts of this person', offer: 'people' },
    ...answering,
  ],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate shifts', 'the next four weeks'],
    ['rotate shifts --person alice --tz Asia/Tokyo', 'when alice is on call, in Tokyo time'],
    [
      'rotate shifts primary --from 2026-12 --to 2027-01 --format csv',
      'December, for a spreadsheet (Excel: with --bom)',
    ],
  ],
  async run(input, io) {
    const session = await openForAnswer(input, io)
    const { workspace, look, exit } = session
    const range = await rangeAhead(input, look, 4 * WEEK)
    const named = textOf(input, 'person')
    const person = named === undefined ? undefined : personNamed(named, workspace)
    const { rotations: chosen, unknown } = chosenOf(input, session)
    refuseTooMuch(chosen, range, MOST_TURNS.listed)
    const found = chosen
      .flatMap((rotation) => shiftsOf(rotation, range))
      .filter(({ people }) => person === undefined || people.includes(person))
      .sort((a, b) => a.start - b.start)
    const answer = { workspace, within: range, shifts: found, unknown }
    io.out.write(sayAs(OUTPUTS, answer, input, look))
    if (formatOf(input) === 'csv') io.err.write(sayUnknown(unknown))
    return exit
  },
}
