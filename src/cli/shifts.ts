/** `rotate shifts` */
import { WEEK } from '../time/instant.ts'
import { shiftsOf } from '../timeline/shifts.ts'
import { shiftsJson, writeJson } from '../views/json.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { sayShifts, shiftsCsv, shiftsMarkdown, type Shifts } from '../views/shifts.ts'
import { sayUnknown } from '../views/unknown.ts'
import { MOST_TURNS, refuseTooMuch } from './amount.ts'
import { isOn, type Command } from './command.ts'
import { formatOf, sayAs } from './format.ts'
import { answering, from, limit, long, names, persons, TIMES, toAfter } from './options.ts'
import { chosenOf, isAmong } from './chosen.ts'
import { firstOf } from './limit.ts'
import { openForAnswer } from './session.ts'
import { rangeAhead } from './times.ts'

/** Each form of the list. */
const OUTPUTS: Outputs<Shifts> = {
  table: sayShifts,
  csv: shiftsCsv,
  md: shiftsMarkdown,
  json: ({ workspace, within, shifts, unknown }) =>
    writeJson(shiftsJson(within, shifts, unknown, workspace)),
}

export const shifts: Command = {
  details: `Every shift that touches the range, whole.\n\n${TIMES}`,
  arguments: [names],
  options: [from, toAfter('4 weeks'), persons, limit, long, ...answering],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate shifts', 'the next four weeks'],
    ['rotate shifts me --limit 3', 'when am I on call next?'],
    ['rotate shifts alice --tz Asia/Tokyo', 'when Alice is on call, in Tokyo time'],
    [
      'rotate shifts primary --from 2026-12 --to 2027-01 --format csv',
      'December, for a spreadsheet (Excel: with --bom)',
    ],
  ],
  async run(input, io) {
    const session = await openForAnswer(input, io)
    const { workspace, look, exit } = session
    const range = await rangeAhead(input, look, 4 * WEEK)
    const { rotations: chosen, unknown, people } = chosenOf(input, session)
    const { within, found } = firstOf(input, range, (asked) => {
      refuseTooMuch(chosen, asked, MOST_TURNS.listed)
      return chosen
        .flatMap((rotation) => shiftsOf(rotation, asked))
        .filter((shift) => isAmong(people, shift.people))
        .sort((a, b) => a.start - b.start)
    })
    const isLong = isOn(input, 'long')
    const answer = { workspace, within, shifts: found, unknown, isLong }
    io.out.write(sayAs(OUTPUTS, answer, input, look))
    if (formatOf(input) === 'csv') io.err.write(sayUnknown(unknown))
    return exit
  },
}
