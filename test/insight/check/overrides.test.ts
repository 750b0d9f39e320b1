import { describe, expect, it } from '@jest/globals'
import { PEOPLE, said, weekly } from './checking.ts'

/** The handoffs are on Mondays at 16:00: Alice from 30 November, Bob from 7 December, then Carol. */
const withOverride = (...overrides: string[]): string =>
  weekly(
    '[alice, bob, carol]',
    `    overrides:\n${overrides.map((text) => `      - { ${text} }\n`).join('')}`,
  )

const inBoth = (who: string): string =>
  weekly(
    '[alice, bob, carol]',
    `  secondary: { follows: primary }
overrides: [{ rotation: [primary, secondary], who: erin, instead_of: ${who}, on: 2026-12-02 }]
`,
  )

const daveFrom = (start: string): string => `who: dave, from: ${start}, to: 2026-12-10 12:00`

const everyEightHours = (to: string): string => `${PEOPLE}rotations:
  sun: { start: 2026-11-30, turn: 8 hours, members: [alice, bob, carol], overrides: [{ who: dave, from: 2026-12-02 00:00, to: 2026-12-02 ${to} }] }
`

const deskWith = (override: string): string => `${PEOPLE}rotations:
  desk:
    coverage: { days: mon-fri, from: 09:00, to: 17:00 }
    start: 2026-11-30
    turn: 1 week
    members: [alice, bob]
    during: { days: mon-fri, from: 09:00, to: 17:00 }
    overrides: [{ ${override} }]
`

describe('date-only-to', () => {
  it('is a date alone as the end, which leaves that day out', () => {
    expect(said('date-only-to', withOverride('who: dave, from: 2026-12-24, to: 2026-12-26')))
      .toMatchInlineSnapshot(`
     [
       "warning: the override for 'dave' ends when 2026-12-26 begins (Sat 26 Dec 2026 00:00, UTC), so that day is not part of it: 'on: 2026-12-24..2026-12-26' includes it, 'to: 2026-12-26 00:00' says that it is not meant @ 2026-12-26",
     ]
    `)
    expect(said('date-only-to', withOverride('who: dave, from: 2026-12-24 16:00, to: 2026-12-26')))
      .toMatchInlineSnapshot(`
     [
       "warning: the override for 'dave' ends when 2026-12-26 begins (Sat 26 Dec 2026 00:00, UTC), so that day is not part of it: write 'to: 2026-12-27 00:00' to include it, 'to: 2026-12-26 00:00' where it is not meant @ 2026-12-26",
     ]
    `)
  })

  it('is not midnight that was written, nor whole days, nor what is over', () => {
    expect(
      said('date-only-to', withOverride('who: dave, from: 2026-12-24, to: 2026-12-26 00:00')),
    ).toEqual([])
    expect(said('date-only-to', withOverride('who: dave, on: 2026-12-24..2026-12-26'))).toEqual([])
    expect(
      said('date-only-to', withOverride('who: dave, from: 2026-11-24, to: 2026-11-26')),
    ).toEqual([])
  })
})

describe('stale-override', () => {
  it('is an instead_of that meets its person nowhere', () => {
    const yaml = withOverride('who: erin, instead_of: bob, on: 2026-12-02..2026-12-03')
    expect(said('stale-override', yaml)).toMatchInlineSnapshot(`
     [
       "warning: 'bob' is not on call for 'primary' from Wed 2 Dec 2026 00:00 to Fri 4 Dec 2026 00:00 (UTC), so 'erin' stands in for nobody (on call then: alice): delete the override, or name whom it is to replace now @ { who: erin, instead_of: bob, on: 2026-12-02..2026-12-03 }",
     ]
    `)
    // Of the two rules it is only said by one.
    expect(said('idle-override', yaml)).toEqual([])
  })

  it('is not one that meets them for a moment, or by an earlier override', () => {
    expect(
      said(
        'stale-override',
        withOverride('who: erin, instead_of: bob, from: 2026-12-05, to: 2026-12-07 16:01'),
      ),
    ).toEqual([])
    const chain = withOverride(
      'who: bob, on: 2026-12-02',
      'who: erin, instead_of: bob, on: 2026-12-02',
    )
    expect(said('stale-override', chain)).toEqual([])
  })

  it('is said once of one that names several rotations, and only where it is stale in all', () => {
    expect(said('stale-override', inBoth('bob'))).toEqual([])
    expect(said('stale-override', inBoth('carol'))).toHaveLength(1)
  })
})

