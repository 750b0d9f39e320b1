/** An Opsgenie that runs here: answers in the shapes that were recorded, and a timeline of its own reckoning. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Body {
  readonly id: string
  readonly name: string
  readonly timezone: string
  readonly enabled: boolean
  readonly rotations: readonly Rotation[]
}

interface Rotation {
  readonly id: string
  readonly name: string
  readonly startDate: string
  readonly endDate?: string
  readonly type: 'hourly' | 'daily' | 'weekly'
  readonly length: number
  readonly participants: readonly { readonly type: string; readonly username?: string }[]
  readonly timeRestriction?: {
    readonly type: string
    readonly restriction?: Part
    readonly restrictions?: readonly Part[]
  }
}

interface Part {
  readonly startDay?: string
  readonly endDay?: string
  readonly startHour: number
  readonly startMin: number
  readonly endHour: number
  readonly endMin: number
}

const KEY = 'opsgenie-key'
const HALF_HOUR = 1_800_000
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

export interface Opsgenie {
  readonly env: Readonly<Record<string, string>>
  readonly asked: string[]
  /** How many of the next requests are refused with 429. */
  throttled: number
  readonly close: () => Promise<void>
}

export async function opsgenieWith(
  schedules: readonly Body[],
  overrides: readonly object[] = [],
): Promise<Opsgenie> {
  const asked: string[] = []
  const state = { throttled: 0 }
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://here')
    asked.push(`${request.method ?? ''} ${url.pathname}`)
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify({ ...body, took: 0.01, requestId: 'r' }))
    }
    if (request.headers.authorization !== `GenieKey ${KEY}`) return answer(401, { message: 'Key' })
    if (state.throttled > 0) {
      state.throttled -= 1
      return answer(429, { message: 'You are making too many requests!' })
    }
    if (url.pathname === '/v2/schedules') {
      const isExpanded = url.searchParams.get('expand') === 'rotation'
      const data = schedules.map((one) => (isExpanded ? one : { ...one, rotations: [] }))
      return answer(200, { data, expandable: ['rotation'] })
    }
    const [, id = '', what = ''] = /^\/v2\/schedules\/([^/]+)(?:\/(.+))?$/.exec(url.pathname) ?? []
    const schedule = schedules.find((one) => one.id === id)
    if (schedule !== undefined && what === 'overrides') {
      return answer(200, { data: overrides.map((one) => ({ _parent: { id }, ...one })) })
    }
    if (schedule !== undefined && what === 'timeline') {
      return answer(200, { data: timelineOf(schedule, url.searchParams.get('date') ?? '') })
    }
    const [, user = ''] = /^\/v2\/users\/(.+)$/.exec(url.pathname) ?? []
    const username = decodeURIComponent(user)
    if (username.startsWith('astrid')) {
      const data = { id: 'u1', username, fullName: 'Astrid Lund', timeZone: 'Europe/Oslo' }
      return answer(200, { data })
    }
    return answer(user === '' ? 403 : 404, { code: 40301, message: 'You are not authorized' })
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as AddressInfo
  return {
    asked,
    env: { OPSGENIE_API_KEY: KEY, OPSGENIE_URL: `http://127.0.0.1:${port}` },
    get throttled() {
      return state.throttled
    },
    set throttled(count) {
      state.throttled = count
    },
    close: () => new Promise((settle) => void server.close(() => settle())),
  }
}

/** Who is on call, half hour by half hour, by the wall clock of the schedule: days of 24 hours on it. */
function timelineOf({ id, name, timezone, rotations }: Body, date: string): object {
  const start = Date.parse(date)
  const end = start + 150 * 24 * 2 * HALF_HOUR
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const wall = (at: number): number => {
    const [, day, month, year, hour, minute] =
      /(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(format.format(at)) ?? []
    return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
  }
  return {
    _parent: { id, name, enabled: true },
    startDate: date,
    endDate: new Date(end).toISOString(),
    finalTimeline: {
      rotations: rotations.map((rotation, order) => {
        const periods: { startDate: string; endDate: string; type: string; recipient: object }[] =
          []
        for (let at = start; at < end; at += HALF_HOUR) {
          const who = holderAt(rotation, at, wall)
          if (who?.username === undefined) continue
          const startDate = new Date(at).toISOString()
          const endDate = new Date(at + HALF_HOUR).toISOString()
          const recipient = { type: 'user', name: who.username }
          periods.push({ startDate, endDate, type: 'default', recipient })
        }
        // Where there are none the key is missing.
        return {
          id: rotation.id,
          name: rotation.name,
          order,
          ...(periods.length > 0 && { periods }),
        }
      }),
    },
  }
}

function holderAt(
  { startDate, endDate, type, length, participants, timeRestriction }: Rotation,
  at: number,
  wall: (at: number) => number,
): { readonly username?: string } | undefined {
  const start = Date.parse(startDate)
  if (at < start || (endDate !== undefined && at >= Date.parse(endDate))) return undefined
  const hours = { hourly: 1, daily: 24, weekly: 168 }[type] * length
  const passed = type === 'hourly' ? at - start : wall(at) - wall(start)
  const holder = participants[Math.floor(passed / (hours * 2 * HALF_HOUR)) % participants.length]
  if (timeRestriction === undefined) return holder
  const { restriction, restrictions = [] } = timeRestriction
  const now = new Date(wall(at))
  const week = ((now.getUTCDay() + 6) % 7) * 1440 + now.getUTCHours() * 60 + now.getUTCMinutes()
  const isOpen = [...(restriction ? [restriction] : []), ...restrictions].some((part) => {
    const [from, to] = [part.startHour * 60 + part.startMin, part.endHour * 60 + part.endMin]
    if (part.startDay === undefined) {
      const time = week % 1440
      return from < to ? time >= from && time < to : time >= from || time < to
    }
    const first = DAYS.indexOf(part.startDay) * 1440 + from
    const last = DAYS.indexOf(part.endDay ?? part.startDay) * 1440 + to
    return first < last ? week >= first && week < last : week >= first || week < last
  })
  return isOpen ? holder : undefined
}
