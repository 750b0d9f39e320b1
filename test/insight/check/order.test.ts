import { describe, expect, it } from '@jest/globals'
import { codes, PEOPLE, said, weekly } from './checking.ts'

const bobFrom = (from: string): string =>
  `    overrides: [{ who: bob, from: ${from} 16:00, to: 2026-12-07 16:00 }]\n`

const dayAndNight = (start: string, more = ''): string => `${PEOPLE}rotations:
  day: { start: 2026-11-30 08:00, end: 2026-11-30 20:00, turn: 1 day, members: [alice], coverage: none }
  night: { start: 2026-11-30 ${start}, end: 2026-12-01 08:00, turn: 1 day, members: [alice], coverage: none }
${more}`

const carolUntil = (until: string): string =>
  weekly(`[alice, bob, { who: carol, from: 2026-12-08, until: ${until} }]`)

const deskOf = (turn: string): string => `${PEOPLE}rotations:
  desk:
    coverage: none
    start: 2026-11-30
    turn: ${turn}
    members: [alice, bob, carol, dave, erin, [alice, bob], [bob, carol]]
    during: { days: mon-fri, from: 09:00, to: 17:00 }
`

const newFrom = (start: string): string => `${PEOPLE}rotations:
  primary:
    layers:
      - { name: Old, start: 2026-11-30, turn: 1 week, members: [alice] }
      - { name: New, start: ${start}, turn: 1 week, members: [bob] }
`

const bobLeaves = (until: string): string =>
  weekly(`[alice, { who: bob, until: ${until} }]`).replace('bob: {}', 'bob: { until: 2026-12-10 }')

const weekends = (list: string, more = ''): string => `${PEOPLE}rotations:
  primary:
    layers:
      - { name: Weekdays, start: 2026-11-30, turn: 1 week, members: [alice, bob, carol] }
      - { name: Weekends, start: 2026-11-30, turn: 1 shift, during: { from: fri 18:00, to: mon 00:00 }, members: ${list} }
${more}`

describe('a healthy team', () => {
  it('reads no warning, on any day', () => {
    const yaml = weekly(
      '[alice, bob, carol, dave, erin]',
      `    overrides:
      - { who: dave, from: 2026-12-09 16:00, to: 2026-12-11 16:00 }
      - { add: erin, from: 2026-12-14 20:00, to: 2026-12-15 02:00 }
  secondary: { follows: primary }
meetings:
  infra: { days: [mon, thu], at: 16:00, duration: 15 minutes, start: 2026-11-30, chair: { members: [alice, bob] } }
`,
    )
    for (let day = 1; day < 28; day += 1) {
      const now = `2026-12-${String(day).padStart(2, '0')}T09:00Z`
      expect(codes(yaml, { now })).toEqual([])
    }
  })

  it('may be on call outside office hours only, and be primary after being secondary', () => {
    const yaml = `${PEOPLE}rotations:
  nights:
    coverage: { days: mon-fri, from: 17:00, to: 09:00 }
    start: 2026-11-30
    turn: 1 week
    members: [alice, bob, carol]
    during: { days: mon-fri, from: 17:00, to: 09:00 }
  backup: { follows: nights }
meetings: { all: { days: mon, at: 12:00, duration: 1 hour } }
`
    expect(codes(yaml)).toEqual([])
  })
})

describe('back-to-back', () => {
  it('is two turns in a row of somebody, although the roster has others', () => {
    expect(said('back-to-back', weekly('[alice, bob, carol, bob, bob]'))).toMatchInlineSnapshot(`
     [
       "warning: 'bob' holds several turns of 'primary' in a row, 2 times from Mon 21 Dec 2026 16:00 to Mon 8 Feb 2027 16:00 (UTC), although its roster has others: put somebody between them in the order, or let somebody else take one @ bob",
     ]
    `)
  })

  it('is also what an override makes of a turn', () => {
    const yaml = weekly('[alice, bob, carol]', bobFrom('2026-12-01'))
    expect(said('back-to-back', yaml)).toHaveLength(1)
    // Less than half of it is a favour.
    expect(said('back-to-back', weekly('[alice, bob, carol]', bobFrom('2026-12-06')))).toEqual([])
  })

  it('is nothing for somebody who is alone, or whose turns lie apart', () => {
    expect(said('back-to-back', weekly('[alice]'))).toEqual([])
    expect(said('back-to-back', weekly('[alice, bob, alice, carol]'))).toEqual([])
  })
})

