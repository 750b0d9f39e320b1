/** `rotate pull` against the simulator over HTTP: what people did by hand comes into the file, and stays true. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { HEAD, weekly, world, type Any, type Ran, type World } from '../pagerduty/world.ts'

const NAME = 'Infrastructure primary'

async function synced(yaml: string, options = {}): Promise<World> {
  const w = await world(yaml, options)
  const ran = await w.sync('--yes')
  expect([ran.exit, ran.err, w.differs('primary')]).toEqual([0, expect.any(String), []])
  return w
}

function scheduleOf(w: World, name = NAME): Any {
  const { id } = w.schedule(name)
  return (w.simulator.byHand('GET', `/v3/schedules/${id}`) as Any).schedule
}

type Stretch = readonly [start: string, end: string]

/** Somebody in the place of another, on the rotation that shows them; null is the empty member. */
function swap(
  w: World,
  who: string | null,
  instead: string | null,
  [start, end]: Stretch,
  on?: { custom_shift_id: string } | { rotation_id: string },
  name = NAME,
): string {
  const member = (name: string | null): Any =>
    name === null ? { type: 'empty_member' } : { type: 'user_member', user_id: w.idOf(name) }
  const schedule = scheduleOf(w, name)
  const lane = schedule.rotations.findLast((one: Any) => one.events.length > 0)
  const made = w.simulator.byHand('POST', `/v3/schedules/${schedule.id}/overrides`, {
    overrides: [
      {
        type: 'override_shift',
        ...(on ?? { rotation_id: lane.id }),
        start_time: start,
        end_time: end,
        overridden_member: member(instead),
        overriding_member: member(who),
      },
    ],
  })
  return (made as Any).overrides[0].id
}

/** What the file wants for the turn that runs stands in a custom shift until the next handoff. */
function runningShift(w: World): { custom_shift_id: string } {
  const range = 'since=2026-11-25T11:00:00Z&until=2026-11-26T00:00:00Z&overflow=true'
  const found = w.simulator.byHand(
    'GET',
    `/v3/schedules/${scheduleOf(w).id}/custom_shifts?${range}`,
  )
  return { custom_shift_id: (found as Any).custom_shifts[0].id }
}

function extra(w: World, who: string | null, [start, end]: Stretch): string {
  const member =
    who === null ? { type: 'empty_member' } : { type: 'user_member', user_id: w.idOf(who) }
  const made = w.simulator.byHand('POST', `/v3/schedules/${scheduleOf(w).id}/custom_shifts`, {
    custom_shifts: [
      {
        type: 'custom_shift',
        start_time: start,
        end_time: end,
        assignments: [{ type: 'shift_assignment', member }],
      },
    ],
  })
  return (made as Any).custom_shifts[0].id
}

/** In a layer-based schedule, where an override names nobody whom it replaces. */
function swapInLayers(w: World, who: string, [start, end]: Stretch): void {
  w.simulator.byHand('POST', `/schedules/${w.schedule(NAME).id}/overrides`, {
    overrides: [{ start, end, user: { id: w.idOf(who), type: 'user_reference' } }],
  })
}

function pathOf(w: World): string {
  return join(w.folder, 'rotations', 'team.yaml')
}

function textOf(w: World): string {
  return readFileSync(pathOf(w), 'utf8')
}

/** The lines of the file that pull has added. */
function added(w: World, before: string): string[] {
  const lines = before.split('\n')
  return textOf(w)
    .split('\n')
    .filter((line) => !lines.includes(line))
    .map((line) => line.trim())
}

/** Nothing is left for either, now, tomorrow and in eight days, and PagerDuty shows what the file says. */
async function settled(w: World): Promise<void> {
  w.write(textOf(w).slice(HEAD.length))
  for (const days of [0, 1, 7]) {
    w.advance(days)
    const again = await w.run(['pull', '--yes'])
    expect([again.exit, again.writes, again.out]).toEqual([
      0,
      [],
      expect.stringContaining('Nothing'),
    ])
    const sync = await w.sync('--yes')
    // Further ahead more is filled in as days go by, which has nothing to do with what was pulled.
    if (days === 0)
      expect([sync.exit, sync.writes, sync.out]).toEqual([
        0,
        [],
        expect.not.stringContaining('kept'),
      ])
    expect([sync.exit, w.differs('primary', 80)]).toEqual([0, []])
    expect((await w.sync('--check')).exit).toBe(0)
  }
}

/** For weekly turns, which go on by themselves, sync never writes again. */
async function untouched(w: World): Promise<void> {
  await settled(w)
  w.advance(1)
  expect((await w.sync('--yes')).writes).toEqual([])
}

