/** `rotate member`: what becomes of a roster, and why nothing can. */
import { quoteList } from '../time/list.ts'
import { endOf, type Rotation } from '../model/rotation.ts'
import type { Workspace } from '../model/workspace.ts'
import type { NoRosterEdit, RosterAsked, RosterEdit } from '../planning/roster.ts'
import { clean } from './clean.ts'
import { Clock } from './clock.ts'
import type { Look } from './look.ts'
import { nameOf, sayLayer, wholeName } from './names.ts'
import { wrap } from './wrap.ts'

/** `primary: Erin Walsh takes part from Mon 7 Dec 16:00 on; nobody's turn that has begun moves.` */
export function sayRoster(
  verb: 'joins' | 'leaves',
  { at }: RosterEdit,
  { person, rotation, layer }: RosterAsked,
  workspace: Workspace,
  look: Look,
): string {
  const name = wholeName(workspace, person)
  const when = at === undefined ? 'from the beginning' : `from ${new Clock(look).say(at)} on`
  const what = verb === 'joins' ? 'takes part' : 'takes no more turns'
  const which = rotation.layers.length > 1 ? ` (${sayLayer(layer.name)})` : ''
  return wrap(
    clean(`${rotation.id}${which}: ${name} ${what} ${when}; no turn that has begun moves.`),
    look.width,
  )
}

/** `Erin Walsh stays in 'manager' and 'triage', which have no turns to leave: edit the file` */
export function sayStaying(
  person: string,
  rotations: readonly Rotation[],
  workspace: Workspace,
): string {
  const all = quoteList(rotations.map(({ id }) => id))
  const have = rotations.length > 1 ? 'have' : 'has'
  return `${nameOf(workspace, person)} stays in ${all}, which ${have} no turns to leave: edit the file`
}

/** Why a roster is not edited, and what to do instead. */
export function sayNoRoster(
  why: NoRosterEdit,
  { person, rotation, layer }: RosterAsked,
  workspace: Workspace,
  look: Look,
): string {
  switch (why.no) {
    case 'no-member':
      return `${nameOf(workspace, why.person)} is no member of '${rotation.id}' now`
    case 'last':
      return `${nameOf(workspace, person)} is the last member of '${rotation.id}': add somebody first ('rotate member add'), or end the layer ('end:')`
    case 'over': {
      const what = endOf(layer) === why.at ? `layer '${layer.name}' of ` : ''
      return `${what}'${rotation.id}' ends on ${new Clock(look).say(why.at)}: there is no handoff before that from which on this could hold`
    }
    case 'no-handoff':
      return `'${rotation.id}' has no handoff to come from which on this could hold`
  }
}
