/** `/schedules/{id}/overrides`: somebody instead of whoever the layers say; of two, the newer wins. */
import type { Account } from '../account.ts'
import { Complaining, isObject, moment, reference, wrappedList } from '../fields.ts'
import { overlaps, sorted, within } from '../interval.ts'
import { flag, requiredRange } from '../range.ts'
import { invalid, notFound } from '../refusal.ts'
import { param, type Answer, type Request } from '../route.ts'
import type { LayerOverride, LayerSchedule } from './layer.ts'
import { layerScheduleIn } from './schedules.ts'
import { showOverride } from './show.ts'

/** Answers `GET /schedules/{id}/overrides`. */
export function listOverrides(request: Request, account: Account): Answer {
  const schedule = layerScheduleIn(request, account)
  const range = requiredRange(request, account.readings)
  const editable = flag(request, 'editable')
  const found = schedule.overrides.filter(
    (override) => overlaps(override, range) && (!editable || override.start > account.now()),
  )
  const whole = flag(request, 'overflow') ? found : within(found, range)
  const withIds = editable || account.readings.overrideIds === 'always'
  const overrides = sorted(whole).map((override) =>
    showOverride(account, override, schedule.timeZone, withIds),
  )
  return { status: 200, body: { overrides } }
}

/** Each by itself: the answer says of every one whether it was made. */
export function createOverrides(request: Request, account: Account): Answer {
  const schedule = layerScheduleIn(request, account)
  const results = wrappedList(request.body, 'overrides').map((sent) => {
    const complain = new Complaining()
    const override = readOverride(account, sent, complain)
    const timely = override && timelyOverride(account, override, complain)
    return { sent, override: timely, errors: Object.entries(complain.all) }
  })
  const made = results.flatMap(({ override }) => (override === undefined ? [] : [override]))
  save(account, { ...schedule, overrides: [...schedule.overrides, ...made] })
  const body = results.map(({ sent, override, errors }) =>
    override === undefined
      ? {
          status: 400,
          errors: errors.map(([field, messages]) => `${field} ${messages.join(', ')}`),
          override: sent,
        }
      : { status: 201, override: showOverride(account, override, schedule.timeZone) },
  )
  return { status: 201, body }
}

/** A future one goes (204), a running one ends now (200), a past one stays. */
export function deleteOverride(request: Request, account: Account): Answer {
  const schedule = layerScheduleIn(request, account)
  const id = param(request, 'override_id')
  const override = schedule.overrides.find((one) => one.id === id)
  if (override === undefined) throw notFound('Override')
  const now = account.now()
  if (override.end <= now) throw invalid({ Override: ["in the past can't be removed"] })
  const rest = schedule.overrides.filter((one) => one !== override)
  if (override.start > now) {
    save(account, { ...schedule, overrides: rest })
    return { status: 204 }
  }
  const cut = { ...override, end: now }
  save(account, {
    ...schedule,
    overrides: schedule.overrides.flatMap((one) => {
      if (one !== override) return [one]
      return cut.start < cut.end ? [cut] : []
    }),
  })
  if (account.readings.truncatedBody === 'empty') return { status: 200 }
  return { status: 200, body: { override: showOverride(account, cut, schedule.timeZone) } }
}

/** An override as it was sent, whatever time it is. Undefined if there are complaints. */
export function readOverride(
  account: Account,
  sent: unknown,
  complain: Complaining,
): LayerOverride | undefined {
  const body = isObject(sent) ? sent : {}
  const start = moment(body['start'], 'start', complain)
  const end = moment(body['end'], 'end', complain)
  const user = reference(body['user'], 'user', complain, account.users)
  if (!start || !end || user === undefined) return undefined
  if (end.at <= start.at) return complain.about('end', 'must be after start')
  return { id: account.newId('short'), start: start.at, end: end.at, user }
}

function timelyOverride(
  account: Account,
  override: LayerOverride,
  complain: Complaining,
): LayerOverride | undefined {
  const now = account.now()
  if (override.end <= now) return complain.about('end', "can't be in the past")
  if (override.start >= now) return override
  if (account.readings.pastStart === 'refuse') {
    return complain.about('start', "can't be in the past")
  }
  return { ...override, start: now }
}

function save(account: Account, schedule: LayerSchedule): void {
  account.layerSchedules.set(schedule.id, schedule)
}