it('brings a swap and an extra shift into the file, says all of it, and has no more to do', async () => {
  const w = await synced(`${weekly('alice, bob, carol')}    # the end\n`)
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  extra(w, 'erin', ['2026-12-03T18:00:00Z', '2026-12-03T20:00:00Z'])
  const before = textOf(w)
  const refused = await w.run(['pull'])
  expect([refused.exit, refused.writes, textOf(w)]).toEqual([2, [], before])
  expect(refused.err).toBe(
    'Nothing was written: nobody is there to say yes (--yes does, --dry-run only shows).\n',
  )
  const dry = await w.run(['pull', '--dry-run'])
  expect([dry.exit, dry.writes, dry.err, textOf(w)]).toEqual([0, [], '', before])
  const ran = await w.run(['pull', '--yes'])
  expect(ran.out).toMatchInlineSnapshot(`
   "primary: brings: frank instead of bob, Tue 22 Dec 18:00 to Wed 23 Dec 09:00
   primary: brings: erin added, Thu 3 Dec 18:00 to Thu 3 Dec 20:00

   From the files now to the files with this, Wed 25 Nov to Wed 23 Dec.

   primary: same handoff times and line-up
     To come
       Thu 3 Dec 18:00 to Thu 3 Dec 20:00: erin besides bob
       Tue 22 Dec 18:00 to Wed 23 Dec 09:00: frank instead of bob

   People
       bob: 15 h less
       erin: 1 shift more (2 h more)
       frank: 1 shift more (15 h more)

   Times in UTC.

   --- a/rotations/team.yaml
   +++ b/rotations/team.yaml
   @@ -12,3 +12,6 @@
        layers:
          - { start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob, carol] }
        # the end
   +    overrides:
   +      - { who: frank, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }
   +      - { add: erin, from: 2026-12-03 18:00, to: 2026-12-03 20:00, why: made in PagerDuty }

   wrote rotations/team.yaml
   primary: PagerDuty agrees: 18 shifts until 23 Feb 2027
   "
  `)
  expect(ran.err).toMatchInlineSnapshot(`
   "Commit the files before 'rotate sync' runs elsewhere: with the old ones it would undo this.
   "
  `)
  expect([ran.exit, ran.writes]).toEqual([0, [`PUT /v3/schedules/${scheduleOf(w).id} 200`]])
  await untouched(w)
})

it('does the same for a schedule of layers', async () => {
  const w = await synced(`${weekly('alice, bob, carol')}    pagerduty: { kind: layers }\n`)
  swapInLayers(w, 'frank', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  const before = textOf(w)
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.writes.length, added(w, before)]).toEqual([
    0,
    1,
    [
      'overrides:',
      '- { who: frank, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }',
    ],
  ])
  await untouched(w)
})

it('lets the file decide from then on: what is deleted there, sync takes back', async () => {
  for (const kind of ['shifts', 'layers'] as const) {
    const yaml = `${weekly('alice, bob, carol')}    pagerduty: { kind: ${kind} }\n`
    const w = await synced(yaml)
    const night: Stretch = ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z']
    if (kind === 'shifts') swap(w, 'frank', 'bob', night)
    else swapInLayers(w, 'frank', night)
    expect((await w.run(['pull', '--yes'])).exit).toBe(0)
    w.write(yaml)
    const taken = await w.sync('--yes')
    expect([taken.exit, w.differs('primary')]).toEqual([0, []])
    expect(taken.writes.join()).toContain('DELETE')
  }
})

it('takes back in a schedule of layers also what lay hidden under another', async () => {
  const days = '[{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob, carol] }]'
  const windows = days.replace(' }', ', during: { from: 08:00, to: 20:00 } }')
  for (const layers of [days, windows]) {
    const yaml = `rotations:
  primary: { name: ${NAME}, layers: ${layers}, pagerduty: { kind: layers } }
`
    const w = await synced(yaml)
    for (const who of ['dave', 'erin', 'frank']) {
      swapInLayers(w, who, ['2026-12-22T18:00:00Z', `2026-12-23T0${who.length}:00:00Z`])
    }
    swapInLayers(w, 'carol', ['2026-12-22T17:00:00Z', '2026-12-23T09:00:00Z'])
    const ran = await w.run(['pull', '--yes'])
    expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
    w.write(yaml)
    const taken = await w.sync('--yes')
    expect([taken.exit, taken.writes.map((write) => write.split(' ')[0])]).toEqual([
      0,
      ['DELETE', 'DELETE', 'DELETE', 'DELETE', 'PUT'],
    ])
    expect([w.differs('primary'), (await w.sync('--yes')).writes]).toEqual([[], []])
  }
})

it('takes what is running whole, and leaves what is over', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  const night: Stretch = ['2026-11-25T13:00:00Z', '2026-11-26T09:00:00Z']
  swap(w, 'frank', 'alice', night, runningShift(w))
  w.advance(0.5)
  const before = textOf(w)
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  expect(added(w, before).at(-1)).toContain('from: 2026-11-25 13:00, to: 2026-11-26 09:00')
  await untouched(w)
  const layers = await synced(`${weekly('alice, bob, carol')}    pagerduty: { kind: layers }\n`)
  swapInLayers(layers, 'frank', night)
  layers.advance(0.5)
  expect((await layers.run(['pull', '--yes'])).exit).toBe(0)
  expect(textOf(layers)).toContain('{ who: frank, from: 2026-11-25 13:00, to: 2026-11-26 09:00,')
  await untouched(layers)
  const over = await synced(weekly('alice, bob, carol'))
  swap(over, 'frank', 'alice', night, runningShift(over))
  over.advance(2)
  expect((await over.run(['pull'])).out).toBe(
    'Nothing to bring: nobody changed anything in PagerDuty by hand.\n',
  )
})

