/** Values of the wrong kind, and characters that nobody sees. */
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
