/** A rotation of Opsgenie as a layer of the file: turn k begins at its start and k lengths, by the schedule's clock. */
import { DAY, MINUTE, type Instant } from '../time/instant.ts'
import { weekdayNamed } from '../time/wall.ts'
import { momentAt, readWritten } from '../time/written.ts'
import type { Zone } from '../time/zone.ts'
import { NOWHERE } from '../model/place.ts'
import type { Layer, Member, Turn } from '../model/rotation.ts'
import type { Window } from '../model/window.ts'
import { windowsOf, type WeekPart } from '../patterns/week.ts'
import type { OpsgenieRotation, Participant, Restriction } from './records.ts'

const UNITS: ReadonlyMap<string, Turn['unit']> = new Map([
  ['hourly', 'hours'],
  ['daily', 'days'],
  ['weekly', 'weeks'],
])

/** The layer of a rotation, or why there is none; `keyOf` is the key of a participant, undefined for nobody. */
export function layerOf(
  rotation: OpsgenieRotation,
  zone: Zone,
  keyOf: (participant: Participant) => string | undefined,
): Layer | string {
  const { name, type, length, participants } = rotation
  const unit = UNITS.get(type)
  if (unit === undefined) return `'${name}' has turns of a kind that is not known ('${type}')`
  const start = instantOf(rotation.startDate)
  if (start === undefined) return `'${name}' has no beginning that can be read`
  if (participants.length === 0) return `'${name}' has nobody in it`
  const end = rotation.endDate === '' ? undefined : instantOf(rotation.endDate)
  const members = participants.map((one): Member => {
    const key = keyOf(one)
    return { people: key === undefined ? [] : [key], place: NOWHERE }
  })
  return {
    name,
    zone,
    start: momentAt(start, zone),
    ...(end !== undefined && { end: momentAt(end, zone) }),
    turn: { count: length, unit },
    members,
    during: duringOf(rotation.restrictions),
    place: NOWHERE,
  }
}

/** The instant of a time as Opsgenie writes it; undefined where it cannot be read. */
export function instantOf(text: string): Instant | undefined {
  const written = readWritten(text.replace(/(\.\d+)(?=Z|[+-])/, ''))
  // What tells no offset is UTC.
  return typeof written === 'string' ? undefined : written.wall - (written.offset ?? 0)
}

function duringOf(restrictions: readonly Restriction[]): readonly Window[] {
  return windowsOf(restrictions.flatMap(partsOf)).filter(({ length }) => length > 0)
}

/** The parts of the week of a restriction: every day where it names none. */
function partsOf({ startDay, endDay, start, end }: Restriction): WeekPart[] {
  const first = weekdayNamed(startDay)
  const [from, to] = [start * MINUTE, end * MINUTE]
  if (first === undefined) {
    const length = to > from ? to - from : to - from + DAY
    return Array.from({ length: 7 }, (_, day) => ({
      from: day * DAY + from,
      to: day * DAY + from + length,
    }))
  }
  const last = weekdayNamed(endDay) ?? first
  const days = (last - first + 7) % 7
  const until = days * DAY + to
  return [
    {
      from: first * DAY + from,
      to: first * DAY + (until > from ? until : until + 7 * DAY),
    },
  ]
}
