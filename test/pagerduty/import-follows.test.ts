/** A schedule that is another one turn ahead comes in as a rotation that follows. */
import { expect, it } from '@jest/globals'
import { imported, turnsIn, isAdopted, event, zoned } from './importing.ts'
import { world, type Any, type World } from './world.ts'

const BACK = ['carol', 'alice', 'bob']
const AHEAD = ['bob', 'carol', 'alice']
const LATER: Any = {
  start_time: zoned('2026-11-02T17:00:00Z', 'Etc/UTC'),
  end_time: zoned('2026-11-09T17:00:00Z', 'Etc/UTC'),
}

it.each<[string, string, (w: World) => Any, (w: World) => Any]>([
  ['ahead', 'follows: primary', (w) => event(w, ['alice', 'bob', 'carol']), (w) => event(w, AHEAD)],
  [
    'behind',
    'follows: primary\nby: -1',
    (w) => event(w, ['alice', 'bob', 'carol']),
    (w) => event(w, BACK),
  ],
])('writes a schedule that is a turn %s as one that follows', async (_, yaml, first, second) => {
  const w = await world('')
  for (const [name, one] of [
    ['Infrastructure backup', second],
    ['Infrastructure primary on-call', first],
  ] as const) {
    w.simulator.seed.shiftSchedule({
      name,
      time_zone: 'Etc/UTC',
      rotations: [{ events: [one(w)] }],
    })
  }
  const ran = await imported(w)
  expect(turnsIn(ran, 'backup')).toBe(yaml)
  expect(turnsIn(ran, 'primary')).toContain('members: [alice, bob, carol]')
  expect([ran.exit, ran.err]).toEqual([0, ''])
  await isAdopted(w, 2)
})

it('nothing follows that has other handoffs, another order, the same people at once, or more layers', async () => {
  const w = await world('')
  for (const [name, events] of [
    ['Ops primary', [event(w, ['alice', 'bob', 'carol'])]],
    ['Ops later', [event(w, AHEAD, LATER)]],
    ['Ops turned', [event(w, ['carol', 'bob', 'alice'])]],
    ['Ops twin', [event(w, ['alice', 'bob', 'carol'])]],
    ['Ops ended', [event(w, AHEAD, { effective_until: '2027-09-06T16:00:00Z' })]],
  ] as const) {
    w.simulator.seed.shiftSchedule({ name, time_zone: 'Etc/UTC', rotations: [{ events }] })
  }
  const ran = await imported(w)
  expect([ran.exit, Object.keys(ran.files)]).toEqual([
    0,
    [
      'ended.yaml',
      'later.yaml',
      'people.yaml',
      'primary.yaml',
      'team.yaml',
      'turned.yaml',
      'twin.yaml',
    ],
  ])
  expect(Object.values(ran.files).join('')).not.toContain('follows')
})

it.each([
  [
    ['Infrastructure primary on-call', 'Infrastructure secondary on-call'],
    ['primary', 'secondary'],
  ],
  [
    ['Infrastructure on-call', 'Infrastructure primary'],
    ['infrastructure', 'primary'],
  ],
  [
    ['Infra everyone', 'Infra Nobody'],
    ['infra-everyone', 'infra-nobody'],
  ],
  [
    ['Ops 1', 'Ops 2'],
    ['ops-1', 'ops-2'],
  ],
  [
    ['Infra Primary', 'Infra primary', 'Infra b'],
    ['b', 'infra-primary', 'infra-primary-2'],
  ],
  [
    ['Infra primary', 'Ops primary'],
    ['infra-primary', 'ops-primary'],
  ],
])('of schedules named %j the ids are %j', async (names, ids) => {
  const w = await world('')
  for (const name of names) w.simulator.seed.shiftSchedule({ name, time_zone: 'Etc/UTC' })
  const { files } = await imported(w)
  expect(Object.keys(files).sort()).toEqual([...ids.map((id) => `${id}.yaml`), 'team.yaml'].sort())
})