it('names and leaves whom the YAML does not know, and brings the rest', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  const zed = w.simulator.seed.user({ name: 'Zed "\u001b[31m#: x', email: 'zed@example.com' })
  const { id, rotations } = scheduleOf(w)
  w.simulator.byHand('POST', `/v3/schedules/${id}/overrides`, {
    overrides: [
      {
        type: 'override_shift',
        rotation_id: rotations[0].id,
        start_time: '2026-12-22T18:00:00Z',
        end_time: '2026-12-23T09:00:00Z',
        overridden_member: { type: 'user_member', user_id: w.idOf('bob') },
        overriding_member: { type: 'user_member', user_id: zed },
      },
    ],
  })
  const alone = await w.run(['pull'])
  expect([alone.exit, alone.err, alone.out.replaceAll(zed, 'PZED')]).toEqual([
    0,
    '',
    `primary: left: Zed "\uFFFD[31m#: x instead of bob, Tue 22 Dec 18:00 to Wed 23 Dec 09:00: nobody in the YAML is Zed "\uFFFD[31m#: x (give a person their e-mail address, or 'pagerduty: PZED')\n\nNothing else to bring.\n`,
  ])
  swap(w, 'frank', 'bob', ['2026-12-24T18:00:00Z', '2026-12-25T09:00:00Z'])
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.out.match(/: (left|brings): /g)]).toEqual([0, [': left: ', ': brings: ']])
  expect((await w.sync('--yes')).writes).toEqual([])
  // Given a person, it is brought, too.
  writeFileSync(
    pathOf(w),
    textOf(w).replace('people:\n', `people:\n  zed: { pagerduty: ${zed} }\n`),
  )
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  expect(textOf(w)).toContain('{ who: zed, instead_of: bob, from: 2026-12-22 18:00')
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('finds a person who is in no roster by their address', async () => {
  const w = await synced(weekly('alice, bob'))
  swap(w, 'erin', 'bob', ['2026-12-08T18:00:00Z', '2026-12-09T09:00:00Z'])
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  expect(textOf(w)).toContain('{ who: erin, instead_of: bob')
  await untouched(w)
})

it('brings overrides of a pair, one for each who is replaced', async () => {
  const w = await synced(weekly('alice, [bob, carol], dave'))
  const { id, rotations } = scheduleOf(w)
  const laneOf = (name: string): string =>
    rotations.find((one: Any) =>
      one.events.some((event: Any) =>
        event.assignment_strategy.members.some((each: Any) => each.user_id === w.idOf(name)),
      ),
    ).id
  for (const [who, instead] of [
    ['erin', 'bob'],
    ['frank', 'carol'],
  ] as const) {
    w.simulator.byHand('POST', `/v3/schedules/${id}/overrides`, {
      overrides: [
        {
          type: 'override_shift',
          rotation_id: laneOf(instead),
          start_time: '2026-12-01T18:00:00Z',
          end_time: '2026-12-02T09:00:00Z',
          overridden_member: { type: 'user_member', user_id: w.idOf(instead) },
          overriding_member: { type: 'user_member', user_id: w.idOf(who) },
        },
      ],
    })
  }
  const before = textOf(w)
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  expect(added(w, before)).toEqual([
    'overrides:',
    '- { who: erin, instead_of: bob, from: 2026-12-01 18:00, to: 2026-12-02 09:00, why: made in PagerDuty }',
    '- { who: frank, instead_of: carol, from: 2026-12-01 18:00, to: 2026-12-02 09:00, why: made in PagerDuty }',
  ])
  await untouched(w)
})

it('brings what lies on an override of the file, instead of whom the file says there', async () => {
  const own = `    overrides:\n      - { who: dave, from: 2026-12-01 12:00, to: 2026-12-02 12:00 }\n`
  const w = await synced(weekly('alice, bob, carol', own))
  swap(w, 'frank', 'bob', ['2026-12-01T18:00:00Z', '2026-12-02T18:00:00Z'])
  expect(w.differs('primary')).toEqual([
    '2026-12-01T18:00..2026-12-02T12:00: frank, not dave',
    '2026-12-02T12:00..2026-12-02T18:00: frank, not bob',
  ])
  const before = textOf(w)
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
  expect(added(w, before)).toEqual([
    '- { who: frank, instead_of: dave, from: 2026-12-01 18:00, to: 2026-12-02 12:00, why: made in PagerDuty }',
    '- { who: frank, instead_of: bob, from: 2026-12-02 12:00, to: 2026-12-02 18:00, why: made in PagerDuty }',
  ])
  await untouched(w)
})

it('does so in a schedule of layers, also where people lay one override over another', async () => {
  const own = `    overrides:\n      - { who: dave, from: 2026-12-01 12:00, to: 2026-12-02 12:00 }\n    pagerduty: { kind: layers }\n`
  const w = await synced(weekly('alice, bob, carol', own))
  swapInLayers(w, 'frank', ['2026-12-01T18:00:00Z', '2026-12-02T18:00:00Z'])
  swapInLayers(w, 'erin', ['2026-12-01T06:00:00Z', '2026-12-01T20:00:00Z'])
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
  await untouched(w)
})

it('keeps the order of overrides that people laid over each other', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  swap(w, 'frank', 'bob', ['2026-12-01T18:00:00Z', '2026-12-02T18:00:00Z'])
  swap(w, 'erin', 'bob', ['2026-12-01T12:00:00Z', '2026-12-01T20:00:00Z'])
  swap(w, 'dave', 'bob', ['2026-12-02T00:00:00Z', '2026-12-02T02:00:00Z'])
  const kept = await w.sync('--yes')
  expect([kept.exit, kept.writes]).toEqual([0, []])
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
  await untouched(w)
})