describe('min-rest', () => {
  const now = '2026-11-30'

  it('is too little rest between shifts of two rotations', () => {
    expect(said('min-rest', dayAndNight('23:00'), { now })).toMatchInlineSnapshot(`
     [
       "warning: 'alice' has 3 h of rest between 'day' and 'night', from Mon 30 Nov 2026 20:00 to Mon 30 Nov 2026 23:00 (UTC); it should be 6 h: let somebody else take one of them ('checks: { min-rest: 6h }' sets the least) @ alice",
     ]
    `)
  })

  it('is not what goes on at once, nor enough of it', () => {
    expect(said('min-rest', dayAndNight('20:00'), { now })).toEqual([])
    expect(
      said(
        'min-rest',
        dayAndNight('20:00').replace('2026-11-30 20:00, end', '2026-12-01 02:00, end'),
        {
          now,
        },
      ),
    ).toEqual([])
  })

  it('is as long as the team says', () => {
    const later = dayAndNight('20:00', 'checks: { min-rest: 12h }').replace(
      '2026-11-30 20:00, end',
      '2026-12-01 02:00, end',
    )
    expect(said('min-rest', later, { now })).toHaveLength(1)
  })
})

describe('never-on-call', () => {
  it('is a member whose dates hold no handoff', () => {
    expect(said('never-on-call', carolUntil('2026-12-12'))).toMatchInlineSnapshot(`
     [
       "warning: 'carol' stands in the roster of 'primary' without ever getting a turn: no turn of theirs begins between 'from' and 'until' @ { who: carol, from: 2026-12-08, until: 2026-12-12 }",
     ]
    `)
    expect(said('never-on-call', carolUntil('2026-12-29'))).toEqual([])
  })

  it('is a member whose turns all fall where the windows are closed', () => {
    expect(said('never-on-call', deskOf('1 day'))).toMatchInlineSnapshot(`
     [
       "warning: 'alice' and 'bob' stand in the roster of 'desk' without ever getting a turn: each of their turns falls where the windows are closed or another layer lies on top; 'turn: 1 shift' makes a turn of each opening @ [alice, bob]",
       "warning: 'bob' and 'carol' stand in the roster of 'desk' without ever getting a turn: each of their turns falls where the windows are closed or another layer lies on top; 'turn: 1 shift' makes a turn of each opening @ [bob, carol]",
     ]
    `)
    expect(said('never-on-call', deskOf('1 shift'))).toEqual([])
  })

  it('is nobody who left, nor anybody of a layer that is over', () => {
    const yaml = weekly('[alice, bob, { who: carol, from: 2026-12-08, until: 2026-12-12 }]')
    expect(said('never-on-call', yaml, { now: '2026-12-20' })).toEqual([])
  })
})

describe('unseen-layer', () => {
  it('is a layer under another one for all its life', () => {
    expect(said('unseen-layer', newFrom('2026-11-30'))).toMatchInlineSnapshot(`
     [
       "warning: the layer 'Old' of 'primary' is never seen: other layers lie on top of it whenever it is active, or its windows never open: delete it, or write it behind them (later layers lie on top) @ { name: Old, start: 2026-11-30, turn: 1 week, members: [alice] }",
     ]
    `)
  })

  it('is not one that another has replaced', () => {
    expect(said('unseen-layer', newFrom('2026-12-07'), { now: '2027-12-01' })).toEqual([])
  })
})

const table = (turn: string): string =>
  `people: { alice: {}, bob: {} }\nrotations:\n  primary: { ${turn} shifts: { 2026-11-02: alice, 2027-02-01: bob } }\n`

