/** `/schedules`: schedules of layers, and what they would look like. */
import type { Account } from '../account.ts'
import { wrapped } from '../fields.ts'
import { pageOf } from '../page.ts'
import type { Interval } from '../interval.ts'
import { flag, instantIn, ordered, zoneIn } from '../range.ts'
import { policiesUsing } from '../reference.ts'
import { invalid, notFound, otherKind } from '../refusal.ts'
import { param, type Answer, type Request } from '../route.ts'
import { showUser } from '../users.ts'
import { WEEK } from '../zone.ts'
import { editedSchedule, newSchedule } from './body.ts'
import type { LayerSchedule } from './layer.ts'
import { render } from './render.ts'
import { PARTS, showSchedule, type Rendered } from './show.ts'

/** Answers `GET /schedules`. */
export function listSchedules(request: Request, account: Account): Answer {
  const query = request.query.get('query')?.toLowerCase() ?? ''
  const teams = request.query.getAll('team_ids[]')
  const included = request.query.getAll('include[]')
  const parts = PARTS.filter((part) => included.includes(part))
  const found = [...account.layerSchedules.values()]
    .filter(
      (schedule) =>
        schedule.name.toLowerCase().includes(query) &&
        (teams.length === 0 || schedule.teams.some((team) => teams.includes(team))),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const { items, paging } = pageOf(request, found)
  const schedules = items.map((schedule) => {
    const zone = zoneIn(request, schedule.timeZone)
    return showSchedule(account, schedule, zone, renderedFor(request, account, schedule), parts)
  })
  return { status: 200, body: { schedules, ...paging } }
}

/** Answers `POST /schedules`. */
export function createSchedule(request: Request, account: Account): Answer {
  const schedule = newSchedule(account, wrapped(request.body, 'schedule'))
  account.layerSchedules.set(schedule.id, schedule)
  return shown(201, request, account, schedule)
}

/** Answers `GET /schedules/{id}`. */
export function getSchedule(request: Request, account: Account): Answer {
  return shown(200, request, account, layerScheduleIn(request, account))
}

/** Answers `PUT /schedules/{id}`. */
export function updateSchedule(request: Request, account: Account): Answer {
  const before = layerScheduleIn(request, account)
  const schedule = editedSchedule(account, wrapped(request.body, 'schedule'), before)
  account.layerSchedules.set(schedule.id, schedule)
  return shown(200, request, account, schedule)
}

/** Answers `DELETE /schedules/{id}`. */
export function deleteSchedule(request: Request, account: Account): Answer {
  const { id } = layerScheduleIn(request, account)
  if (policiesUsing(account, id).length > 0) {
    throw invalid({ schedule: ["can't be deleted while an escalation policy uses it"] })
  }
  const incidents = [...account.incidents.values()]
  if (incidents.some(({ schedule, status }) => schedule === id && status !== 'resolved')) {
    throw invalid({ schedule: ["can't be deleted while incidents are open on it"] })
  }
  account.layerSchedules.delete(id)
  return { status: 204 }
}

/** What creating the schedule, or updating it if the body has an id, would lead to. Nothing is kept. */
export function previewSchedule(request: Request, account: Account): Answer {
  const body = wrapped(request.body, 'schedule')
  const before = typeof body['id'] === 'string' ? account.layerSchedules.get(body['id']) : undefined
  const schedule =
    before === undefined ? newSchedule(account, body) : editedSchedule(account, body, before)
  return shown(200, request, account, schedule)
}

/** Who is on call between `since` and `until`; now where neither is given. */
export function listScheduleUsers(request: Request, account: Account): Answer {
  const schedule = layerScheduleIn(request, account)
  const now = account.now()
  const range = rangeIn(request, account) ?? { start: now, end: now + 1 }
  const { final } = render(schedule, range, false, account.readings)
  const ids = [...new Set(final.map(({ user }) => user))]
  const users = ids.flatMap((id) => {
    const user = account.users.get(id)
    return user === undefined ? [] : [showUser(account, user)]
  })
  return { status: 200, body: { users } }
}

/** The layer-based schedule that a path names. */
export function layerScheduleIn(request: Request, account: Account): LayerSchedule {
  const schedule = account.layerSchedules.get(param(request, 'id'))
  if (schedule !== undefined) return schedule
  const isOther = account.shiftSchedules.has(param(request, 'id'))
  if (isOther && account.readings.otherKind === 'named') throw otherKind('shift-based', 'v3')
  throw notFound('Schedule')
}

function shown(
  status: number,
  request: Request,
  account: Account,
  schedule: LayerSchedule,
): Answer {
  const zone = zoneIn(request, schedule.timeZone)
  const rendered = renderedFor(request, account, schedule)
  return { status, body: { schedule: showSchedule(account, schedule, zone, rendered) } }
}

/** Nothing is rendered unless `since` or `until` is given. */
function renderedFor(
  request: Request,
  account: Account,
  schedule: LayerSchedule,
): Rendered | undefined {
  const range = rangeIn(request, account)
  if (range === undefined) return undefined
  const overflow = flag(request, 'overflow')
  return { rendering: render(schedule, range, overflow, account.readings), range }
}

/** Two weeks where only one end is given. */
function rangeIn(request: Request, { readings }: Account): Interval | undefined {
  const since = instantIn(request, 'since')
  const until = instantIn(request, 'until')
  const start = since ?? (until === undefined ? undefined : until - 2 * WEEK)
  if (start === undefined) return undefined
  return ordered({ start, end: until ?? start + 2 * WEEK }, readings)
}
