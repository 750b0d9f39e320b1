/** The model as YAML that a person would be glad to have written: files that load into just that model. */
import { HOUR, MINUTE } from '../../time/instant.ts'
import { writeYearly } from '../../time/yearly.ts'
import type { HolidayList } from '../../model/holidays.ts'
import type { Person } from '../../model/person.ts'
import type { Layer, Rotation } from '../../model/rotation.ts'
import { Names } from '../../model/naming.ts'
import { EMPTY, type CheckSettings, type Workspace } from '../../model/workspace.ts'
import { MODELINE, type NewFile } from '../templates.ts'
import { emit, given, list, map, tall, text, word, type Entry, type Yaml } from './emit.ts'
import { printMeeting } from './meeting.ts'
import { noted, type Notes } from './notes.ts'
import { printPerson } from './person.ts'
import { layerText, printRotation } from './rotation.ts'
import { rangeText } from './time.ts'

const NO_NOTES: Notes = new Map()

/** Layers of rotations that are to be read and do not count. */
export type Beneath = ReadonlyMap<Rotation, readonly Layer[]>

const NOTHING_BENEATH: Beneath = new Map()

/** The files of a workspace, by their path from its folder: the team, its people, each rotation, the meetings. */
export function printWorkspace(
  workspace: Workspace,
  notes: Notes = NO_NOTES,
  beneath: Beneath = NOTHING_BENEATH,
): NewFile[] {
  const people = [...workspace.people.values()]
  return [
    fileOf('team.yaml', teamOf(workspace), notes.get(workspace)),
    ...partsOf(workspace, EMPTY, { notes, beneath, people, taken: ['team'] }),
  ]
}

/** What is to be known of what comes to a workspace. */
export interface Beside {
  readonly notes: Notes
  readonly beneath?: Beneath
  /** New people for whom no other file has a place. */
  readonly people: readonly Person[]
  /** Names that files of the folder have, without their endings. */
  readonly taken: readonly string[]
}

/**
 * New files for the rotations and meetings that a workspace has more than the one that is there, and for some of its
 * people. What is said of the workspace stands on top of each.
 */
export function printMore(workspace: Workspace, there: Workspace, beside: Beside): NewFile[] {
  return partsOf(workspace, there, beside, beside.notes.get(workspace))
}

function partsOf(
  workspace: Workspace,
  there: Workspace,
  { notes, beneath = NOTHING_BENEATH, people, taken }: Beside,
  onTop: readonly string[] = [],
): NewFile[] {
  const { rotations, meetings } = workspace
  const files: NewFile[] = []
  const own = new Names(taken)
  const [peopleFile, meetingsFile] = [own.take('people'), own.take('meetings')]
  if (people.length > 0) {
    const entries = people.map((person): Entry => ({
      key: person.id,
      value: printPerson(person, workspace),
      ...noted(notes, person),
      isApart: true,
    }))
    files.push(fileOf(`${peopleFile}.yaml`, section('people', entries), onTop))
  }
  const names = new Names([...taken, peopleFile, meetingsFile])
  for (const rotation of rotations.values()) {
    const { id } = rotation
    if (there.rotations.has(id)) continue
    const entry = { key: id, value: printRotation(rotation, workspace, notes) }
    const unseen = (beneath.get(rotation) ?? []).flatMap((layer) => [
      'Never seen in PagerDuty, since other layers lie on top of it whenever it is active:',
      `- ${layerText(layer, rotation)}`,
    ])
    const said = [...onTop, ...(notes.get(rotation) ?? []), ...unseen]
    const name = names.takeFirst([id, `rotation-${id}`])
    files.push(fileOf(`${name}.yaml`, section('rotations', [entry]), said))
  }
  const more = [...meetings.values()].filter(({ id }) => !there.meetings.has(id))
  if (more.length > 0) {
    const entries = more.map((meeting): Entry => ({
      key: meeting.id,
      value: printMeeting(meeting, workspace),
      isApart: true,
    }))
    files.push(fileOf(`${meetingsFile}.yaml`, section('meetings', entries), onTop))
  }
  return files
}

function section(name: string, entries: readonly Entry[]): Yaml {
  return tall([{ key: name, value: tall(entries) }])
}

function fileOf(path: string, yaml: Yaml, notes: readonly string[] = []): NewFile {
  const [first, ...rest] = yaml.kind === 'map' ? yaml.entries : []
  const entries = first === undefined ? [] : [{ ...first, ...(notes.length > 0 && { notes }) }]
  return { path, text: MODELINE + emit(tall([...entries, ...rest])) }
}

function teamOf({ team, zone, holidays, checks }: Workspace): Yaml {
  const settings = checksOf(checks)
  return tall([
    ...given({ team: team === undefined ? undefined : text(team), timezone: word(zone.name) }),
    ...(holidays.size === 0
      ? []
      : [{ key: 'holidays', value: tall([...holidays.values()].map(listOf)), isApart: true }]),
    ...(settings.length === 0 ? [] : [{ key: 'checks', value: tall(settings), isApart: true }]),
  ])
}

function listOf({ name, ranges, yearly, countries }: HolidayList): Entry {
  const days = [
    ...ranges.map((range) => word(rangeText(range))),
    ...yearly.map((range) => word(writeYearly(range))),
    ...countries.map(({ code }) => word(code)),
  ]
  const [only = list([]), ...more] = days
  return { key: name, value: more.length === 0 ? only : list(days) }
}

function checksOf({ off, minRest, shared = [] }: CheckSettings): Entry[] {
  const entries = [...off].map((rule): Entry => ({ key: rule, value: word('off') }))
  if (minRest !== undefined) {
    const length = minRest % HOUR === 0 ? `${minRest / HOUR}h` : `${minRest / MINUTE} min`
    entries.push({ key: 'min-rest', value: word(length) })
  }
  if (shared.length > 0) {
    const pairs = shared.map(([a, b]) => list([word(a), word(b)]))
    entries.push({ key: 'double-booking', value: map({ except: list(pairs) }) })
  }
  return entries
}