it('lets sync mark what lies over each other, where pull has edited the files only', async () => {
  for (const kind of ['shifts', 'layers'] as const) {
    const w = await synced(`${weekly('alice, bob, carol')}    pagerduty: { kind: ${kind} }\n`)
    const make = (who: string, stretch: Stretch): unknown =>
      kind === 'shifts' ? swap(w, who, 'bob', stretch) : swapInLayers(w, who, stretch)
    make('erin', ['2026-12-01T18:00:00Z', '2026-12-02T18:00:00Z'])
    make('frank', ['2026-12-02T00:00:00Z', '2026-12-02T08:00:00Z'])
    expect((await w.run(['pull', '--yes', '--files-only'])).exit).toBe(0)
    const sync = await w.sync('--yes')
    expect([sync.exit, sync.writes.length, sync.out]).toEqual([
      0,
      1,
      expect.not.stringContaining('kept'),
    ])
    await untouched(w)
  }
})

it('marks somebody in their own place, also beyond the horizon, and brings the rest', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  swap(w, 'bob', 'bob', ['2026-12-01T18:00:00Z', '2027-03-09T09:00:00Z'])
  swap(w, 'frank', 'carol', ['2026-12-08T18:00:00Z', '2026-12-09T09:00:00Z'])
  const before = textOf(w)
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
  expect(added(w, before).map((line) => line.slice(0, 34))).toEqual([
    'overrides:',
    '- { who: frank, instead_of: carol,',
  ])
  await untouched(w)
})

it('brings an override of an empty turn that lies on somebody whom the file adds there', async () => {
  const w = await synced(weekly('alice, bob, nobody, carol'))
  swap(w, 'dave', null, ['2026-12-15T18:00:00Z', '2026-12-15T20:00:00Z'])
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  swap(w, 'erin', null, ['2026-12-15T19:00:00Z', '2026-12-15T22:00:00Z'])
  const before = textOf(w)
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
  expect(added(w, before)).toEqual([
    '- { who: erin, instead_of: dave, from: 2026-12-15 19:00, to: 2026-12-15 20:00, why: made in PagerDuty }',
    '- { add: erin, from: 2026-12-15 20:00, to: 2026-12-15 22:00, why: made in PagerDuty }',
  ])
  await untouched(w)
})

it('brings what lies on an override of the file also where somebody was added besides', async () => {
  const own = `    overrides:\n      - { who: dave, from: 2026-12-01 12:00, to: 2026-12-02 12:00 }\n`
  const w = await synced(weekly('alice, bob, carol', own))
  swap(w, 'frank', 'bob', ['2026-12-01T18:00:00Z', '2026-12-02T06:00:00Z'])
  extra(w, 'erin', ['2026-12-01T10:00:00Z', '2026-12-02T15:00:00Z'])
  const before = textOf(w)
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
  expect(added(w, before).map((line) => line.slice(0, 34))).toEqual([
    '- { who: frank, instead_of: dave, ',
    '- { add: erin, from: 2026-12-01 10',
  ])
  await untouched(w)
})

it('settles where the file adds somebody whose override lies hidden under another', async () => {
  const w = await synced(weekly('alice, bob, nobody, carol'))
  swap(w, 'dave', null, ['2026-12-15T18:00:00Z', '2026-12-15T22:00:00Z'])
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  swap(w, 'erin', null, ['2026-12-15T18:00:00Z', '2026-12-15T20:00:00Z'])
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  w.write(textOf(w).slice(HEAD.length).replace('who: erin, instead_of: dave', 'add: erin'))
  expect([(await w.sync('--yes')).exit, w.differs('primary')]).toEqual([0, []])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('keeps an extra shift of somebody whom a swap replaced, and brings both', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  swap(w, 'dave', 'bob', ['2026-12-01T18:00:00Z', '2026-12-03T18:00:00Z'])
  extra(w, 'bob', ['2026-12-02T10:00:00Z', '2026-12-02T15:00:00Z'])
  const shown = w.differs('primary')
  expect(shown[1]).toBe('2026-12-02T10:00..2026-12-02T15:00: bob+dave, not bob')
  const kept = await w.sync('--yes')
  expect([kept.exit, kept.writes, w.differs('primary')]).toEqual([0, [], shown])
  const before = textOf(w)
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
  expect(added(w, before).map((line) => line.slice(0, 33))).toEqual([
    'overrides:',
    '- { who: dave, instead_of: bob, f',
    '- { add: bob, from: 2026-12-02 10',
  ])
  await untouched(w)
})

it('brings an override of a shift that the file fills in', async () => {
  const own = `    overrides:\n      - { add: erin, from: 2026-12-01 12:00, to: 2026-12-02 12:00 }\n`
  const w = await synced(weekly('alice, bob, carol', own))
  const { id } = w.schedule(NAME)
  const [shift] = (
    w.simulator.byHand(
      'GET',
      `/v3/schedules/${id}/custom_shifts?since=2026-12-01T00:00:00Z&until=2026-12-03T00:00:00Z`,
    ) as Any
  ).custom_shifts
  swap(w, 'frank', 'erin', ['2026-12-01T18:00:00Z', '2026-12-02T06:00:00Z'], {
    custom_shift_id: shift.id,
  })
  swap(w, 'dave', 'erin', ['2026-12-02T06:00:00Z', '2026-12-02T12:00:00Z'], {
    custom_shift_id: shift.id,
  })
  const kept = await w.sync('--yes')
  expect([kept.exit, kept.writes]).toEqual([0, []])
  const before = textOf(w)
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  expect(added(w, before).map((line) => line.slice(0, 33))).toEqual([
    '- { who: frank, instead_of: erin,',
    '- { who: dave, instead_of: erin, ',
  ])
  await untouched(w)
})

it('loses no override of a shift that the file fills in whole', async () => {
  const own = `    overrides:\n      - { add: erin, from: 2026-12-01 12:00, to: 2026-12-02 12:00 }\n`
  const w = await synced(weekly('alice, bob, carol', own))
  const { id } = w.schedule(NAME)
  const [shift] = (
    w.simulator.byHand(
      'GET',
      `/v3/schedules/${id}/custom_shifts?since=2026-12-01T00:00:00Z&until=2026-12-03T00:00:00Z`,
    ) as Any
  ).custom_shifts
  swap(w, 'frank', 'erin', ['2026-12-01T12:00:00Z', '2026-12-02T12:00:00Z'], {
    custom_shift_id: shift.id,
  })
  const kept = await w.sync('--yes')
  expect([kept.exit, kept.writes]).toEqual([0, []])
  expect(w.differs('primary')).toEqual([
    '2026-12-01T12:00..2026-12-02T12:00: bob+frank, not bob+erin',
  ])
})

it('loses no swap of the running turn where the file then says somebody else there', async () => {
  const night: Stretch = ['2026-11-26T12:00:00Z', '2026-11-27T12:00:00Z']
  const rest: Stretch = ['2026-11-25T12:00:00Z', '2026-11-30T16:00:00Z']
  for (const [stretch, from, to] of [
    [night, '2026-11-26', '2026-11-28'],
    [rest, '2026-11-25 11:00', '2026-11-30 16:00'],
  ] as const) {
    const w = await synced(weekly('alice, bob, carol'))
    swap(w, 'frank', 'alice', stretch, runningShift(w))
    const own = `    overrides: [{ who: bob, from: ${from}, to: ${to} }]\n`
    w.write(weekly('alice, bob, carol', own))
    const kept = await w.sync('--yes')
    expect([kept.exit, w.differs('primary')]).toEqual([
      0,
      [`${stretch[0].slice(0, 16)}..${stretch[1].slice(0, 16)}: frank, not bob`],
    ])
    expect((await w.sync('--check')).exit).toBe(0)
    const ran = await w.run(['pull', '--yes'])
    expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
    await untouched(w)
  }
})

it('brings what lies under a swap that is left, and keeps that', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  const zed = w.simulator.seed.user({ name: 'Zed', email: 'zed@example.com' })
  swap(w, 'frank', 'alice', ['2026-11-27T00:00:00Z', '2026-11-28T00:00:00Z'], runningShift(w))
  swap(w, zed, 'alice', ['2026-11-26T12:00:00Z', '2026-11-27T12:00:00Z'], runningShift(w))
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
  const sync = await w.sync('--yes')
  expect([sync.exit, sync.writes]).toEqual([0, []])
})

