/** Keys that are none, what else YAML has and the format does not, and what is no mistake. */
import { describe, expect, it } from '@jest/globals'
import { shown } from './texts.ts'

describe('aliases, tags, documents and keys', () => {
  it('an alias of nothing [unknown-alias]', () => {
    expect(
      shown(`
      people: &team { alice: {} }
      meetings: *taem
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:11: error: the alias '*taem' is not defined above: put '&taem' before what it stands for  [unknown-alias]
         meetings: *taem
                   ^^^^^
     "
    `)
  })

  it('an alias of itself', () => {
    expect(
      shown(`
      people: &team
        alice: *team
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:10: error: the alias '*team' holds itself: write out what is meant  [unknown-alias]
           alice: *team
                  ^^^^^
     "
    `)
  })

  it('a text that aliases make far too large [alias-bomb]', () => {
    expect(
      shown(
        `holidays:\n  a: &a [x, x, x, x, x, x, x, x, x, x]\n${['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map(([from, to]) => `  ${to}: &${to} [*${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}, *${from}]\n`).join('')}`,
      ),
    ).toMatchInlineSnapshot(`
     "team.yaml:10:10: error: the aliases make more than 50 times as much of this file as is written in it: write out what is meant  [alias-bomb]
           i: &i [*h, *h, *h, *h, *h, *h, *h, *h, *h, *h]
                  ^^
     "
    `)
  })

  it('a tag [tag]', () => {
    expect(
      shown(`
      people:
        alice: { name: !!str 12 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:18: error: tags such as '!!str' are not used, every value is text: delete it  [tag]
           alice: { name: !!str 12 }
                          ^^^^^
     "
    `)
  })

  it('a key that YAML merges in [merge-key]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: &primary { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
        secondary:
          <<: *primary
          start: 2026-12-07
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:5:5: error: '<<' is not used here: write the keys out, or share whole values by an alias  [merge-key]
             <<: *primary
             ^^
     "
    `)
  })

  it('a key that is a list [bad-key]', () => {
    expect(
      shown(`
      ? [alice, bob]
      : {}
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:3: error: a key must be a word, not a list, as in 'key: value'  [bad-key]
         ? [alice, bob]
           ^^^^^^^^^^^^
     "
    `)
  })

  it('a slip in a key of a rotation with one layer is one mistake', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { strat: 2026-11-30, turn: 1 week, members: [alice] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:14: error: a rotation has no key 'strat' (did you mean 'start'?)  [unknown-key]
           primary: { strat: 2026-11-30, turn: 1 week, members: [alice] }
                      ^^^^^
     "
    `)
  })

  it('a key given twice [duplicate-key]', () => {
    expect(
      shown(`
      people:
        alice: {}
        bob: {}
        alice: { name: Alice }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:3: error: the key 'alice' is given twice: keep one of them  [duplicate-key]
           alice: { name: Alice }
           ^^^^^
     team.yaml:2:3: note: first given here
           alice: {}
           ^^^^^
     "
    `)
  })

  it('a second document [several-documents]', () => {
    expect(
      shown(`
      people: { alice: {} }
      ---
      meetings: {}
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:1: error: a second document in one file: delete this '---', or use a file of its own  [several-documents]
         ---
         ^^^
     "
    `)
  })
})

describe('keys', () => {
  it('a key with a slip in it [unknown-key]', () => {
    expect(
      shown(`
      people:
        alice: { tiemzone: Europe/Paris }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:12: error: a person has no key 'tiemzone' (did you mean 'timezone'?)  [unknown-key]
           alice: { tiemzone: Europe/Paris }
                    ^^^^^^^^
     "
    `)
  })

  it('a key that is like none: which there are', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice], colour: [bob] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:65: error: a rotation has no key 'colour': its keys are name, timezone, start, end, turn, members, shifts, handoff, during, coverage, layers, overrides, follows, by, pagerduty  [unknown-key]
           primary: { start: 2026-11-30, turn: 1 week, members: [alice], colour: [bob] }
                                                                         ^^^^^^
     "
    `)
  })

  it('a slip in a key that is needed is one mistake, not two', () => {
    expect(
      shown(`
      rotations:
        primary: { layers: [{ strat: 2026-11-30, turn: 1 week, members: [nobody] }] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:25: error: a layer has no key 'strat' (did you mean 'start'?)  [unknown-key]
           primary: { layers: [{ strat: 2026-11-30, turn: 1 week, members: [nobody] }] }
                                 ^^^^^
     "
    `)
  })

  it('a key at the left margin', () => {
    expect(
      shown(`
      people:
      alice:
        name: Alice
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:1: error: a file has no key 'alice': its keys are team, timezone, holidays, people, rotations, overrides, meetings, checks  [unknown-key]
         alice:
         ^^^^^
     "
    `)
  })

  it('a key without a space behind its colon', () => {
    expect(
      shown(`
      people:
        alice: { name:Alice }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:12: error: a person has no key 'name:Alice': write a space after 'name:'  [unknown-key]
           alice: { name:Alice }
                    ^^^^^^^^^^
     "
    `)
  })

  it('keys that every object of JavaScript has', () => {
    expect(
      shown(`
      people:
        alice: { __proto__: x, constructor: y, toString: z }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:12: error: a person has no key '__proto__': its keys are name, email, timezone, hours, country, weekend, contact, changes, away, from, until, pagerduty  [unknown-key]
           alice: { __proto__: x, constructor: y, toString: z }
                    ^^^^^^^^^

     team.yaml:2:26: error: a person has no key 'constructor': its keys are name, email, timezone, hours, country, weekend, contact, changes, away, from, until, pagerduty  [unknown-key]
           alice: { __proto__: x, constructor: y, toString: z }
                                  ^^^^^^^^^^^

     team.yaml:2:42: error: a person has no key 'toString': its keys are name, email, timezone, hours, country, weekend, contact, changes, away, from, until, pagerduty  [unknown-key]
           alice: { __proto__: x, constructor: y, toString: z }
                                                  ^^^^^^^^
     "
    `)
  })

  it('a key that is missing [missing-key]', () => {
    expect(
      shown(`
      meetings:
        infrastructure: { days: monday }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:19: error: a meeting needs 'at' and 'duration'  [missing-key]
           infrastructure: { days: monday }
                           ^^^^^^^^^^^^^^^^
     "
    `)
  })

  it('two people with one id in one map', () => {
    expect(
      shown(`
      people: { alice: {}, alice: {} }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:22: error: the key 'alice' is given twice: keep one of them  [duplicate-key]
         people: { alice: {}, alice: {} }
                              ^^^^^
     team.yaml:1:11: note: first given here
         people: { alice: {}, alice: {} }
                   ^^^^^
     "
    `)
  })
})

describe('what is not a mistake', () => {
  it('an empty file', () => {
    expect(shown('')).toMatchInlineSnapshot(`""`)
  })

  it('a file that is only comments', () => {
    expect(
      shown(`
      # nothing yet

      # really
    `),
    ).toMatchInlineSnapshot(`""`)
  })

  it("a file that is only a document's mark", () => {
    expect(
      shown(`
      ---
    `),
    ).toMatchInlineSnapshot(`""`)
  })

  it('keys with nothing behind them', () => {
    expect(
      shown(`
      people:
      rotations:
      overrides:
      meetings:
      holidays:
      checks:
    `),
    ).toMatchInlineSnapshot(`""`)
  })
})

describe('a line that was probably meant as a key [yaml]', () => {
  it('has lost its colon', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
      overrides
        - { rotation: primary, who: bob, on: 2026-12-01 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:1: error: this is no key: write 'overrides:' if that is meant  [yaml]
         overrides
         ^^^^^^^^^
     "
    `)
  })

  it('stands too far right', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
       overrides:
        - { rotation: primary, who: bob, on: 2026-12-01 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:2: error: this line is indented otherwise than the lines around it  [yaml]
          overrides:
          ^
     "
    `)
  })
})
