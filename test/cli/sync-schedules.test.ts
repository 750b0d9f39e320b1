/** Which schedule is whose, and who is who in PagerDuty, for `rotate sync`: taken over, renamed, given up, never another team's. */
import { expect, it } from '@jest/globals'
import { NAME, synced, weekly, world, type Any } from '../pagerduty/world.ts'

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

const daily = (id: string, more = ''): string =>
  `  ${id}: { name: ${NAME}, start: 2026-11-02 16:00, turn: 1 day, members: [dave, erin]${more} }\n`

it('takes one schedule over for one rotation alone, where several have its name', async () => {
  const w = await world(weekly('alice, bob', daily('second')))
  w.simulator.seed.shiftSchedule({ name: NAME, time_zone: 'Etc/UTC' })
  const { id } = w.schedule(NAME)
  const refused = await w.sync('--yes', '--adopt')
  expect([refused.exit, refused.writes]).toEqual([1, []])
  expect(refused.err.replaceAll(id, 'PID')).toMatchInlineSnapshot(`
   "primary: refused: the schedule 'Infrastructure primary' (PID) would be that of 'primary' and 'second': give each a 'name:' of its own, or say whose it is by 'schedule: PID'  [not-adopted]
   second: refused: the schedule 'Infrastructure primary' (PID) would be that of 'primary' and 'second': give each a 'name:' of its own, or say whose it is by 'schedule: PID'  [not-adopted]
   Nothing was written.
   "
  `)
  w.write(weekly('alice, bob', daily('second', `, pagerduty: { schedule: ${id} }`)))
  expect((await w.sync('--yes', '--adopt')).exit).toBe(0)
  expect((await w.sync('--yes')).writes).toEqual([])
  expect(w.schedules().length).toBe(2)
})

it('leaves alone what another rotation of the file names, be it asked for or not', async () => {
  const w = await synced(weekly('alice, bob'))
  const { id } = w.schedule(NAME)
  w.write(
    weekly('alice, bob').replace('primary:', 'main:').replace(NAME, 'Main') +
      `    pagerduty: { schedule: ${id} }\n${daily('primary')}`,
  )
  const one = await w.sync('primary', '--yes')
  expect([one.exit, one.out]).toEqual([0, expect.stringContaining('1 schedule to make')])
  const all = await w.sync('--yes')
  expect([all.exit, all.out]).toEqual([0, expect.stringContaining('1 schedule to rename')])
  expect((await w.sync('--yes')).writes).toEqual([])
  expect(new Set(w.schedules().map(({ summary }) => summary))).toEqual(new Set([NAME, 'Main']))
})

it('says that a schedule is put in order where its mark alone is written, whatever is filled in there', async () => {
  const w = await synced(weekly('alice, bob'))
  const { id } = w.schedule(NAME)
  w.simulator.byHand('PUT', `/v3/schedules/${id}`, {
    schedule: { name: NAME, time_zone: 'Etc/UTC', description: '[rotate Infrastructure/primary]' },
  })
  const ran = await w.sync('--yes')
  expect(ran.writes.map((one) => one.replace(id, 'PID'))).toEqual(['PUT /v3/schedules/PID 200'])
  expect(ran.out.split('\n\n').slice(0, 2).join('\n\n')).toMatchInlineSnapshot(`
   "Plan: 1 schedule to put in order.

   = primary: what its turns alone do not give is filled in, until Mon 30 Nov 16:00
   ~ primary: the schedule is put in order; who is on call stays the same"
  `)
})

it('names whoever is in PagerDuty the user that somebody else is', async () => {
  const w = await world(weekly('alice, bob'))
  w.write(withZoe(w.idOf('alice')))
  const ran = await w.sync('--yes')
  expect([ran.exit, ran.writes]).toEqual([2, []])
  expect(ran.err.replace(w.idOf('alice'), 'PALICE')).toMatchInlineSnapshot(`
   "alice: is the user in PagerDuty that zoe is (PALICE)  [unknown-user]
   Nothing was written: an 'email' that is a user's in PagerDuty, or 'pagerduty: USERID', says who they are.
   "
  `)
  // Whoever is in no roster does not matter.
  w.write(withZoe(w.idOf('alice')).replace('[alice, zoe]', '[alice, bob]'))
  const other = await w.sync('--yes')
  expect([other.exit, other.out]).toEqual([0, expect.stringContaining('alice')])
  expect(other.out).not.toContain('zoe')
})

it('says that it looks for nothing to prune where rotations are named', async () => {
  const w = await synced(weekly('alice, bob'))
  w.write(weekly('alice, bob').replace('primary:', 'other:').replace(NAME, 'Other'))
  expect((await w.sync('--yes')).exit).toBe(0)
  const ran = await w.sync('other', '--prune', '--yes')
  expect([ran.exit, ran.writes]).toEqual([0, []])
  expect(ran.err).toContain(
    "--prune finds nothing to delete: schedules whose rotation is gone are looked for where no rotation is named ('rotate sync --prune')\n",
  )
})
