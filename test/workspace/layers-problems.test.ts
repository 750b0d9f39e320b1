/** Layers and their windows that contradict themselves, or lack something. */
import { describe, expect, it } from '@jest/globals'
import { loaded, shown } from './texts.ts'

describe('layers', () => {
  it('somebody twice in a pair [twice-in-pair]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [[alice, alice]] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:65: error: 'alice' stands here twice: leave one out  [twice-in-pair]
           primary: { start: 2026-11-30, turn: 1 week, members: [[alice, alice]] }
                                                                         ^^^^^
     "
    `)
  })

  it('nobody in a pair [nobody-in-pair]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [[alice, nobody]] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:65: error: 'nobody' stands alone, not beside somebody: leave it out  [nobody-in-pair]
           primary: { start: 2026-11-30, turn: 1 week, members: [[alice, nobody]] }
                                                                         ^^^^^^
     "
    `)
  })

  it('a layer beside layers [layers-with-layer]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: 
          turn: 1 week
          layers: [{ start: 2026-11-30, turn: 1 week, members: [alice] }]
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:5: error: 'layers' holds the layers: write 'turn' inside one of them  [layers-with-layer]
             turn: 1 week
             ^^^^
     "
    `)
  })

  it('two layers of one name [same-layer-name]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: 
          layers:
            - { name: Weekly, start: 2026-11-30, turn: 1 week, members: [alice] }
            - { name: Weekly, start: 2026-11-30, turn: 1 week, members: [bob] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:6:9: error: two layers are named 'Weekly': give each a 'name' of its own  [same-layer-name]
               - { name: Weekly, start: 2026-11-30, turn: 1 week, members: [bob] }
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     team.yaml:5:9: note: the first of that name
               - { name: Weekly, start: 2026-11-30, turn: 1 week, members: [alice] }
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it("a layer whose name is another's number", () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: 
          layers:
            - { start: 2026-11-30, turn: 1 week, members: [alice] }
            - { name: 1, start: 2026-11-30, turn: 1 week, members: [bob] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:6:9: error: two layers are named '1': give each a 'name' of its own  [same-layer-name]
               - { name: 1, start: 2026-11-30, turn: 1 week, members: [bob] }
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     team.yaml:5:9: note: the first of that name
               - { start: 2026-11-30, turn: 1 week, members: [alice] }
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('shifts of no windows [shifts-without-during]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 2 shifts, members: [alice] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:39: error: a turn of shifts is counted in openings of windows, so it needs 'during'  [shifts-without-during]
           primary: { start: 2026-11-30, turn: 2 shifts, members: [alice] }
                                               ^^^^^^^^
     "
    `)
  })

  it('a layer that lacks something', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { members: [alice, bob] }
        secondary: { layers: [{ turn: 1 week, members: [alice] }, { start: 2026-11-30, members: [alice] }] }
        third: { start: 2026-11-30 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:12: error: a rotation with 'members' needs 'start' and 'turn'  [missing-key]
           primary: { members: [alice, bob] }
                    ^^^^^^^^^^^^^^^^^^^^^^^^^

     team.yaml:4:25: error: a layer needs 'start'  [missing-key]
           secondary: { layers: [{ turn: 1 week, members: [alice] }, { start: 2026-11-30, members: [alice] }] }
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

     team.yaml:5:10: error: a rotation with 'start' needs 'turn' and 'members'  [missing-key]
           third: { start: 2026-11-30 }
                  ^^^^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('a handoff where there is no table [handoff-without-shifts]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, handoff: 09:00, members: [alice, bob] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:47: error: 'handoff' is the day of the month on which turns of months begin, or the time of day of the dates of 'shifts': say the handoff by 'start'  [handoff-without-shifts]
           primary: { start: 2026-11-30, turn: 1 week, handoff: 09:00, members: [alice, bob] }
                                                       ^^^^^^^
     "
    `)
  })

  it('a start on no such day [start-off-handoff], and a handoff that is none', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {} }
      rotations:
        release: { start: 2026-12-01 10:00, turn: 1 month, handoff: first monday, members: [alice, bob] }
        other: { start: 2026-12-31, turn: 1 month, handoff: fifth thursday, members: [alice, bob] }
        third: { start: 2026-12-31, turn: 1 month, handoff: monday, members: [alice, bob] }
        fourth: { start: 2026-12-31, turn: 1 month, handoff: 31th, members: [alice, bob] }
        fifth: { start: 2026-12-31, turn: 1 month, handoff: 09:00, members: [alice, bob] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:21: error: 'start' is no 'first monday': the first turn begins on such a day (did you mean 2026-12-07?)  [start-off-handoff]
           release: { start: 2026-12-01 10:00, turn: 1 month, handoff: first monday, members: [alice, bob] }
                             ^^^^^^^^^^^^^^^^

     team.yaml:4:55: error: 'fifth thursday': not every month has a fifth one, and each turn begins on one: write 'last thursday'  [unknown-day]
           other: { start: 2026-12-31, turn: 1 month, handoff: fifth thursday, members: [alice, bob] }
                                                               ^^^^^^^^^^^^^^

     team.yaml:5:55: error: 'monday' is no day of the month: expected 'first monday', 'last friday', '15th' or 'last day'  [unknown-day]
           third: { start: 2026-12-31, turn: 1 month, handoff: monday, members: [alice, bob] }
                                                               ^^^^^^

     team.yaml:6:56: error: '31th' is no day of the month (did you mean '31st'?)  [unknown-day]
           fourth: { start: 2026-12-31, turn: 1 month, handoff: 31th, members: [alice, bob] }
                                                                ^^^^

     team.yaml:7:46: error: 'handoff' is the day of the month on which turns of months begin, or the time of day of the dates of 'shifts': say the handoff by 'start'  [handoff-without-shifts]
           fifth: { start: 2026-12-31, turn: 1 month, handoff: 09:00, members: [alice, bob] }
                                                      ^^^^^^^
     "
    `)
  })

  it('a table beside members, or a start [shifts-with-members]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {} }
      rotations:
        primary: { members: [alice, bob], shifts: { 2026-11-30: alice } }
        secondary: { start: 2026-11-30, shifts: { 2026-11-30: alice } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:14: error: 'shifts' says who is on call from when on: leave out 'members'  [shifts-with-members]
           primary: { members: [alice, bob], shifts: { 2026-11-30: alice } }
                      ^^^^^^^

     team.yaml:4:16: error: 'shifts' says who is on call from when on: leave out 'start'  [shifts-with-members]
           secondary: { start: 2026-11-30, shifts: { 2026-11-30: alice } }
                        ^^^^^
     "
    `)
  })

  it('tables whose rows are no times, begin at one time, or say nobody', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {} }
      rotations:
        a: { shifts: { monday: alice } }
        b: { handoff: 09:00, shifts: { 2026-11-30: alice, 2026-11-30 09:00: bob } }
        c: { shifts: {} }
        d: { shifts: [2026-11-30] }
        e: { shifts: { 2026-11-30: [alice, nobody] } }
        f: { handoff: 24:00, shifts: { 2026-11-30: alice } }
        g: { handoff: 9:00, shifts: { 2026-11-30: alice } }
        h: { turn: 2 shifts, shifts: { 2026-11-30: alice } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:18: error: 'monday': expected a time such as '2026-11-30 16:00' or a date  [bad-time]
           a: { shifts: { monday: alice } }
                          ^^^^^^

     team.yaml:4:53: error: two rows of the table begin at this time: delete one  [given-twice]
           b: { handoff: 09:00, shifts: { 2026-11-30: alice, 2026-11-30 09:00: bob } }
                                                             ^^^^^^^^^^^^^^^^
     team.yaml:4:34: note: the other one
           b: { handoff: 09:00, shifts: { 2026-11-30: alice, 2026-11-30 09:00: bob } }
                                          ^^^^^^^^^^

     team.yaml:5:16: error: no shifts are given: write rows such as '2026-11-30: alice'  [empty-value]
           c: { shifts: {} }
                        ^^

     team.yaml:6:16: error: expected a table of shifts ('2026-11-30: alice' lines), not a list  [not-a-map]
           d: { shifts: [2026-11-30] }
                        ^^^^^^^^^^^^

     team.yaml:7:38: error: 'nobody' stands alone, not beside somebody: leave it out  [nobody-in-pair]
           e: { shifts: { 2026-11-30: [alice, nobody] } }
                                              ^^^^^^

     team.yaml:8:17: error: '24:00': a day ends there: write '00:00', and the day after  [bad-time]
           f: { handoff: 24:00, shifts: { 2026-11-30: alice } }
                         ^^^^^

     team.yaml:9:17: error: '9:00': beside a table 'handoff' is the time of day of its dates: write '09:00'  [bad-time]
           g: { handoff: 9:00, shifts: { 2026-11-30: alice } }
                         ^^^^

     team.yaml:10:14: error: beside a table 'turn' is the longest that a row lasts: hours, days, weeks or months, such as '1 week'  [bad-length]
           h: { turn: 2 shifts, shifts: { 2026-11-30: alice } }
                      ^^^^^^^^
     "
    `)
  })
})

