/** For the tests of any service: one run against it, as a command would do it. */
import { apply } from '../../src/sync/agree.ts'
import { acquaintanceWith } from '../../src/sync/acquaintance.ts'
import { locate } from '../../src/sync/locate.ts'
import { lookAt, wishOf, type Look, type Settings } from '../../src/sync/look.ts'
import { findUsers } from '../../src/sync/people.ts'
import { planPull, type RotationPull } from '../../src/sync/pull/plan.ts'
import type { Service, User } from '../../src/sync/service.ts'
import { DAY } from '../../src/time/instant.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { time } from '../timeline/picture.ts'

const PEOPLE = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank']

/** Everybody as a user of a service. */
export const USERS: readonly User[] = PEOPLE.map((name) => ({
  id: name.toUpperCase(),
  name,
  email: `${name}@example.com`,
}))

/** The same people in the YAML. */
export const EVERYBODY = `people: { ${PEOPLE.map((name) => `${name}: { email: ${name}@example.com }`).join(', ')} }`

/** A weekly rotation of some of them. */
export const weekly = (members: string, more = ''): string => `${EVERYBODY}
rotations:
  primary: { start: 2026-11-23 16:00, turn: 1 week, members: [${members}]${more} }
`

/** What is seen of the first rotation, and what can be done then. */
export interface Run {
  readonly look: Look
  readonly apply: () => Promise<Look>
  readonly pull: () => RotationPull
}

/** One run: who is found, which schedule is whose, what is seen. */
export async function run(
  service: Service,
  workspace: Workspace,
  day: string | number,
  mayRewrite = false,
): Promise<Run> {
  const { people, rotations } = workspace
  const users = await findUsers(service, [...people.values()], people.values())
  const who = acquaintanceWith(service, users, people)
  const { idOf } = who
  const now = (): number => (typeof day === 'string' ? time(day) : day)
  const settings: Settings = { team: 'Team', idOf, horizon: 21 * DAY, mayRewrite, now }
  const { targets } = await locate(service, {
    team: 'Team',
    rotations: [...rotations.values()],
    workspace,
    isWhole: true,
    mayAdopt: false,
    rangeOf: (rotation) => wishOf(service, rotation, settings).range,
  })
  const [target] = targets
  if (target === undefined) throw new Error('nothing was located')
  const look = await lookAt(service, target, settings)
  return {
    look,
    apply: async () => (await apply(service, look, settings, () => {})).look,
    pull: () => planPull(service, look, who, new Map()),
  }
}

/** Who is on call, stretch by stretch. */
export const onCall = ({ plan }: Look): string =>
  plan.actual.map(({ who }) => who.join('+')).join(' | ')