it('says nobody where nobody was put, and leaves what says nothing', async () => {
  const w = await synced(weekly('alice, bob, nobody, carol'))
  swap(w, null, 'bob', ['2026-12-08T18:00:00Z', '2026-12-08T20:00:00Z'])
  swap(w, 'dave', null, ['2026-12-15T18:00:00Z', '2026-12-15T20:00:00Z'])
  swap(w, 'erin', 'carol', ['2026-12-01T08:00:00Z', '2026-12-01T10:00:00Z'])
  extra(w, null, ['2026-12-02T18:00:00Z', '2026-12-02T20:00:00Z'])
  const before = textOf(w)
  const ran = await w.run(['pull', '--yes'])
  expect(ran.exit).toBe(0)
  expect(added(w, before)).toEqual([
    'overrides:',
    '- { who: nobody, instead_of: bob, from: 2026-12-08 18:00, to: 2026-12-08 20:00, why: made in PagerDuty }',
    '- { add: dave, from: 2026-12-15 18:00, to: 2026-12-15 20:00, why: made in PagerDuty }',
  ])
  expect(ran.out.split('\n').filter((line) => line.includes('left'))).toMatchInlineSnapshot(`
   [
     "primary: left: erin instead of carol, Tue 1 Dec 08:00 to Tue 1 Dec 10:00: it changes nothing, since carol is not on call then",
     "primary: left: nobody added, Wed 2 Dec 18:00 to Wed 2 Dec 20:00: a custom shift of nobody puts nobody on call",
   ]
  `)
  const sync = await w.sync('--yes')
  expect([sync.exit, sync.writes]).toEqual([0, []])
  w.write(before.slice(HEAD.length))
  expect([(await w.sync('--yes')).exit, w.differs('primary')]).toEqual([0, []])
})

it('says beforehand where the file will not say what PagerDuty shows', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  // What runs stands in a custom shift, so that on the rotation this has no effect yet.
  swap(w, 'frank', 'alice', ['2026-11-26T18:00:00Z', '2026-11-27T06:00:00Z'])
  const ran = await w.run(['pull', '--yes'])
  expect(ran.exit).toBe(0)
  expect(ran.out.split('\n').slice(-6)).toMatchInlineSnapshot(`
   [
     "+      - { who: frank, instead_of: alice, from: 2026-11-26 18:00, to: 2026-11-27 06:00, why: made in PagerDuty }",
     "primary: not as in PagerDuty: Thu 26 Nov 18:00 to Fri 27 Nov 06:00: by the file frank, where PagerDuty shows alice: the next sync changes that",
     "",
     "wrote rotations/team.yaml",
     "primary: 'rotate sync' has more to do",
     "",
   ]
  `)
  expect((await w.sync('--yes')).exit).toBe(0)
  await untouched(w)
})

