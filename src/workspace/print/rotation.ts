/** A rotation as YAML. */
import { DAY } from '../../time/instant.ts'
import { writeLength } from '../../time/length.ts'
import { writeMonthDay } from '../../time/month-day.ts'
import { shortWeekday, timeOfWall, writeTimeOfDay } from '../../time/wall.ts'
import type { Zone } from '../../time/zone.ts'
import {
  isAlways,
  type Coverage,
  type Layer,
  type Member,
  type Override,
  type Rotation,
} from '../../model/rotation.ts'
import { EVERY_WEEKDAY, wordsOfDays } from '../../model/days.ts'
import type { Window } from '../../model/window.ts'
import type { Workspace } from '../../model/workspace.ts'
import {
  given,
  list,
  map,
  oneLine,
  tall,
  tallList,
  text,
  word,
  wordsOf,
  type Entry,
  type Item,
  type Yaml,
} from './emit.ts'
import { noted, type Notes } from './notes.ts'
import { peopleOf } from './people.ts'
import { printRows } from './rows.ts'
import { momentText, pairOf, stretchEntries } from './time.ts'

export function printRotation(rotation: Rotation, workspace: Workspace, notes: Notes): Yaml {
  const { id, name, zone, coverage, end, overrides, pagerduty } = rotation
  const followed =
    rotation.follows === undefined ? undefined : workspace.rotations.get(rotation.follows)
  const usual = followed ?? { zone: workspace.zone, coverage: 'always' as const }
  const isCovered = JSON.stringify(coverage) === JSON.stringify(usual.coverage)
  const by = rotation.ahead - (followed?.ahead ?? 0)
  const entries: Entry[] = [
    ...given({
      name: name === id ? undefined : text(name),
      timezone: zone.name === usual.zone.name ? undefined : word(zone.name),
    }),
    ...(isCovered
      ? []
      : [{ key: 'coverage', value: printCoverage(coverage), ...noted(notes, coverage) }]),
    ...(followed === undefined
      ? printLayers(rotation, notes)
      : given({
          follows: word(followed.id),
          by: by === 1 ? undefined : word(String(by)),
          end:
            end === undefined || end.instant === followed.end?.instant
              ? undefined
              : word(momentText(end, zone)),
        })),
    ...(overrides.length === 0
      ? []
      : [
          {
            key: 'overrides',
            value: tallList(
              overrides.map((one) => ({ value: printOverride(one, zone), ...noted(notes, one) })),
            ),
            ...noted(notes, overrides),
          },
        ]),
    ...(pagerduty === undefined ? [] : given({ pagerduty: printPagerDuty(pagerduty) })),
  ]
  return entries.length === 0 ? map({}) : tall(entries)
}

/** A single layer without a name is written into the rotation itself. */
function printLayers({ layers, zone, end }: Rotation, notes: Notes): Entry[] {
  const [only] = layers
  const over = given(pairOf({ start: undefined, end }, ['start', 'end'], zone))
  if (only === undefined) return over
  // What is over before it begins may not say so in one breath.
  const isEver = end === undefined || end.instant > only.start.instant
  const isPlain =
    isEver && only.name === '1' && only.zone.name === zone.name && only.end === undefined
  if (layers.length === 1 && isPlain) {
    const [first, ...rest] = printLayer(only, zone, 0, end)
    return first === undefined ? [] : [{ ...first, ...noted(notes, only) }, ...rest]
  }
  const items = layers.map((layer, i): Item => ({
    value: tall(printLayer(layer, zone, i)),
    ...noted(notes, layer),
  }))
  return [...over, { key: 'layers', value: tallList(items) }]
}