describe('windows', () => {
  it('days beside a weekly stretch [days-with-stretch]', () => {
    expect(
      shown(`
      rotations:
        primary: { coverage: { days: mon-fri, from: fri 17:00, to: mon 09:00 } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:26: error: a weekly stretch names its days itself: leave out 'days'  [days-with-stretch]
           primary: { coverage: { days: mon-fri, from: fri 17:00, to: mon 09:00 } }
                                  ^^^^
     "
    `)
  })

  it('a weekly stretch with one day [half-a-stretch]', () => {
    expect(
      shown(`
      rotations:
        primary: { coverage: { from: fri 17:00, to: 09:00 } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:24: error: a weekly stretch names a day in both 'from' and 'to': fri 17:00, mon 09:00  [half-a-stretch]
           primary: { coverage: { from: fri 17:00, to: 09:00 } }
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('no days, no window', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice], during: [] }
        secondary: { coverage: { days: [], from: 09:00, to: 17:00 } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:73: error: nothing is named here: write a window: { days, from, to }  [empty-value]
           primary: { start: 2026-11-30, turn: 1 week, members: [alice], during: [] }
                                                                                 ^^

     team.yaml:4:34: error: nothing is named here: write a day or the name of a list of holidays  [empty-value]
           secondary: { coverage: { days: [], from: 09:00, to: 17:00 } }
                                          ^^
     "
    `)
  })
})

it('what lacks in a rotation or a meeting that is written line by line is said at its id', () => {
  const { problems } = loaded(`
    people: { alice: {}, bob: {} }
    rotations:
      primary:
        turn: 1 week
        members: [alice, bob]
    meetings:
      standup:
        days: monday
        at: 16:00
  `)
  const at = problems.map(({ place }) => place?.source.text.slice(place.from, place.to))
  expect(at).toEqual(['primary', 'standup'])
})