it('tells two from one: whose shift is overridden, and who has another besides', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  const first = {
    custom_shift_id: extra(w, 'erin', ['2026-12-03T12:00:00Z', '2026-12-03T20:00:00Z']),
  }
  extra(w, 'erin', ['2026-12-03T10:00:00Z', '2026-12-03T16:00:00Z'])
  swap(w, 'dave', 'erin', ['2026-12-03T12:00:00Z', '2026-12-03T18:00:00Z'], first)
  const before = textOf(w)
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
  expect(added(w, before)).toMatchInlineSnapshot(`
   [
     "overrides:",
     "- { add: erin, from: 2026-12-03 10:00, to: 2026-12-03 16:00, why: made in PagerDuty }",
     "- { add: erin, from: 2026-12-03 12:00, to: 2026-12-03 20:00, why: made in PagerDuty }",
     "- { add: dave, from: 2026-12-03 12:00, to: 2026-12-03 16:00, why: made in PagerDuty }",
     "- { who: dave, instead_of: erin, from: 2026-12-03 16:00, to: 2026-12-03 18:00, why: made in PagerDuty }",
   ]
  `)
  await untouched(w)
})

it('a swap of days goes on from day to day, and leaves the nights that the same person has', async () => {
  const w = await synced(`rotations:
  primary:
    name: Infrastructure primary
    layers:
      - { name: Days, start: 2026-11-02 08:00, turn: 1 week, members: [alice, bob], during: { from: 08:00, to: 20:00 } }
      - { name: Nights, start: 2026-11-02 08:00, turn: 1 week, members: [alice, carol], during: { from: 20:00, to: 08:00 } }
`)
  const days = scheduleOf(w).rotations.find(({ events }: Any) => events[0].name === 'Days')
  swap(w, 'erin', 'alice', ['2026-12-01T10:00:00Z', '2026-12-02T12:00:00Z'], {
    rotation_id: days.id,
  })
  const shown = [
    '2026-12-01T10:00..2026-12-01T20:00: erin, not alice',
    '2026-12-02T08:00..2026-12-02T12:00: erin, not alice',
  ]
  expect(w.differs('primary')).toEqual(shown)
  const kept = await w.sync('--yes')
  expect([kept.exit, kept.writes, w.differs('primary')]).toEqual([0, [], shown])
  const before = textOf(w)
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
  expect(added(w, before)).toEqual([
    'overrides:',
    '- { who: erin, instead_of: alice, from: 2026-12-01 10:00, to: 2026-12-01 20:00, why: made in PagerDuty }',
    '- { who: erin, instead_of: alice, from: 2026-12-02 08:00, to: 2026-12-02 12:00, why: made in PagerDuty }',
  ])
  await untouched(w)
})

it('a swap of one shift that the file fills in leaves the next one of the same person alone', async () => {
  const add = ['2026-12-01', '2026-12-02'].map(
    (day) => `      - { add: erin, from: ${day} 12:00, to: ${day} 20:00 }\n`,
  )
  const w = await synced(weekly('alice, bob, carol', `    overrides:\n${add.join('')}`))
  const range = 'since=2026-12-01T00:00:00Z&until=2026-12-02T00:00:00Z'
  const path = `/v3/schedules/${scheduleOf(w).id}/custom_shifts?${range}`
  const [shift] = (w.simulator.byHand('GET', path) as Any).custom_shifts
  swap(w, 'frank', 'erin', ['2026-12-01T12:00:00Z', '2026-12-02T18:00:00Z'], {
    custom_shift_id: shift.id,
  })
  const shown = ['2026-12-01T12:00..2026-12-01T20:00: bob+frank, not bob+erin']
  expect(w.differs('primary')).toEqual(shown)
  const kept = await w.sync('--yes')
  expect([kept.exit, kept.writes, w.differs('primary')]).toEqual([0, [], shown])
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  await untouched(w)
})

it('leaves an extra shift whole that runs into a turn of the same person', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  extra(w, 'bob', ['2026-11-30T10:00:00Z', '2026-12-01T10:00:00Z'])
  const before = textOf(w)
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('PagerDuty agrees')])
  expect(added(w, before)).toEqual([
    'overrides:',
    '- { add: bob, from: 2026-11-30 10:00, to: 2026-12-01 10:00, why: made in PagerDuty }',
  ])
  expect((await w.sync('--yes')).writes).toEqual([])
  w.write(textOf(w).slice(HEAD.length))
  expect(w.differs('primary')).toEqual([])
  // The file decides from then on.
  w.write(before.slice(HEAD.length))
  expect((await w.sync('--yes')).exit).toBe(0)
  await untouched(w)
})

it('asks, and does nothing without a yes', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  const before = textOf(w)
  const asked: string[] = []
  const answer = (text: string | undefined) => ({
    canAsk: true,
    ask: (question: string) => {
      asked.push(question)
      return Promise.resolve(text)
    },
  })
  for (const text of ['n', '', undefined]) {
    const no = await w.run(['pull'], answer(text))
    expect([no.exit, no.writes, no.err, textOf(w)]).toEqual([
      1,
      [],
      'Nothing was written.\n',
      before,
    ])
  }
  expect((await w.run(['pull'], answer('y'))).exit).toBe(0)
  expect(asked.at(-1)).toBe('Write this to the files, and mark it in PagerDuty? [y/N] ')
  await untouched(w)
})

