/** `POST /simulator/...`: what nobody can ask of PagerDuty, for those who drive the simulator from outside. */
import { isFault, type Where } from './faults.ts'
import { isObject, type Json } from './fields.ts'
import type { IncidentsSeed } from './incident-lives.ts'
import { readMoment } from './moment.ts'
import { invalid, notFound } from './refusal.ts'
import type { Answer } from './route.ts'
import type { Simulator } from './simulator.ts'

interface Call {
  /** As the help shows it. */
  readonly body: string
  readonly does: string
  readonly run: (simulator: Simulator, body: Json) => object
}

const CALLS: Readonly<Record<string, Call>> = {
  clock: {
    body: '{"now": "2026-12-01T12:00:00Z"} or {"by": 3600}',
    does: 'stop the clock there, or so many seconds on',
    run: (simulator, { now, by }) => {
      const moment = typeof now === 'string' ? readMoment(now) : undefined
      if (moment !== undefined) simulator.setNow(moment.at)
      else if (typeof by === 'number') simulator.moveNow(by * 1000)
      else throw invalid({ now: ['or by must say where to'] })
      return { now: new Date(simulator.now()).toISOString() }
    },
  },
  fail: {
    body: '{"fault": {"kind": "timeout"}, "where": {"writes": true, "nth": 2, "times": 3}}',
    does: 'make requests go wrong: the next one, or those that "where" names',
    run: (simulator, { fault, where }) => {
      if (!isFault(fault)) throw invalid({ fault: ['is none that is known'] })
      simulator.fail(fault, isObject(where) ? readWhere(where) : {})
      return {}
    },
  },
  heal: {
    body: '{}',
    does: 'forget what was to go wrong',
    run: (simulator) => {
      simulator.heal()
      return {}
    },
  },
  upgrade: {
    body: '{"schedule": "PABC123"}',
    does: 'make a schedule of layers one of shifts, under the same id',
    run: (simulator, { schedule }) => {
      simulator.upgrade(text(schedule, 'schedule'))
      return {}
    },
  },
  duplicate: {
    body: '{"schedule": "PABC123"}',
    does: 'copy a schedule, its description and all',
    run: (simulator, { schedule }) => ({ id: simulator.duplicate(text(schedule, 'schedule')) }),
  },
  incidents: {
    body: '{"seed": 1, "count": 60, "from": "2026-11-01T00:00:00Z", "to": "2026-11-30T16:00:00Z", "levels": ["PABC123"]}',
    does: 'have incidents by chance; "levels" are the schedules that every policy calls first',
    run: (simulator, body) => ({ ids: simulator.seed.incidents(readIncidents(simulator, body)) }),
  },
  token: {
    body: '{"scopes": ["schedules.read"], "region": "us"}',
    does: 'give a token that may do no more, for "Authorization: Bearer"',
    run: (simulator, { scopes, region }) => {
      if (!Array.isArray(scopes)) throw invalid({ scopes: ['must be a list'] })
      return { token: simulator.scopedToken(scopes.map(String), region === 'eu' ? 'eu' : 'us') }
    },
  },
  'by-hand': {
    body: '{"method": "POST", "path": "/schedules/...", "body": {}, "by": "PUSER12"}',
    does: 'do something in the place of a person, whom the audit trail names',
    run: (simulator, { method, path, body, by }) => {
      const who = typeof by === 'string' ? by : undefined
      const asked = [text(method, 'method'), text(path, 'path'), body, who] as const
      try {
        return { answer: simulator.byHand(...asked) ?? null }
      } catch (error) {
        throw invalid({ [asked[1]]: [error instanceof Error ? error.message : String(error)] })
      }
    },
  },
}

/** The path under which tests speak with the simulator itself. */
export const CONTROL = '/simulator/'

/** What a control call does, and answers. */
export function control(simulator: Simulator, name: string, body: unknown): Answer {
  const call = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined
  if (call === undefined) throw notFound('Control call')
  return { status: 200, body: call.run(simulator, isObject(body) ? body : {}) }
}

/** The calls for a help text, each with its body. */
export function controlHelp(): string {
  return Object.entries(CALLS)
    .map(([name, { body, does }]) => `  ${CONTROL}${name}  ${does}\n      ${body}\n`)
    .join('')
}

function text(value: unknown, field: string): string {
  if (typeof value !== 'string') throw invalid({ [field]: ['must be a string'] })
  return value
}

function readIncidents(
  simulator: Simulator,
  { seed, count, from, to, levels }: Json,
): IncidentsSeed {
  const [start, end] = [from, to].map((at) => readMoment(typeof at === 'string' ? at : '')?.at)
  if (start === undefined || end === undefined || end <= start) {
    throw invalid({ from: ['and to must be times, the one before the other'] })
  }
  if (Array.isArray(levels)) simulator.callFirst(levels.map(String))
  return {
    seed: typeof seed === 'number' ? seed : 1,
    count: typeof count === 'number' ? count : 50,
    from: start,
    to: end,
  }
}

function readWhere({ method, path, writes, nth, times }: Json): Where {
  return {
    ...(typeof method === 'string' ? { method } : {}),
    ...(typeof path === 'string' ? { path } : {}),
    ...(writes === true ? { writes } : {}),
    ...(typeof nth === 'number' ? { nth } : {}),
    ...(typeof times === 'number' ? { times } : {}),
  }
}
