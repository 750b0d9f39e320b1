/** Names, several schedules, and what PagerDuty shows against what the files say. */
import { expect, it } from '@jest/globals'
import { imported, event, isAdopted, layer, seeded, zoned } from './importing.ts'
import { world } from './world.ts'

it('hostile names stay names, in the files and on the terminal', async () => {
  const w = await world('')
  const people = [
    ["Zoë  O'Hara: the #1", 'zo@x.com', 'America/New_York'],
    ['Zoë Bell', 'zb@x.com', 'Europe/London'],
    ['nobody', 'no@x.com', 'UTC'],
    ['李明', 'li.ming@x.com', 'Asia/Shanghai'],
    ['"\u001b[31mred\u0007\n- evil: yes', 'ev@x.com', 'Asia/Kolkata'],
  ].map(([name = '', email = '', time_zone = '']) =>
    w.simulator.seed.user({ name, email, time_zone }),
  )
  const name = '# evil\nrotations: {}'
  w.simulator.seed.shiftSchedule({
    name: 'Team: "A" #1\n\u001b[2Jx 👩‍🚒',
    time_zone: 'Etc/UTC',
    teams: [{ id: w.simulator.seed.team('Ops & "Co": #2'), type: 'team_reference' }],
    rotations: [
      {
        events: [
          event(w, [], {
            name,
            assignment_strategy: {
              type: 'rotating_member_assignment_strategy',
              shifts_per_member: 1,
              members: people.map((user_id) => ({ type: 'user_member', user_id })),
            },
          }),
        ],
      },
      { events: [event(w, ['alice'], { name, recurrence: ['RRULE:FREQ=MONTHLY;BYMONTHDAY=-1'] })] },
    ],
  })
  const ran = await imported(w)
  expect(ran.exit).toBe(0)
  expect(Object.values(ran.files).join('')).toMatchInlineSnapshot(`
   "people:
     zoe-o-hara-the-1:
       name: "Zoë  O'Hara: the #1"
       email: zo@x.com
       timezone: America/New_York

     zoe-bell:
       name: Zoë Bell
       email: zb@x.com
       timezone: Europe/London

     nobody-2:
       name: nobody
       email: no@x.com

     li.ming:
       name: 李明
       email: li.ming@x.com
       timezone: Asia/Shanghai

     31mred:
       name: "\\"\\u001b[31mred\\u0007\\n- evil: yes"
       email: ev@x.com
       timezone: Asia/Kolkata

     alice:
       email: alice@Example.com
   rotations:
     team-a-1-2jx:
       name: "Team: \\"A\\" #1\\n\\u001b[2Jx 👩\\u200d🚒"
       layers:
         - name: "# evil\\nrotations: {}"
           start: 2026-11-02 16:00
           turn: 1 week
           members: [zoe-o-hara-the-1, zoe-bell, nobody-2, li.ming, 31mred]
       overrides:
         # '# evil rotations: {}' in PagerDuty cannot be said as turns: it recurs by
         # RRULE:FREQ=MONTHLY;BYMONTHDAY=-1. It is written shift by shift, until Tue 23 Feb 2027.
         - { add: alice, from: 2026-11-30 16:00, to: 2026-12-07 16:00 }
         - { add: alice, from: 2026-12-31 16:00, to: 2027-01-07 16:00 }
         - { add: alice, from: 2027-01-31 16:00, to: 2027-02-07 16:00 }
       pagerduty: { schedule: PQCE3CN }
   # Brought in from PagerDuty on Wed 25 Nov 2026, as it was then.
   team: "Ops & \\"Co\\": #2"
   timezone: UTC
   "
  `)
  const all = ran.out + ran.err + Object.values(ran.files).join('')
  expect(all.split('').filter((mark) => mark < ' ' && mark !== '\n')).toEqual([])
})

