/** A layer that is a table of dates and names, understood. */
import { momentIn, readTimeOfDay, type Moment } from '../../time/written.ts'
import type { Zone } from '../../time/zone.ts'
import { ENDLESS, type Layer } from '../../model/rotation.ts'
import type { LayerText } from '../format/rotation.ts'
import type { RowText } from '../format/rows.ts'
import type { Fields } from '../format/shape.ts'
import { quote } from '../quote.ts'
import { withinReach } from './reach.ts'
import { keyPlace, peopleOf, type Scope } from './scope.ts'

/** What a layer says of itself beside its turns. */
export type Frame = Pick<Layer, 'name' | 'zone' | 'during' | 'place'> & { readonly end?: Moment }

export function understandTable(
  scope: Scope,
  text: Fields<LayerText>,
  frame: Frame,
): Layer | undefined {
  const { report } = scope
  const { zone } = frame
  const also = (['members', 'start'] as const).find((key) => text.keys.has(key))
  if (also !== undefined) {
    report.error(
      'shifts-with-members',
      `'shifts' says who is on call from when on: leave out ${quote(also)}`,
      keyPlace(text, also),
    )
  }
  if (text.turn?.value.unit === 'shifts') {
    report.error(
      'bad-length',
      `beside a table 'turn' is the longest that a row lasts: hours, days, weeks or months, such as '1 week'`,
      text.turn.place,
    )
  }
  const handoff = handoffOf(scope, text)
  if (text.shifts === undefined || handoff === undefined) return undefined
  const rows = text.shifts.map((row) => ({
    begins: beginningOf(row, handoff, zone),
    member: { people: peopleOf(scope, row.who), place: row.at.place },
  }))
  // What a clock change puts in another order stays in that of the clock on the wall.
  rows.sort((a, b) => a.begins.wall - b.begins.wall || a.begins.instant - b.begins.instant)
  const [first] = rows
  for (const [i, { begins, member }] of rows.entries()) {
    const before = rows[i - 1]
    if (before?.begins.wall !== begins.wall || before.begins.instant !== begins.instant) continue
    report.error(
      'given-twice',
      `two rows of the table begin at this time: delete one`,
      member.place,
      {
        place: before.member.place,
        note: 'the other one',
      },
    )
  }
  if (first === undefined) return undefined
  const soonest = rows.reduce((least, { begins }) => Math.min(least, begins.instant), Infinity)
  return {
    ...frame,
    start: { ...first.begins, instant: soonest },
    turn: text.turn === undefined ? ENDLESS : withinReach(text.turn.value),
    rows: rows.map(({ begins }) => begins),
    members: rows.map(({ member }) => member),
  }
}

function beginningOf({ at }: RowText, handoff: number, zone: Zone): Moment {
  const { wall, dateOnly } = at.value
  return momentIn(zone, dateOnly ? { ...at.value, wall: wall + handoff } : at.value)
}

/** The time of day of dates without one, or undefined where that was wrong, which has been reported. */
function handoffOf({ report }: Scope, text: Fields<LayerText>): number | undefined {
  if (text.handoff === undefined) return text.keys.has('handoff') ? undefined : 0
  const { value, place } = text.handoff
  const time = readTimeOfDay(value)
  if (typeof time === 'number' && value !== '24:00') return time
  const why =
    typeof time === 'number'
      ? `a day ends there: write '00:00', and the day after`
      : `beside a table 'handoff' is the time of day of its dates: ${time}`
  return report.error('bad-time', `${quote(value)}: ${why}`, place)
}
