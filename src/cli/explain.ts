/** `rotate explain` */
import { UTC } from '../time/zone.ts'
import { readPage } from '../io/parts.ts'
import { explainJson, entriesOf, sayCodes, sayEntries, type Explained } from '../views/explain.ts'
import { writeJson } from '../views/json.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { CHECKS } from '../model/checks.ts'
import { CODES } from '../workspace/codes.ts'
import { unknownName } from './chosen.ts'
import type { Command } from './command.ts'
import { sayAs } from './format.ts'
import { paintFor } from './look.ts'
import { json, noColor } from './options.ts'

const OUTPUTS: Outputs<Explained> = {
  text: (answer, look) => (answer.isList ? sayCodes(answer, look) : sayEntries(answer, look)),
  json: (answer) => writeJson(explainJson(answer)),
}

/** In the order of the page: what `check` finds, then what is wrong with the files. */
const KNOWN: readonly string[] = [...CHECKS, ...CODES]

export const explain: Command = {
  details: `The entry of docs/problems.md, with an example. The code is the word in brackets
at the end of a problem; without one, all codes are listed.`,
  arguments: [{ name: '[code...]', help: 'which (default: a list of all)', offer: KNOWN }],
  options: [json, noColor],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate explain double-booking', 'what it is, and how to mend it'],
    ['rotate explain', 'what can be wrong'],
  ],
  async run(input, io) {
    const entries = entriesOf(readPage('problems.md'))
    const words = input.words.map((word) => word.replaceAll(/^\[|\]$/g, '').toLowerCase())
    const chosen = words.map((word) => {
      const found = entries.find(({ code }) => code === word)
      if (found === undefined) throw unknownName('code', word, KNOWN)
      return found
    })
    const answer =
      words.length === 0 ? { isList: true, entries } : { isList: false, entries: chosen }
    // What a problem means is the same at any time, in any zone.
    const paint = await paintFor(io.out, input, io)
    const look = { zone: UTC, now: 0, width: io.out.columns, paint }
    io.out.write(sayAs(OUTPUTS, answer, input, look))
    return 0
  },
}