it('schedules without of one name, and of another team are told apart', async () => {
  const w = await world('')
  const bare = (name: string, description?: string): string =>
    w.simulator.seed.shiftSchedule({
      name,
      time_zone: 'Europe/Amsterdam',
      ...(description && { description }),
    })
  bare('Empty')
  bare('empty', 'Text.\n\n[rotate Others/prim]')
  bare('Nobody')
  bare('Team')
  const ran = await imported(w)
  expect([ran.exit, Object.keys(ran.files)]).toEqual([
    0,
    ['empty-2.yaml', 'empty.yaml', 'nobody-2.yaml', 'rotation-team.yaml', 'team.yaml'],
  ])
  expect(ran.files['empty-2.yaml']).toMatchInlineSnapshot(`
   "# rotate keeps this schedule already, as the rotation 'prim' of the team 'Others': 'rotate sync' of another
   # team refuses it (delete this rotation here, or give --team).
   # In PagerDuty nobody is on call at times. Say in 'coverage' when somebody must be, and 'rotate check' looks.
   rotations:
     empty-2:
       name: empty
       coverage: none
       pagerduty: { schedule: PFB839M }
   "
  `)
  expect(ran.files['team.yaml']).toMatchInlineSnapshot(`
   "# Brought in from PagerDuty on Wed 25 Nov 2026, as it was then.
   team: imported
   timezone: Europe/Amsterdam
   "
  `)
})

it('where PagerDuty shows something else than the files can say, each difference is said, and the files stand', async () => {
  const w = await seeded(
    (w) => ({
      zone: 'Europe/Amsterdam',
      layers: [
        layer(w, ['alice', 'bob'], {
          rotation_virtual_start: '2027-02-01T08:00:00Z',
          start: '2027-02-01T08:00:00Z',
        }),
      ],
    }),
    { readings: { wholeDayTurns: 'elapsed' }, now: Date.parse('2027-02-15T00:00:00Z') },
  )
  const ran = await imported(w)
  expect([ran.exit, Object.keys(ran.files)]).toEqual([
    1,
    ['infra-primary.yaml', 'people.yaml', 'team.yaml'],
  ])
  expect(ran.out).toMatchInlineSnapshot(`
   "wrote brought/team.yaml
   wrote brought/people.yaml
   wrote brought/infra-primary.yaml
   wrote brought/.rotate.schema.json
   infra-primary: PagerDuty does not agree:
     Mon 29 Mar 07:00 to Mon 29 Mar 08:00: PagerDuty says bob, the file alice
     Mon 5 Apr 07:00 to Mon 5 Apr 08:00: PagerDuty says alice, the file bob
     Mon 12 Apr 07:00 to Mon 12 Apr 08:00: PagerDuty says bob, the file alice
     Mon 19 Apr 07:00 to Mon 19 Apr 08:00: PagerDuty says alice, the file bob
     Mon 26 Apr 07:00 to Mon 26 Apr 08:00: PagerDuty says bob, the file alice
     Mon 3 May 07:00 to Mon 3 May 08:00: PagerDuty says alice, the file bob
     Mon 10 May 07:00 to Mon 10 May 08:00: PagerDuty says bob, the file alice

   Next: 'rotate check --dir brought' shows what is risky, 'rotate sync --dir brought --adopt --dry-run' what sync would do.
   "
  `)
})

it.each(['shifts', 'layers'] as const)(
  'a schedule of %s in a zone that is an offset in disguise is one in a city of that offset',
  async (kind) => {
    const w = await world('')
    w.simulator.seed.user({ name: 'Est', email: 'est@example.com', time_zone: 'Etc/GMT+5' })
    const name = 'Infra primary'
    if (kind === 'shifts') {
      const one = event(w, ['alice', 'bob'], {
        start_time: zoned('2026-11-02T09:00:00-05:00', 'EST'),
        end_time: zoned('2026-11-09T09:00:00-05:00', 'EST'),
        effective_since: '2026-11-02T14:00:00Z',
      })
      w.simulator.seed.shiftSchedule({ name, time_zone: 'EST', rotations: [{ events: [one] }] })
    } else {
      const one = layer(w, ['alice', 'bob'])
      w.simulator.seed.layerSchedule({ name, time_zone: 'EST', schedule_layers: [one] })
    }
    const ran = await imported(w)
    expect([ran.exit, ran.err, ran.out]).toEqual([0, '', expect.stringContaining('agrees')])
    expect(JSON.stringify(ran.files)).toContain('timezone: America/Panama')
    await isAdopted(w, 1)
  },
)
