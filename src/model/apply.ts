/** A workspace after changes: what the files are to say once they are edited. */
import { UTC, zoneNamed } from '../time/zone.ts'
import {
  isSameOverride,
  isSameRecurring,
  type AddPerson,
  type Change,
  type EditAway,
  type EditMembers,
  type EditRoleOverride,
  type MoveStart,
  type RemoveOverride,
  type RemoveRecurringAway,
  type RemoveRow,
} from './change.ts'
import { CHAIR, roleNamed } from './meeting.ts'
import { newPerson, type Person } from './person.ts'
import { NOWHERE } from './place.ts'
import type { RoleOverride } from './role.ts'
import type { Layer, Member, Override } from './rotation.ts'
import type { Workspace } from './workspace.ts'

/** The workspace after changes, in order; what they speak of must be there. */
export function applied(workspace: Workspace, changes: readonly Change[]): Workspace {
  return changes.reduce(one, workspace)
}

function one(workspace: Workspace, change: Change): Workspace {
  switch (change.kind) {
    case 'add-override':
      return withOverrides(workspace, change.rotation, (all) => [
        ...all,
        { ...change.override, place: NOWHERE },
      ])
    case 'remove-override':
      return [change, ...(change.others ?? [])].reduce(withoutOverride, workspace)
    case 'edit-members':
      return withLayer(workspace, change, (layer) => ({
        ...layer,
        members: membersAfter(layer, change),
      }))
    case 'move-start':
      return withLayer(workspace, change, (layer) => startedAt(layer, change))
    case 'remove-row':
      return withLayer(workspace, change, withoutRow)
    case 'add-away':
    case 'remove-away':
      return withAway(workspace, change)
    case 'remove-recurring-away':
      return withoutRecurring(workspace, change)
    case 'add-person':
      return withPerson(workspace, change)
    case 'add-role-override':
    case 'remove-role-override':
      return withRole(workspace, change)
  }
}

/** The place in a list of the last override that says the same, its reason too; below 0 where there is none. */
export function lastSame(all: readonly Override[], wanted: Omit<Override, 'place'>): number {
  return all.findLastIndex((each) => isSameOverride(each, wanted) && each.why === wanted.why)
}

function withOverrides(
  workspace: Workspace,
  id: string,
  edit: (all: readonly Override[]) => readonly Override[],
): Workspace {
  const rotation = workspace.rotations.get(id)
  if (rotation === undefined) return workspace
  const overrides = edit(rotation.overrides)
  return {
    ...workspace,
    rotations: new Map(workspace.rotations).set(id, { ...rotation, overrides }),
  }
}

function withoutOverride(
  workspace: Workspace,
  { rotation, override }: Pick<RemoveOverride, 'rotation' | 'override'>,
): Workspace {
  return withOverrides(workspace, rotation, (all) => {
    const at = lastSame(all, override)
    return at < 0 ? all : all.toSpliced(at, 1)
  })
}

/** Those that follow have the same layers, and change with them. */
function withLayer(
  workspace: Workspace,
  { rotation: id, layer: name }: EditMembers | MoveStart | RemoveRow,
  edit: (layer: Layer) => Layer,
): Workspace {
  const layers = workspace.rotations.get(id)?.layers
  if (layers === undefined) return workspace
  const edited = layers.map((layer) => (layer.name === name ? edit(layer) : layer))
  const rotations = [...workspace.rotations].map(
    ([id, each]) => [id, each.layers === layers ? { ...each, layers: edited } : each] as const,
  )
  return { ...workspace, rotations: new Map(rotations) }
}

/** A new first handoff is written by the layer's own clock. */
function startedAt(layer: Layer, { start }: MoveStart): Layer {
  const { otherOffset, ...rest } = layer
  return otherOffset === undefined ? { ...layer, start } : { ...rest, start }
}

function withoutRow(layer: Layer): Layer {
  const rows = layer.rows?.slice(1)
  const [first] = rows ?? []
  if (rows === undefined || first === undefined) return layer
  const soonest = Math.min(...rows.map(({ instant }) => instant))
  return { ...layer, start: { ...first, instant: soonest }, rows, members: layer.members.slice(1) }
}

function membersAfter({ members }: Layer, { at, how, members: fresh }: EditMembers): Member[] {
  const placed = fresh.map((member) => ({ ...member, place: NOWHERE }))
  return members.toSpliced(at, how === 'replace' ? 1 : 0, ...placed)
}

function withAway(workspace: Workspace, { kind, person: id, away }: EditAway): Workspace {
  const person = workspace.people.get(id)
  if (person === undefined) return workspace
  const isIt = ({ start, end, why }: Person['away'][number]): boolean =>
    start === away.start && end === away.end && why === away.why
  const gone = person.away.findLastIndex(isIt)
  const all =
    kind === 'add-away'
      ? [...person.away, { ...away, place: NOWHERE }]
      : person.away.filter((_, i) => i !== gone)
  return { ...workspace, people: new Map(workspace.people).set(id, { ...person, away: all }) }
}

function withoutRecurring(
  workspace: Workspace,
  { person: id, days }: RemoveRecurringAway,
): Workspace {
  const person = workspace.people.get(id)
  if (person === undefined) return workspace
  const gone = person.recurring.findLastIndex((each) => isSameRecurring(each, days))
  const recurring = person.recurring.filter((_, i) => i !== gone)
  return { ...workspace, people: new Map(workspace.people).set(id, { ...person, recurring }) }
}

function withPerson(
  workspace: Workspace,
  { id, name, email, timezone, pagerduty }: AddPerson,
): Workspace {
  const zone = timezone === undefined ? workspace.zone : (zoneNamed(timezone) ?? UTC)
  const person = {
    ...newPerson({ id, name: name ?? id, ...(email !== undefined && { email }), zone }),
    ...(pagerduty !== undefined && { pagerduty }),
  }
  return { ...workspace, people: new Map(workspace.people).set(id, person) }
}

function withRole(
  workspace: Workspace,
  { kind, meeting: id, role: name, override }: EditRoleOverride,
): Workspace {
  const meeting = workspace.meetings.get(id)
  const role = meeting && roleNamed(meeting, name)
  if (meeting === undefined || role === undefined) return workspace
  const gone = lastSameOf(role.overrides, override)
  const overrides =
    kind === 'add-role-override'
      ? [...role.overrides, { ...override, place: NOWHERE }]
      : role.overrides.filter((_, i) => i !== gone)
  const edited =
    name === CHAIR
      ? { ...meeting, chair: { ...role, overrides } }
      : { ...meeting, roles: new Map(meeting.roles).set(name, { ...role, overrides }) }
  return { ...workspace, meetings: new Map(workspace.meetings).set(id, edited) }
}

/** The place in a list of the last that says the same of a role; below 0 where there is none. */
export function lastSameOf(
  all: readonly RoleOverride[],
  { person, first, last, why }: EditRoleOverride['override'],
): number {
  return all.findLastIndex(
    (one) => one.person === person && one.first === first && one.last === last && one.why === why,
  )
}
