/** `/oncalls`: who is on call now or in a range, by escalation policy and level. */
import type { Account, Policy, Target } from './account.ts'
import { render } from './layers/render.ts'
import { showSchedule as showLayers } from './layers/show.ts'
import { inZone } from './moment.ts'
import { pageOf } from './page.ts'
import type { Interval } from './interval.ts'
import { showPolicy, showTarget } from './policies.ts'
import { flag, instantIn, zoneIn } from './range.ts'
import { policyReference, userReference } from './reference.ts'
import { invalid } from './refusal.ts'
import type { Answer, Request } from './route.ts'
import { finalSchedule } from './shifts/render.ts'
import { showSchedule as showShifts } from './shifts/show.ts'
import { showUser } from './users.ts'
import { DAY } from './zone.ts'

interface OnCall {
  readonly policy: string
  readonly level: number
  readonly user: string
  /** Undefined where the policy names the user. */
  readonly schedule: Target | undefined
  /** Whole, as far as they are known; undefined where the user is always on call. */
  readonly stretch: Interval | undefined
}

/** Answers `GET /oncalls`. */
export function listOnCalls(request: Request, account: Account): Answer {
  const range = rangeIn(request, account)
  const all = [...account.policies.values()].flatMap((policy) => onCallsOf(account, policy, range))
  const found = all.filter(
    ({ policy, user, schedule }) =>
      isAsked(request, 'escalation_policy_ids[]', policy) &&
      isAsked(request, 'user_ids[]', user) &&
      isAsked(request, 'schedule_ids[]', schedule?.id ?? 'null'),
  )
  const chosen = flag(request, 'earliest') ? earliest(found) : found
  const { items, paging } = pageOf(request, chosen)
  const zone = zoneIn(request, 'Etc/UTC')
  const included = request.query.getAll('include[]')
  const oncalls = items.map((one) => show(account, one, zone, included))
  return { status: 200, body: { oncalls, ...paging } }
}

/** From `since` to `until`, both now where they are not given; 90 days ahead at the most. */
function rangeIn(request: Request, account: Account): Interval {
  const now = account.now()
  const start = instantIn(request, 'since') ?? now
  const end = instantIn(request, 'until') ?? Math.max(now, start)
  if (end < start) throw invalid({ until: ['must not be before since'] })
  if (end > now + 90 * DAY) throw invalid({ until: ['must be within 90 days'] })
  return { start, end: Math.max(end, start + 1) }
}

function onCallsOf(account: Account, policy: Policy, range: Interval): OnCall[] {
  return policy.rules.flatMap(({ targets }, i) =>
    targets.flatMap((target): OnCall[] => {
      const at = { policy: policy.id, level: i + 1 }
      if (target.kind === 'user') {
        return [{ ...at, user: target.id, schedule: undefined, stretch: undefined }]
      }
      return heldBy(account, target, range).map(({ user, start, end }) => ({
        ...at,
        user,
        schedule: target,
        stretch: { start, end },
      }))
    }),
  )
}

/** Who a target calls in a range: the holders of a schedule. */
export function heldBy(
  { layerSchedules, shiftSchedules, readings }: Account,
  { kind, id }: Target,
  range: Interval,
): readonly (Interval & { readonly user: string })[] {
  if (kind === 'layers') {
    const schedule = layerSchedules.get(id)
    return schedule === undefined ? [] : render(schedule, range, true, readings).final
  }
  const schedule = shiftSchedules.get(id)
  if (schedule === undefined) return []
  return finalSchedule(schedule, range, true, readings).flatMap(({ start, end, member }) =>
    member.user_id === undefined ? [] : [{ start, end, user: member.user_id }],
  )
}

function isAsked(request: Request, name: string, id: string): boolean {
  const asked = request.query.getAll(name)
  return asked.length === 0 || asked.includes(id)
}

/** The first one of each user at each level of each policy. */
function earliest(all: readonly OnCall[]): OnCall[] {
  const first = new Map<string, OnCall>()
  for (const one of all) {
    const key = `${one.policy} ${one.level} ${one.user}`
    const before = first.get(key)
    if (before === undefined || startOf(one) < startOf(before)) first.set(key, one)
  }
  return [...first.values()]
}

function startOf({ stretch }: OnCall): number {
  return stretch?.start ?? -Infinity
}

/** The short form of whatever is not asked for whole. */
function show(account: Account, one: OnCall, zone: string, included: readonly string[]): object {
  const user = account.users.get(one.user)
  const policy = account.policies.get(one.policy)
  const { schedule, stretch } = one
  return {
    escalation_policy:
      included.includes('escalation_policies') && policy !== undefined
        ? showPolicy(account, policy)
        : policyReference(account, one.policy),
    escalation_level: one.level,
    schedule: schedule === undefined ? null : showSchedule(account, schedule, included),
    user:
      included.includes('users') && user !== undefined
        ? showUser(account, user)
        : userReference(account, one.user),
    start: stretch === undefined ? null : inZone(stretch.start, zone),
    end: stretch === undefined ? null : inZone(stretch.end, zone),
  }
}

function showSchedule(account: Account, target: Target, included: readonly string[]): object {
  if (!included.includes('schedules')) return showTarget(account, target)
  const layers = account.layerSchedules.get(target.id)
  if (layers !== undefined) return showLayers(account, layers, layers.timeZone, undefined)
  const shifts = account.shiftSchedules.get(target.id)
  return shifts === undefined ? showTarget(account, target) : showShifts(account, shifts)
}
