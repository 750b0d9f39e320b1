/** A client of the simulator that does as it is told, and puts what it is answered in few words. */
import { afterEach } from '@jest/globals'
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../src/simulator/simulator.ts'

export type Json = Readonly<Record<string, unknown>>

/** What came in an answer; each test looks into it, key by key, and fails where it is something else. */
// oxlint-disable-next-line typescript/no-explicit-any -- to say the type of each answer would be to trust the simulator
export type Anything = any

export interface Answer {
  readonly status: number
  /** Parsed; the text where it is not JSON, undefined where it is empty. */
  readonly body: Anything
  readonly headers: Headers
}

export interface Client {
  readonly simulator: Simulator
  readonly get: (path: string, query?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly post: (path: string, body?: unknown) => Promise<Answer>
  readonly put: (path: string, body: unknown) => Promise<Answer>
  readonly delete: (path: string) => Promise<Answer>
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
  /** Ids of people by the names they were seeded with. */
  readonly id: (name: string) => string
  /** A person as a member of an event; nobody is an empty one. */
  readonly member: (name: string) => Json
}

const open: Simulator[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((simulator) => simulator.close()))
})

/** Monday. */
export const NOW = '2026-11-30T12:00:00Z'

const NAMES = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank']

/** A simulator in which it is `NOW`, with six people. */
export async function simulated(options: SimulatorOptions = {}): Promise<Client> {
  const simulator = await startSimulator({ now: at(NOW), ...options })
  open.push(simulator)
  const ids = new Map(
    NAMES.map((name) => [name, simulator.seed.user({ name, email: `${name}@example.com` })]),
  )
  const id = (name: string): string => {
    const found = ids.get(name)
    if (found === undefined) throw new Error(`nobody is called ${name}`)
    return found
  }
  const call: Client['call'] = async (method, path, body, headers = {}) => {
    const response = await fetch(simulator.url + path, {
      method,
      headers: {
        authorization: `Token token=${simulator.token}`,
        accept: 'application/vnd.pagerduty+json;version=2',
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: parsed(text), headers: response.headers }
  }
  return {
    simulator,
    call,
    get: (path, query = {}) => call('GET', `${path}${queryOf(query)}`),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    delete: (path) => call('DELETE', path),
    id,
    member: (name) =>
      name === 'nobody' ? { type: 'empty_member' } : { type: 'user_member', user_id: id(name) },
  }
}

export function at(text: string): number {
  return Date.parse(text)
}

/** An event with whatever a test does not care about filled in: weekly turns from Monday 16:00 UTC. */
export function event({ member }: Client, names: readonly string[], other: Json = {}): Json {
  return {
    name: 'Weekly',
    start_time: { date_time: '2026-11-30T16:00:00Z', time_zone: 'Etc/UTC' },
    end_time: { date_time: '2026-12-07T16:00:00Z', time_zone: 'Etc/UTC' },
    effective_since: '2026-11-30T16:00:00Z',
    recurrence: ['RRULE:FREQ=WEEKLY'],
    assignment_strategy: {
      type: 'rotating_member_assignment_strategy',
      shifts_per_member: 1,
      members: names.map(member),
    },
    ...other,
  }
}

/** From a wall-clock time in a zone, written with that zone's own offset. */
export function zoned(date_time: string, time_zone: string): Json {
  return { date_time, time_zone }
}

/** A layer with whatever a test does not care about filled in: weekly turns from Monday 16:00 UTC. */
export function layer({ id }: Client, names: readonly string[], other: Json = {}): Json {
  return {
    start: '2026-11-30T16:00:00Z',
    rotation_virtual_start: '2026-11-30T16:00:00Z',
    rotation_turn_length_seconds: 7 * 86_400,
    users: names.map((name) => ({ user: { id: id(name), type: 'user_reference' } })),
    restrictions: [],
    ...other,
  }
}

/** The final schedule of a schedule of shifts: who, from when to when, in UTC. */
export async function shifts(
  client: Client,
  schedule: string,
  since: string,
  until: string,
  query: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await client.get(`/v3/schedules/${schedule}`, {
    'include[]': 'final_schedule',
    since,
    until,
    ...query,
  })
  const { computed_shift_assignments: all } = answer.body.schedule.final_schedule
  return pictured(
    client,
    all.map((one: Anything) => [one.start_time, one.end_time, one.member.user_id]),
  )
}

/** The final schedule of a schedule of layers, likewise. */
export async function entries(
  client: Client,
  schedule: string,
  since: string,
  until: string,
  query: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await client.get(`/schedules/${schedule}`, { since, until, ...query })
  return picturedEntries(client, answer.body.schedule.final_schedule.rendered_schedule_entries)
}

export function picturedEntries(client: Client, all: Anything): string {
  return pictured(
    client,
    all.map((one: Anything) => [one.start, one.end, one.user.id]),
  )
}

/** `11-30 16:00 alice, 12-07 16:00 bob, 12-14 16:00`: the end is told where nobody follows at once. */
function pictured(
  client: Client,
  all: readonly (readonly [string, string, string | undefined])[],
): string {
  return all
    .map(([start, end, user], i) => {
      const name = NAMES.find((one) => client.id(one) === user) ?? 'nobody'
      const next = all[i + 1]?.[0]
      const isFollowed = next !== undefined && at(next) === at(end)
      return `${short(start)} ${name}${isFollowed ? '' : ` until ${short(end)}`}`
    })
    .join(', ')
}

function short(time: string): string {
  return new Date(time).toISOString().slice(5, 16).replace('T', ' ')
}

function queryOf(query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString()
  return text === '' ? '' : `?${text}`
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}
