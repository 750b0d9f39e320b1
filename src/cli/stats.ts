/** `rotate stats` */
import { DAY, minuteOf } from '../time/instant.ts'
import type { Interval } from '../time/interval.ts'
import { monthsIn, stats as statsOf } from '../insight/stats.ts'
import { Failure } from '../io/failure.ts'
import { writeJson } from '../views/json.ts'
import type { Look } from '../views/look.ts'
import { formatsOf, type Outputs } from '../views/output.ts'
import { statsCsv, statsJson, type StatsAnswer } from '../views/stats-numbers.ts'
import { sayStats, statsMarkdown } from '../views/stats.ts'
import { sayUnknown } from '../views/unknown.ts'
import { MOST_TURNS, refuseTooMuch } from './amount.ts'
import { isOn, textOf, type Command, type Input } from './command.ts'
import { sayAs } from './format.ts'
import { answering, names, only, persons, TIMES } from './options.ts'
import { chosenOf, isAmong, rotationsOf } from './chosen.ts'
import { openForAnswer, type Session } from './session.ts'
import { endOf, timeOf } from './times.ts'

/** Each form of the answer. */
const OUTPUTS: Outputs<StatsAnswer> = {
  table: sayStats,
  csv: statsCsv,
  md: statsMarkdown,
  json: (answer) => writeJson(statsJson(answer)),
}

export const stats: Command = {
  details: `The last 90 days and the next 90, or --from and --to. Time on two rotations at
once counts once. Most hours first. The fair share is what the rosters would
give with luck evened out; nights (22:00 to 07:00), weekends, holidays and
working hours are by each person's own clock and calendar.\n\n${TIMES}`,
  arguments: [names],
  options: [
    { flag: '--from <time>', help: 'from when (default: 90 days ago)' },
    { flag: '--to <time>', help: 'until when (default: 90 days from now)' },
    only,
    { flag: '--pages', help: 'also what rang for each, as PagerDuty says (PAGERDUTY_TOKEN)' },
    persons,
    { flag: '--by <period>', help: 'month: the hours of each month apart', offer: ['month'] },
    ...answering,
  ],
  formats: formatsOf(OUTPUTS),
  examples: [
    ['rotate stats', 'is it fair?'],
    ['rotate stats primary --by month --from 2026-01 --to 2027-01', 'the year, month by month'],
    ['rotate stats --pages --by month --format csv', 'who is paged at night, as numbers'],
    ['rotate stats --from 2026-12-20 --to 2027-01-05', 'who has Christmas?'],
  ],
  async run(input, io) {
    const byMonth = isByMonth(textOf(input, 'by'))
    const session = await openForAnswer(input, io)
    const named = withRotations(input, session)
    const { workspace, look, exit } = session
    const within = await statsRange(input, look)
    const { rotations: chosen, unknown, people } = chosenOf(named, session)
    const burdens = (range: Interval): StatsAnswer['people'] =>
      statsOf(workspace, range, chosen).filter(({ person }) => isAmong(people, [person]))
    refuseTooMuch(chosen, within, MOST_TURNS.counted)
    const rang = isOn(input, 'pages')
      ? await (await import('./stats-pages.ts')).pagesWithin(session, chosen, within, io)
      : undefined
    const answer: StatsAnswer = {
      workspace,
      within,
      people: burdens(within),
      ...(rang && { pages: rang(within) }),
      ...(byMonth && {
        months: monthsIn(within, look.zone).map((month) => ({
          within: month,
          people: burdens(month),
          ...(rang && { pages: rang(month) }),
        })),
      }),
    }
    io.out.write(sayAs(OUTPUTS, answer, input, look))
    io.err.write(sayUnknown(unknown))
    return exit
  },
}

/** Each end has a default of its own; where the other one lies beyond it, it is 90 days from that. */
async function statsRange(input: Input, asked: Look): Promise<Interval> {
  const now = minuteOf(asked.now)
  const look = { ...asked, now }
  const from = await timeOf('from', input, look)
  const to = await endOf(input, look, from)
  const start = from ?? Math.min(now, to ?? now) - 90 * DAY
  const end = to ?? Math.max(now, start) + 90 * DAY
  if (end <= start) throw new Failure(`--to is not after --from`, 2)
  return { start, end }
}

/** The rotations of `--rotation` count like those that are named as words. */
function withRotations(input: Input, session: Session): Input {
  const text = textOf(input, 'rotation')
  if (text === undefined) return input
  const words = text.split(',').map((id) => id.trim())
  const { rotations, unknown } = rotationsOf({ words }, session)
  return { ...input, words: [...input.words, ...rotations.map(({ id }) => id), ...unknown] }
}

function isByMonth(period: string | undefined): boolean {
  if (period !== undefined && period !== 'month') throw new Failure(`--by: expected month`, 2)
  return period === 'month'
}
