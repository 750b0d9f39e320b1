/** `rotate pull` against the simulator over HTTP: what people did by hand comes into the file, and stays true. */
import { writeFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import {
  extra,
  runningShift,
  scheduleOf,
  swap,
  swapInLayers,
  type Stretch,
} from '../pagerduty/by-hand.ts'
import { NAME, synced, weekly, world, type Any, type Ran } from '../pagerduty/world.ts'
import { added, pathOf, textOf, untouched } from './pulling.ts'

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
  swap(w, zed, 'bob', ['2026-12-22T18:00:00Z', '2026-12-23T09:00:00Z'])
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