describe('misaligned-override', () => {
  it('is a whole day beside a handoff at another time of day', () => {
    expect(said('misaligned-override', withOverride('who: dave, on: 2026-12-07..2026-12-13')))
      .toMatchInlineSnapshot(`
     [
       "warning: the override for 'dave' is written in whole days and begins on Mon 7 Dec 2026 00:00, 16 h before the handoff of 'primary' on Mon 7 Dec 2026 16:00 (UTC): write 'from: 2026-12-07 16:00, to: 2026-12-14 16:00' for whole turns @ { who: dave, on: 2026-12-07..2026-12-13 }",
     ]
    `)
    expect(said('misaligned-override', withOverride('who: dave, on: 2026-12-07')))
      .toMatchInlineSnapshot(`
     [
       "warning: the override for 'dave' is written in whole days and begins on Mon 7 Dec 2026 00:00, 16 h before the handoff of 'primary' on Mon 7 Dec 2026 16:00 (UTC): the day has a part of two turns, so write 'from' and 'to' with times, or by 'instead_of' whose part is meant @ { who: dave, on: 2026-12-07 }",
     ]
    `)
    // Dates as both ends are whole days too; midnights that are written are meant.
    const [from, to] = ['2026-12-07', '2026-12-10']
    expect(
      said('misaligned-override', withOverride(`who: dave, from: ${from}, to: ${to}`)),
    ).toHaveLength(1)
    expect(
      said('misaligned-override', withOverride(`who: dave, from: ${from} 00:00, to: ${to} 00:00`)),
    ).toEqual([])
  })

  it('is each of several in whole days that touch at the day of a handoff', () => {
    const swap = ['who: carol, on: 2026-12-07..2026-12-13', 'who: bob, on: 2026-12-14..2026-12-20']
    expect(said('misaligned-override', withOverride(...swap))).toMatchInlineSnapshot(`
     [
       "warning: the override for 'carol' is written in whole days and begins on Mon 7 Dec 2026 00:00, 16 h before the handoff of 'primary' on Mon 7 Dec 2026 16:00 (UTC): write 'from: 2026-12-07 16:00, to: 2026-12-14 16:00' for whole turns @ { who: carol, on: 2026-12-07..2026-12-13 }",
       "warning: the override for 'bob' is written in whole days and begins on Mon 14 Dec 2026 00:00, 16 h before the handoff of 'primary' on Mon 14 Dec 2026 16:00 (UTC): write 'from: 2026-12-14 16:00, to: 2026-12-21 16:00' for whole turns @ { who: bob, on: 2026-12-14..2026-12-20 }",
     ]
    `)
  })

  it('is not whole days that touch in the midst of a turn, nor one that begins where another ends by the clock', () => {
    const days = ['who: dave, on: 2026-12-02', 'who: erin, on: 2026-12-03']
    expect(said('misaligned-override', withOverride(...days))).toEqual([])
    const mixed = [
      'who: dave, from: 2026-12-06 12:00, to: 2026-12-07 00:00',
      'who: erin, on: 2026-12-07..2026-12-09',
    ]
    expect(said('misaligned-override', withOverride(...mixed))).toEqual([])
  })

  it('is not the weekend before a handoff', () => {
    expect(
      said('misaligned-override', withOverride('who: dave, on: 2026-12-05..2026-12-06')),
    ).toEqual([])
    const last = withOverride('who: dave, on: 2026-12-06..2026-12-07')
    expect(said('misaligned-override', last)).toHaveLength(1)
  })

  it('is not a whole day between handoffs, nor a day on from one at midnight', () => {
    expect(said('misaligned-override', withOverride('who: dave, on: 2026-12-09'))).toEqual([])
    const midnight = withOverride('who: dave, on: 2026-12-08').replace('16:00', '00:00')
    expect(said('misaligned-override', midnight)).toEqual([])
  })

  it('is an edge some hours from a handoff', () => {
    expect(
      said(
        'misaligned-override',
        withOverride('who: dave, from: 2026-12-07 12:00, to: 2026-12-10 12:00'),
      ),
    ).toMatchInlineSnapshot(`
     [
       "warning: the override for 'dave' begins on Mon 7 Dec 2026 12:00, 4 h before the handoff of 'primary' on Mon 7 Dec 2026 16:00 (UTC): write 'from: 2026-12-07 16:00' for whole turns @ { who: dave, from: 2026-12-07 12:00, to: 2026-12-10 12:00 }",
     ]
    `)
    expect(
      said(
        'misaligned-override',
        withOverride('who: dave, from: 2026-12-10 12:00, to: 2026-12-14 18:00'),
      ),
    ).toMatchInlineSnapshot(`
     [
       "warning: the override for 'dave' ends on Mon 14 Dec 2026 18:00, 2 h after the handoff of 'primary' on Mon 14 Dec 2026 16:00 (UTC): write 'to: 2026-12-14 16:00' for whole turns @ { who: dave, from: 2026-12-10 12:00, to: 2026-12-14 18:00 }",
     ]
    `)
  })

  it('is not one on the handoff, or further from it, or where another override begins', () => {
    expect(said('misaligned-override', withOverride(daveFrom('2026-12-07 16:00')))).toEqual([])
    expect(said('misaligned-override', withOverride(daveFrom('2026-12-07 09:59')))).toEqual([])
    const chain = withOverride(
      daveFrom('2026-12-07 12:00'),
      'who: erin, from: 2026-12-07 02:00, to: 2026-12-07 12:00',
    )
    expect(said('misaligned-override', chain)).toEqual([])
  })

  it('is not said of what is added, nor of an instead_of whose edge has no effect', () => {
    expect(
      said(
        'misaligned-override',
        withOverride('add: dave, from: 2026-12-07 12:00, to: 2026-12-10 12:00'),
      ),
    ).toEqual([])
    expect(
      said(
        'misaligned-override',
        withOverride('who: dave, instead_of: bob, from: 2026-12-07 12:00, to: 2026-12-10 12:00'),
      ),
    ).toEqual([])
    expect(
      said(
        'misaligned-override',
        withOverride('who: dave, instead_of: alice, from: 2026-12-07 12:00, to: 2026-12-10 12:00'),
      ),
    ).toHaveLength(1)
  })

  it('takes a quarter of a turn where turns are short', () => {
    expect(said('misaligned-override', everyEightHours('04:00'))).toEqual([])
    expect(said('misaligned-override', everyEightHours('07:00'))).toHaveLength(1)
  })

  it('is a plain who over time in which nobody was on call', () => {
    expect(said('misaligned-override', deskWith('who: dave, on: 2026-12-02')))
      .toMatchInlineSnapshot(`
     [
       "warning: the override puts 'dave' on call for 'desk' from Wed 2 Dec 2026 00:00 to Wed 2 Dec 2026 09:00 (UTC) (and once more), when nobody was: 'instead_of' keeps to the hours of whom it replaces, 'add' says that somebody comes where nobody was @ { who: dave, on: 2026-12-02 }",
     ]
    `)
    expect(
      said('misaligned-override', deskWith('who: dave, instead_of: alice, on: 2026-12-02')),
    ).toEqual([])
    expect(said('misaligned-override', deskWith('add: dave, on: 2026-12-05'))).toEqual([])
    expect(
      said(
        'misaligned-override',
        deskWith('who: dave, from: 2026-12-02 09:00, to: 2026-12-02 17:00'),
      ),
    ).toEqual([])
  })

  it('has nothing to say about a rotation that holds only overrides', () => {
    const yaml = `${PEOPLE}rotations: { party: { coverage: none, overrides: [{ who: dave, on: 2026-12-02 }] } }\n`
    expect(said('misaligned-override', yaml)).toEqual([])
  })
})