function printLayer(layer: Layer, usual: Zone, place: number, end = layer.end): Entry[] {
  const { name, zone, start, turn, members, rows, during } = layer
  if (isAlways(layer) && end !== undefined && end.instant <= start.instant) {
    // Nobody ever holds it: an entry may say so, where a layer may not end before it begins.
    const gone = members.map((member) => ({ ...member, until: end }))
    const { end: _, ...endless } = layer
    return printLayer({ ...endless, members: gone }, usual, place, undefined)
  }
  const isStartSaid = rows === undefined && !(isAlways(layer) && start.instant === 0)
  return given({
    name: name === String(place + 1) ? undefined : text(name),
    timezone: zone.name === usual.name ? undefined : word(zone.name),
    ...pairOf({ start: isStartSaid ? start : undefined, end }, ['start', 'end'], zone),
    ...(rows === undefined ? {} : printRows(rows, members, zone)),
    turn: turn.count === Infinity ? undefined : word(writeLength(turn)),
    ...(layer.handoff && { handoff: word(writeMonthDay(layer.handoff)) }),
    members: rows === undefined ? printMembers(members, zone, isAlways(layer)) : undefined,
    during: during.length === 0 ? undefined : printWindows(during),
  })
}

/** A layer on one line, as it could stand among those of a rotation. */
export function layerText(layer: Layer, { zone }: Rotation): string {
  return oneLine({ kind: 'map', entries: printLayer(layer, zone, 0), isTall: false })
}

/** Names alone stand on one line; a roster in which somebody comes or goes is read line by line. */
export function printMembers(members: readonly Member[], zone: Zone, isAlone = false): Yaml {
  const values = members.map((member) => printMember(member, zone))
  const [only] = values
  // One person needs no brackets; a pair would be two entries without them.
  if (isAlone && only !== undefined && only.kind !== 'list') return only
  const isDated = members.some(({ from, until }) => from !== undefined || until !== undefined)
  return isDated ? tallList(values.map((value) => ({ value }))) : list(values)
}

function printMember({ people, from, until }: Member, zone: Zone): Yaml {
  const who = peopleOf(people)
  if (from === undefined && until === undefined) return who
  return map({ who, ...pairOf({ from, until }, ['from', 'until'], zone) })
}

function printOverride(override: Override, zone: Zone): Yaml {
  const { kind, people, insteadOf, why, dateOnlyTo } = override
  const isDate = dateOnlyTo !== undefined && timeOfWall(zone.wallAt(override.end)) === 0
  return map({
    [kind === 'add' ? 'add' : 'who']: peopleOf(people),
    instead_of: insteadOf === undefined ? undefined : word(insteadOf),
    ...stretchEntries(override, zone, isDate),
    why: why === undefined ? undefined : text(why),
  })
}

function printCoverage(coverage: Coverage): Yaml {
  return typeof coverage === 'string' ? word(coverage) : printWindows(coverage)
}

function printWindows(windows: readonly Window[]): Yaml {
  const [only] = windows
  return only !== undefined && windows.length === 1
    ? printWindow(only)
    : list(windows.map(printWindow))
}

/** What lasts longer than a day is a weekly stretch; all else opens on days, and closes at the next such time. */
function printWindow(window: Window): Yaml {
  const { weekdays, monthDays, lists, except, from, length } = window
  const to = from + length
  const others = except.length === 0 ? undefined : wordsOf(except.map(({ name }) => name))
  if (length > DAY) {
    const first = Math.log2(weekdays)
    const edge = (time: number): Yaml =>
      word(`${shortWeekday(first + Math.floor(time / DAY))} ${writeTimeOfDay(time % DAY)}`)
    return map({ from: edge(from), to: edge(to), except: others })
  }
  const isDaily = weekdays === EVERY_WEEKDAY && monthDays.length + lists.length === 0
  return map({
    days: isDaily ? undefined : wordsOf(wordsOfDays(window)),
    from: word(writeTimeOfDay(from)),
    to: word(writeTimeOfDay(to === DAY ? DAY : to % DAY)),
    except: others,
  })
}

function printPagerDuty({
  schedule,
  kind,
  foreign,
  team,
}: NonNullable<Rotation['pagerduty']>): Yaml {
  const isKindSaid =
    kind === 'layers' || (schedule === undefined && foreign === 'keep' && team === undefined)
  return map({
    schedule: schedule === undefined ? undefined : text(schedule),
    kind: isKindSaid ? word(kind) : undefined,
    foreign: foreign === 'remove' ? word(foreign) : undefined,
    team: team === undefined ? undefined : text(team),
  })
}
