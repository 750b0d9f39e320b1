/** `/v3/schedules`: the schedules themselves, without what is in them. */
import type { Account } from '../account.ts'
import { Complaining, references, text, wrapped, zone as readZone, type Json } from '../fields.ts'
import { pageOfShifts } from '../page.ts'
import { flag, instantIn, ordered, zoneIn } from '../range.ts'
import { policiesUsing, shiftsReference, userReference } from '../reference.ts'
import { invalid } from '../refusal.ts'
import type { Answer, Request } from '../route.ts'
import { scheduleIn, save } from './find.ts'
import { finalSchedule } from './render.ts'
import type { ShiftSchedule } from './schedule.ts'
import { showFinal, showSchedule } from './show.ts'

/** Answers `GET /v3/schedules`. */
export function listSchedules(request: Request, account: Account): Answer {
  const query = request.query.get('query')?.toLowerCase() ?? ''
  const teams = request.query.getAll('team_ids[]')
  const found = [...account.shiftSchedules.values()].filter(
    (schedule) =>
      schedule.name.toLowerCase().includes(query) &&
      (teams.length === 0 || schedule.teams.some((team) => teams.includes(team))),
  )
  const { items, paging } = pageOfShifts(request, found, { usual: 100, most: 1000 })
  const schedules = items.map(({ id }) => shiftsReference(account, id))
  return { status: 200, body: { schedules, ...paging } }
}

/** Answers `POST /v3/schedules`. */
export function createSchedule(request: Request, account: Account): Answer {
  const body = wrapped(request.body, 'schedule')
  const schedule = newSchedule(account, body)
  save(account, schedule)
  return { status: 201, body: { schedule: showSchedule(account, schedule) } }
}

/** A schedule with nothing in it yet, as the body describes it; not saved. */
export function newSchedule(account: Account, body: Json): ShiftSchedule {
  const complain = new Complaining()
  const { name, timeZone, ...rest } = readSettings(account, body, complain)
  if (body['name'] === undefined) complain.about('schedule.name', "can't be blank")
  if (body['time_zone'] === undefined) complain.about('schedule.time_zone', "can't be blank")
  complain.settle()
  return {
    id: account.newId('short'),
    description: undefined,
    teams: [],
    ...rest,
    name: name ?? '',
    timeZone: timeZone ?? '',
    rotations: [],
    customShifts: [],
    overrides: [],
  }
}

/** Answers `GET /v3/schedules/{id}`. */
export function getSchedule(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const included = request.query.getAll('include[]')
  const start = instantIn(request, 'since')
  const end = instantIn(request, 'until')
  const shown = {
    ...showSchedule(account, schedule),
    ...(included.includes('users') ? { users: usersOf(account, schedule) } : {}),
  }
  if (!included.includes('final_schedule') || start === undefined || end === undefined) {
    return { status: 200, body: { schedule: shown } }
  }
  const range = ordered({ start, end }, account.readings)
  const overflow = flag(request, 'overflow')
  const assignments = finalSchedule(schedule, range, overflow, account.readings)
  const zone = zoneIn(request, schedule.timeZone)
  const final = showFinal(assignments, range, zone, account.readings)
  return { status: 200, body: { schedule: { ...shown, final_schedule: final } } }
}

/** Answers `PUT /v3/schedules/{id}`. */
export function updateSchedule(request: Request, account: Account): Answer {
  const schedule = scheduleIn(request, account)
  const complain = new Complaining()
  const body = wrapped(request.body, 'schedule')
  const settings = readSettings(account, body, complain)
  if (account.readings.settings === 'whole') {
    if (!('name' in body)) complain.about('Name', 'cannot be empty.')
    if (!('time_zone' in body)) complain.about('Time zone', 'cannot be empty.')
    if ('teams' in body) complain.about('Teams', 'cannot be changed here.')
  }
  complain.settle()
  const updated = { ...schedule, ...settings }
  save(account, updated)
  return { status: 200, body: { schedule: showSchedule(account, updated) } }
}

/** Answers `DELETE /v3/schedules/{id}`. */
export function deleteSchedule(request: Request, account: Account): Answer {
  const { id } = scheduleIn(request, account)
  if (policiesUsing(account, id).length > 0) {
    throw invalid({ schedule: ["can't be deleted while an escalation policy uses it"] })
  }
  account.shiftSchedules.delete(id)
  return { status: 204 }
}

type Settings = Partial<Pick<ShiftSchedule, 'name' | 'timeZone' | 'description' | 'teams'>>

/** What the body says of the schedule; what it does not say is left out. */
function readSettings(account: Account, body: Json, complain: Complaining): Settings {
  for (const field of ['rotations', 'escalation_policies']) {
    if (field in body) complain.about(`schedule.${field}`, 'is not accepted here')
  }
  const said = <T>(key: string, read: (value: unknown, field: string) => T): T | undefined =>
    body[key] === undefined ? undefined : read(body[key], `schedule.${key}`)
  const name = said('name', (value, field) => text(value, field, complain, { min: 1, max: 255 }))
  const timeZone = said('time_zone', (value, field) => readZone(value, field, complain))
  const description = said('description', (value, field) =>
    text(value, field, complain, { max: 1024 }),
  )
  const teams = references(body['teams'], 'schedule.teams', complain, account.teams)
  return {
    ...(name === undefined ? {} : { name }),
    // The API answers with another name for it.
    ...(timeZone === undefined ? {} : { timeZone: timeZone === 'UTC' ? 'Etc/UTC' : timeZone }),
    ...(description === undefined ? {} : { description }),
    ...(teams === undefined ? {} : { teams }),
  }
}

function usersOf(account: Account, schedule: ShiftSchedule): readonly object[] {
  const members = [
    ...schedule.rotations.flatMap(({ events }) =>
      events.flatMap((event) => event.strategy.members),
    ),
    ...schedule.customShifts.map(({ member }) => member),
    ...schedule.overrides.flatMap(({ overridden, overriding }) => [overridden, overriding]),
  ]
  const ids = new Set(members.flatMap(({ user_id: id }) => (id === undefined ? [] : [id])))
  return [...ids].map((id) => userReference(account, id))
}