describe('roster-ends', () => {
  it('is said in good time, when everybody leaves', () => {
    const all = weekly('[{ who: alice, until: 2027-04-01 }, { who: bob, until: 2027-03-01 }]')
    expect(said('roster-ends', all)).toMatchInlineSnapshot(`
     [
       "warning: nobody takes turns of 'primary' from Mon 5 Apr 2027 16:00 (UTC) on, when everybody's 'until' has come: add somebody with 'from', or a layer that begins then @ start: 2026-11-30 16:00",
     ]
    `)
    expect(said('roster-ends', all.replace(', until: 2027-03-01', ''))).toEqual([])
  })

  it('is said when the last layer ends, but not years before', () => {
    const ending =
      '{ start: 2026-11-02 16:00, end: 2027-04-05 16:00, turn: 1 week, members: [alice, bob] }'
    const yaml = `people: { alice: {}, bob: {} }\nrotations:\n  primary: { layers: [${ending}] }\n`
    expect(said('roster-ends', yaml)).toHaveLength(1)
    expect(said('roster-ends', yaml.replace('2027', '2028'))).toEqual([])
    // The end of a rotation is meant.
    expect(said('roster-ends', weekly('[alice, bob]', '    end: 2027-04-05 16:00\n'))).toEqual([])
  })

  it('is said of a table whose last row is over', () => {
    expect(said('roster-ends', table('turn: 4 weeks,'))).toHaveLength(1)
    expect(said('roster-ends', table(''))).toEqual([])
  })
})

describe('last-turn', () => {
  it('is a turn that goes on after somebody has left', () => {
    expect(said('last-turn', bobLeaves('2026-12-10'))).toMatchInlineSnapshot(`
     [
       "warning: 'bob' leaves the team on Thu 10 Dec 2026 00:00 (UTC), but their last turn of 'primary' goes on until Mon 14 Dec 2026 16:00: 'until: 2026-12-07' ends their entry with the turn before, or add an override for the rest @ { who: bob, until: 2026-12-10 }",
     ]
    `)
    expect(said('last-turn', bobLeaves('2026-12-07'))).toEqual([])
  })

  it('of shifts on listed days ends with the last of them', () => {
    const yaml = `holidays: { x: [2026-12-25, 2026-12-26] }
people: { alice: {}, bob: { until: 2026-12-26 12:00 } }
rotations:
  primary:
    start: 2026-11-30
    coverage: none
    turn: 1 shift
    during: { days: x, from: 00:00, to: 24:00 }
    members: [alice, { who: bob, until: 2027-01-01 }]
`
    expect(said('last-turn', yaml)).toEqual([expect.not.stringContaining('NaN')])
  })
})

describe('unused-person', () => {
  it('is somebody in no roster, no override and no meeting', () => {
    const yaml = weekly('[alice, bob]').replace(', dave: {}, erin: {}', '')
    expect(said('unused-person', yaml)).toMatchInlineSnapshot(`
     [
       "warning: 'carol' is in no roster, override or meeting: add them to one, give them 'until' if they left, or delete them @ carol",
     ]
    `)
  })

  it('is nobody who comes to a meeting of everyone, or who has left', () => {
    const yaml = weekly('[alice, bob]').replace(', dave: {}, erin: {}', '')
    const meeting = 'meetings: { all: { days: mon, at: 12:00, duration: 1 hour } }\n'
    expect(said('unused-person', yaml + meeting)).toEqual([])
    expect(
      said('unused-person', yaml.replace('carol: {}', 'carol: { until: 2026-11-01 }')),
    ).toEqual([])
  })
})

/** A weekly rotation of UTC that begins so. */
function starting(start: string, more = ''): string {
  return `people: { alice: { timezone: Europe/Berlin }, bob: {} }\nrotations: { primary: { start: ${start}, turn: 1 week, members: [alice, bob]${more} } }`
}

