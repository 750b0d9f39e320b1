/** Any service will do: one that keeps boards in memory is brought to agree as PagerDuty is. */
import { expect, it } from '@jest/globals'
import { DAY } from '../../src/time/instant.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { time, workspace } from '../timeline/picture.ts'
import { SCENARIOS } from '../pagerduty/scenarios.ts'
import { EVERYBODY, onCall, run as runOn, USERS, weekly, type Run } from './driving.ts'
import { memory, type Board } from './memory/service.ts'

const run = (
  w: Workspace,
  boards: Map<string, Board>,
  day: string | number,
  mayRewrite?: boolean,
): Promise<Run> => runOn(memory(USERS, boards), w, day, mayRewrite)

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

it('of a board and its copy the one is ours that holds what was laid on it', async () => {
  const boards = new Map<string, Board>()
  const w = workspace(weekly('alice, bob, carol'))
  await (await run(w, boards, '2026-11-30')).apply()
  const [ours] = boards.values()
  if (ours === undefined) throw new Error('no board was made')
  // A copy has the mark. By its id alone it would be ours.
  boards.set('A1', { ...ours, id: 'A1', items: [] })
  expect((await run(w, boards, '2026-11-30')).look.schedule?.id).toBe(ours.id)
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
