/** `unused-person`: somebody in the team who is in no roster and at no meeting. */
import { countsAt } from '../../model/dated.ts'
import { faultOfId } from '../../model/id.ts'
import { allTerms, rolesOf } from '../../model/meeting.ts'
import { peopleOfRole } from '../../model/role.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { Rule } from './rule.ts'

export const unusedPerson: Rule = {
  name: 'unused-person',
  severity: 'warning',
  summary: 'Somebody in the team is in no roster, no override and no meeting.',
  wrong: `
people: { alice: {}, bob: {}, zoe: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
`,
  right: `
people: { alice: {}, bob: {}, zoe: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob, zoe] }
`,
  check: ({ workspace, rotations, now }) => {
    const { unsound, people } = workspace
    // Somebody who asks about certain rotations does not ask about people.
    if (rotations.length < workspace.rotations.size) return []
    // Where something is not known, it may be there that they are named.
    if (unsound.rotations.length > 0 || unsound.meetings.length > 0) return []
    if (unsound.isPartial === true || workspace.rotations.size + workspace.meetings.size === 0)
      return []
    const used = peopleUsed(workspace)
    if (used === 'everyone') return []
    return [...people.values()].flatMap((person) => {
      const { id, place } = person
      if (used.has(id) || !countsAt(person, now) || faultOfId(id) !== undefined) return []
      return {
        message: `'${id}' is in no roster, override or meeting: add them to one, give them 'until' if they left, or delete them`,
        place,
        people: [id],
      }
    })
  },
}

function peopleUsed({ rotations, meetings }: Workspace): ReadonlySet<string> | 'everyone' {
  const used = new Set<string>()
  for (const { layers, overrides } of rotations.values()) {
    for (const { members } of layers) for (const { people } of members) addAll(used, people)
    for (const { people, insteadOf } of overrides) addAll(used, [...people, insteadOf ?? ''])
  }
  for (const meeting of meetings.values()) {
    for (const [, role] of rolesOf(meeting)) addAll(used, peopleOfRole(role))
    for (const attendee of allTerms(meeting).flatMap(({ attendees }) => attendees)) {
      if (attendee.kind === 'everyone') return 'everyone'
      if (attendee.kind === 'person') used.add(attendee.person)
    }
  }
  return used
}

function addAll(ids: Set<string>, more: readonly string[]): void {
  for (const id of more) ids.add(id)
}
