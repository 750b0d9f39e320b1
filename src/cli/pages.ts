/** `rotate pages` */
import { WEEK, minuteOf } from '../time/instant.ts'
import { judge } from '../insight/pages/judge.ts'
import { ringingOf, type Ringing } from '../insight/pages/ringing.ts'
import { writeJson } from '../views/json.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { ringingCsv, ringingJson, sayRinging } from '../views/ringing.ts'
import type { Command } from './command.ts'
import { rotationsOf } from './chosen.ts'
import { sayAs } from './format.ts'
import { answering, rotations, TIMES } from './options.ts'
import { readPaging } from './paging.ts'
import { openForWriting } from './session.ts'
import { rangeOf } from './times.ts'

/** Each form of the answer. */
const OUTPUTS: Outputs<Ringing> = {
  table: sayRinging,
  csv: ringingCsv,
  json: (answer) => writeJson(ringingJson(answer)),
}

/** So many weeks without --from. */
const USUAL = 8

export const pages: Command = {
  details: `By alert (titles without their numbers), by service, by the hour and the weekend
of whoever was paged, most first, with the weeks beside: the list from which
pages are prevented. The last 8 weeks, or --from and --to. Needs
PAGERDUTY_TOKEN; docs/handover.md says what counts as a page.\n\n${TIMES}`,
  arguments: [rotations],
  options: [
    { flag: '--from <time>', help: 'from when (default: 8 weeks ago)' },
    { flag: '--to <time>', help: 'until when (default: now)' },
    ...answering,
  ],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate pages', 'what rings most?'],
    ['rotate pages primary --from 2026-01 --format csv', 'the year, for a spreadsheet'],
  ],
  async run(input, io) {
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const { look } = session
    const { rotations: chosen } = rotationsOf(input, session)
    const now = minuteOf(look.now)
    const within = await rangeOf(input, look, {
      from: now - USUAL * WEEK,
      to: (from) => Math.max(now, from + WEEK),
    })
    const search = { rotations: chosen, within, isOpenToo: false }
    const paging = await readPaging('pages', session, search, io)
    const rang = chosen
      .flatMap(({ id }) => paging.dutyOf(id) ?? [])
      .flatMap((duty) => judge(within, duty, paging).pages)
      .sort((a, b) => a.at - b.at)
    io.out.write(sayAs(OUTPUTS, ringingOf(rang, within), input, look))
    return 0
  },
}
