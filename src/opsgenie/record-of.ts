/** Each record out of its JSON. */
import { listOf, textIn, thingOf, type Thing } from './json.ts'
import type {
  OpsgenieOverride,
  OpsgenieRotation,
  OpsgenieSchedule,
  OpsgenieTimeline,
  OpsgenieUser,
  Participant,
  Period,
  Restriction,
} from './records.ts'

export function scheduleOf(thing: Thing): OpsgenieSchedule {
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

export function rotationOf(thing: Thing): OpsgenieRotation {
  const length = Number(thing['length'] ?? 1)
  return {
    id: idOf(thing),
    name: textIn(thing, 'name'),
    startDate: textIn(thing, 'startDate'),
    endDate: textIn(thing, 'endDate'),
    type: textIn(thing, 'type').toLowerCase(),
    length: Number.isInteger(length) && length > 0 ? length : 1,
    participants: listOf(thing['participants']).map(participantOf),
    restrictions: restrictionsOf(thingOf(thing['timeRestriction'])),
  }
}

/** What is to be made has no id yet, and is known by its name. */
function idOf(rotation: Thing): string {
  return textIn(rotation, 'id') || textIn(rotation, 'name')
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

export function overrideOf(thing: Thing): OpsgenieOverride {
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

export function timelineOf(thing: Thing): OpsgenieTimeline {
  const rotations = (key: string): Thing[] =>
    listOf(thingOf(thing[key])?.['rotations']).map((each) => thingOf(each) ?? {})
  const periods = (key: string): Period[] =>
    rotations(key).flatMap((rotation) =>
      listOf(rotation['periods']).map((each) => periodOf(each, idOf(rotation))),
    )
  return {
    schedule: parentOf(thing),
    rotations: rotations('finalTimeline').map(idOf),
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

export function userOf(thing: Thing): OpsgenieUser {
  return {
    ids: ['id', 'username', 'accountId']
      .map((key) => textIn(thing, key))
      .filter((word) => word !== ''),
    name: textIn(thing, 'fullName') || textIn(thing, 'displayName'),
    email: textIn(thing, 'username') || textIn(thing, 'emailAddress'),
    timezone: textIn(thing, 'timeZone') || textIn(thing, 'timezone'),
  }
}