it('completes what was cut short between the file and the mark, and doubles nothing', async () => {
  for (const next of ['pull', 'sync'] as const) {
    for (const kind of ['shifts', 'layers'] as const) {
      const w = await synced(`${weekly('alice, bob, carol')}    pagerduty: { kind: ${kind} }\n`)
      const night: Stretch = ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z']
      if (kind === 'shifts') swap(w, 'frank', 'bob', night)
      else swapInLayers(w, 'frank', night)
      const fileOnly = await w.run(['pull', '--yes', '--files-only'])
      expect([fileOnly.exit, fileOnly.writes]).toEqual([0, []])
      const text = textOf(w)
      const none = await w.run(['pull', '--yes', '--files-only'])
      expect([none.exit, none.out.split('\n').at(0)]).toEqual([
        0,
        expect.stringMatching(
          /^primary: in the file already: frank.*: the next sync or pull marks it$/,
        ),
      ])
      const again = next === 'pull' ? await w.run(['pull', '--yes']) : await w.sync('--yes')
      expect([again.exit, again.writes.length, textOf(w)]).toEqual([0, 1, text])
      await untouched(w)
    }
  }
})

it('knows again what it has said in pieces', async () => {
  const own = `    overrides:\n      - { who: dave, from: 2026-12-07 08:00, to: 2026-12-07 12:00 }\n`
  const w = await synced(weekly('alice, bob, carol', own))
  // Bob's turn ends at 16:00, so that the rest has no effect.
  swap(w, 'frank', 'bob', ['2026-12-07T10:00:00Z', '2026-12-08T10:00:00Z'])
  const before = textOf(w)
  expect((await w.run(['pull', '--yes', '--files-only'])).exit).toBe(0)
  expect(added(w, before)).toMatchInlineSnapshot(`
   [
     "- { who: frank, instead_of: dave, from: 2026-12-07 10:00, to: 2026-12-07 12:00, why: made in PagerDuty }",
     "- { who: frank, instead_of: bob, from: 2026-12-07 12:00, to: 2026-12-07 16:00, why: made in PagerDuty }",
   ]
  `)
  const text = textOf(w)
  const again = await w.run(['pull', '--yes'])
  expect([again.exit, again.writes.length, textOf(w)]).toEqual([0, 1, text])
  await untouched(w)
})

it('writes the files before the marks, and says so where the marks are refused', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  const readOnly = { PAGERDUTY_TOKEN: w.simulator.readOnlyToken, PAGERDUTY_URL: w.simulator.url }
  const ran = await w.run(['pull', '--yes'], { env: readOnly })
  expect([ran.exit, ran.err]).toEqual([
    3,
    expect.stringMatching(/403.*done so far: wrote rotations\/team.yaml; what is left to do/s),
  ])
  expect(textOf(w)).toContain('{ who: frank, instead_of: bob')
  const again = await w.run(['pull', '--yes'])
  expect([again.exit, again.out]).toEqual([
    0,
    expect.stringContaining(
      'marks: frank instead of bob, Tue 22 Dec 18:00 to Wed 23 Dec 09:00, which the file says already',
    ),
  ])
  await untouched(w)
})

it('keeps the marks of what lies further ahead than it looks', async () => {
  const far = `    overrides:\n      - { who: dave, from: 2027-02-01, to: 2027-02-02 }\n`
  const w = await synced(weekly('alice, bob, carol', far))
  swap(w, 'frank', 'bob', ['2026-12-02T18:00:00Z', '2026-12-03T09:00:00Z'])
  expect((await w.run(['pull', '--yes', '--horizon', '2 weeks'])).exit).toBe(0)
  w.write(
    textOf(w)
      .slice(HEAD.length)
      .replace(/ +- { who: dave.*\n/, ''),
  )
  const taken = await w.sync('--yes')
  expect([taken.exit, w.differs('primary'), taken.out]).toEqual([
    0,
    [],
    expect.not.stringContaining('kept'),
  ])
})

it('refuses before it writes where there is no room for the marks', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  const { id, description } = scheduleOf(w)
  const full = `${'x'.repeat(1021 - description.length)}\n\n${description}`
  w.simulator.byHand('PUT', `/v3/schedules/${id}`, {
    schedule: { name: NAME, time_zone: 'Etc/UTC', description: full },
  })
  const before = textOf(w)
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.writes, textOf(w), ran.err]).toEqual([
    2,
    [],
    before,
    `primary: PagerDuty's description of the schedule has no room for the marks (shorten its text there)  [marker-full]\nNothing was written.\n`,
  ])
})

it('brings also what the file would have removed, in several rotations, a follower among them', async () => {
  const w = await synced(
    `${weekly('alice, bob, carol')}    pagerduty: { foreign: remove }\n  second:\n    follows: primary\n`,
  )
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  swap(w, 'dave', 'carol', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'], undefined, 'second')
  const before = textOf(w)
  const one = await w.run(['pull', 'second', '--yes'])
  expect([one.exit, added(w, before)]).toEqual([
    0,
    [
      'overrides:',
      '- { who: dave, instead_of: carol, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }',
    ],
  ])
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  await untouched(w)
  expect(w.differs('second', 80)).toEqual([])
})

it('marks also where answers are lost', async () => {
  for (const kind of ['shifts', 'layers'] as const) {
    const w = await synced(`${weekly('alice, bob, carol')}    pagerduty: { kind: ${kind} }\n`)
    const night: Stretch = ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z']
    if (kind === 'shifts') swap(w, 'frank', 'bob', night)
    else swapInLayers(w, 'frank', night)
    w.simulator.fail({ kind: 'cut', when: 'after' }, { method: 'PUT' })
    expect((await w.run(['pull', '--yes'])).exit).toBe(0)
    await untouched(w)
  }
})

it('writes nothing where somebody has changed the file meanwhile', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  let edited = ''
  const ran = await w.run(['pull'], {
    canAsk: true,
    ask: () => {
      edited = `${textOf(w)}# mine\n`
      writeFileSync(pathOf(w), edited)
      return Promise.resolve('y')
    },
  })
  expect([ran.exit, ran.writes, textOf(w)]).toEqual([3, [], edited])
  expect(ran.err).toContain(
    'rotations/team.yaml was changed meanwhile: nothing was written, run it again',
  )
})

