/** A PagerDuty that only answers what it was given, rendered by `naive.ts`, and refuses as the real one does. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program, type Said } from '../program.ts'
import type { Any } from './world.ts'
import { renderEvents, renderLayers, type Entry } from './naive.ts'

export interface Replay {
  readonly layers?: readonly Any[]
  readonly shifts?: readonly Any[]
  /** The longest stretch that may be asked for, in days. */
  readonly longest?: number
  /** Whether rotations come without their events. */
  readonly isBare?: boolean
}

export interface Told extends Said {
  /** The paths that were asked for, without what stands behind `?`. */
  readonly asked: readonly string[]
}

type Answer = readonly [status: number, body: object]

/** Runs the program against such a server at an instant. */
export async function replayed(
  given: Replay,
  now: string,
  words: readonly string[],
): Promise<Told> {
  const asked: string[] = []
  const server = createServer(({ url }, response) => {
    const { pathname, searchParams } = new URL(url ?? '', 'http://localhost')
    asked.push(pathname)
    const [status, body] = answerTo(given, pathname, searchParams)
    response.writeHead(status, {
      'content-type': 'application/json',
      date: new Date(now).toUTCString(),
    })
    response.end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const folder = mkdtempSync(join(tmpdir(), 'rotate-replay-'))
  const env = {
    PAGERDUTY_TOKEN: 'token',
    PAGERDUTY_URL: `http://127.0.0.1:${port}`,
    NO_COLOR: '1',
  }
  try {
    return { ...(await program(words, { cwd: folder, now, env })), asked }
  } finally {
    server.close()
    server.closeAllConnections()
    rmSync(folder, { recursive: true, force: true })
  }
}

function refusal(status: number, message: string): Answer {
  return [status, { error: { message, code: 2001 } }]
}

function answerTo(given: Replay, path: string, query: URLSearchParams): Answer {
  const { layers = [], shifts = [] } = given
  const [since, until] = ['since', 'until'].map((key) => Date.parse(query.get(key) ?? ''))
  const isRange = since !== undefined && until !== undefined && since < until
  if (isRange && until - since > (given.longest ?? Infinity) * 86_400_000) {
    return refusal(400, 'Invalid Input Provided')
  }
  const parts = path.split('/').filter(Boolean)
  const isNew = parts[0] === 'v3'
  const [what, id, items, rotation] = isNew ? parts.slice(1) : parts
  if (what === 'users') {
    const user = { id, type: 'user', name: id, email: `${id}@example.com`, time_zone: 'Etc/UTC' }
    return [200, { user }]
  }
  if (id === undefined) {
    const listed = (isNew ? shifts : layers).map((one: Any) => ({
      id: one.id,
      summary: one.name,
      ...(!isNew && { name: one.name, description: one.description ?? null }),
    }))
    return [200, { schedules: listed, more: false }]
  }
  const [own, other] = isNew ? [shifts, layers] : [layers, shifts]
  if (other.some((one) => one.id === id)) {
    return refusal(
      400,
      isNew
        ? 'This is a layer-based schedule. Use the v2 Schedules API to access it.'
        : 'This is a shift-based schedule. Use the v3 Schedules API to access it.',
    )
  }
  const schedule = own.find((one) => one.id === id)
  if (schedule === undefined) return refusal(404, 'Not Found')
  if (items === 'rotations') {
    const found = schedule.rotations.find((one: Any) => one.id === rotation)
    return [200, { events: found.events, more: false }]
  }
  if (items !== undefined) return [200, { [items]: [], more: false }]
  if (!isRange) return [200, { schedule }]
  return [
    200,
    { schedule: isNew ? shiftsIn(given, schedule, since, until) : shown(schedule, since, until) },
  ]
}

function shiftsIn({ isBare = false }: Replay, schedule: Any, since: number, until: number): Any {
  return {
    ...schedule,
    ...(isBare && { rotations: schedule.rotations.map(({ id }: Any) => ({ id })) }),
    final_schedule: {
      computed_shift_assignments:
        schedule.final_schedule?.computed_shift_assignments ?? renderEvents(schedule, since, until),
    },
  }
}

function shown(schedule: Any, since: number, until: number): Any {
  const { layers, final } = renderLayers(schedule, since, until)
  return {
    ...schedule,
    schedule_layers: schedule.schedule_layers.map((one: Any) => ({
      ...one,
      ...entries(layers.get(one.id)),
    })),
    overrides_subschedule: { name: 'Overrides', rendered_schedule_entries: [] },
    final_schedule: { name: 'Final Schedule', ...entries(final) },
  }
}

function entries(all: readonly Entry[] = []): Any {
  return {
    rendered_schedule_entries: all.map(({ start, end, user }) => ({
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      user: { id: user, type: 'user_reference' },
    })),
  }
}
