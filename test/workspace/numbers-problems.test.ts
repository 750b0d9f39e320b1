/** Numbers, lengths and addresses that cannot be, and what is said of people. */
import { describe, expect, it } from '@jest/globals'
import { loaded, shown } from './texts.ts'

describe('numbers and addresses', () => {
  it('lengths that are none [bad-length]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        a: { start: 2026-11-30, turn: 0 weeks, members: [alice] }
        b: { start: 2026-11-30, turn: 1.5 days, members: [alice] }
        c: { start: 2026-11-30, turn: -1 days, members: [alice] }
        d: { start: 2026-11-30, turn: 2, members: [alice] }
        e: { start: 2026-11-30, turn: 1 fortnight, members: [alice] }
        f: { start: 2026-11-30, turn: 99999999 hours, members: [alice] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:33: error: '0 weeks': expected a whole number of weeks, at least 1  [bad-length]
           a: { start: 2026-11-30, turn: 0 weeks, members: [alice] }
                                         ^^^^^^^

     team.yaml:4:33: error: '1.5 days': write '36 hours'  [bad-length]
           b: { start: 2026-11-30, turn: 1.5 days, members: [alice] }
                                         ^^^^^^^^

     team.yaml:5:33: error: '-1 days': expected a whole number of days, at least 1  [bad-length]
           c: { start: 2026-11-30, turn: -1 days, members: [alice] }
                                         ^^^^^^^

     team.yaml:6:33: error: '2': expected a length such as '2 weeks' (a number of hours, days, months, shifts or weeks)  [bad-length]
           d: { start: 2026-11-30, turn: 2, members: [alice] }
                                         ^

     team.yaml:7:33: error: '1 fortnight': write '2 weeks'  [bad-length]
           e: { start: 2026-11-30, turn: 1 fortnight, members: [alice] }
                                         ^^^^^^^^^^^

     team.yaml:8:33: error: '99999999 hours': expected a number of at most seven digits  [bad-length]
           f: { start: 2026-11-30, turn: 99999999 hours, members: [alice] }
                                         ^^^^^^^^^^^^^^
     "
    `)
  })

  it('units that belong elsewhere', () => {
    expect(
      shown(`
      meetings:
        infrastructure: { days: monday, at: 16:00, duration: 1 day, every: 1 month, start: 2026-11-30 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:56: error: '1 day': write '24 hours'  [bad-length]
           infrastructure: { days: monday, at: 16:00, duration: 1 day, every: 1 month, start: 2026-11-30 }
                                                                ^^^^^

     team.yaml:2:63: error: weekdays come every so many weeks: say weeks such as 'every: 4 weeks', or a day of the month such as 'first monday'  [every-with-days]
           infrastructure: { days: monday, at: 16:00, duration: 1 day, every: 1 month, start: 2026-11-30 }
                                                                       ^^^^^
     "
    `)
  })

  it('half a turn ahead [bad-number]', () => {
    expect(
      shown(`
      rotations:
        primary: {}
        secondary: { follows: primary, by: 0.5 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:38: error: '0.5': expected a whole number of turns, such as '1' or '-1'  [bad-number]
           secondary: { follows: primary, by: 0.5 }
                                              ^^^
     "
    `)
  })

  it('an e-mail address that is none [bad-email]', () => {
    expect(
      shown(`
      people:
        alice: { email: alice at example.com }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:19: error: 'alice at example.com': write 'alice@example.com'  [bad-email]
           alice: { email: alice at example.com }
                           ^^^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('two people with one address [same-email]', () => {
    expect(
      shown(`
      people:
        alice: { email: team@example.com }
        bob: { email: Team@example.com }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:17: error: two people have the e-mail address 'Team@example.com': give each their own  [same-email]
           bob: { email: Team@example.com }
                         ^^^^^^^^^^^^^^^^
     team.yaml:2:19: note: first given here
           alice: { email: team@example.com }
                           ^^^^^^^^^^^^^^^^
     "
    `)
  })
})

describe('in PagerDuty', () => {
  it('two people who are one user [same-in-pagerduty]', () => {
    expect(
      shown(`
      people:
        alice: { pagerduty: PUSER1 }
        bob: { pagerduty: PUSER1 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:21: error: two people are the user 'PUSER1' in PagerDuty: give each their own  [same-in-pagerduty]
           bob: { pagerduty: PUSER1 }
                             ^^^^^^
     team.yaml:2:23: note: first given here
           alice: { pagerduty: PUSER1 }
                               ^^^^^^
     "
    `)
  })

  it('two rotations that are one schedule, each of which is known all the same [same-in-pagerduty]', () => {
    const yaml = `
      people: { alice: {} }
      rotations:
        primary: { members: alice, pagerduty: { schedule: PABC123 } }
        secondary: { members: alice, pagerduty: { schedule: PABC123, kind: layers } }
    `
    expect(shown(yaml)).toMatchInlineSnapshot(`
     "team.yaml:4:55: error: two rotations are the schedule 'PABC123' in PagerDuty: name it at one, and leave 'schedule' out at the other, for which sync makes one  [same-in-pagerduty]
           secondary: { members: alice, pagerduty: { schedule: PABC123, kind: layers } }
                                                               ^^^^^^^
     team.yaml:3:53: note: first given here
           primary: { members: alice, pagerduty: { schedule: PABC123 } }
                                                             ^^^^^^^
     "
    `)
    expect([...loaded(yaml).workspace.rotations.keys()]).toEqual(['primary', 'secondary'])
  })
})

describe('people', () => {
  it('days that come again, and an end [days-with-on]', () => {
    expect(
      shown(`
      people:
        alice: { away: [{ days: fri, on: 2026-12-04 }, { days: fri, to: 2026-12-04 }] }
        bob: { away: { from: 2026-12-04, until: 2026-12-05 } }
        carol: { away: { days: [fri, frday] } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:32: error: 'days' come again and again, whole: leave out 'on', and bound them by 'from' and 'until'  [days-with-on]
           alice: { away: [{ days: fri, on: 2026-12-04 }, { days: fri, to: 2026-12-04 }] }
                                        ^^

     team.yaml:2:63: error: 'days' come again and again, whole: leave out 'to', and bound them by 'from' and 'until'  [days-with-on]
           alice: { away: [{ days: fri, on: 2026-12-04 }, { days: fri, to: 2026-12-04 }] }
                                                                       ^^

     team.yaml:3:36: error: 'until' bounds 'days' that come again: write 'to'  [days-with-on]
           bob: { away: { from: 2026-12-04, until: 2026-12-05 } }
                                            ^^^^^

     team.yaml:4:32: error: 'frday' is neither a day nor a list of holidays (did you mean 'friday'?)  [unknown-day]
           carol: { away: { days: [fri, frday] } }
                                        ^^^^^
     "
    `)
  })

  it('a weekend, changes and contacts that cannot be read', () => {
    expect(
      shown(`
      people:
        alice: { weekend: friday-saturn }
        bob: { changes: [{ timezone: UTC }, { from: 2027-01-01, name: Bob }] }
        carol: { changes: [{ from: 2027-01-01, hours: 09:00-17:00 }, { from: 2027-01-01, country: NL }] }
        dave: { contact: [phone] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:21: error: unknown day 'friday-saturn': a weekend is days of the week, such as 'sat-sun' or 'fri'  [unknown-day]
           alice: { weekend: friday-saturn }
                             ^^^^^^^^^^^^^

     team.yaml:3:20: error: a change needs 'from'  [missing-key]
           bob: { changes: [{ timezone: UTC }, { from: 2027-01-01, name: Bob }] }
                            ^^^^^^^^^^^^^^^^^

     team.yaml:3:59: error: a change has no key 'name': 'name' stands once, beside 'changes'  [unknown-key]
           bob: { changes: [{ timezone: UTC }, { from: 2027-01-01, name: Bob }] }
                                                                   ^^^^

     team.yaml:4:72: error: two changes begin on 2027-01-01: make one of them  [changed-twice]
           carol: { changes: [{ from: 2027-01-01, hours: 09:00-17:00 }, { from: 2027-01-01, country: NL }] }
                                                                                ^^^^^^^^^^
     team.yaml:4:22: note: the other one
           carol: { changes: [{ from: 2027-01-01, hours: 09:00-17:00 }, { from: 2027-01-01, country: NL }] }
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

     team.yaml:5:20: error: expected a contact as a map ('phone: +46 70 000 00 00' lines), not a list  [not-a-map]
           dave: { contact: [phone] }
                            ^^^^^^^
     "
    `)
  })
})
