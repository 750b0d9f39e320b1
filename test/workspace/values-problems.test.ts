/** Values of the wrong kind, and values that cannot be. */
import { describe, expect, it } from '@jest/globals'
import { shown } from './texts.ts'

describe('kinds', () => {
  it('a file that is no map [not-a-map]', () => {
    expect(
      shown({
        'a.yaml': `
      - alice
      - bob
      `,
        'b.yaml': `
      alice
      `,
      }),
    ).toMatchInlineSnapshot(`
     "a.yaml:1:1: error: expected a file as a map ('team: …' lines), not a list  [not-a-map]
         - alice
         ^^^^^^^

     b.yaml:1:1: error: expected a file as a map ('team: …' lines), not 'alice'  [not-a-map]
         alice
         ^^^^^
     "
    `)
  })

  it('people as a list', () => {
    expect(
      shown(`
      people:
        - alice
        - bob
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:3: error: expected the id of each person ('ID: …' lines) and under it what it is, not a list: write '{ alice: {}, bob: {} }'  [not-a-map]
           - alice
           ^^^^^^^
     "
    `)
  })

  it('a person as a text', () => {
    expect(
      shown(`
      people:
        alice: Alice Lindqvist
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:10: error: expected a person as a map ('name: …' lines), not 'Alice Lindqvist': write '{ name: Alice Lindqvist }'  [not-a-map]
           alice: Alice Lindqvist
                  ^^^^^^^^^^^^^^^
     "
    `)
  })

  it('a person whose key lacks a space', () => {
    expect(
      shown(`
      people:
        alice:
          timezone:Europe/Paris
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:5: error: expected a person as a map ('name: …' lines), not 'timezone:Europe/Paris': write a space after 'timezone:'  [not-a-map]
             timezone:Europe/Paris
             ^^^^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('a list where a text is [not-text]', () => {
    expect(
      shown(`
      people:
        alice: { name: [Alice, Lindqvist] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:18: error: expected one value, not a list  [not-text]
           alice: { name: [Alice, Lindqvist] }
                          ^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('a map where a person is [bad-value]', () => {
    expect(
      shown(`
      meetings:
        infrastructure: { days: monday, at: 16:00, duration: 1 hour, attendees: [[alice]] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:76: error: expected a person, or { on-call: ROTATION }, not a list  [bad-value]
           infrastructure: { days: monday, at: 16:00, duration: 1 hour, attendees: [[alice]] }
                                                                                    ^^^^^^^
     "
    `)
  })

  it('nothing where something is [empty-value]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { name: '', start: 2026-11-30, turn: 1 week, members: [] }
      overrides:
        - { rotation: [], who: [], on: 2026-11-30 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:20: error: nothing is written here: write a value, or delete it  [empty-value]
           primary: { name: '', start: 2026-11-30, turn: 1 week, members: [] }
                            ^^

     team.yaml:3:66: error: nothing is named here: write people, or 'nobody' for turns left empty  [empty-value]
           primary: { name: '', start: 2026-11-30, turn: 1 week, members: [] }
                                                                          ^^

     team.yaml:5:17: error: nothing is named here: write the id of a rotation  [empty-value]
           - { rotation: [], who: [], on: 2026-11-30 }
                         ^^

     team.yaml:5:26: error: nothing is named here: write a person, or 'nobody'  [empty-value]
           - { rotation: [], who: [], on: 2026-11-30 }
                                  ^^
     "
    `)
  })

  it('a word that is none of a few [bad-word]', () => {
    expect(
      shown(`
      rotations:
        primary: { coverage: alwyas, pagerduty: { kind: layer } }
      checks: { gap: 'no' }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:24: error: 'alwyas': expected 'always' or 'none' (did you mean 'always'?)  [bad-word]
           primary: { coverage: alwyas, pagerduty: { kind: layer } }
                                ^^^^^^

     team.yaml:2:51: error: 'layer': expected 'shifts' or 'layers' (did you mean 'layers'?)  [bad-word]
           primary: { coverage: alwyas, pagerduty: { kind: layer } }
                                                           ^^^^^

     team.yaml:3:16: error: 'no': expected 'on' or 'off'  [bad-word]
         checks: { gap: 'no' }
                        ^^^^
     "
    `)
  })

  it('what a check is not told, and pairs that are none [bad-word] [bad-value]', () => {
    expect(
      shown(`
      rotations: { a: {}, b: {} }
      checks:
        gap: { except: [[a, b]] }
        min-rest: { except: [] }
        double-booking: { except: [[a], [a, a], [a, c]] }
        night-meeting: [off]
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:8: error: a map: expected 'on' or 'off'  [bad-word]
           gap: { except: [[a, b]] }
                ^^^^^^^^^^^^^^^^^^^^

     team.yaml:4:13: error: a map: expected 'off' or a length such as '11h'  [bad-word]
           min-rest: { except: [] }
                     ^^^^^^^^^^^^^^

     team.yaml:5:31: error: a pair is two rotations: write '[[desk, primary]]'  [bad-value]
           double-booking: { except: [[a], [a, a], [a, c]] }
                                       ^

     team.yaml:5:36: error: a pair is two rotations: write '[[desk, primary]]'  [bad-value]
           double-booking: { except: [[a], [a, a], [a, c]] }
                                            ^

     team.yaml:5:47: error: unknown rotation 'c' (did you mean 'a'?)  [unknown-rotation]
           double-booking: { except: [[a], [a, a], [a, c]] }
                                                       ^

     team.yaml:6:18: error: expected 'off', not a list  [bad-value]
           night-meeting: [off]
                          ^^^^^
     "
    `)
  })
})

describe('characters', () => {
  it('a comment that was meant as text [lost-text]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {} }
      rotations:
        primary:
          name: Team #1
          start: 2026-11-30
          turn: 1 week # a comment
          members: [alice, bob] #a comment too
      overrides:
        - rotation: primary
          who: bob
          on: 2026-12-24
          why: see #123, and ask # before
        - { rotation: primary, who: bob, on: 2026-12-25, why: "see #123" }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:11: warning: '#' begins a comment: put the value in quotes, write '"Team #1"'  [lost-text]
             name: Team #1
                   ^^^^^^^

     team.yaml:12:10: warning: '#' begins a comment: put the value in quotes, write '"see #123, and ask # before"'  [lost-text]
             why: see #123, and ask # before
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('nothing but a comment', () => {
    expect(
      shown(`
      team: #infra
      people: { alice: {} }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:7: error: nothing is written here, since '#' begins a comment: put the value in quotes, write '"#infra"'  [empty-value]
         team: #infra
               ^^^^^^
     "
    `)
  })

  it('what nobody sees, or only looks right [odd-character]', () => {
    expect(
      shown(`
      people: { alice: { name: “Alice” }, bob\u200B: {} }
      rotations:
        primary: { start: 2026\u201111\u201130, turn: 1\u00A0week, mem\u00ADbers: [alice\u200E] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:26: warning: '“Alice”' holds smart quotes, which are part of the text: write 'Alice'  [odd-character]
         people: { alice: { name: “Alice” }, bob​: {} }
                                  ^^^^^^^

     team.yaml:1:37: error: 'bob​' holds a zero width space (U+200B): write 'bob'  [odd-character]
         people: { alice: { name: “Alice” }, bob​: {} }
                                             ^^^^

     team.yaml:3:21: error: '2026‑11‑30' holds a hyphen that is another character (U+2011): write '2026-11-30'  [odd-character]
           primary: { start: 2026‑11‑30, turn: 1 week, mem­bers: [alice�] }
                             ^^^^^^^^^^

     team.yaml:3:39: error: '1 week' holds a no-break space (U+00A0): write '1 week'  [odd-character]
           primary: { start: 2026‑11‑30, turn: 1 week, mem­bers: [alice�] }
                                               ^^^^^^

     team.yaml:3:47: error: 'mem­bers' holds a soft hyphen (U+00AD): write 'members'  [odd-character]
           primary: { start: 2026‑11‑30, turn: 1 week, mem­bers: [alice�] }
                                                       ^^^^^^^^
     "
    `)
  })

  it('what nobody sees in the names of people is theirs', () => {
    expect(
      shown(`people: { alice: { name: "Alice\u00A0Lindqvist" }, bob: { name: O’Neill } }`),
    ).toBe('')
  })
})

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
