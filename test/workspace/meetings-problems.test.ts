/** Meetings that contradict themselves. */
import { describe, expect, it } from '@jest/globals'
import { loaded, shown } from './texts.ts'

describe('meetings', () => {
  it('every so many weeks, from when? [every-without-start]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      meetings:
        infrastructure:
          days: [monday, thursday]
          at: 16:00
          duration: 15 minutes
          every: 2 weeks
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:7:5: error: 'every' is counted from the week of 'start', which is missing  [every-without-start]
             every: 2 weeks
             ^^^^^
     "
    `)
  })

  it('every so many months, from when? [every-without-start]', () => {
    expect(
      shown(`
      meetings:
        council: { days: first monday, at: 16:00, duration: 1 hour, every: 3 months }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:63: error: 'every' is counted from the month of 'start', which is missing  [every-without-start]
           council: { days: first monday, at: 16:00, duration: 1 hour, every: 3 months }
                                                                       ^^^^^
     "
    `)
  })

  it('months go with days of the month, weeks with days of the week [every-with-days]', () => {
    expect(
      shown(`
      meetings:
        council: { days: first monday, at: 16:00, duration: 1 hour, every: 2 weeks, start: 2026-12-01 }
        standup: { days: monday, at: 16:00, duration: 1 hour, every: 2 months, start: 2026-12-01 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:63: error: days of the month come every so many months: say 'every: 1 month', or weekdays  [every-with-days]
           council: { days: first monday, at: 16:00, duration: 1 hour, every: 2 weeks, start: 2026-12-01 }
                                                                       ^^^^^

     team.yaml:3:57: error: weekdays come every so many weeks: say weeks such as 'every: 4 weeks', or a day of the month such as 'first monday'  [every-with-days]
           standup: { days: monday, at: 16:00, duration: 1 hour, every: 2 months, start: 2026-12-01 }
                                                                 ^^^^^
     "
    `)
  })

  it('days of the month and of the week in one list [mixed-days]', () => {
    expect(
      shown(`
      meetings:
        council: { days: [first monday, fri], at: 16:00, duration: 1 hour }
      rotations:
        desk: { coverage: { days: [mon-fri, last day], from: 09:00, to: 17:00 } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:35: error: weekdays ('fri') and days of the month ('first monday') do not stand in one list: keep one kind  [mixed-days]
           council: { days: [first monday, fri], at: 16:00, duration: 1 hour }
                                           ^^^
     team.yaml:2:21: note: the other kind
           council: { days: [first monday, fri], at: 16:00, duration: 1 hour }
                             ^^^^^^^^^^^^

     team.yaml:4:39: error: weekdays ('mon-fri') and days of the month ('last day') do not stand in one list: keep one kind  [mixed-days]
           desk: { coverage: { days: [mon-fri, last day], from: 09:00, to: 17:00 } }
                                               ^^^^^^^^
     team.yaml:4:30: note: the other kind
           desk: { coverage: { days: [mon-fri, last day], from: 09:00, to: 17:00 } }
                                      ^^^^^^^
     "
    `)
  })

  it.each([
    ['first', "(did you mean '1st'?)"],
    ['last', "(did you mean 'last day'?)"],
    ['15', "(did you mean '15th'?)"],
    ['2th', "(did you mean '2nd'?)"],
    ['21th', "(did you mean '21st'?)"],
    ['2th monday', "(did you mean '2nd monday'?)"],
    ['2 monday', "(did you mean '2nd monday'?)"],
    ['frist monday', "(did you mean 'first monday'?)"],
    ['last firday', "(did you mean 'last friday'?)"],
    ['first tuesdays', "(did you mean 'first tuesday'?)"],
    ['1st and 3rd tuesday', "(did you mean '[1st tuesday, 3rd tuesday]'?)"],
    ['end of month', "(did you mean 'last day'?)"],
    [
      'sixth friday',
      ": expected days such as 'monday' or 'mon-fri', or of the month, 'first monday' or '15th'",
    ],
    [
      '32nd',
      ": expected days such as 'monday' or 'mon-fri', or of the month, 'first monday' or '15th'",
    ],
  ])('%s is no day %s', (day, way) => {
    const { problems } = loaded(`meetings: { a: { days: '${day}', at: 16:00, duration: 1 hour } }`)
    expect(problems.map(({ message }) => message)).toEqual([
      `unknown day '${day}'${way.startsWith(':') ? '' : ' '}${way}`,
    ])
    const meant = /did you mean '(.*)'/.exec(way)?.[1]
    const again = `meetings: { a: { days: ${meant ?? 'mon'}, at: 16:00, duration: 1 hour } }`
    expect(loaded(again).problems).toEqual([])
  })

  it('two changes on one day, and one of nothing [changed-twice]', () => {
    expect(
      shown(`
      meetings:
        council:
          days: monday
          at: 16:00
          duration: 1 hour
          changes:
            - { from: 2027-01-04, at: 15:00 }
            - { from: 2027-01-04, place: Room 1 }
            - { from: 2027-02-01 }
            - { from: 2027-03-01, days: first monday, every: 2 weeks }
            - { at: 09:00 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:8:11: error: two changes begin on 2027-01-04: make one of them  [changed-twice]
               - { from: 2027-01-04, place: Room 1 }
                   ^^^^
     team.yaml:7:11: note: the other one
               - { from: 2027-01-04, at: 15:00 }
                   ^^^^

     team.yaml:9:9: error: a change needs what is new: one of 'at', 'days', 'timezone', 'duration', 'every', 'attendees', 'place'  [missing-key]
               - { from: 2027-02-01 }
                 ^^^^^^^^^^^^^^^^^^^^

     team.yaml:10:49: error: days of the month come every so many months: say 'every: 1 month', or weekdays  [every-with-days]
               - { from: 2027-03-01, days: first monday, every: 2 weeks }
                                                         ^^^^^

     team.yaml:11:9: error: a change needs 'from'  [missing-key]
               - { at: 09:00 }
                 ^^^^^^^^^^^^^
     "
    `)
  })

  it('a chair who is on call, and members besides [members-with-on-call]', () => {
    expect(
      shown(`
      people: { alice: {} }
      rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [alice] } }
      meetings:
        council:
          days: monday
          at: 16:00
          duration: 1 hour
          chair: { on-call: primary, members: [alice] }
          roles: { scribe: { start: 2026-11-30 }, host: { on-call: primray } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:8:32: error: 'on-call' says who it is: leave out 'members'  [members-with-on-call]
             chair: { on-call: primary, members: [alice] }
                                        ^^^^^^^

     team.yaml:9:22: error: the role 'scribe' needs 'members', or 'on-call'  [missing-key]
             roles: { scribe: { start: 2026-11-30 }, host: { on-call: primray } }
                              ^^^^^^^^^^^^^^^^^^^^^

     team.yaml:9:62: error: unknown rotation 'primray' (did you mean 'primary'?)  [unknown-rotation]
             roles: { scribe: { start: 2026-11-30 }, host: { on-call: primray } }
                                                                      ^^^^^^^
     "
    `)
  })

  it('a role given twice, and one without a beginning', () => {
    expect(
      shown(`
      people: { alice: {} }
      meetings:
        council:
          days: monday
          at: 16:00
          duration: 1 hour
          chair: alice
          roles: { chair: { members: alice, start: 2026-11-30 }, note taker: alice, Scribe: alice }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:7:12: error: a chair needs 'start' (a date), where the meeting has none  [missing-key]
             chair: alice
                    ^^^^^

     team.yaml:8:14: error: the role 'chair' is given twice: delete one, or rename it  [given-twice]
             roles: { chair: { members: alice, start: 2026-11-30 }, note taker: alice, Scribe: alice }
                      ^^^^^
     team.yaml:7:5: note: first given here
             chair: alice
             ^^^^^

     team.yaml:8:60: error: 'note taker': an id is letters, digits, '.', '_' and '-', and begins with a letter or digit (did you mean 'note-taker'?)  [bad-id]
             roles: { chair: { members: alice, start: 2026-11-30 }, note taker: alice, Scribe: alice }
                                                                    ^^^^^^^^^^

     team.yaml:8:72: error: the role 'note taker' needs 'start' (a date), where the meeting has none  [missing-key]
             roles: { chair: { members: alice, start: 2026-11-30 }, note taker: alice, Scribe: alice }
                                                                                ^^^^^

     team.yaml:8:87: error: the role 'Scribe' needs 'start' (a date), where the meeting has none  [missing-key]
             roles: { chair: { members: alice, start: 2026-11-30 }, note taker: alice, Scribe: alice }
                                                                                               ^^^^^
     "
    `)
  })

  it('an override of a chair on a day without a meeting', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {} }
      meetings:
        council:
          days: monday
          at: 16:00
          duration: 1 hour
          start: 2026-11-30
          chair: { members: [alice], overrides: [{ who: bob, on: 2026-12-01 }, { who: carl, on: 2026-12-07 }, { who: bob }] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:8:44: warning: no meeting is due on 2026-12-01 (did you mean '2026-11-30'?)  [no-occurrence]
             chair: { members: [alice], overrides: [{ who: bob, on: 2026-12-01 }, { who: carl, on: 2026-12-07 }, { who: bob }] }
                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^

     team.yaml:8:81: error: unknown person 'carl': it is nowhere under 'people:', write it there  [unknown-person]
             chair: { members: [alice], overrides: [{ who: bob, on: 2026-12-01 }, { who: carl, on: 2026-12-07 }, { who: bob }] }
                                                                                         ^^^^

     team.yaml:8:105: error: an override needs 'on'  [missing-key]
             chair: { members: [alice], overrides: [{ who: bob, on: 2026-12-01 }, { who: carl, on: 2026-12-07 }, { who: bob }] }
                                                                                                                 ^^^^^^^^^^^^
     "
    `)
  })

  it('what is skipped is a date, a range or a list', () => {
    expect(
      shown(`
      holidays: { company: [2026-12-21, 24-12] }
      meetings:
        council:
          days: monday
          at: 16:00
          duration: 1 hour
          skip: [compnay, 2026-13-01, 12-24, company]
          move: { from: 2026-12-21, to: 2026-12-22 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:35: error: '24-12': there is no month 24: the month comes first, '12-24'  [bad-date]
         holidays: { company: [2026-12-21, 24-12] }
                                           ^^^^^

     team.yaml:7:12: error: unknown list 'compnay' (did you mean 'company'?)  [unknown-list]
             skip: [compnay, 2026-13-01, 12-24, company]
                    ^^^^^^^

     team.yaml:7:21: error: '2026-13-01': there is no month 13 (did you mean '2026-01-13'?)  [bad-date]
             skip: [compnay, 2026-13-01, 12-24, company]
                             ^^^^^^^^^^

     team.yaml:7:33: error: '12-24': a day of every year stands in a list: write it under 'holidays:', and here the name of that list  [bad-date]
             skip: [compnay, 2026-13-01, 12-24, company]
                                         ^^^^^

     team.yaml:8:19: error: the meeting of 2026-12-21 is both skipped (it is one of 'company') and moved: keep one of them  [skipped-and-moved]
             move: { from: 2026-12-21, to: 2026-12-22 }
                           ^^^^^^^^^^
     team.yaml:7:40: note: skipped here
             skip: [compnay, 2026-13-01, 12-24, company]
                                                ^^^^^^^
     "
    `)
  })

  it('a move of no occurrence, an error; a skip of none, a warning [no-occurrence]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      meetings:
        infrastructure:
          days: [monday, thursday]
          at: 16:00
          duration: 15 minutes
          start: 2026-11-30
          move: [{ from: 2026-12-01, to: 2026-12-02 }]
          skip: [2026-12-02, 2026-12-04..2026-12-06]
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:8:20: error: no meeting is due on 2026-12-01 (did you mean '2026-11-30'?)  [no-occurrence]
             move: [{ from: 2026-12-01, to: 2026-12-02 }]
                            ^^^^^^^^^^

     team.yaml:9:12: warning: no meeting is due on 2026-12-02 (did you mean '2026-12-03'?)  [no-occurrence]
             skip: [2026-12-02, 2026-12-04..2026-12-06]
                    ^^^^^^^^^^
     "
    `)
  })

  it('moved twice [moved-twice]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      meetings:
        infrastructure:
          days: [monday, thursday]
          at: 16:00
          duration: 15 minutes
          move: [{ from: 2026-11-30, to: 2026-12-01 }, { from: 2026-11-30, to: 2026-12-02 }]
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:7:58: error: the meeting of 2026-11-30 is moved twice: keep one of the moves  [moved-twice]
             move: [{ from: 2026-11-30, to: 2026-12-01 }, { from: 2026-11-30, to: 2026-12-02 }]
                                                                  ^^^^^^^^^^
     team.yaml:7:20: note: first moved here
             move: [{ from: 2026-11-30, to: 2026-12-01 }, { from: 2026-11-30, to: 2026-12-02 }]
                            ^^^^^^^^^^
     "
    `)
  })

  it('skipped and moved [skipped-and-moved]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      meetings:
        infrastructure:
          days: [monday, thursday]
          at: 16:00
          duration: 15 minutes
          skip: 2026-11-30..2026-12-01
          move: [{ from: 2026-11-30, to: 2026-12-01 }]
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:8:20: error: the meeting of 2026-11-30 is both skipped and moved: keep one of them  [skipped-and-moved]
             move: [{ from: 2026-11-30, to: 2026-12-01 }]
                            ^^^^^^^^^^
     team.yaml:7:11: note: skipped here
             skip: 2026-11-30..2026-12-01
                   ^^^^^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('a pair in the chair, or nobody [one-chair]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      meetings:
        infrastructure:
          days: [monday, thursday]
          at: 16:00
          duration: 15 minutes
          chair: { start: 2026-11-30, members: [[alice, bob], nobody] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:7:51: error: a meeting is led by one person: name one a line  [one-chair]
             chair: { start: 2026-11-30, members: [[alice, bob], nobody] }
                                                           ^^^

     team.yaml:7:57: error: a meeting is led by one person: name one a line  [one-chair]
             chair: { start: 2026-11-30, members: [[alice, bob], nobody] }
                                                                 ^^^^^^
     "
    `)
  })

  it('a chair from when?', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      meetings:
        infrastructure:
          days: [monday, thursday]
          at: 16:00
          duration: 15 minutes
          chair: { members: [alice, bob] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:7:12: error: a chair needs 'start' (a date), where the meeting has none  [missing-key]
             chair: { members: [alice, bob] }
                    ^^^^^^^^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('a chair without anybody', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      meetings:
        infrastructure:
          days: [monday, thursday]
          at: 16:00
          duration: 15 minutes
          chair: { start: 2026-11-30, members: [] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:7:42: error: nothing is named here: write people  [empty-value]
             chair: { start: 2026-11-30, members: [] }
                                                  ^^
     "
    `)
  })

  it('an attendee that is none', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      meetings:
        infrastructure:
          days: [monday, thursday]
          at: 16:00
          duration: 15 minutes
          attendees: [alcie, { on-call: primary }, { oncall: primary }, { on-call: [] }]
      rotations: { primary: {} }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:7:17: error: unknown person 'alcie' (did you mean 'alice'?)  [unknown-person]
             attendees: [alcie, { on-call: primary }, { oncall: primary }, { on-call: [] }]
                         ^^^^^

     team.yaml:7:48: error: an attendee has no key 'oncall': write 'on-call'  [unknown-key]
             attendees: [alcie, { on-call: primary }, { oncall: primary }, { on-call: [] }]
                                                        ^^^^^^

     team.yaml:7:78: error: nothing is named here: write the id of a rotation  [empty-value]
             attendees: [alcie, { on-call: primary }, { oncall: primary }, { on-call: [] }]
                                                                                      ^^
     "
    `)
  })
})