it('keeps line endings, and a byte order mark', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  const crlf = `\uFEFF${textOf(w).replaceAll('\n', '\r\n')}`
  writeFileSync(pathOf(w), crlf)
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  expect(textOf(w)).toBe(
    `${crlf}    overrides:\r\n      - { who: frank, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }\r\n`,
  )
})

it('leaves a rotation for which there is no place in the files, says the line, and brings the rest', async () => {
  const second = `  second: { start: 2026-11-02 16:00, turn: 1 week, members: [bob, alice], overrides: &list [] }\n`
  const primary = `  primary: { name: ${NAME}, start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob], overrides: &none [] }\n`
  const w = await synced(`rotations:\n${primary.replace('&none ', '')}${second}`)
  w.write(`rotations:\n${primary}${second}overrides: *none\n`)
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  const before = textOf(w)
  const alone = await w.run(['pull', '--yes'])
  expect([alone.exit, alone.writes, textOf(w)]).toEqual([2, [], before])
  expect(alone.out).toBe(
    'primary: left: frank instead of bob, Tue 22 Dec 18:00 to Wed 23 Dec 09:00: it cannot be written\n\n',
  )
  expect(alone.err).toMatchInlineSnapshot(`
   "primary: no list in the files can take an override more without changing something else (it may be an alias); write it by hand:
     - { rotation: primary, who: frank, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }
   Nothing was written.
   "
  `)
  swap(w, 'dave', 'alice', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'], undefined, 'second')
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.writes.length, ran.err]).toEqual([
    2,
    1,
    expect.stringContaining('write it by hand:\n  - { rotation: primary, who: frank'),
  ])
  expect(textOf(w)).toBe(
    before.replace(
      '&list []',
      '&list [{ who: dave, instead_of: alice, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }]',
    ),
  )
})

it('brings a swap of the hour that a clock shows twice', async () => {
  const zoned = weekly('alice, bob, carol').replace(
    'primary:',
    'primary:\n    timezone: Europe/Amsterdam',
  )
  const w = await synced(zoned)
  w.advance(300)
  expect((await w.sync('--yes')).exit).toBe(0)
  const before = textOf(w)
  swap(w, 'frank', 'alice', ['2027-10-31T00:30:00Z', '2027-10-31T01:15:00Z'])
  expect((await w.run(['pull', '--yes'])).exit).toBe(0)
  expect(added(w, before).at(-1)).toContain('from: 2027-10-31T00:30:00Z, to: 2027-10-31T01:15:00Z')
  await untouched(w)
})

it('refuses schedules that sync does not look after, and needs the team and a token', async () => {
  const w = await world(weekly('alice, bob'))
  expect((await w.run(['pull'])).out).toContain('Nothing to bring')
  w.simulator.seed.layerSchedule({
    name: NAME,
    time_zone: 'Etc/UTC',
    schedule_layers: [
      {
        start: '2026-11-02T16:00:00Z',
        rotation_virtual_start: '2026-11-02T16:00:00Z',
        rotation_turn_length_seconds: 604_800,
        users: [{ user: { id: w.idOf('alice'), type: 'user_reference' } }],
      },
    ],
  })
  const ran = await w.run(['pull', '--yes'])
  expect([ran.exit, ran.writes]).toEqual([1, []])
  expect(ran.err).toContain(`pull is for schedules that 'rotate sync' looks after`)
  const bare = await w.run(['pull'], { env: {} })
  expect([bare.exit, bare.err]).toEqual([
    2,
    'rotate: pull needs a token of PagerDuty: set PAGERDUTY_TOKEN\n',
  ])
})

it('tells programs the same', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  swap(w, 'frank', 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
  const ran: Ran = await w.run(['pull', '--dry-run', '--json'])
  expect(ran.out).toMatchInlineSnapshot(`
   "{
     "items": [
       {
         "rotation": "primary",
         "start": "2026-12-22T18:00:00Z",
         "end": "2026-12-23T09:00:00Z",
         "who": "frank",
         "instead_of": "bob",
         "adds": false,
         "made_by": null,
         "becomes": "pulled",
         "overrides": [
           {
             "who": [
               "frank"
             ],
             "instead_of": "bob",
             "from": "2026-12-22T18:00:00Z",
             "to": "2026-12-23T09:00:00Z"
           }
         ]
       }
     ],
     "differences": [],
     "patch": "--- a/rotations/team.yaml\\n+++ b/rotations/team.yaml\\n@@ -11,3 +11,5 @@\\n     name: Infrastructure primary\\n     layers:\\n       - { start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob, carol] }\\n+    overrides:\\n+      - { who: frank, instead_of: bob, from: 2026-12-22 18:00, to: 2026-12-23 09:00, why: made in PagerDuty }\\n",
     "written": [],
     "marked": []
   }
   "
  `)
})
