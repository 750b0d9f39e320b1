/** Pages, nights and whose they are against the naive reckoning, on incidents by chance. */
import { expect, it } from '@jest/globals'
import type { Agent, Incident, LogEntry, User } from '../../src/model/incident.ts'
import { heldBy, type Duty } from '../../src/insight/pages/duty.ts'
import { judge } from '../../src/insight/pages/judge.ts'
import { timeToAcknowledge } from '../../src/insight/pages/times.ts'
import { writeDay } from '../../src/time/wall.ts'
import { UTC, zoneNamed } from '../../src/time/zone.ts'
import { naiveReport, randomCase, type Case, type Event, type Told } from './pages.ts'

const SEEDS = Number(process.env['ORACLE_SEEDS'] ?? 90)
const EACH = 60

const user = (id: string): User => ({ id, name: id })
const agent = (by: string | undefined): Agent | undefined =>
  by === undefined
    ? undefined
    : by === 'service'
      ? { kind: 'service' }
      : { kind: 'user', user: user(by) }

const KINDS: Readonly<Record<string, string>> = {
  delegate: 'assign',
  annotate: 'note',
  repeat_escalation_path: 'repeat',
}

function entryOf({ at, type, who, by, to }: Event): LogEntry[] {
  if (['priority_change', 'exhaust_escalation_path'].includes(type)) return []
  const kind = KINDS[type] ?? type
  const one = { at, by: agent(by) }
  if (who !== undefined) {
    return [{ ...one, kind: 'notify', user: user(who), isLoud: type !== 'email' }]
  }
  if (kind === 'assign' || kind === 'escalate') {
    return [{ ...one, kind, to: (to ?? []).map(user) }]
  }
  return [{ ...one, kind: kind as 'trigger' }]
}

function report({ from, to, zones, duties: given, incidents: told }: Case, id: string): Told {
  const incidents = told.map(({ id, service, policy, created, resolved, log }, i): Incident => ({
    id,
    number: i,
    title: id,
    url: '',
    service: user(service),
    policy,
    urgency: 'high',
    priority: null,
    state: resolved === null ? 'triggered' : 'resolved',
    created,
    resolved: resolved ?? undefined,
    changedBy: undefined,
    assigned: [],
    merged: false,
    log: log.flatMap(entryOf),
  }))
  const duties = given.map(({ id: rotation, stints, levels, services }): Duty => ({
    rotation,
    held: heldBy(stints.map(({ start, end, who }) => ({ start, end, people: [who] }))),
    levels: new Map(Object.entries(levels)),
    services: new Set(services),
  }))
  const duty = duties.find(({ rotation }) => rotation === id) as Duty
  const people = {
    keyOf: (key: string) => key,
    named: (key: string) => ({
      key,
      name: key,
      person: undefined,
      zone: zoneNamed(zones[key] ?? 'UTC') ?? UTC,
    }),
  }
  const judged = judge({ start: from, end: to }, duty, { duties, incidents, people, lists: [] })
  return {
    pages: judged.pages.map(
      ({ incident, who, at, rings, night }) =>
        `${incident.id} ${who.key} ${at} x${rings.length} ${night === undefined ? '-' : writeDay(night)}`,
    ),
    incidents: judged.incidents
      .map((one) => {
        const took = timeToAcknowledge(one.incident)
        return [
          one.incident.id,
          ...(one.isPaged ? ['paged'] : []),
          ...(one.isInherited ? ['inherited'] : []),
          ...(one.isLeftOpen ? ['left open'] : []),
          ...one.escalations.map(
            ({ to: whom, after }) => `to ${whom.map(({ id }) => id).join()} after ${after / 1000}`,
          ),
          took === undefined ? '-' : took / 1000,
        ].join(' ')
      })
      .sort(),
    quiet: judged.quiet,
    nights: [...judged.nights]
      .map(
        ([key, { interrupted, covered, hours }]) =>
          `${key} ${interrupted.size} of ${covered.size}, ${hours.size}`,
      )
      .sort(),
  }
}

it(`${SEEDS * EACH} incidents by chance are judged as the naive reckoning judges them`, () => {
  let pages = 0
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const one = randomCase(seed, EACH)
    for (const { id } of one.duties) {
      const expected = naiveReport(one, id)
      pages += expected.pages.length
      expect({ seed, ...report(one, id) }).toEqual({ seed, ...expected })
    }
  }
  // Else nothing was compared.
  expect(pages).toBeGreaterThan(SEEDS)
})
