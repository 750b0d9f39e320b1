/** What PagerDuty does when it upgrades a schedule of layers to one of shifts: the id stays, and who is on call. */
import type { Account } from './account.ts'
import type { LayerSchedule } from './layers/layer.ts'
import { render } from './layers/render.ts'
import type { Entry } from './layers/turns.ts'
import { notFound } from './refusal.ts'
import { overlaps, within, without, type Interval } from './interval.ts'
import { customAssignment, rotationShifts } from './shifts/render.ts'
import type { CustomShift, Member, Override, Rotation, ShiftSchedule } from './shifts/schedule.ts'
import { DAY } from './zone.ts'
import { eventOf, isServedAs } from './upgrade-event.ts'

/** What no rotation can say is kept as custom shifts for so long. */
const AHEAD = 200 * DAY
const MOST_ROTATIONS = 10

/** Name, zone, description, teams and policies stay; layers become rotations, overrides hang on these. */
export function upgrade(account: Account, id: string): void {
  const before = account.layerSchedules.get(id)
  if (before === undefined) throw notFound('Schedule')
  account.layerSchedules.delete(id)
  account.shiftSchedules.set(id, shiftsOf(before, account))
  for (const [key, policy] of account.policies) {
    const rules = policy.rules.map((rule) => ({
      ...rule,
      targets: rule.targets.map((one) =>
        one.id === id ? { ...one, kind: 'shifts' as const } : one,
      ),
    }))
    account.policies.set(key, { ...policy, rules })
  }
}

interface Turns {
  readonly rotations: readonly Rotation[]
  readonly customShifts: readonly CustomShift[]
}

function shiftsOf(before: LayerSchedule, account: Account): ShiftSchedule {
  const turns = turnsIn(before, account)
  const laid = laidOver(before, turns, account)
  return {
    id: before.id,
    name: before.name,
    timeZone: before.timeZone,
    description: before.description,
    teams: before.teams,
    rotations: turns.rotations,
    customShifts: [...turns.customShifts, ...laid.customShifts],
    overrides: laid.overrides,
  }
}

/**
 * From the top layer down: one of which nothing is hidden becomes a rotation. What shows through of the others becomes
 * custom shifts, since rotations lie beside each other.
 */
function turnsIn(before: LayerSchedule, account: Account): Turns {
  const now = account.now()
  const range = { start: now, end: now + AHEAD }
  const rotations: Rotation[] = []
  const customShifts: CustomShift[] = []
  let above: readonly Entry[] = []
  for (const layer of before.layers.toReversed()) {
    if (layer.setting.end <= now) continue
    const alone = { ...before, layers: [layer], overrides: [] }
    const whole = render(alone, range, true, account.readings).final
    const seen = above.reduce((rest, hole) => without(rest, hole), [...whole])
    const isHidden = whole.some((entry) => above.some((other) => overlaps(entry, other)))
    const event = isHidden ? undefined : eventOf(layer, before.timeZone, account)
    const isRotation = rotations.length < MOST_ROTATIONS && event !== undefined
    if (isRotation && isServedAs(event, whole, range, account.readings)) {
      rotations.push({ id: account.newId('long'), events: [event], deleted: false })
    } else {
      customShifts.push(...seen.map((entry) => customShift(entry, entry.user, account)))
    }
    above = [...above, ...whole]
  }
  return { rotations: rotations.toReversed(), customShifts }
}

/** Each override on what it lies on; where nobody was on call, a custom shift. Of two the newer one wins. */
function laidOver(
  before: LayerSchedule,
  turns: Turns,
  account: Account,
): { readonly overrides: readonly Override[]; readonly customShifts: readonly CustomShift[] } {
  const overrides: Override[] = []
  const customShifts: CustomShift[] = []
  for (const [i, override] of before.overrides.entries()) {
    if (override.end <= account.now()) continue
    const newer = before.overrides.slice(i + 1)
    const shown = newer.reduce<Interval[]>((rest, hole) => without(rest, hole), [override])
    for (const { start, end } of shown) {
      const stretch = { start, end }
      const targets = targetsIn(turns, stretch, account)
      for (const { hangsOn, member, ...held } of targets) {
        overrides.push({
          id: account.newId('long'),
          ...hangsOn,
          ...held,
          overridden: member,
          overriding: userMember(override.user),
        })
      }
      const open = targets
        .reduce<Interval[]>((rest, hole) => without(rest, hole), [stretch])
        .filter(({ end: until }) => until > account.now())
      customShifts.push(...open.map((one) => customShift(one, override.user, account)))
    }
  }
  return { overrides, customShifts }
}

interface Held extends Interval {
  readonly member: Member
  readonly hangsOn: { readonly rotation: string } | { readonly customShift: string }
}

/** Who holds what of a stretch. */
function targetsIn(
  { rotations, customShifts }: Turns,
  range: Interval,
  { readings }: Account,
): readonly Held[] {
  const shifts = [
    ...rotations.flatMap((rotation) =>
      rotationShifts(rotation, range, readings).map(({ start, end, member }) => ({
        start,
        end,
        member,
        hangsOn: { rotation: rotation.id },
      })),
    ),
    ...customShifts.map((shift) => {
      const { start, end, member } = customAssignment(shift)
      return { start, end, member, hangsOn: { customShift: shift.id } }
    }),
  ]
  return within<Held>(shifts, range)
}

function customShift({ start, end }: Interval, user: string, { newId }: Account): CustomShift {
  return { id: newId('long'), assignment: newId('long'), start, end, member: userMember(user) }
}

function userMember(user: string): Member {
  return { type: 'user_member', user_id: user }
}
