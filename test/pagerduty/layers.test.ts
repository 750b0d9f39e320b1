import { expect, it } from '@jest/globals'
import { world, type Any, type World } from './world.ts'

function rotation(...layers: string[]): string {
  return `rotations:\n  primary: { name: Primary, layers: [${layers.join(', ')}], pagerduty: { kind: layers } }\n`
}

const WEEK = (more = ''): string =>
  `{ name: Week, start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob${more}] }`
const WEEKEND = (more = ''): string =>
  `{ name: Weekend, start: 2026-11-06 17:00, turn: 1 week, members: [carol, dave${more}], during: { from: fri 17:00, to: mon 09:00 } }`
const ERIN = ', { who: erin, from: 2026-12-14 }'

const DAY = (members: string, more = ''): string =>
  `{ name: Day, start: 2026-11-02 08:00, turn: 1 week, members: [${members}], during: { from: 08:00, to: 20:00 }${more} }`

/** The layers from the bottom up: their names, and whether they end. */
function layers(w: World): string[] {
  const path = `/schedules/${w.schedule('Primary').id}`
  const all = (w.simulator.byHand('GET', path) as Any).schedule.schedule_layers as Any[]
  return all
    .reverse()
    .map(({ name, end }) => (end === null ? name : `${name} until ${end.slice(0, 10)}`))
}

it.each([
  ['on top', rotation(WEEK(), WEEKEND(ERIN)), ['Week', 'Weekend until 2026-12-18', 'Weekend']],
  [
    'beneath another',
    rotation(WEEK(ERIN), WEEKEND()),
    ['Week until 2026-12-14', 'Weekend until 2026-12-14', 'Week', 'Weekend'],
  ],
])('a change of a layer %s leaves alone what need not lie on top of it', async (_, yaml, all) => {
  const w = await world(rotation(WEEK(), WEEKEND()))
  expect((await w.sync('--yes')).exit).toBe(0)
  expect(layers(w)).toEqual(['Week', 'Weekend'])
  w.write(yaml)
  expect((await w.sync('--yes')).exit).toBe(0)
  expect([w.differs('primary', 300), layers(w)]).toEqual([[], all])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('layers that never meet change without each other, and one whose end is taken out only goes on', async () => {
  const night =
    '{ name: Night, start: 2026-11-02 20:00, turn: 1 week, members: [carol, dave], during: { from: 20:00, to: 08:00 } }'
  const w = await world(rotation(DAY('alice, bob', ', end: 2026-12-20'), night))
  expect((await w.sync('--yes')).exit).toBe(0)
  expect(layers(w)).toEqual(['Day until 2026-12-20', 'Night'])
  w.write(rotation(DAY('alice, bob'), night))
  expect((await w.sync('--yes')).exit).toBe(0)
  expect([w.differs('primary', 300), layers(w)]).toEqual([[], ['Day', 'Night']])
  w.write(rotation(DAY('alice, bob, { who: erin, from: 2026-12-14 }'), night))
  expect((await w.sync('--yes')).exit).toBe(0)
  expect([w.differs('primary', 300), layers(w)]).toEqual([
    [],
    ['Day until 2026-12-14', 'Night', 'Day'],
  ])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('of layers that two runs at once have made twice the lower ones end', async () => {
  const yaml = rotation(WEEK(ERIN), WEEKEND())
  const w = await world(yaml)
  expect((await w.sync('--yes')).exit).toBe(0)
  const path = `/schedules/${w.schedule('Primary').id}`
  const { schedule } = w.simulator.byHand('GET', path) as Any
  const { name, time_zone: zone, description, schedule_layers: newestFirst } = schedule
  const all = [...newestFirst].reverse()
  const again = all.map((layer: Any) => ({ ...layer, id: undefined }))
  const body = { type: 'schedule', name, time_zone: zone, description }
  w.simulator.byHand('PUT', path, {
    schedule: { ...body, schedule_layers: [...all, ...again] },
  })
  expect(layers(w)).toHaveLength(6)
  const before = layers(w).slice(3)
  expect((await w.sync('--yes')).exit).toBe(0)
  expect([w.differs('primary', 300), layers(w).slice(3)]).toEqual([[], before])
  expect(
    layers(w)
      .slice(0, 3)
      .every((one) => one.includes('until')),
  ).toBe(true)
  expect((await w.sync('--yes')).writes).toEqual([])
  w.advance(40)
  expect([(await w.sync('--yes')).writes, w.differs('primary', 300)]).toEqual([[], []])
})
