/**
 * Every kind of request that the simulator knows, and its answers, against PagerDuty's published contract
 * (`openapi.json` beside this file: the paths that rotate uses of PagerDuty/api-schema, reference/REST/openapiv3.json,
 * commit 91a06fb, 2026-08-14).
 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { OpenAPIBackend, type Document } from 'openapi-backend'
import { ROUTES } from '../../src/simulator/routes.ts'
import {
  at,
  event,
  layer,
  simulated,
  type Answer,
  type Anything,
  type Client,
  type Json,
} from './client.ts'

/**
 * The contract as it is meant where it contradicts itself: `null` is allowed where the description of a property
 * speaks of it; the list of v2 overrides answers 200, not the 201 of the call above it; of the shapes of a log entry's
 * channel several fit at once, and `acknowledge_log_entry` is spelt in two ways.
 */
function contract(): Document {
  const text = readFileSync(new URL('openapi.json', import.meta.url), 'utf8')
  // The quick mode of openapi-backend, which compiles only what is asked, cannot follow this reference.
  const error = 'responses/Conflict/content/application~1json/schema'
  const document = JSON.parse(text.replaceAll(error, 'schemas/Error'))
  const { components } = document
  components.schemas.Error = components.responses.Conflict.content['application/json'].schema
  allowNull(document.components.schemas)
  // On-calls by a user in person have no schedule, and no description says so.
  const nothing = { type: 'object', nullable: true, maxProperties: 0 }
  document.components.schemas.Oncall.properties.schedule.oneOf.push(nothing)
  delete document.components.schemas.Channel.oneOf
  const [, entry] = document.components.schemas.AcknowledgeLogEntry.allOf
  entry.properties.type.enum = ['acknowledge_log_entry']
  const overrides = document.paths['/schedules/{id}/overrides'].get.responses
  overrides['200'] = overrides['201']
  // Refusing to delete is described in words, but not as an answer.
  const refused = { $ref: '#/components/responses/BadRequest' }
  document.paths['/v3/schedules/{id}'].delete.responses['400'] = refused
  correct(components.schemas)
  return document
}

/**
 * Where PagerDuty was seen to answer otherwise than it has published, or says so in its guide: the errors of a refusal
 * are a list, the turn of an empty member may come from nowhere, and the ways of notifying have short names.
 */
function correct(schemas: Record<string, Anything>): void {
  schemas['V3ErrorResponse'].properties.error.properties.errors = {
    type: 'array',
    items: { type: 'string' },
  }
  // Recorded: `email`, not `email_notification`.
  const ways = schemas['Notification'].properties.type.enum as string[]
  ways.push(...ways.map((way) => way.replace('_notification', '')))
  // Recorded, and in no list of the contract.
  for (const name of ['LogEntry', 'AnnotateLogEntry']) {
    schemas[name].allOf[1].properties.type.enum.push('priority_change_log_entry')
  }
  // Recorded as null.
  const incident = schemas['Incident'].allOf[1].properties
  for (const key of ['priority', 'resolve_reason']) {
    incident[key] = { anyOf: [incident[key], { type: 'object', nullable: true, maxProperties: 0 }] }
  }
  const assignment = schemas['ComputedShiftAssignment']
  assignment.required = assignment.required.filter((name: string) => name !== 'source')
}

function allowNull(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return
  const { type, description } = schema as { type?: unknown; description?: unknown }
  const speaksOfNull = typeof description === 'string' && /\bnull\b/i.test(description)
  if (typeof type === 'string' && speaksOfNull) Object.assign(schema, { nullable: true })
  for (const part of Object.values(schema)) allowNull(part)
}

let api: OpenAPIBackend
const seen = new Set<string>()

beforeAll(async () => {
  api = new OpenAPIBackend({
    definition: contract(),
    quick: true,
    strict: true,
    ajvOpts: { strict: false, validateFormats: false },
  })
  await api.init()
})

