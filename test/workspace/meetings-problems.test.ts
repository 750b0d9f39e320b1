/** Meetings that contradict themselves. */
import { describe, expect, it } from '@jest/globals'
import { shown } from './texts.ts'

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
         lcie, { on-call: primary }, { oncall: primary }, { on-call: [] }]
                                                                     ^^
     "
    `)
  })
})
