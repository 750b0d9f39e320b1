/** The records in any JSON, whatever is around them: answers of Opsgenie and JSM, backups, and what Terraform keeps. */
import { groupBy } from '../model/group.ts'
import { listOf, textIn, thingOf, type Thing } from './json.ts'
import { overrideOf, rotationOf, scheduleOf, timelineOf, userOf } from './record-of.ts'
import type {
  OpsgenieOverride,
  OpsgenieRotation,
  OpsgenieSchedule,
  OpsgenieTimeline,
  OpsgenieUser,
  Records,
  RotationApart,
} from './records.ts'
import { isPlan, plannedIn } from './terraform.ts'

/** What is found, in the order in which it stands. */
interface Found {
  readonly schedules: OpsgenieSchedule[]
  readonly overrides: OpsgenieOverride[]
  readonly timelines: OpsgenieTimeline[]
  readonly users: OpsgenieUser[]
  readonly apart: RotationApart[]
}

/** Deeper than any answer is. */
const DEEPEST = 12

/** The records in some JSON. */
export function recordsIn(json: unknown): Records {
  const found: Found = { schedules: [], overrides: [], timelines: [], users: [], apart: [] }
  const look = (value: unknown, depth: number): void => {
    if (depth > DEEPEST) return
    if (Array.isArray(value)) {
      for (const each of value) look(each, depth + 1)
      return
    }
    const thing = thingOf(value)
    if (thing === undefined) return
    if (isPlan(thing)) look(plannedIn(thing), depth + 1)
    else if (isTerraform(thing)) takeTerraform(thing, found)
    else if (thing['finalTimeline'] !== undefined) found.timelines.push(timelineOf(thing))
    else if (isSchedule(thing)) found.schedules.push(scheduleOf(thing))
    else if (thing['startDate'] !== undefined && (thing['user'] ?? thing['responder'])) {
      found.overrides.push(overrideOf(thing))
    } else if (thing['startDate'] !== undefined && Array.isArray(thing['participants'])) {
      found.apart.push({ schedule: textIn(thing, 'scheduleId'), rotation: rotationOf(thing) })
    } else if (isUser(thing)) found.users.push(userOf(thing))
    else for (const each of Object.values(thing)) look(each, depth + 1)
  }
  look(json, 0)
  const { overrides, timelines, users } = found
  const { schedules, strays } = withTheirRotations(found)
  return { schedules: withoutEmptyTwins(schedules), strays, overrides, timelines, users }
}

/** Schedules with the rotations that are told apart from them, and those that are of none of them. */
function withTheirRotations({ schedules, apart }: Found): Pick<Records, 'schedules' | 'strays'> {
  const bySchedule = groupBy(
    apart,
    ({ schedule }) => schedule,
    ({ rotation }) => rotation,
  )
  // JSM answers the rotations of a schedule without saying of which.
  const bare = schedules.filter(({ rotations }) => rotations.length === 0)
  const [only] = new Set(bare.map(keyOf)).size === 1 ? bare : []
  const ofNone = bySchedule.get('') ?? []
  const known = new Set(schedules.map(({ id }) => id))
  return {
    schedules: schedules.map((schedule) => ({
      ...schedule,
      rotations: once([
        ...schedule.rotations,
        ...(schedule.id === '' ? [] : (bySchedule.get(schedule.id) ?? [])),
        ...(schedule === only ? ofNone : []),
      ]),
    })),
    strays: apart.filter(({ schedule }) =>
      schedule === '' ? only === undefined : !known.has(schedule),
    ),
  }
}

/** The same rotation stands in its schedule and in an answer of its own. */
function once(rotations: readonly OpsgenieRotation[]): OpsgenieRotation[] {
  return [...new Map(rotations.map((one) => [JSON.stringify(one), one])).values()]
}

/** What tells a schedule from others: its id, or its name before it has one. */
function keyOf({ id, name }: OpsgenieSchedule): string {
  return id === '' ? `name ${name}` : `id ${id}`
}

/** Of a schedule that is told twice the one with rotations: without `expand` a list has none. */
function withoutEmptyTwins(schedules: readonly OpsgenieSchedule[]): OpsgenieSchedule[] {
  const all = new Map<string, OpsgenieSchedule>()
  for (const schedule of schedules) {
    const known = all.get(keyOf(schedule))
    if (known === undefined || known.rotations.length < schedule.rotations.length) {
      all.set(keyOf(schedule), schedule)
    }
  }
  return [...all.values()]
}

function isSchedule(thing: Thing): boolean {
  if (thing['timezone'] === undefined) return false
  return Array.isArray(thing['rotations']) || (thing['enabled'] ?? thing['teamId']) !== undefined
}

function isUser(thing: Thing): boolean {
  if (thing['accountId'] !== undefined) {
    return (thing['displayName'] ?? thing['emailAddress']) !== undefined
  }
  return thing['fullName'] !== undefined && thing['username'] !== undefined
}

/** Resources of Opsgenie's provider, and of JSM's. */
const RESOURCE = /^(?:opsgenie|atlassian-operations)_/

function isTerraform(thing: Thing): boolean {
  return typeof thing['type'] === 'string' && RESOURCE.test(thing['type'])
}

function takeTerraform({ type, values }: Thing, found: Found): void {
  const thing = thingOf(camel(values))
  if (thing === undefined) return
  const kind = String(type).replace(RESOURCE, '')
  if (kind === 'schedule') found.schedules.push(scheduleOf({ ...thing, rotations: [] }))
  if (kind === 'user') found.users.push(userOf(thing))
  if (kind !== 'schedule_rotation') return
  const [timeRestriction] = listOf(thing['timeRestriction'])
  const participants = thing['participants'] ?? thing['participant']
  found.apart.push({
    schedule: textIn(thing, 'scheduleId'),
    rotation: rotationOf({ ...thing, participants, timeRestriction }),
  })
}

/** `start_hour` as `startHour`. */
function camel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camel)
  const thing = thingOf(value)
  if (thing === undefined) return value
  return Object.fromEntries(
    Object.entries(thing).map(([key, each]) => [
      key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camel(each),
    ]),
  )
}
