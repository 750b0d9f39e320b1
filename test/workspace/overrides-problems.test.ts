/** Overrides, absences and followers that contradict themselves. */
import { describe, expect, it } from '@jest/globals'
import { load } from '../../src/workspace/load.ts'
import { shown } from './texts.ts'

describe('followers', () => {
  it('layers beside follows [follows-with-layers]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
        secondary: { follows: primary, members: [alice] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:34: error: 'follows' takes the layers of another rotation: leave out 'members'  [follows-with-layers]
           secondary: { follows: primary, members: [alice] }
                                          ^^^^^^^
     "
    `)
  })

  it('a circle [follows-in-circle]', () => {
    expect(
      shown(`
      rotations:
        a: { follows: b }
        b: { follows: c }
        c: { follows: a }
        d: { follows: d }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:17: error: rotations follow each other in a circle: a follows b follows c follows a; one of them needs layers of its own  [follows-in-circle]
           c: { follows: a }
                         ^

     team.yaml:5:17: error: rotations follow each other in a circle: d follows d; one of them needs layers of its own  [follows-in-circle]
           d: { follows: d }
                         ^
     "
    `)
  })

  it('a chain as long as you like is none, in any order', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => `  r${i + 1}: { follows: r${i} }`)
    const head = '  r0: { start: 2026-01-05, turn: 1 week, members: [alice] }'
    for (const lines of [
      [head, ...chain],
      [...chain.reverse(), head],
    ]) {
      const text = ['people: { alice: {} }', 'rotations:', ...lines].join('\n')
      const { workspace, problems } = load([{ path: 'a.yaml', text }])
      expect(problems).toEqual([])
      expect(workspace.rotations.get('r20000')?.ahead).toBe(20_000)
    }
  })

  it('by without follows [by-without-follows]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { by: 1 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:14: error: 'by' needs 'follows': write whose turns these are  [by-without-follows]
           primary: { by: 1 }
                      ^^
     "
    `)
  })
})

describe('overrides', () => {
  it('who together with add [who-with-add]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
      overrides:
        - { rotation: primary, who: alice, add: bob, on: 2026-11-30 }
        - { rotation: primary, add: alice, instead_of: bob, on: 2026-11-30 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:5:38: error: 'who' replaces and 'add' adds: write two overrides  [who-with-add]
           - { rotation: primary, who: alice, add: bob, on: 2026-11-30 }
                                              ^^^

     team.yaml:6:50: error: 'instead_of' belongs to 'who': an 'add' replaces nobody  [who-with-add]
           - { rotation: primary, add: alice, instead_of: bob, on: 2026-11-30 }
                                                          ^^^
     "
    `)
  })

  it('somebody in place of themselves [replaces-self]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
      overrides:
        - { rotation: primary, who: alice, instead_of: alice, on: 2026-11-30 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:5:50: error: 'alice' cannot stand in for themselves: name somebody else  [replaces-self]
           - { rotation: primary, who: alice, instead_of: alice, on: 2026-11-30 }
                                                          ^^^^^
     "
    `)
  })

  it('nobody added [nobody-added]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
      overrides:
        - { rotation: primary, add: nobody, on: 2026-11-30 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:5:31: error: 'nobody' cannot be added: 'who: nobody' empties a stretch  [nobody-added]
           - { rotation: primary, add: nobody, on: 2026-11-30 }
                                       ^^^^^^
     "
    `)
  })

  it('in place of nobody [nobody-replaced]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
      overrides:
        - { rotation: primary, who: alice, instead_of: nobody, on: 2026-11-30 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:5:50: error: 'instead_of' names a person: leave it out to fill a gap  [nobody-replaced]
           - { rotation: primary, who: alice, instead_of: nobody, on: 2026-11-30 }
                                                          ^^^^^^
     "
    `)
  })

  it('on together with from [on-with-from]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
      overrides:
        - { rotation: primary, who: alice, on: 2026-11-30, from: 2026-11-30 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:5:38: error: 'on' says it all: leave out 'from' and 'to'  [on-with-from]
           - { rotation: primary, who: alice, on: 2026-11-30, from: 2026-11-30 }
                                              ^^
     "
    `)
  })

  it('an override that lacks something', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
      overrides:
        - { rotation: primary }
        - { rotation: primary, who: alice, from: 2026-11-30 }
        - { who: alice, on: 2026-11-30 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:5:5: error: an override needs 'from' and 'to' (or 'on' for whole days)  [missing-key]
           - { rotation: primary }
             ^^^^^^^^^^^^^^^^^^^^^

     team.yaml:5:5: error: an override needs 'who' (instead) or 'add' (besides)  [missing-key]
           - { rotation: primary }
             ^^^^^^^^^^^^^^^^^^^^^

     team.yaml:6:5: error: an override needs 'to' (or 'on' for whole days)  [missing-key]
           - { rotation: primary, who: alice, from: 2026-11-30 }
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

     team.yaml:7:5: error: an override needs 'rotation'  [missing-key]
           - { who: alice, on: 2026-11-30 }
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('an absence in two ways, and in none', () => {
    expect(
      shown(`
      people:
        alice: { away: [{ on: 2026-11-30, to: 2026-12-01 }, { why: holidays }] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:21: error: 'on' says it all: leave out 'from' and 'to'  [on-with-from]
           alice: { away: [{ on: 2026-11-30, to: 2026-12-01 }, { why: holidays }] }
                             ^^

     team.yaml:2:55: error: an absence needs 'from' and 'to' (or 'on' for whole days)  [missing-key]
           alice: { away: [{ on: 2026-11-30, to: 2026-12-01 }, { why: holidays }] }
                                                               ^^^^^^^^^^^^^^^^^
     "
    `)
  })
})
