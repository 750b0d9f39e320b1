import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { FAST, weekly, world, type Any, type World } from '../pagerduty/world.ts'

const NAME = 'Infrastructure primary'

async function synced(yaml: string, options = {}): Promise<World> {
  const w = await world(yaml, options)
  const ran = await w.sync('--yes')
  expect([ran.exit, w.differs('primary')]).toEqual([0, []])
  return w
}

function laneOf(w: World): string {
  const { id } = w.schedule(NAME)
  return (w.simulator.byHand('GET', `/v3/schedules/${id}`) as Any).schedule.rotations[0].id
}

function withDesk(last: string): string {
  return `rotations:
  primary:
    name: Infrastructure primary
    layers:
      - { start: 2026-11-02 16:00, turn: 1 week, members: [alice, [bob, carol], nobody, ${last}] }
      - { name: Desk, start: 2026-12-24, end: 2026-12-27, turn: 1 day, members: [frank] }
`
}

it('says of a new schedule what goes on by itself and what is filled in, and of a change who is on call differently', async () => {
  const w = await world(
    withDesk('{ who: dave, until: 2027-03-01 }, { who: erin, from: 2027-01-11 }'),
  )
  const plan = async (): Promise<string> => (await w.sync('--dry-run')).out
  expect(await plan()).toMatchInlineSnapshot(`
   "Plan: 1 schedule to make, 4 shifts to fill in.

   + primary: a new schedule 'Infrastructure primary' (shift-based)
   + primary: from now to Mon 30 Nov 16:00, dave
   + primary: from Mon 30 Nov 16:00 weekly alice, bob + carol, nobody, dave go on by themselves
   + primary: from Mon 11 Jan 2027 16:00 with erin
   + primary: from Mon 1 Mar 2027 16:00 without dave
   + primary: what its turns alone do not give is filled in, until Sun 27 Dec 00:00 (4 new)

   Nothing was written (--dry-run).
   "
  `)
  expect((await w.sync('--yes')).exit).toBe(0)
  w.write(withDesk('dave, { who: erin, from: 2027-01-11 }, { who: frank, from: 2027-01-11 }'))
  expect(await plan()).toMatchInlineSnapshot(`
   "Plan: 4 changes of who is on call, 1 schedule to give other turns.

   ~ primary: from Mon 1 Feb 2027 16:00 to Mon 8 Feb 2027 16:00, frank instead of alice
   ~ primary: from Mon 8 Feb 2027 16:00 to Mon 15 Feb 2027 16:00, alice instead of carol and bob
   + primary: from Mon 15 Feb 2027 16:00 to Mon 22 Feb 2027 16:00, carol and bob instead of nobody
   - primary: from Mon 22 Feb 2027 16:00 to Tue 23 Feb 2027 12:00, nobody instead of dave
   ~ primary: from Mon 1 Feb 2027 16:00 weekly frank, alice, bob + carol, nobody, dave, erin go on by themselves
   = primary: what its turns alone do not give is filled in, until Sun 27 Dec 00:00

   Nothing was written (--dry-run).
   "
  `)
  expect((await w.sync('--yes')).exit).toBe(0)
  w.write(
    `${weekly('alice, bob, { who: carol, from: 2026-12-14 }')}    pagerduty: { kind: layers }\n`
      .replace(NAME, 'Other')
      .replace('primary:', 'other:'),
  )
  expect(await plan()).toMatchInlineSnapshot(`
   "Plan: 1 schedule to make.

   + other: a new schedule 'Other' (layer-based)
   + other: from now to Mon 30 Nov 16:00, bob
   + other: from now weekly bob, alice go on by themselves
   + other: from Mon 14 Dec 16:00 with carol

   Nothing was written (--dry-run).
   "
  `)
})

