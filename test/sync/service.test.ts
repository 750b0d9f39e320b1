/** Any service will do: one that keeps boards in memory is brought to agree as PagerDuty is. */
import { expect, it } from '@jest/globals'
import { apply } from '../../src/sync/agree.ts'
import { locate } from '../../src/sync/locate.ts'
import { lookAt, wishOf, type Look, type Settings } from '../../src/sync/look.ts'
import { acquaintanceWith } from '../../src/sync/acquaintance.ts'
import { findUsers } from '../../src/sync/people.ts'
import { planPull, type RotationPull } from '../../src/sync/pull/plan.ts'
import { DAY } from '../../src/time/instant.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { time, workspace } from '../timeline/picture.ts'
import { SCENARIOS } from '../pagerduty/scenarios.ts'
import { memory, type Board } from './memory/service.ts'

const PEOPLE = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank']
const USERS = PEOPLE.map((name) => ({ id: name.toUpperCase(), name, email: `${name}@example.com` }))

const EVERYBODY = `people: { ${PEOPLE.map((name) => `${name}: { email: ${name}@example.com }`).join(', ')} }`

const weekly = (members: string, more = ''): string => `${EVERYBODY}
rotations:
  primary: { start: 2026-11-23 16:00, turn: 1 week, members: [${members}]${more} }
`

interface Run {
  readonly look: Look
  readonly apply: () => Promise<Look>
  readonly pull: () => RotationPull
}

/** One run: who is found, which board is whose, what is seen; and what can be done then. */
async function run(
  { people, rotations }: Workspace,
  boards: Map<string, Board>,
  day: string | number,
  mayRewrite = false,
): Promise<Run> {
  const service = memory(USERS, boards)
  const users = await findUsers(service, [...people.values()], people.values())
  const who = acquaintanceWith(service, users, people)
  const { idOf } = who
  const now = (): number => (typeof day === 'string' ? time(day) : day)
  const settings: Settings = { team: 'Team', idOf, horizon: 21 * DAY, mayRewrite, now }
  const { targets } = await locate(service, {
    team: 'Team',
    rotations: [...rotations.values()],
    known: [...rotations.keys()],
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

const onCall = ({ plan }: Look): string => plan.actual.map(({ who }) => who.join('+')).join(' | ')

it('a board is made, agrees, and is left alone from then on', async () => {
  const boards = new Map<string, Board>()
  const w = workspace(weekly('alice, bob, carol'))
  const after = await (await run(w, boards, '2026-11-30')).apply()
  expect([after.differences, onCall(after)]).toEqual([[], 'ALICE | BOB | CAROL | ALICE'])
  const again = await run(w, boards, '2026-11-30')
  expect([boards.size, again.look.plan.requests]).toEqual([1, []])
})

it('what somebody lays on it by hand is kept, and can be pulled', async () => {
  const boards = new Map<string, Board>()
  const w = workspace(weekly('alice, bob, carol'))
  await (await run(w, boards, '2026-11-30')).apply()
  const [one] = boards.values()
  const [start, end] = [time('2026-12-08'), time('2026-12-09')]
  one?.items.push({ id: 'by-hand', start, end, user: 'ALICE' })
  const { look, pull } = await run(w, boards, '2026-11-30')
  expect([look.plan.foreign.map(({ id }) => id), look.plan.requests.length]).toEqual([
    ['by-hand'],
    0,
  ])
  expect(pull().changes.map(({ override }) => override)).toEqual([
    expect.objectContaining({ kind: 'replace', people: ['alice'], start, end }),
  ])
})

it('another file is agreed on by what is new in it, under the guard', async () => {
  const boards = new Map<string, Board>()
  await (await run(workspace(weekly('alice, bob, carol')), boards, '2026-11-30')).apply()
  const dealt = await run(workspace(weekly('carol, alice, bob')), boards, '2026-12-01')
  expect(dealt.look.plan.refusals.map(({ code }) => code)).toEqual(['guard'])
  const joined = workspace(weekly('alice, bob, { who: carol, until: 2026-12-14 }'))
  const { look, apply } = await run(joined, boards, '2026-12-01')
  expect(look.plan.refusals).toEqual([])
  expect((await apply()).differences).toEqual([])
})

// A board holds one person at a time, as a layer-based schedule does.
it.each(SCENARIOS.filter(({ kinds }) => kinds.includes('layers')))(
  'a board agrees with what teams do: $name',
  async ({ files }) => {
    const boards = new Map<string, Board>()
    let now = time('2026-11-25 12:00')
    for (const [days, yaml, ...flags] of files) {
      now += days * DAY
      const w = workspace(`${EVERYBODY}\n${yaml.replace('KIND', 'layers')}`)
      const { look, apply } = await run(w, boards, now, flags.includes('--rewrite'))
      expect(look.plan.refusals).toEqual([])
      expect((await apply()).differences).toEqual([])
      expect((await run(w, boards, now)).look.plan.requests).toEqual([])
    }
  },
)
