/** Dates and times that cannot be, and ends before their beginnings. */
import { describe, expect, it } from '@jest/globals'
import { shown } from './texts.ts'

describe('dates and times', () => {
  it('dates that there are not [bad-date]', () => {
    expect(
      shown(`
      people:
        alice: { away: [2026-02-29, 2026-13-01, 2026-1-5, 24.12.2026, 1969-12-31, 2026-12-24..2026-12-20] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:19: error: '2026-02-29': there is no 2026-02-29: that month has 28 days  [bad-date]
           alice: { away: [2026-02-29, 2026-13-01, 2026-1-5, 24.12.2026, 1969-12-31, 2026-12-24..2026-12-20] }
                           ^^^^^^^^^^

     team.yaml:2:31: error: '2026-13-01': there is no month 13 (did you mean '2026-01-13'?)  [bad-date]
           alice: { away: [2026-02-29, 2026-13-01, 2026-1-5, 24.12.2026, 1969-12-31, 2026-12-24..2026-12-20] }
                                       ^^^^^^^^^^

     team.yaml:2:43: error: '2026-1-5': write '2026-01-05'  [bad-date]
           alice: { away: [2026-02-29, 2026-13-01, 2026-1-5, 24.12.2026, 1969-12-31, 2026-12-24..2026-12-20] }
                                                   ^^^^^^^^

     team.yaml:2:53: error: '24.12.2026': write '2026-12-24'  [bad-date]
           alice: { away: [2026-02-29, 2026-13-01, 2026-1-5, 24.12.2026, 1969-12-31, 2026-12-24..2026-12-20] }
                                                             ^^^^^^^^^^

     team.yaml:2:65: error: '1969-12-31': the year 1969 is outside 1970 to 2200  [bad-date]
           alice: { away: [2026-02-29, 2026-13-01, 2026-1-5, 24.12.2026, 1969-12-31, 2026-12-24..2026-12-20] }
                                                                         ^^^^^^^^^^

     team.yaml:2:77: error: '2026-12-24..2026-12-20': the range ends before it begins: write '2026-12-20..2026-12-24'  [bad-date]
           alice: { away: [2026-02-29, 2026-13-01, 2026-1-5, 24.12.2026, 1969-12-31, 2026-12-24..2026-12-20] }
                                                                                     ^^^^^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('times that there are not [bad-time]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30 24:00, end: 2026-11-30 25:00, turn: 1 week, members: [alice] }
        secondary: { start: 2026-11-30 9:00, turn: 1 week, members: [alice] }
        third: { start: 2026-11-30 09:00 CET, turn: 1 week, members: [alice] }
        fourth: { start: 2026-11-30 09:00+25, turn: 1 week, members: [alice] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:21: error: '2026-11-30 24:00': 24:00 is 00:00 of the next day: write '2026-12-01 00:00'  [bad-time]
           primary: { start: 2026-11-30 24:00, end: 2026-11-30 25:00, turn: 1 week, members: [alice] }
                             ^^^^^^^^^^^^^^^^

     team.yaml:3:44: error: '2026-11-30 25:00': there is no time 25:00  [bad-time]
           primary: { start: 2026-11-30 24:00, end: 2026-11-30 25:00, turn: 1 week, members: [alice] }
                                                    ^^^^^^^^^^^^^^^^

     team.yaml:4:23: error: '2026-11-30 9:00': write '2026-11-30 09:00'  [bad-time]
           secondary: { start: 2026-11-30 9:00, turn: 1 week, members: [alice] }
                               ^^^^^^^^^^^^^^^

     team.yaml:5:19: error: '2026-11-30 09:00 CET': the zone is said by 'timezone': write '2026-11-30 09:00', and 'timezone: Europe/Berlin' beside it  [bad-time]
           third: { start: 2026-11-30 09:00 CET, turn: 1 week, members: [alice] }
                           ^^^^^^^^^^^^^^^^^^^^

     team.yaml:6:20: error: '2026-11-30 09:00+25': there is no offset +25  [bad-time]
           fourth: { start: 2026-11-30 09:00+25, turn: 1 week, members: [alice] }
                            ^^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('24:00 where something begins', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { coverage: { from: 24:00, to: 08:00 } }
      meetings:
        infrastructure: { days: monday, at: 24:00, duration: 1 hour }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:32: error: '24:00' closes a window: one that opens then opens at 00:00 of the next day  [bad-time]
           primary: { coverage: { from: 24:00, to: 08:00 } }
                                        ^^^^^

     team.yaml:5:39: error: '24:00': a day ends there: write '00:00', and the day after in 'days'  [bad-time]
           infrastructure: { days: monday, at: 24:00, duration: 1 hour }
                                               ^^^^^
     "
    `)
  })

  it('a time of day with one digit', () => {
    expect(
      shown(`
      rotations:
        primary: { coverage: { from: 9:00, to: 17:00 } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:32: error: '9:00': write '09:00'  [bad-time]
           primary: { coverage: { from: 9:00, to: 17:00 } }
                                        ^^^^
     "
    `)
  })

  it('a day without a time of day', () => {
    expect(
      shown(`
      rotations:
        primary: { coverage: { from: fri, to: mon 09:00 } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:32: error: 'fri': expected a time of day such as '09:00', or 'fri 17:00'  [bad-time]
           primary: { coverage: { from: fri, to: mon 09:00 } }
                                        ^^^
     "
    `)
  })

  it('a working day that is none', () => {
    expect(
      shown(`
      people:
        alice: { hours: 09:00 }
        bob: { hours: 09:00-09:00 }
        carol: { hours: 9-5 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:19: error: '09:00': expected hours such as '09:00-18:00'  [bad-time]
           alice: { hours: 09:00 }
                           ^^^^^

     team.yaml:3:17: error: '09:00-09:00': the working day has no length: expected hours such as '09:00-18:00'  [bad-time]
           bob: { hours: 09:00-09:00 }
                         ^^^^^^^^^^^

     team.yaml:4:19: error: '9-5': write '09:00-17:00'  [bad-time]
           carol: { hours: 9-5 }
                           ^^^
     "
    `)
  })
})

describe('an end that is not after its beginning [wrong-order]', () => {
  it('of a layer, a member, a person, an absence, an override', () => {
    expect(
      shown(`
      people:
        alice: { from: 2026-12-01, until: 2026-11-01, away: [{ from: 2026-12-02, to: 2026-12-01 }] }
      rotations:
        primary:
          start: 2026-11-30
          end: 2026-11-29
          turn: 1 week
          members: [{ who: alice, from: 2026-12-02, until: 2026-12-01 }]
          overrides: [{ who: alice, from: 2026-11-30 16:00, to: 2026-11-30 15:00 }]
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:37: error: 'until' is not after 'from'  [wrong-order]
           alice: { from: 2026-12-01, until: 2026-11-01, away: [{ from: 2026-12-02, to: 2026-12-01 }] }
                                             ^^^^^^^^^^

     team.yaml:2:80: error: 'to' is not after 'from'  [wrong-order]
           alice: { from: 2026-12-01, until: 2026-11-01, away: [{ from: 2026-12-02, to: 2026-12-01 }] }
                                                                                        ^^^^^^^^^^

     team.yaml:6:10: error: 'end' is not after 'start'  [wrong-order]
             end: 2026-11-29
                  ^^^^^^^^^^

     team.yaml:8:54: error: 'until' is not after 'from'  [wrong-order]
             members: [{ who: alice, from: 2026-12-02, until: 2026-12-01 }]
                                                              ^^^^^^^^^^

     team.yaml:9:59: error: 'to' is not after 'from' (did you mean '2026-12-01 15:00'?)  [wrong-order]
             overrides: [{ who: alice, from: 2026-11-30 16:00, to: 2026-11-30 15:00 }]
                                                                   ^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('of a meeting', () => {
    expect(
      shown(`
      meetings:
        infrastructure: { days: monday, at: 16:00, duration: 1 hour, start: 2026-11-30, end: 2026-11-30 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:88: error: 'end' is not after 'start'  [wrong-order]
           infrastructure: { days: monday, at: 16:00, duration: 1 hour, start: 2026-11-30, end: 2026-11-30 }
                                                                                                ^^^^^^^^^^
     "
    `)
  })

  it('a date as an end is its midnight, which is said', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      overrides:
        - { rotation: primary, who: alice, from: 2026-12-24, to: 2026-12-24 }
      rotations: { primary: {} }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:60: error: 'to' is not after 'from', and a date is its midnight: for that whole day write '2026-12-25'  [wrong-order]
           - { rotation: primary, who: alice, from: 2026-12-24, to: 2026-12-24 }
                                                                    ^^^^^^^^^^
     "
    `)
  })
})
