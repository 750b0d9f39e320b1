/** What Opsgenie and JSM answer, and what backups and Terraform keep of it: found in any JSON, whatever is around it. */

/** Somebody or something that takes turns. */
export interface Participant {
  readonly type: string
  readonly id: string
  /** The e-mail address of a user; empty where it is not told. */
  readonly username: string
  readonly name: string
}

/** When a rotation is active. */
export interface Restriction {
  /** Small letters; empty where it is every day. */
  readonly startDay: string
  readonly endDay: string
  /** Minutes since midnight. */
  readonly start: number
  readonly end: number
}

export interface OpsgenieRotation {
  readonly id: string
  readonly name: string
  readonly startDate: string
  readonly endDate: string
  readonly type: string
  readonly length: number
  readonly participants: readonly Participant[]
  readonly restrictions: readonly Restriction[]
}

export interface OpsgenieSchedule {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly timezone: string
  readonly enabled: boolean
  readonly team: string
  readonly rotations: readonly OpsgenieRotation[]
}

export interface OpsgenieOverride {
  /** Id or name of the schedule; empty where the file does not say. */
  readonly schedule: readonly string[]
  readonly user: Participant
  readonly startDate: string
  readonly endDate: string
  /** Ids and names of those it is for; all where there are none. */
  readonly rotations: readonly string[]
}

export interface Period {
  /** The id of the rotation that it is of. */
  readonly rotation: string
  readonly startDate: string
  readonly endDate: string
  readonly type: string
  readonly recipient: Participant
}

/** Who is on call as Opsgenie itself has worked it out. */
export interface OpsgenieTimeline {
  readonly schedule: readonly string[]
  readonly rotations: readonly string[]
  readonly startDate: string
  readonly endDate: string
  readonly final: readonly Period[]
  readonly base: readonly Period[]
}

export interface OpsgenieUser {
  readonly ids: readonly string[]
  readonly name: string
  /** Empty where it is hidden, as Atlassian lets people. */
  readonly email: string
  readonly timezone: string
}

/** All that was found. */
export interface Records {
  readonly schedules: readonly OpsgenieSchedule[]
  readonly overrides: readonly OpsgenieOverride[]
  readonly timelines: readonly OpsgenieTimeline[]
  readonly users: readonly OpsgenieUser[]
}

type Thing = Readonly<Record<string, unknown>>

/** Deeper than any answer is. */
const DEEPEST = 12

/** The records in some JSON. */
export function recordsIn(json: unknown): Records {
  const found = {
    schedules: [] as OpsgenieSchedule[],
    overrides: [] as OpsgenieOverride[],
    timelines: [] as OpsgenieTimeline[],
    users: [] as OpsgenieUser[],
  }
  const loose = new Map<string, OpsgenieRotation[]>()
  const look = (value: unknown, depth: number): void => {
    if (depth > DEEPEST) return
    if (Array.isArray(value)) {
      for (const each of value) look(each, depth + 1)
      return
    }
    const thing = thingOf(value)
    if (thing === undefined) return
    if (isTerraform(thing)) takeTerraform(thing, found, loose)
    else if (thing['finalTimeline'] !== undefined) found.timelines.push(timelineOf(thing))
    else if (isSchedule(thing)) found.schedules.push(scheduleOf(thing))
    else if (thing['startDate'] !== undefined && (thing['user'] ?? thing['responder'])) {
      found.overrides.push(overrideOf(thing))
    } else if (thing['startDate'] !== undefined && Array.isArray(thing['participants'])) {
      keepLoose(loose, textIn(thing, 'scheduleId'), rotationOf(thing))
    } else if (isUser(thing)) found.users.push(userOf(thing))
    else for (const each of Object.values(thing)) look(each, depth + 1)
  }
  look(json, 0)
  // JSM answers the rotations of a schedule without saying of which.
  const bare = found.schedules.filter(({ rotations }) => rotations.length === 0)
  const ofOne = bare.length === 1 ? (loose.get('') ?? []) : []
  const schedules = found.schedules.map((schedule) => ({
    ...schedule,
    rotations: [
      ...schedule.rotations,
      ...(loose.get(schedule.id) ?? []),
      ...(schedule === bare[0] ? ofOne : []),
    ],
  }))
  return { ...found, schedules: withoutEmptyTwins(schedules) }
}

