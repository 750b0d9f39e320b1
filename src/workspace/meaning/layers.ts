/** Layers, understood: turns that go round, a table of dates and names, or one member who is there always. */
import type { Moment } from '../../time/written.ts'
import type { Zone } from '../../time/zone.ts'
import { ENDLESS, type Layer, type Member } from '../../model/rotation.ts'
import type { LayerText } from '../format/rotation.ts'
import { lacks, reportMissing, type Fields } from '../format/shape.ts'
import { understandMembers } from './members.ts'
import { withinReach } from './reach.ts'
import { handoffOf } from './handoff.ts'
import { checkOrder, momentOf, zoneOf, type Scope } from './scope.ts'
import { understandTable, type Frame } from './table.ts'
import { understandWindows } from './windows.ts'

/** One layer, or none where what it needs is missing, which has been reported; `what` names it. */
export function understandLayer(
  scope: Scope,
  what: string,
  text: Fields<LayerText>,
  rotationZone: Zone,
  number: number,
): [Layer] | undefined {
  const { report } = scope
  const zone = zoneOf(text.timezone, rotationZone, report)
  const during = text.during && understandWindows(scope, text.during)
  checkOrder(text.start, text.end, zone, ['start', 'end'], report)
  const end = momentOf(text.end, zone)
  const frame: Frame = {
    name: text.name?.value ?? String(number),
    zone,
    ...(end && { end }),
    during: during ?? [],
    place: text.where,
  }
  const layer = text.keys.has('shifts')
    ? understandTable(scope, text, frame)
    : turnsOf(scope, what, text, frame)
  return layer && [layer]
}

function turnsOf(
  scope: Scope,
  what: string,
  text: Fields<LayerText>,
  frame: Frame,
): Layer | undefined {
  const { report } = scope
  const { zone } = frame
  const members = text.members && understandMembers(scope, text.members, zone)
  const handoff = handoffOf(scope, text, zone)
  const [only] = members ?? []
  if (only !== undefined && members?.length === 1 && lacks(text, 'turn')) {
    return always(only, momentOf(text.start, zone), frame)
  }
  reportMissing(what, text, ['start', 'turn', 'members'], report)
  if (text.turn?.value.unit === 'shifts' && lacks(text, 'during')) {
    report.error(
      'shifts-without-during',
      `a turn of shifts is counted in openings of windows, so it needs 'during'`,
      text.turn.place,
    )
  }
  const start = momentOf(text.start, zone)
  if (start === undefined || text.turn === undefined || members === undefined) return undefined
  const turn = frame.during.length === 0 ? text.turn.value : withinReach(text.turn.value)
  const other = otherOffset(text, start, zone)
  const more = { ...(handoff && { handoff }), ...(other && { otherOffset: other }) }
  return { ...frame, start, turn, members, ...more }
}

/** The offset of a `start` that is not the zone's: by whose clock days, weeks and months go on. */
function otherOffset(
  { start: told, turn }: Fields<LayerText>,
  { instant }: Moment,
  zone: Zone,
): Layer['otherOffset'] {
  const offset = told?.value.offset
  const isByClock = turn?.value.unit !== 'hours' && turn?.value.unit !== 'shifts'
  return told === undefined ||
    offset === undefined ||
    !isByClock ||
    zone.offsetAt(instant) === offset
    ? undefined
    : { offset, place: told.place }
}

/** One turn for one entry, as long as the layer and the entry both say; the first instant of all, where neither does. */
function always(
  { from, until, ...member }: Member,
  start: Moment | undefined,
  frame: Frame,
): Layer {
  const first: Moment = { wall: frame.zone.wallAt(0), instant: 0 }
  const begins = [start, from].reduce(
    (last: Moment, next) => (next !== undefined && next.instant > last.instant ? next : last),
    start ?? from ?? first,
  )
  const ends = [frame.end, until].filter((end) => end !== undefined)
  const end = ends.reduce<Moment | undefined>(
    (soonest, next) => (soonest === undefined || next.instant < soonest.instant ? next : soonest),
    undefined,
  )
  return { ...frame, start: begins, ...(end && { end }), turn: ENDLESS, members: [member] }
}
