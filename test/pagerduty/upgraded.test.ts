/** PagerDuty turns a schedule of layers into one of shifts under the same id. */
import { expect, it } from '@jest/globals'
import { swapInLayers } from './by-hand.ts'
import { NAME, weekly, world, type Any } from './world.ts'

const LINE = '{ who: dave, instead_of: bob, from: 2026-12-02 10:00, to: 2026-12-03 10:00 }'
const rota = (override: string, kind = 'layers'): string =>
  weekly('alice, bob, carol', `    overrides: [${override}]\n    pagerduty: { kind: ${kind} }\n`)

it('a schedule that was upgraded is known again, keeps who is on call and what was made by hand, and says that the line can go', async () => {
  const w = await world(rota(LINE))
  expect((await w.sync('--yes')).exit).toBe(0)
  const { id } = w.schedule(NAME)
  swapInLayers(w, 'erin', ['2026-12-09T10:00:00Z', '2026-12-10T10:00:00Z'])
  const kept = 'kept: erin, Wed 9 Dec 10:00 to Thu 10 Dec 10:00'
  expect((await w.sync('--yes')).out).toContain(kept)
  w.simulator.upgrade(id)

  const ran = await w.sync('--yes')
  expect([ran.exit, ran.err]).toEqual([
    0,
    expect.stringContaining("the line 'kind: layers' can go"),
  ])
  expect(ran.out).toContain('made in PagerDuty instead of carol')
  expect(ran.writes.filter((write) => write.startsWith('DELETE'))).toEqual([])
  expect(w.differs('primary')).toEqual([expect.stringContaining('erin, not carol')])
  expect((await w.sync('--yes')).writes).toEqual([])

  // Its own override goes when the file withdraws it; the other stays.
  w.write(rota('', 'shifts'))
  const withdrawn = await w.sync('--yes')
  expect([withdrawn.exit, withdrawn.err.includes('can go')]).toEqual([0, false])
  expect(withdrawn.writes.some((write) => write.startsWith('DELETE'))).toBe(true)
  expect(w.differs('primary')).toEqual([expect.stringContaining('erin, not carol')])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('one named by its id is found whichever kind it is by now', async () => {
  const w = await world(rota(LINE))
  expect((await w.sync('--yes')).exit).toBe(0)
  const { id } = w.schedule(NAME)
  w.simulator.upgrade(id)
  w.write(rota(LINE).replace('kind: layers', `schedule: ${id}`))
  const ran = await w.sync('primary', '--yes')
  expect([ran.exit, w.differs('primary')]).toEqual([0, []])
  expect((await w.sync('primary', '--yes')).writes).toEqual([])
})

it('a description that shift-based schedules have no room for is refused before the first write, with the remedy', async () => {
  const w = await world(rota(LINE))
  expect((await w.sync('--yes')).exit).toBe(0)
  const { id } = w.schedule(NAME)
  const { schedule } = w.simulator.byHand('GET', `/schedules/${id}`) as Any
  w.simulator.byHand('PUT', `/schedules/${id}`, {
    schedule: { ...schedule, description: `${'Long. '.repeat(200)}\n\n${schedule.description}` },
  })
  w.simulator.upgrade(id)
  const ran = await w.sync('--yes')
  expect([ran.exit, ran.writes]).toEqual([2, []])
  expect(ran.err).toContain('shorten the description in PagerDuty')
})