describe('other-offset', () => {
  it('says where handoffs really are, and the zone of the team that has the offset', () => {
    expect(said('other-offset', starting('2026-07-06 09:00+02:00'))).toMatchInlineSnapshot(`
     [
       "warning: 'start' of 'primary' is written with +02:00, and its zone (UTC) is at +00:00 then, so that its handoffs are at 07:00 by the clock there: 'timezone: Europe/Berlin' says where it is at home, or write '2026-07-06 07:00' where that is meant @ 2026-07-06 09:00+02:00",
     ]
    `)
    expect(said('other-offset', starting('2026-07-06T09:00-05:00', ', timezone: America/New_York')))
      .toMatchInlineSnapshot(`
     [
       "warning: 'start' of 'primary' is written with -05:00, and its zone (America/New_York) is at -04:00 then, so that its handoffs are at 10:00 by the clock there: name its own zone by 'timezone', or write '2026-07-06 10:00' where that is meant @ 2026-07-06T09:00-05:00",
     ]
    `)
  })

  it.each([
    ['the offset is the zone’s', '2026-07-06 09:00-04:00', ', timezone: America/New_York'],
    ['it is UTC', '2026-07-06 09:00Z', ''],
    ['there is no offset', '2026-07-06 09:00', ', timezone: America/New_York'],
  ])('says nothing where %s', (_, start, more) => {
    expect(said('other-offset', starting(start, more))).toEqual([])
  })

  it('says nothing of turns that do not go by that clock, nor once more of a follower', () => {
    const hours = starting('2026-07-06 09:00+02:00').replace('1 week', '12 hours')
    expect(said('other-offset', hours)).toEqual([])
    const both = `${starting('2026-07-06 09:00+02:00').replace(/ }$/, '')}, secondary: { follows: primary } }`
    expect(said('other-offset', both)).toHaveLength(1)
  })
})

describe('back-to-back across layers', () => {
  it('is a week and the weekend at its end', () => {
    expect(said('back-to-back', weekends('[alice, bob, carol]'))).toMatchInlineSnapshot(`
     [
       "warning: 'alice' goes from a turn of one layer of 'primary' straight into one of another ('Weekdays' and 'Weekends'), 4 times from Mon 30 Nov 2026 00:00 to Mon 8 Feb 2027 00:00 (UTC), although there are others: turn the order of one of the layers, or let somebody else take one @ alice",
       "warning: 'bob' goes from a turn of one layer of 'primary' straight into one of another ('Weekdays' and 'Weekends'), 4 times from Mon 7 Dec 2026 00:00 to Mon 15 Feb 2027 00:00 (UTC), although there are others: turn the order of one of the layers, or let somebody else take one @ bob",
       "warning: 'carol' goes from a turn of one layer of 'primary' straight into one of another ('Weekdays' and 'Weekends'), 4 times from Mon 14 Dec 2026 00:00 to Mon 22 Feb 2027 00:00 (UTC), although there are others: turn the order of one of the layers, or let somebody else take one @ carol",
     ]
    `)
  })

  it('is a weekend and the week after it', () => {
    expect(said('back-to-back', weekends('[bob, carol, alice]'))).toHaveLength(3)
    expect(said('back-to-back', weekends('[carol, alice, bob]'))).toEqual([])
  })

  it('is not said where nobody is free', () => {
    const two = weekends('[alice, bob]').replace('[alice, bob, carol]', '[alice, bob]')
    expect(said('back-to-back', two)).toEqual([])
  })

  it('is not a holiday on top of the end of a turn, nor days and nights beside each other', () => {
    const holiday = `${PEOPLE}holidays: { company: [2026-12-06] }
rotations:
  primary:
    layers:
      - { start: 2026-11-30, turn: 1 week, members: [alice, bob, carol] }
      - { start: 2026-11-30, turn: 1 shift, during: { days: company, from: 00:00, to: 24:00 }, members: [alice, bob] }
`
    expect(said('back-to-back', holiday)).toEqual([])
    const nights = `${PEOPLE}rotations:
  primary:
    layers:
      - { start: 2026-11-30 08:00, turn: 1 week, members: [alice, bob, carol] }
      - { start: 2026-11-30 20:00, turn: 1 week, during: { from: 20:00, to: 08:00 }, members: [carol, alice, bob] }
`
    expect(said('back-to-back', nights)).toEqual([])
    // A week of days that begins as a week of nights ends is two weeks on end.
    const inARow = nights.replace('[carol, alice, bob]', '[bob, carol, alice]')
    expect(said('back-to-back', inARow)).toHaveLength(3)
  })

  it('is said of the rotation whose layers they are, and of a follower only what an override does', () => {
    const follower = '  backup: { follows: primary }\n'
    expect(said('back-to-back', weekends('[alice, bob, carol]', follower))).toHaveLength(3)
    const swap = `${follower}overrides: [{ rotation: backup, who: bob, from: 2026-12-11 18:00, to: 2026-12-14 00:00 }]\n`
    expect(said('back-to-back', weekends('[carol, alice, bob]', swap))).toEqual([])
  })
})
