/** A plan as steps that people can read: nouns, with names in place of ids. */
import type { Step, Verb, Verdict } from '../model/plan.ts'
import { shiftsOf } from '../timeline/shifts.ts'
import type { Look } from './look.ts'
import type { Frame } from './schedule.ts'
import type { Service } from './service.ts'
import { differences } from './slices.ts'

/** What gives the name of a user, by their id. */
type NameOf = (user: string) => string

/** The steps of the plan for a rotation. */
export function stepsOf(service: Service, look: Look, nameOf: NameOf): Step[] {
  const { target, wish, schedule, plan } = look
  const { rotation } = wish
  const steps: Step[] = []
  const add = (verb: Verb, rest: Omit<Step, 'id' | 'verb' | 'rotation'>): void => {
    steps.push({ id: `${rotation.id}/${steps.length + 1}`, verb, rotation: rotation.id, ...rest })
  }
  const removes = !wish.keepsForeign
  for (const one of plan.foreign) {
    const { instead: whom = null } = one
    const instead = whom === null ? '' : ` instead of ${nameOf(whom)}`
    add(removes ? 'remove' : 'keep', {
      stretch: { start: one.start, end: one.end },
      after: one.user === null ? [] : [nameOf(one.user)],
      why: `made in ${service.name}${instead}${removes ? '' : '; `rotate pull` brings it into the file'}`,
    })
  }
  if (plan.requests.length === 0) return steps
  if (schedule === undefined) {
    const { name: kind } = service.about(target.kind)
    add('create', { why: `a new schedule '${rotation.name}' (${kind})` })
  } else {
    if (target.isAdopted)
      add('adopt', { why: `takes over the schedule '${schedule.name}' (${schedule.id})` })
    if (schedule.name !== rotation.name) {
      add('rename', { why: `the schedule '${schedule.name}' is renamed to '${rotation.name}'` })
    }
  }
  // Whole where they begin within the horizon: where that is means nothing to people.
  const changes = differences(plan.actual, plan.wanted, wish.range)
  for (const { start, end, before, after } of changes) {
    if (start >= wish.horizon) continue
    add('change', { stretch: { start, end }, before: before.map(nameOf), after: after.map(nameOf) })
  }
  const layers = new Set(plan.going.map(({ layer }) => layer))
  for (const { from, until, layer, turn, who } of plan.going) {
    add('turns', {
      stretch: { start: from, end: until },
      after: who.map((both) => said(both.map(nameOf))),
      why: `turns go on in ${service.name} by themselves`,
      ...(layers.size > 1 && { layer }),
      turn,
    })
  }
  if (plan.patched !== undefined) {
    add('fill', {
      stretch: { start: wish.now, end: plan.patched },
      why: `what its turns alone do not give is filled in${
        plan.patched < wish.horizon ? '' : ' as far as the horizon reaches'
      }`,
      count: plan.patches,
    })
  }
  if (steps.every(isSilent)) {
    add('mark', { why: 'the schedule is put in order; who is on call stays the same' })
  }
  return steps
}

/** Whether a step says what stays, and not what is written: a fill that adds nothing names what stands there. */
function isSilent({ verb, count }: Step): boolean {
  return verb === 'keep' || verb === 'adopt' || (verb === 'fill' && count === 0)
}

function said(names: readonly string[]): string {
  return names.length === 0 ? 'nobody' : names.join(' + ')
}

/** The step that deletes a schedule. */
export function deletionOf({ id, name }: Frame, rotation: string, why: string): Step {
  return {
    id: `${rotation}/delete/${id}`,
    verb: 'delete',
    rotation,
    why: `deletes the schedule '${name}' (${id}): ${why}`,
  }
}

/** The verdict on a rotation as it was looked at. */
export function verdictOf({ wish, schedule, differences }: Look, nameOf: NameOf): Verdict {
  return {
    rotation: wish.rotation.id,
    schedule: schedule?.id ?? '',
    until: wish.horizon,
    shifts: shiftsOf(wish.rotation, { start: wish.now, end: wish.horizon }).length,
    differences: differences.map(({ start, end, before, after }) => ({
      start,
      end,
      before: before.map(nameOf),
      after: after.map(nameOf),
    })),
  }
}