describe('idle-override', () => {
  it('is one without which the same people are on call', () => {
    expect(said('idle-override', withOverride('who: alice, on: 2026-12-02')))
      .toMatchInlineSnapshot(`
     [
       "warning: the override for 'alice' from Wed 2 Dec 2026 00:00 to Thu 3 Dec 2026 00:00 (UTC) changes nothing: the same people are on call without it, by their turns or by another override: delete it @ { who: alice, on: 2026-12-02 }",
     ]
    `)
    const hidden = withOverride(
      'who: dave, on: 2026-12-02',
      'who: erin, on: 2026-12-01..2026-12-03',
    )
    expect(said('idle-override', hidden)).toHaveLength(1)
  })

  it('is not one that changes something somewhere', () => {
    expect(
      said('idle-override', withOverride('who: alice, from: 2026-12-02, to: 2026-12-07 16:01')),
    ).toEqual([])
  })
})

describe('old-override', () => {
  const old = 'who: dave, on: 2026-12-02'
  it('is a hint to tidy, once for a file, when it was over half a year ago', () => {
    expect(
      said('old-override', withOverride(old, 'who: dave, on: 2026-12-04'), { now: '2027-07-01' }),
    ).toMatchInlineSnapshot(`
     [
       "warning: 2 overrides in this file were over long ago, this one on Thu 3 Dec 2026: 'rotate tidy' takes out what is long over, and git remembers it @ { who: dave, on: 2026-12-02 }",
     ]
    `)
    expect(said('old-override', withOverride(old), { now: '2027-07-01' })).toMatchInlineSnapshot(`
     [
       "warning: this override was over on Thu 3 Dec 2026: 'rotate tidy' takes out what is long over, and git remembers it @ { who: dave, on: 2026-12-02 }",
     ]
    `)
    expect(said('old-override', withOverride(old), { now: '2027-05-01' })).toEqual([])
  })
})