afterAll(() => {
  // The published slice has no audit trail and no notes.
  const known = ROUTES.filter(({ path }) => !/\/(audit\/records|notes)$/.test(path))
  const missing = known.filter(({ method, path }) => !seen.has(`${method} ${path}`))
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

/** Sends a request and holds both it and the answer against the contract. Requests that are refused may be wrong. */
async function check(
  client: Client,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const answer = await client.call(method, path, body, headers)
  const url = new URL(path, client.simulator.url)
  const request = {
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: {
      accept: 'application/vnd.pagerduty+json;version=2',
      'content-type': 'application/json',
      authorization: 'Token token=x',
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  }
  const operation = api.matchOperation(request)
  if (operation?.operationId === undefined) throw new Error(`not in the contract: ${path}`)
  seen.add(`${method} ${operation.path}`)
  const what = `${method} ${path} ${answer.status}`
  if (answer.status < 400) {
    expect([what, problems(api.validateRequest(request, operation).errors)]).toEqual([what, []])
  }
  expect([what, Object.keys(operation.responses ?? {})]).toEqual([
    what,
    expect.arrayContaining([String(answer.status)]),
  ])
  const errors =
    answer.body === undefined
      ? null
      : api.validateResponse(answer.body, operation, answer.status).errors
  expect([what, problems(errors)]).toEqual([what, []])
  return answer
}

function problems(
  errors: ReturnType<OpenAPIBackend['validateRequest']>['errors'],
): readonly string[] {
  return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** Alice and Bob by turns since Monday; it is Tuesday noon. */
async function scene(): Promise<Client> {
  return simulated({ now: at('2026-12-01T12:00:00Z') })
}

const RANGE = 'since=2026-12-01T00:00:00Z&until=2026-12-30T00:00:00Z'

describe('the contract holds', () => {
  it('for schedules of shifts', async () => {
    const client = await scene()
    const { member } = client
    const team = client.simulator.seed.team('Infrastructure')
    const made = await check(client, 'POST', '/v3/schedules', {
      schedule: {
        name: 'Primary',
        time_zone: 'Europe/Amsterdam',
        description: 'who is on call',
        teams: [{ id: team, type: 'team_reference' }],
      },
    })
    await check(client, 'POST', '/v3/schedules', { schedule: { name: '' } })
    await check(client, 'GET', '/v3/schedules?limit=10&query=pri')
    await check(client, 'GET', '/v3/schedules?limit=5000')
    const path = `/v3/schedules/${made.body.schedule.id}`
    await check(client, 'PUT', path, { schedule: { name: 'Other' } })
    await check(client, 'PUT', path, { schedule: { name: 'Other', time_zone: 'Etc/UTC' } })
    await check(client, 'PUT', path, { schedule: { rotations: [] } })
    const { body } = await check(client, 'POST', `${path}/rotations`, {})
    await check(client, 'GET', `${path}/rotations`)
    const rotation = `${path}/rotations/${body.rotation.id}`
    const event1 = { event: event(client, ['alice', 'nobody', 'bob']) }
    const first = await check(client, 'POST', `${rotation}/events`, event1)
    await check(client, 'POST', `${rotation}/events`, event1)
    await check(client, 'GET', `${rotation}/events`)
    await check(client, 'GET', rotation)
    const one = `${rotation}/events/${first.body.event.id}`
    await check(client, 'GET', one)
    const until = { event: { effective_until: '2026-12-21T16:00:00Z' } }
    await check(client, 'PUT', one, until)
    await check(client, 'PUT', one, event1)
    const shifts = {
      custom_shifts: [
        {
          type: 'custom_shift',
          start_time: '2026-12-02T00:00:00Z',
          end_time: '2026-12-03T00:00:00Z',
          assignments: [{ type: 'shift_assignment', member: member('carol') }],
        },
      ],
    }
    const shift = await check(client, 'POST', `${path}/custom_shifts`, shifts)
    await check(client, 'POST', `${path}/custom_shifts`, { custom_shifts: [] })
    await check(client, 'GET', `${path}/custom_shifts?${RANGE}`)
    await check(client, 'GET', `${path}/custom_shifts`)
    const shiftPath = `${path}/custom_shifts/${shift.body.custom_shifts[0].id}`
    await check(client, 'GET', shiftPath)
    await check(client, 'PUT', shiftPath, { custom_shift: { end_time: '2026-12-04T00:00:00Z' } })
    const override = await check(client, 'POST', `${path}/overrides`, {
      overrides: [
        {
          type: 'override_shift',
          rotation_id: body.rotation.id,
          start_time: '2026-12-02T00:00:00Z',
          end_time: '2026-12-03T00:00:00Z',
          overridden_member: member('alice'),
          overriding_member: member('dave'),
        },
        {
          type: 'override_shift',
          custom_shift_id: shift.body.custom_shifts[0].id,
          start_time: '2026-12-02T00:00:00Z',
          end_time: '2026-12-03T00:00:00Z',
          overridden_member: member('carol'),
          overriding_member: member('nobody'),
        },
      ],
    })
    await check(client, 'GET', `${path}/overrides?${RANGE}`)
    const overridePath = `${path}/overrides/${override.body.overrides[0].id}`
    await check(client, 'GET', overridePath)
    await check(client, 'PUT', overridePath, { override: { overriding_member: member('erin') } })
    const final = await check(client, 'GET', `${path}?include[]=final_schedule&${RANGE}`)
    expect(final.body.schedule.final_schedule.computed_shift_assignments).toHaveLength(7)
    await check(client, 'DELETE', overridePath)
    await check(client, 'DELETE', shiftPath)
    await check(client, 'DELETE', one)
    await check(client, 'DELETE', rotation)
    await check(client, 'GET', rotation)
    client.simulator.seed.escalationPolicy({
      name: 'Policy',
      escalation_rules: [
        {
          escalation_delay_in_minutes: 10,
          targets: [{ id: made.body.schedule.id, type: 'schedule_v3_reference' }],
        },
      ],
    })
    await check(client, 'DELETE', path)
    const second = { schedule: { name: 'Second', time_zone: 'Etc/UTC' } }
    const { schedule } = (await check(client, 'POST', '/v3/schedules', second)).body
    await check(client, 'DELETE', `/v3/schedules/${schedule.id}`)
  })

  it('for schedules of layers', async () => {
    const client = await scene()
    const night = {
      type: 'daily_restriction',
      start_time_of_day: '20:00:00',
      duration_seconds: 12 * 3600,
    }
    const weekend = {
      type: 'weekly_restriction',
      start_time_of_day: '17:00:00',
      start_day_of_week: 5,
      duration_seconds: 64 * 3600,
    }
    const frame = { type: 'schedule', name: 'Primary', time_zone: 'America/New_York' }
    const layers = [
      layer(client, ['alice', 'bob'], { end: '2027-01-01T00:00:00Z' }),
      layer(client, ['carol'], { restrictions: [night, weekend] }),
    ]
    const body = { schedule: { ...frame, schedule_layers: layers } }
    const made = await check(client, 'POST', '/schedules', body)
    await check(client, 'POST', '/schedules', { schedule: { ...frame, time_zone: 'UTC' } })
    await check(client, 'POST', `/schedules/preview?${RANGE}`, body)
    const path = `/schedules/${made.body.schedule.id}`
    await check(client, 'GET', path)
    await check(client, 'GET', `${path}?${RANGE}&overflow=true&time_zone=Europe/Amsterdam`)
    const all = '&include[]=schedule_layers'
    await check(client, 'GET', `/schedules?limit=5&${RANGE}${all}`)
    await check(client, 'GET', '/schedules?limit=100&offset=9999')
    const edited = {
      ...frame,
      schedule_layers: made.body.schedule.schedule_layers.map((one: Json) => ({
        ...one,
        end: '2027-02-01T00:00:00Z',
      })),
    }
    await check(client, 'PUT', path, { schedule: edited })
    await check(client, 'PUT', path, { schedule: { ...frame, schedule_layers: [] } })
    const user = { id: client.id('dave'), type: 'user_reference' }
    const overrides = [
      { start: '2026-12-02T00:00:00Z', end: '2026-12-03T00:00:00Z', user },
      { start: '2026-12-01T00:00:00Z', end: '2026-12-05T00:00:00Z', user },
      { start: '2026-12-03T00:00:00Z', end: '2026-12-02T00:00:00Z', user },
    ]
    const mixed = await check(client, 'POST', `${path}/overrides`, { overrides })
    await check(client, 'POST', `${path}/overrides`, { overrides: [] })
    const [future, running] = mixed.body.map((one: { override: Json }) => one.override['id'])
    await check(client, 'GET', `${path}/overrides?${RANGE}&overflow=true`)
    await check(client, 'GET', `${path}/overrides`)
    await check(client, 'GET', `${path}/users?${RANGE}`)
    await check(client, 'DELETE', `${path}/overrides/${future}`)
    await check(client, 'DELETE', `${path}/overrides/${running}`)
    await check(client, 'DELETE', `${path}/overrides/NONE`)
    await check(client, 'DELETE', path)
    await check(client, 'GET', path)
  })

  it('for what stands around them', async () => {
    const client = await scene()
    const { seed } = client.simulator
    const from = { from: 'alice@example.com' }
    const grace = { user: { type: 'user', name: 'Grace', email: 'grace@example.com' } }
    const made = await check(client, 'POST', '/users', grace, from)
    const user = `/users/${made.body.user.id}`
    await check(client, 'GET', '/users?query=grace@example.com&total=true')
    await check(client, 'GET', user)
    await check(client, 'GET', '/users/NONE')
    await check(client, 'PUT', user, grace)
    await check(client, 'DELETE', user)
    await check(client, 'GET', '/users/me')
    client.simulator.actAs(client.id('bob'))
    await check(client, 'GET', '/users/me')
    await check(client, 'GET', '/abilities')
    await check(client, 'POST', '/teams', { team: { type: 'team', name: 'Infrastructure' } })
    await check(client, 'GET', '/teams')
    const layers = seed.layerSchedule({
      name: 'Primary',
      time_zone: 'Etc/UTC',
      schedule_layers: [layer(client, ['alice', 'bob'])],
    })
    const policy = {
      escalation_policy: {
        type: 'escalation_policy',
        name: 'Policy',
        escalation_rules: [
          {
            escalation_delay_in_minutes: 10,
            targets: [
              { id: layers, type: 'schedule_reference' },
              { id: client.id('erin'), type: 'user_reference' },
            ],
          },
        ],
      },
    }
    const { body } = await check(client, 'POST', '/escalation_policies', policy)
    const { id } = body.escalation_policy
    await check(client, 'POST', '/escalation_policies', { escalation_policy: { name: '' } })
    await check(client, 'GET', '/escalation_policies')
    await check(client, 'GET', `/escalation_policies/${id}`)
    await check(client, 'PUT', `/escalation_policies/${id}`, policy)
    await check(client, 'GET', `/oncalls?until=2026-12-30T00:00:00Z&schedule_ids[]=${layers}`)
    const onCalls = await check(client, 'GET', '/oncalls')
    expect(onCalls.body.oncalls).toHaveLength(2)
    const createdAt = at('2026-12-01T03:00:00Z')
    const incident = seed.incident({
      title: 'Down',
      createdAt,
      policy: id,
      assignees: [client.id('alice')],
    })
    const more = { createdAt, incident, user: client.id('alice'), channel: { type: 'auto' } }
    for (const type of ['trigger', 'notify', 'acknowledge', 'resolve']) {
      seed.logEntry({ type: `${type}_log_entry`, ...more })
    }
    seed.service({ name: 'postgres', policy: id })
    const seeded = { seed: 7, count: 30, from: createdAt - 86_400_000, to: createdAt }
    for (const one of seed.incidents(seeded)) {
      await check(client, 'GET', `/incidents/${one}/log_entries?limit=100&include[]=channels`)
    }
    await check(client, 'GET', `/escalation_policies/${id}`)
    await check(client, 'GET', '/incidents?statuses[]=triggered')
    await check(client, 'GET', '/incidents?since=2020-01-01T00:00:00Z')
    await check(client, 'GET', `/incidents/${incident}/log_entries`)
    const log = await check(client, 'GET', '/log_entries')
    expect(log.body.log_entries).toHaveLength(25)
    await check(client, 'DELETE', `/escalation_policies/${id}`)
  })

  it.each([
    [401, { authorization: 'Token token=wrong' }],
    [403, {}],
    [429, {}],
    [500, {}],
  ] as const)('for %d', async (status, headers) => {
    const client = await scene()
    const reader = { authorization: `Token token=${client.simulator.readOnlyToken}` }
    const sent = status === 403 ? reader : headers
    for (const path of ['/v3/schedules', '/schedules']) {
      if (status === 429) client.simulator.fail({ kind: 'rate-limited' })
      if (status === 500) client.simulator.fail({ kind: 'server-error' })
      const answer = await client.call('POST', path, { schedule: {} }, sent)
      expect(answer.status).toBe(status)
      // Not every operation lists each of these; `listTeams` lists 401 and those of the same shape.
      expect(problems(api.validateResponse(answer.body, 'listTeams', 401).errors)).toEqual([])
      expect(answer.body.error.code).toBeGreaterThan(0)
    }
  })
})