/** Of a schedule that is told twice the one with rotations: without `expand` a list has none. */
function withoutEmptyTwins(schedules: readonly OpsgenieSchedule[]): OpsgenieSchedule[] {
  const all = new Map<string, OpsgenieSchedule>()
  for (const schedule of schedules) {
    const known = all.get(schedule.id)
    if (known === undefined || known.rotations.length < schedule.rotations.length) {
      all.set(schedule.id, schedule)
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

function keepLoose(
  loose: Map<string, OpsgenieRotation[]>,
  schedule: string,
  rotation: OpsgenieRotation,
): void {
  loose.set(schedule, [...(loose.get(schedule) ?? []), rotation])
}

/** Resources of Opsgenie's provider, and of JSM's. */
const RESOURCE = /^(?:opsgenie|atlassian-operations)_/

function isTerraform(thing: Thing): boolean {
  return typeof thing['type'] === 'string' && RESOURCE.test(thing['type'])
}

function takeTerraform(
  { type, values }: Thing,
  found: { schedules: OpsgenieSchedule[]; users: OpsgenieUser[] },
  loose: Map<string, OpsgenieRotation[]>,
): void {
  const thing = thingOf(camel(values))
  if (thing === undefined) return
  const kind = String(type).replace(RESOURCE, '')
  if (kind === 'schedule') found.schedules.push(scheduleOf({ ...thing, rotations: [] }))
  if (kind === 'user') found.users.push(userOf(thing))
  if (kind !== 'schedule_rotation') return
  const [timeRestriction] = listOf(thing['timeRestriction'])
  const participants = thing['participants'] ?? thing['participant']
  keepLoose(
    loose,
    textIn(thing, 'scheduleId'),
    rotationOf({ ...thing, participants, timeRestriction }),
  )
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

function scheduleOf(thing: Thing): OpsgenieSchedule {
  return {
    id: textIn(thing, 'id'),
    name: textIn(thing, 'name'),
    description: textIn(thing, 'description'),
    timezone: textIn(thing, 'timezone'),
    enabled: thing['enabled'] !== false,
    team: textIn(thingOf(thing['ownerTeam']) ?? {}, 'name'),
    rotations: listOf(thing['rotations']).flatMap((each) => {
      const rotation = thingOf(each)
      return rotation === undefined ? [] : [rotationOf(rotation)]
    }),
  }
}

function rotationOf(thing: Thing): OpsgenieRotation {
  const length = Number(thing['length'] ?? 1)
  return {
    id: textIn(thing, 'id'),
    name: textIn(thing, 'name'),
    startDate: textIn(thing, 'startDate'),
    endDate: textIn(thing, 'endDate'),
    type: textIn(thing, 'type').toLowerCase(),
    length: Number.isInteger(length) && length > 0 ? length : 1,
    participants: listOf(thing['participants']).map(participantOf),
    restrictions: restrictionsOf(thingOf(thing['timeRestriction'])),
  }
}

function restrictionsOf(thing: Thing | undefined): Restriction[] {
  if (thing === undefined) return []
  return [...listOf(thing['restriction']), ...listOf(thing['restrictions'])].map((each) => {
    const one = thingOf(each) ?? {}
    return {
      startDay: textIn(one, 'startDay').toLowerCase(),
      endDay: textIn(one, 'endDay').toLowerCase(),
      start: Number(one['startHour'] ?? 0) * 60 + Number(one['startMin'] ?? 0),
      end: Number(one['endHour'] ?? 0) * 60 + Number(one['endMin'] ?? 0),
    }
  })
}

function participantOf(value: unknown): Participant {
  const thing = thingOf(value) ?? {}
  return {
    type: textIn(thing, 'type').toLowerCase(),
    id: textIn(thing, 'id'),
    username: textIn(thing, 'username'),
    name: textIn(thing, 'name'),
  }
}

function overrideOf(thing: Thing): OpsgenieOverride {
  const rotations = listOf(thing['rotations']).flatMap((each) => {
    const one = thingOf(each) ?? {}
    return [textIn(one, 'id'), textIn(one, 'name')].filter((word) => word !== '').slice(0, 1)
  })
  return {
    schedule: parentOf(thing),
    user: participantOf(thing['user'] ?? thing['responder']),
    startDate: textIn(thing, 'startDate'),
    endDate: textIn(thing, 'endDate'),
    rotations: [...rotations, ...listOf(thing['rotationIds']).map(String)],
  }
}

function parentOf(thing: Thing): string[] {
  const parent = thingOf(thing['_parent']) ?? {}
  return [textIn(parent, 'id'), textIn(parent, 'name')].filter((word) => word !== '')
}

function timelineOf(thing: Thing): OpsgenieTimeline {
  const rotations = (key: string): Thing[] =>
    listOf(thingOf(thing[key])?.['rotations']).map((each) => thingOf(each) ?? {})
  const periods = (key: string): Period[] =>
    rotations(key).flatMap((rotation) =>
      listOf(rotation['periods']).map((each) => periodOf(each, textIn(rotation, 'id'))),
    )
  return {
    schedule: parentOf(thing),
    rotations: rotations('finalTimeline').map((rotation) => textIn(rotation, 'id')),
    startDate: textIn(thing, 'startDate'),
    endDate: textIn(thing, 'endDate'),
    final: periods('finalTimeline'),
    base: periods('baseTimeline'),
  }
}

function periodOf(value: unknown, rotation: string): Period {
  const thing = thingOf(value) ?? {}
  return {
    rotation,
    startDate: textIn(thing, 'startDate'),
    endDate: textIn(thing, 'endDate'),
    type: textIn(thing, 'type').toLowerCase(),
    recipient: participantOf(thing['recipient'] ?? thing['responder']),
  }
}

function userOf(thing: Thing): OpsgenieUser {
  return {
    ids: ['id', 'username', 'accountId']
      .map((key) => textIn(thing, key))
      .filter((word) => word !== ''),
    name: textIn(thing, 'fullName') || textIn(thing, 'displayName'),
    email: textIn(thing, 'username') || textIn(thing, 'emailAddress'),
    timezone: textIn(thing, 'timeZone') || textIn(thing, 'timezone'),
  }
}

function thingOf(value: unknown): Thing | undefined {
  // An object that is no list has keys, whatever they are.
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Thing)
    : undefined
}

/** A list, or one thing as a list of it. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function textIn(thing: Thing, key: string): string {
  const value = thing[key]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
