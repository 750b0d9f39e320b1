/** Shifts and incidents as one would tell them in a sentence, for the tests of pages. */
import type { Agent, Incident, LogEntry, User } from '../../../src/model/incident.ts'
import type { Workspace } from '../../../src/model/workspace.ts'
import { timelineOf } from '../../../src/timeline/rotation.ts'
import { heldBy, type Duty, type Responders } from '../../../src/insight/pages/duty.ts'
import { UTC } from '../../../src/time/zone.ts'
import { range, time } from '../../timeline/picture.ts'

/** Users of the pager have the ids of people, so that a test can be read. */
export function people(w: Workspace): Responders {
  return {
    keyOf: (user) => user,
    named: (key) => {
      const person = w.people.get(key)
      return { key, name: person?.name ?? key, person, zone: person?.zone ?? UTC }
    },
  }
}

/** A rotation of the file, alerted by policies at a level each, with their services. */
export function duty(
  w: Workspace,
  id: string,
  within: string,
  levels: Readonly<Record<string, number>> = { policy: 1 },
  services: readonly string[] = ['db'],
): Duty {
  const rotation = w.rotations.get(id)
  if (rotation === undefined) throw new Error(`there is no rotation ${id}`)
  return {
    rotation: id,
    held: heldBy(timelineOf(rotation, range(within))),
    levels: new Map(Object.entries(levels)),
    services: new Set(services),
  }
}

const user = (id: string): User => ({ id, name: id })
const by = (who: string | undefined): Agent | undefined =>
  who === undefined
    ? undefined
    : who === 'service'
      ? { kind: 'service' }
      : { kind: 'user', user: user(who) }

let count = 0

/**
 * An incident out of lines such as `02:14:07 push bob`, `02:20:01 acknowledge bob`, `02:29:05 escalate carol`; times
 * that name no date lie on `date`.
 */
export function incident(
  date: string,
  lines: readonly string[],
  more: Partial<Incident> = {},
): Incident {
  const log = lines.map((line): LogEntry => {
    const [, when = '', kind = '', who] = /^((?:[\d-]+T)?[\d:]+) (\w+)(?: (\w+))?$/.exec(line) ?? []
    const at = time(`${when.includes('T') ? when : `${date}T${when}`}Z`)
    switch (kind) {
      case 'push':
      case 'sms':
      case 'phone':
      case 'email':
        return {
          at,
          by: undefined,
          kind: 'notify',
          user: user(who ?? ''),
          isLoud: kind !== 'email',
        }
      case 'assign':
      case 'escalate':
        return { at, by: undefined, kind, to: who === undefined ? [] : [user(who)] }
      default:
        return { at, by: by(who), kind: kind as 'trigger' }
    }
  })
  const resolve = log.findLast(({ kind }) => kind === 'resolve')
  count += 1
  return {
    id: `Q${count}`,
    number: count,
    title: 'Disk full',
    url: '',
    service: { id: 'db', name: 'db' },
    policy: 'policy',
    urgency: 'high',
    priority: null,
    state: resolve === undefined ? 'triggered' : 'resolved',
    created: log[0]?.at ?? 0,
    resolved: resolve?.at,
    changedBy: undefined,
    assigned: [],
    merged: false,
    log,
    ...more,
  }
}