it('refuses to deal the running turn anew, says the line, and does it with --rewrite', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  w.advance(7)
  w.write(weekly('alice, bob, carol, dave'))
  const refused = await w.sync('--yes')
  expect([refused.exit, refused.writes]).toEqual([1, []])
  expect(refused.err).toMatchInlineSnapshot(`
   "primary: refused: bob is on call now, and by the file it would be alice: turns that run are not dealt anew (for it to count from the next handoff on, write among the members { who: dave, from: 2026-12-07 16:00 }; --rewrite does it all the same)  [guard]
   Nothing was written.
   "
  `)
  expect((await w.sync('--check')).exit).toBe(1)
  expect((await w.sync('--dry-run')).exit).toBe(0)
  const done = await w.sync('--yes', '--rewrite')
  expect([done.exit, w.differs('primary')]).toEqual([0, []])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it.each([
  ['somebody more', 'alice, bob, carol, dave', '{ who: dave, from: 2026-12-07 16:00 }'],
  ['somebody less', 'alice, carol', '{ who: bob, until: 2026-12-07 16:00 }, where they were'],
  [
    'one for another',
    'alice, dave, carol',
    '{ who: bob, until: 2026-12-07 16:00 } and { who: dave, from: 2026-12-07 16:00 }, where',
  ],
  [
    'another order',
    'bob, alice, carol',
    'end it there, end: 2026-12-07 16:00, and write the new turns as one more layer, start: 2026-12-07 16:00;',
  ],
])('the guard says what to write for %s', async (_, members, line) => {
  for (const kind of ['shifts', 'layers']) {
    const yaml = (all: string): string => `${weekly(all)}    pagerduty: { kind: ${kind} }\n`
    const w = await synced(yaml('alice, bob, carol'))
    w.advance(7)
    w.write(yaml(members))
    const ran = await w.sync('--yes')
    expect([kind, ran.exit, ran.err]).toEqual([kind, 1, expect.stringContaining(line)])
    w.write(yaml(SAID[members] ?? ''))
    const done = await w.sync('--yes')
    expect([kind, done.exit, w.differs('primary', 300)]).toEqual([kind, 0, []])
  }
})

/** What the guard says to write, written. */
const SAID: Readonly<Record<string, string>> = {
  'alice, bob, carol, dave': 'alice, bob, carol, { who: dave, from: 2026-12-07 16:00 }',
  'alice, carol': 'alice, { who: bob, until: 2026-12-07 16:00 }, carol',
  'alice, dave, carol':
    'alice, { who: bob, until: 2026-12-07 16:00 }, { who: dave, from: 2026-12-07 16:00 }, carol',
  'bob, alice, carol':
    'alice, bob, carol], end: 2026-12-07 16:00 }\n      - { start: 2026-12-07 16:00, turn: 1 week, members: [bob, alice, carol',
}

it.each([0, 150])(
  'names people of the file who are in no roster now, whether or not they were seen among %d other users',
  async (others) => {
    const w = await world(weekly('frank, bob, carol'))
    for (let i = 0; i < others; i += 1) {
      w.simulator.seed.user({ name: `A ${i}`, email: `a${i}@example.com` })
    }
    expect((await w.sync('--yes')).exit).toBe(0)
    const { id } = w.schedule(NAME)
    w.simulator.byHand('POST', `/v3/schedules/${id}/custom_shifts`, {
      custom_shifts: [
        {
          type: 'custom_shift',
          start_time: '2026-12-03T18:00:00Z',
          end_time: '2026-12-03T20:00:00Z',
          assignments: [
            { type: 'shift_assignment', member: { type: 'user_member', user_id: w.idOf('erin') } },
          ],
        },
      ],
    })
    w.write(weekly('bob, carol'))
    const ran = await w.sync('--yes')
    expect(ran.exit).toBe(1)
    expect(ran.err).toMatch(/frank is on call now, .*\{ who: frank, until: /)
    expect(ran.out).toContain('kept: erin, Thu 3 Dec 18:00')
  },
)

it('keeps what people did in PagerDuty, names it, and loses nothing when the roster changes', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  const { id } = w.schedule(NAME)
  w.simulator.byHand('POST', `/v3/schedules/${id}/overrides`, {
    overrides: [
      {
        type: 'override_shift',
        rotation_id: laneOf(w),
        start_time: '2026-12-22T18:00:00Z',
        end_time: '2026-12-23T09:00:00Z',
        overridden_member: { type: 'user_member', user_id: w.idOf('bob') },
        overriding_member: { type: 'user_member', user_id: w.idOf('frank') },
      },
    ],
  })
  w.simulator.byHand('POST', `/v3/schedules/${id}/custom_shifts`, {
    custom_shifts: [
      {
        type: 'custom_shift',
        start_time: '2026-12-03T18:00:00Z',
        end_time: '2026-12-03T20:00:00Z',
        assignments: [
          { type: 'shift_assignment', member: { type: 'user_member', user_id: w.idOf('erin') } },
        ],
      },
    ],
  })
  const kept = await w.sync('--yes')
  expect([kept.exit, kept.writes]).toEqual([0, []])
  expect(kept.out).toContain(
    'kept: frank, Tue 22 Dec 18:00 to Wed 23 Dec 09:00, made in PagerDuty instead of bob',
  )
  expect(kept.out).toContain('kept: erin')
  expect((await w.sync('--check')).exit).toBe(0)
  const theirs = [
    '2026-12-03T18:00..2026-12-03T20:00: bob+erin, not bob',
    '2026-12-22T18:00..2026-12-23T09:00: frank, not bob',
  ]
  expect(w.differs('primary')).toEqual(theirs)
  // Five changes make the rotation full, so that a successor comes.
  w.write(
    weekly(
      'alice, bob, carol, { who: dave, from: 2026-12-07, until: 2026-12-14 }, { who: erin, from: 2026-12-14, until: 2026-12-22 }',
    ),
  )
  const changed = await w.sync('--yes')
  expect(changed.exit).toBe(0)
  expect((await w.sync('--yes')).writes).toEqual([])
  w.write(`${weekly('alice, bob, carol')}    pagerduty: { foreign: remove }\n`)
  const planned = await w.sync('--dry-run')
  expect(planned.out).toContain('removes: frank')
  expect((await w.sync('--yes')).exit).toBe(0)
  expect(w.differs('primary')).toEqual([])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('takes over a schedule only with --adopt, keeps its description, and changes nobody', async () => {
  for (const kind of ['shifts', 'layers'] as const) {
    const w = await world(weekly('alice, bob, carol'))
    const members = ['alice', 'bob', 'carol'].map((name) => ({
      type: 'user_member',
      user_id: w.idOf(name),
    }))
    if (kind === 'shifts') {
      w.simulator.seed.shiftSchedule({
        name: NAME,
        time_zone: 'Etc/UTC',
        description: 'Ask in #infra.',
        rotations: [
          {
            events: [
              {
                name: 'Weekly',
                start_time: { date_time: '2026-11-02T16:00:00Z', time_zone: 'Etc/UTC' },
                end_time: { date_time: '2026-11-09T16:00:00Z', time_zone: 'Etc/UTC' },
                effective_since: '2026-11-02T16:00:00Z',
                recurrence: ['RRULE:FREQ=WEEKLY'],
                assignment_strategy: {
                  type: 'rotating_member_assignment_strategy',
                  shifts_per_member: 1,
                  members,
                },
              },
            ],
          },
        ],
      })
    } else {
      w.simulator.seed.layerSchedule({
        name: NAME,
        time_zone: 'Etc/UTC',
        description: 'Ask in #infra.',
        schedule_layers: [
          {
            start: '2026-11-02T16:00:00Z',
            rotation_virtual_start: '2026-11-02T16:00:00Z',
            rotation_turn_length_seconds: 604_800,
            users: ['alice', 'bob', 'carol'].map((name) => ({
              user: { id: w.idOf(name), type: 'user_reference' },
            })),
            restrictions: [],
          },
        ],
      })
    }
    const refused = await w.sync('--yes')
    expect([kind, refused.exit, refused.writes]).toEqual([kind, 1, []])
    const adopted = await w.sync('--yes', '--adopt')
    expect([kind, adopted.exit, adopted.writes.length]).toEqual([kind, 0, 1])
    expect((await w.sync('--yes')).writes).toEqual([])
    expect(w.differs('primary')).toEqual([])
    const path = `${kind === 'shifts' ? '/v3' : ''}/schedules/${w.schedule(NAME).id}`
    const { description } = (w.simulator.byHand('GET', path) as Any).schedule
    expect(description).toMatch(/^Ask in #infra\.\n\n\[rotate Infrastructure\/primary\]$/)
    w.write(weekly('alice, bob, { who: carol, until: 2027-01-11 }'))
    expect((await w.sync('--yes')).exit).toBe(0)
    expect(w.differs('primary')).toEqual([])
    expect((await w.sync('--yes')).writes).toEqual([])
  }
})

it('names a schedule whose rotation is gone, deletes it with --prune, and leaves other teams alone', async () => {
  const w = await synced(
    weekly(
      'alice, bob',
      weekly('bob, carol')
        .replace('rotations:\n', '')
        .replace('primary:', 'old:')
        .replace(NAME, 'Old'),
    ),
  )
  w.simulator.seed.shiftSchedule({
    name: 'Theirs',
    time_zone: 'Etc/UTC',
    description: '[rotate Storage/primary]',
  })
  w.write(weekly('alice, bob'))
  const named = await w.sync('--yes')
  expect([named.exit, named.writes]).toEqual([0, []])
  expect(named.err).toContain("'Old'")
  expect(named.err).not.toContain('Theirs')
  expect((await w.sync('--check')).exit).toBe(0)
  expect((await w.sync('--yes', '--prune')).exit).toBe(0)
  expect(w.schedules().map(({ summary }) => summary)).toEqual([NAME, 'Theirs'])
})

it('renames a schedule whose name changed in the file', async () => {
  const w = await synced(weekly('alice, bob'))
  w.write(weekly('alice, bob').replace(NAME, 'First line'))
  const ran = await w.sync('--yes')
  expect([ran.exit, ran.writes.length]).toEqual([0, 1])
  expect(w.schedules().map(({ summary }) => summary)).toEqual(['First line'])
})

it('names all people whom PagerDuty does not know, before the first write', async () => {
  const w = await world(
    weekly('alice, zoe, yves').replace(
      'rotations:',
      '  zoe: { email: zoe@example.com }\n  yves: {}\nrotations:',
    ),
  )
  const ran = await w.sync('--yes')
  expect([ran.exit, ran.writes]).toEqual([2, []])
  expect(ran.err).toMatchInlineSnapshot(`
   "zoe: PagerDuty has no user with zoe@example.com  [unknown-user]
   yves: has no email in the file  [unknown-user]
   Nothing was written: an 'email' that is a user's in PagerDuty, or 'pagerduty: USERID', says who they are.
   "
  `)
})

function withZoe(user: string): string {
  const zoe = `  zoe: { email: zoe@example.com, pagerduty: ${user} }\n`
  return weekly('alice, zoe').replace('rotations:', `${zoe}rotations:`)
}

it('takes the user whom the file names, whatever the email says', async () => {
  const w = await world(weekly('alice, zoe'))
  const zoe = w.simulator.seed.user({ name: 'Zoe', email: 'elsewhere@example.com' })
  w.simulator.seed.user({ name: 'Another Zoe', email: 'zoe@example.com' })
  w.write(withZoe('PNOBODY'))
  const wrong = await w.sync('--yes')
  expect([wrong.exit, wrong.writes]).toEqual([2, []])
  expect(wrong.err).toContain('zoe: PagerDuty has no user PNOBODY  [unknown-user]')
  w.write(withZoe(zoe))
  expect((await w.sync('--yes')).exit).toBe(0)
  const path = `/v3/schedules/${w.schedule(NAME).id}?include[]=final_schedule&since=2026-12-08T00:00:00Z&until=2026-12-09T00:00:00Z`
  const { final_schedule: final } = (w.simulator.byHand('GET', path) as Any).schedule
  expect(final.computed_shift_assignments.map(({ member }: Any) => member.user_id)).toEqual([zoe])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it.each([
  ['names-and-emails', 3],
  ['names', 13],
] as const)(
  'finds few among many users without reading them all, where %s are searched',
  async (userSearch, count) => {
    const w = await world(weekly('alice, zoe'), { readings: { userSearch } })
    for (let i = 0; i < 950; i += 1) {
      w.simulator.seed.user({ name: `A ${i}`, email: `a${i}@example.com` })
    }
    const zoe = w.simulator.seed.user({ name: 'Zoe', email: 'Zoe@example.com' })
    w.write(withZoe(zoe).replace(`, pagerduty: ${zoe}`, ''))
    expect((await w.sync('--yes')).exit).toBe(0)
    const asked = w.simulator.requests.filter(({ path }) => path.startsWith('/users'))
    expect(asked).toHaveLength(count)
  },
)

it("keeps the schedule of a rotation whose id changed where 'schedule:' names it, else makes a new one", async () => {
  const w = await synced(weekly('alice, bob'))
  const { id } = w.schedule(NAME)
  const renamed = weekly('alice, bob').replace('primary:', 'first:')
  w.write(`${renamed}    pagerduty: { schedule: ${id} }\n`)
  const ran = await w.sync('--yes')
  expect([ran.exit, ran.writes]).toEqual([0, [`PUT /v3/schedules/${id} 200`]])
  expect(w.differs('first')).toEqual([])
  expect((await w.sync('--yes')).writes).toEqual([])
  // From now on the mark says so, too.
  w.write(renamed)
  expect((await w.sync('--yes')).writes).toEqual([])
  w.write(renamed.replace('first:', 'second:').replace(NAME, 'Second'))
  const other = await w.sync('--yes')
  expect(other.exit).toBe(0)
  expect(other.err).toContain(`'${NAME}' (${id}) belongs to a rotation that is gone from the file`)
  expect(w.schedules()).toHaveLength(2)
})

it("refuses where 'schedule:' names another team's, or none", async () => {
  const w = await world(weekly('alice, bob'))
  const theirs = w.simulator.seed.shiftSchedule({
    name: 'Theirs',
    time_zone: 'Etc/UTC',
    description: '[rotate Storage/primary]',
  })
  for (const flags of [[], ['--adopt'], ['--check']]) {
    w.write(`${weekly('alice, bob')}    pagerduty: { schedule: ${theirs} }\n`)
    const ran = await w.sync('--yes', ...flags)
    expect([flags, ran.exit, ran.writes]).toEqual([flags, 1, []])
    expect(ran.err).toContain(
      `refused: schedule ${theirs} ('Theirs') belongs to the team 'Storage'  [other-team]`,
    )
    w.write(`${weekly('alice, bob')}    pagerduty: { schedule: PGONE }\n`)
    const gone = await w.sync('--yes', ...flags)
    expect([flags, gone.exit, gone.writes]).toEqual([flags, 2, []])
    expect(gone.err).toContain('PagerDuty has no schedule PGONE')
  }
})

it('drops what has passed while somebody thought about the plan, and does the rest', async () => {
  for (const kind of ['shifts', 'layers']) {
    for (const isLate of [false, true]) {
      const overrides = [
        '{ who: dave, from: 2026-11-25 14:00, to: 2026-11-25 15:00 }',
        '{ who: erin, from: 2026-11-25 14:30, to: 2026-11-25 18:00 }',
        '{ who: frank, from: 2026-11-28, to: 2026-11-29 }',
      ]
      const yaml = (more: string): string =>
        `${weekly('alice, bob')}    overrides: [${more}]\n    pagerduty: { kind: ${kind} }\n`
      const w = await synced(yaml(''))
      w.write(yaml(overrides.join(', ')))
      let waited = 0
      const ran = await w.run(['sync'], {
        canAsk: true,
        waits: { ...FAST, elapsed: () => FAST.elapsed() + waited },
        ask: () => {
          w.simulator.moveNow(4 * 3_600_000)
          if (isLate) waited = 4 * 3_600_000
          return Promise.resolve('y')
        },
      })
      expect([kind, isLate, ran.exit, ran.err]).toEqual([
        kind,
        isLate,
        0,
        expect.not.stringContaining('refused'),
      ])
      expect(ran.writes.every((one) => / 20\d$/.test(one))).toBe(true)
      expect(w.differs('primary')).toEqual([])
      expect((await w.sync('--yes')).writes).toEqual([])
    }
  }
})

it('refuses what layers cannot say before the first write', async () => {
  const w = await world(`${weekly('alice, [bob, carol]')}    pagerduty: { kind: layers }\n`)
  const ran = await w.sync('--yes')
  expect([ran.exit, ran.writes]).toEqual([2, []])
  expect(ran.err).toMatchInlineSnapshot(`
   "primary: refused: a layer-based schedule cannot say two people at once: a shift-based one can (kind: shifts, and no schedule: in the YAML)  [cannot-express]
   Nothing was written.
   "
  `)
})

it('exits 3 where only what PagerDuty shows tells that layers cannot say it, and writes nothing from then on', async () => {
  // The clocks of New York go forward on 14 March 2027, in the middle of a weekend.
  const weekends = `rotations:
  weekends:
    timezone: America/New_York
    layers:
      - { start: 2027-02-15, turn: 1 week, members: [alice, bob], during: { from: fri 17:00, to: mon 09:00 } }
    pagerduty: { kind: layers }
`
  const w = await world(weekends, {
    readings: { restrictionEnd: 'elapsed' },
    now: Date.parse('2027-03-03T12:00:00Z'),
  })
  const ran = await w.sync('--yes')
  expect([ran.exit, w.differs('weekends')]).toEqual([
    3,
    ['2027-03-15T13:00..2027-03-15T14:00: alice, not nobody'],
  ])
  expect(ran.out.split('\n').slice(-3)).toMatchInlineSnapshot(`
   [
     "weekends: PagerDuty does not agree:",
     "  Mon 15 Mar 13:00 to Mon 15 Mar 14:00: PagerDuty says alice, the file nobody",
     "",
   ]
  `)
  expect(ran.err).toMatchInlineSnapshot(`
   "weekends: refused: a layer-based schedule cannot say that nobody is on call where a layer says somebody: a shift-based one can (kind: shifts, and no schedule: in the YAML)  [cannot-express]
   warning: weekends: no escalation policy uses this schedule, so it pages nobody
   "
  `)
  const again = await w.sync('--yes')
  expect([again.exit, again.writes]).toEqual([2, []])
})

it('does nothing without a terminal and without --yes, unless there is nothing to do', async () => {
  const w = await world(weekly('alice, bob'))
  const ran = await w.sync()
  expect([ran.exit, ran.writes]).toEqual([2, []])
  expect((await w.sync('--yes')).exit).toBe(0)
  expect((await w.sync()).exit).toBe(0)
})

it('makes a swap again on the rotation that shows its person now, for as long as the swap exists', async () => {
  const dates = ['2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28', '2027-01-04']
  const joiners = (count: number): string =>
    dates
      .slice(0, count)
      .map((date) =>
        `, { who: dave, from: ${date}, until: 2026-01-01 }`.replace(
          '2026-01-01',
          date.replace(/\d\d$/, (day) => String(Number(day) + 1).padStart(2, '0')),
        ),
      )
      .join('')
  const w = await synced(weekly('alice'))
  const { id } = w.schedule(NAME)
  const made = w.simulator.byHand('POST', `/v3/schedules/${id}/overrides`, {
    overrides: [
      {
        type: 'override_shift',
        rotation_id: laneOf(w),
        start_time: '2027-01-26T00:00:00Z',
        end_time: '2027-01-27T00:00:00Z',
        overridden_member: { type: 'user_member', user_id: w.idOf('alice') },
        overriding_member: { type: 'user_member', user_id: w.idOf('frank') },
      },
    ],
  }) as Any
  const theirs = ['2027-01-26T00:00..2027-01-27T00:00: frank, not alice']
  expect(w.differs('primary')).toEqual(theirs)
  w.write(weekly(`alice${joiners(5)}`))
  const ran = await w.sync('--yes')
  expect([ran.exit, w.differs('primary')]).toEqual([0, theirs])
  expect(ran.out).toContain('kept: frank')
  const { rotations } = (w.simulator.byHand('GET', `/v3/schedules/${id}`) as Any).schedule
  expect(rotations.length).toBeGreaterThan(1)
  expect((await w.sync('--yes')).writes).toEqual([])
  w.simulator.byHand('DELETE', `/v3/schedules/${id}/overrides/${made.overrides[0].id}`)
  expect((await w.sync('--yes')).exit).toBe(0)
  expect(w.differs('primary')).toEqual([])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('a custom shift made by hand hides nobody of the file, also when a change was interrupted', async () => {
  for (const fault of [{ kind: 'html', status: 403 }, { kind: 'server-error' }] as const) {
    const w = await synced(weekly('alice, bob'))
    const { id } = w.schedule(NAME)
    w.simulator.byHand('POST', `/v3/schedules/${id}/custom_shifts`, {
      custom_shifts: [
        {
          type: 'custom_shift',
          start_time: '2026-12-15T18:00:00Z',
          end_time: '2026-12-16T09:00:00Z',
          assignments: [
            { type: 'shift_assignment', member: { type: 'user_member', user_id: w.idOf('erin') } },
          ],
        },
      ],
    })
    w.write(weekly('alice, { who: bob, until: 2027-01-01 }, { who: frank, from: 2026-12-14 }'))
    w.simulator.fail(fault, {
      method: 'POST',
      path: /events$/,
      times: fault.kind === 'html' ? 9 : 1,
    })
    const broken = await w.sync('--yes')
    expect(broken.exit).toBe(fault.kind === 'html' ? 3 : 0)
    w.simulator.heal()
    expect((await w.sync('--yes')).exit).toBe(0)
    expect(w.differs('primary')).toEqual([
      '2026-12-15T18:00..2026-12-16T09:00: erin+frank, not frank',
    ])
    expect((await w.sync('--yes')).writes).toEqual([])
  }
})

it('two runs from two machines end in one schedule', async () => {
  for (const pause of [0, 4, 9, 20]) {
    const w = await world(weekly('alice, bob, carol'))
    const other = mkdtempSync(join(tmpdir(), 'rotate-other-'))
    cpSync(join(w.folder, 'rotations'), join(other, 'rotations'), { recursive: true })
    const late = async (): Promise<unknown> => {
      await new Promise((resolve) => setTimeout(resolve, pause))
      return w.run(['sync', '--yes'], { cwd: other })
    }
    await Promise.all([w.sync('--yes'), late()])
    expect((await w.sync('--yes')).exit).toBe(0)
    expect([w.schedules().length, w.differs('primary')]).toEqual([1, []])
    expect((await w.sync('--yes')).writes).toEqual([])
    rmSync(other, { recursive: true })
  }
})

it('refuses when the marker is full, before the first write', async () => {
  const w = await world(
    'rotations:\n  primary: { name: Infrastructure primary, layers: [{ start: 2026-11-02, turn: 1 shift, members: [alice, bob], during: [{ from: 00:00, to: 06:00 }, { from: 06:00, to: 08:00 }, { from: 08:30, to: 12:00 }, { from: 13:00, to: 17:00 }] }] }\n',
  )
  const ran = await w.sync('--yes')
  expect([ran.exit, ran.writes]).toEqual([2, []])
  expect(ran.err).toContain('[marker-full]')
})

it('refuses before the first write, too, where the marker would be full only once rotations are made', async () => {
  const windows = ['06:00', '10:00', '14:00'].map(
    (from, i) =>
      `{ start: 2026-11-02, turn: 1 day, members: [dave, erin], during: { from: ${from}, to: ${from.replace(':00', ':30')} }, name: L${i} }`,
  )
  const week = '{ start: 2026-11-02 16:00, turn: 1 week, members: [alice, bob, carol] }'
  const w = await world(
    `rotations:\n  primary: { name: Infrastructure primary, layers: [${[week, ...windows].join(', ')}] }\n`,
  )
  const ran = await w.sync('--yes')
  expect([ran.exit, ran.writes]).toEqual([2, []])
  expect(ran.err).toContain('[marker-full]')
})

it('an override that runs begins a little late where PagerDuty takes nothing that begins in the past', async () => {
  for (const kind of ['shifts', 'layers']) {
    for (const ahead of [0, 1000, 20_000]) {
      const yaml = (overrides: string): string =>
        `${weekly('alice, bob, carol')}    overrides: [${overrides}]\n    pagerduty: { kind: ${kind} }\n`
      const w = await world(yaml(''), { readings: { pastStart: 'refuse' } })
      // The clock of PagerDuty runs before ours, and both go on.
      const begun = performance.now()
      const start = w.simulator.now()
      const now = (): number => start + Math.round(performance.now() - begun)
      const sync = async (): Promise<number> => {
        w.simulator.setNow(now() + ahead)
        const ran = await w.run(['sync', '--yes'], { now, waits: FAST })
        return ran.exit
      }
      expect([kind, ahead, await sync()]).toEqual([kind, ahead, 0])
      w.write(yaml('{ who: dave, from: 2026-11-25, to: 2026-11-27 }'))
      expect([kind, ahead, await sync()]).toEqual([kind, ahead, 0])
      expect([kind, ahead, await sync()]).toEqual([kind, ahead, 0])
      w.simulator.setNow(Math.ceil(w.simulator.now() / 1000) * 1000 + 120_000)
      expect(w.differs('primary')).toEqual([])
    }
  }
})

it('never says the token, though PagerDuty sends it back', async () => {
  const w = await world(weekly('alice, bob'))
  const { createServer } = await import('node:http')
  const server = createServer((request, response) => {
    const date = new Date(w.simulator.now()).toUTCString()
    response.writeHead(400, { 'content-type': 'application/json', date })
    const message = `bad ${request.headers.authorization}`
    response.end(JSON.stringify({ error: { message, errors: [message] } }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const ran = await w.run(['sync', '--yes'], {
    env: { PAGERDUTY_TOKEN: 'seekrit', PAGERDUTY_URL: `http://127.0.0.1:${port}` },
  })
  server.close()
  expect([ran.exit, ran.err]).toEqual([3, expect.stringContaining('bad Token token=***')])
  expect(ran.err + ran.out).not.toContain('seekrit')
})

it('says in --check for how many days what is filled in reaches', async () => {
  const w = await world(
    'rotations:\n  primary: { name: Infrastructure primary, layers: [{ start: 2026-10-31 09:00, turn: 1 month, members: [alice, bob] }] }\n',
  )
  expect((await w.sync('--check')).exit).toBe(1)
  expect((await w.sync('--yes')).exit).toBe(0)
  const check = await w.sync('--check')
  expect([check.exit, check.err]).toEqual([0, 'primary: what is filled in reaches for 90 days\n'])
  w.advance(60)
  expect([(await w.sync('--check')).exit]).toEqual([0])
  w.advance(30)
  expect([(await w.sync('--check')).exit]).toEqual([1])
})

it('waits where there are too many requests, says so, and never says the token', async () => {
  const w = await world(weekly('alice, bob, carol'), { rateLimit: { perMinute: 6, minute: 1000 } })
  const ran = await w.sync('--yes')
  expect(ran.exit).toBe(0)
  expect(ran.err).toContain("PagerDuty's limit of requests is reached: waiting 1 s")
  const wrong = await w.run(['sync', '--yes'], {
    env: { PAGERDUTY_TOKEN: 'seekrit', PAGERDUTY_URL: w.simulator.url },
  })
  expect(wrong.exit).toBe(3)
  expect(wrong.err + wrong.out).not.toContain('seekrit')
})

function layers(members: string, more = ''): string {
  return `${weekly(members)}    pagerduty: { kind: layers${more} }\n`
}

it('keeps what people did by hand in a layer-based schedule, running or to come', async () => {
  const w = await synced(layers('alice, bob, carol'))
  const path = `/schedules/${w.schedule(NAME).id}/overrides`
  w.simulator.byHand('POST', path, {
    overrides: [
      ['2026-11-25T11:00:00Z', '2026-11-25T20:00:00Z', 'frank'],
      ['2026-12-05T00:00:00Z', '2026-12-09T00:00:00Z', 'erin'],
    ].map(([start = '', end = '', name = '']) => ({
      start,
      end,
      user: { id: w.idOf(name), type: 'user_reference' },
    })),
  })
  const theirs = [
    '2026-11-25T12:00..2026-11-25T20:00: frank, not alice',
    '2026-12-05T00:00..2026-12-07T16:00: erin, not bob',
    '2026-12-07T16:00..2026-12-09T00:00: erin, not carol',
  ]
  const kept = await w.sync('--yes')
  expect([kept.exit, kept.writes, w.differs('primary')]).toEqual([0, [], theirs])
  expect(kept.out).toContain('kept: frank')
  w.write(layers('alice, bob, carol, { who: dave, from: 2026-12-07 }'))
  expect((await w.sync('--yes')).exit).toBe(0)
  expect(w.differs('primary').slice(0, 2)).toEqual(theirs.slice(0, 2))
  expect((await w.sync('--yes')).writes).toEqual([])
  w.write(layers('alice, bob, carol, { who: dave, from: 2026-12-07 }', ', foreign: remove'))
  expect((await w.sync('--yes')).exit).toBe(0)
  expect(w.differs('primary')).toEqual([])
  expect((await w.sync('--yes')).writes).toEqual([])
})

it('an override that somebody made for the hour that runs is no change, but hides no turn dealt anew', async () => {
  const w = await synced(weekly('alice, bob, carol'))
  w.advance(7)
  const { id } = w.schedule(NAME)
  w.simulator.byHand('POST', `/v3/schedules/${id}/overrides`, {
    overrides: [
      {
        type: 'override_shift',
        rotation_id: laneOf(w),
        start_time: new Date(w.simulator.now()).toISOString(),
        end_time: new Date(w.simulator.now() + 3_600_000).toISOString(),
        overridden_member: { type: 'user_member', user_id: w.idOf('bob') },
        overriding_member: { type: 'user_member', user_id: w.idOf('frank') },
      },
    ],
  })
  w.write(weekly('alice, bob, carol, { who: erin, from: 2026-12-14 }'))
  expect((await w.sync('--yes')).exit).toBe(0)
  w.write(weekly('alice, carol'))
  expect((await w.sync('--yes')).exit).toBe(1)
})

it('an override of the file may change who is on call now, and be taken back', async () => {
  for (const kind of ['shifts', 'layers']) {
    for (const days of [0, 7]) {
      const yaml = (overrides: string): string =>
        `${weekly('alice, bob, carol')}    overrides: [${overrides}]\n    pagerduty: { kind: ${kind} }\n`
      const w = await synced(yaml(''))
      w.advance(days)
      for (const overrides of [
        '{ who: dave, from: 2026-11-25, to: 2026-12-05 }',
        '',
        '{ add: erin, from: 2026-11-25, to: 2026-12-05 }',
        '',
      ]) {
        if (kind === 'layers' && overrides.includes('add')) continue
        w.write(yaml(overrides))
        const ran = await w.sync('--yes')
        expect([kind, days, overrides, ran.exit, ran.err.includes('refused')]).toEqual([
          kind,
          days,
          overrides,
          0,
          false,
        ])
        expect(w.differs('primary')).toEqual([])
        expect((await w.sync('--yes')).writes).toEqual([])
      }
    }
  }
})

it('answers programs', async () => {
  const w = await world(weekly('alice, bob'))
  const planned = await w.sync('--dry-run', '--json')
  const { steps } = JSON.parse(planned.out) as Record<string, Any>
  expect(steps.map(({ verb }: Any) => verb).slice(0, 2)).toEqual(['create', 'change'])
  expect((await w.sync('--yes')).exit).toBe(0)
  const { rotations } = JSON.parse((await w.sync('--check', '--json')).out) as Record<string, Any>
  expect(rotations[0]).toMatchObject({
    rotation: 'primary',
    agrees: true,
    shifts: 14,
    differences: [],
  })
})

it('does the rest where PagerDuty refuses to delete a schedule, and exits 3', async () => {
  const old = weekly('bob, carol')
    .replace('rotations:\n', '')
    .replace('primary:', 'old:')
    .replace(NAME, 'Old')
  const w = await synced(weekly('alice, bob', old))
  w.simulator.seed.escalationPolicy({
    name: 'Old policy',
    escalation_rules: [
      {
        escalation_delay_in_minutes: 30,
        targets: [{ id: w.schedule('Old').id, type: 'schedule_v3_reference' }],
      },
    ],
  })
  w.write(weekly('alice, bob, { who: carol, from: 2026-12-14 }'))
  const ran = await w.sync('--yes', '--prune')
  expect([ran.exit, w.differs('primary')]).toEqual([3, []])
  expect(ran.err).toContain("'Old' (")
  expect(ran.err).toContain('was not deleted')
  expect(w.schedules()).toHaveLength(2)
})
