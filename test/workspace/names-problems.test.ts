/** Ids and names that lead nowhere; each with what was probably meant. */
import { describe, expect, it } from '@jest/globals'
import { CHECKS } from '../../src/model/checks.ts'
import { shown } from './texts.ts'

describe('ids', () => {
  it('an id with a space in it [bad-id]', () => {
    expect(
      shown(`
      people:
        alice lindqvist: {}
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:3: error: 'alice lindqvist': an id is letters, digits, '.', '_' and '-', and begins with a letter or digit (did you mean 'alice-lindqvist'?)  [bad-id]
           alice lindqvist: {}
           ^^^^^^^^^^^^^^^
     "
    `)
  })

  it('an id in another script, whose letters are letters too', () => {
    expect(
      shown(`
      people: { 李雷: {}, Дмитрий: {} }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:11: error: '李雷': an id is letters from a to z, digits, '.', '_' and '-', and begins with a letter or digit: write one of those, and this as the name  [bad-id]
         people: { 李雷: {}, Дмитрий: {} }
                   ^^^^

     team.yaml:1:19: error: 'Дмитрий': an id is letters from a to z, digits, '.', '_' and '-', and begins with a letter or digit: write one of those, and this as the name  [bad-id]
         people: { 李雷: {}, Дмитрий: {} }
                             ^^^^^^^
     "
    `)
  })

  it('ids that mean something', () => {
    expect(
      shown(`
      people: { nobody: {}, Everyone: {} }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:11: error: 'nobody': this word has a meaning of its own: use another id  [bad-id]
         people: { nobody: {}, Everyone: {} }
                   ^^^^^^

     team.yaml:1:23: error: 'Everyone': this word has a meaning of its own: use another id  [bad-id]
         people: { nobody: {}, Everyone: {} }
                               ^^^^^^^^
     "
    `)
  })

  it('an id that every object of JavaScript has', () => {
    expect(
      shown(`
      people: { __proto__: {}, constructor: {} }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:11: error: '__proto__': an id is letters, digits, '.', '_' and '-', and begins with a letter or digit (did you mean 'proto'?)  [bad-id]
         people: { __proto__: {}, constructor: {} }
                   ^^^^^^^^^
     "
    `)
  })

  it('an id in two files [given-twice]', () => {
    expect(
      shown({
        'a.yaml': `
      people: { alice: {} }
      `,
        'b.yaml': `
      people: { alice: { name: Alice } }
      `,
      }),
    ).toMatchInlineSnapshot(`
     "b.yaml:1:11: error: the person 'alice' is given twice: delete one, or rename it  [given-twice]
         people: { alice: { name: Alice } }
                   ^^^^^
     a.yaml:1:11: note: first given here
         people: { alice: {} }
                   ^^^^^
     "
    `)
  })

  it('ids that differ only in case', () => {
    expect(
      shown(`
      people: { alice: {}, Alice: {} }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:22: error: the ids 'alice' and 'Alice' differ only in case: rename one  [given-twice]
         people: { alice: {}, Alice: {} }
                              ^^^^^
     team.yaml:1:11: note: first given here
         people: { alice: {}, Alice: {} }
                   ^^^^^
     "
    `)
  })

  it('the team in two files', () => {
    expect(
      shown({
        'a.yaml': `
      team: Infrastructure
      `,
        'b.yaml': `
      team: Platform
      `,
      }),
    ).toMatchInlineSnapshot(`
     "b.yaml:1:1: error: 'team' stands in one file only: delete it here or there  [given-twice]
         team: Platform
         ^^^^
     a.yaml:1:1: note: first given here
         team: Infrastructure
         ^^^^
     "
    `)
  })
})

describe('people, rotations, lists', () => {
  it('a person with a slip in it [unknown-person]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, carl] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:64: error: unknown person 'carl' (did you mean 'carol'?)  [unknown-person]
           primary: { start: 2026-11-30, turn: 1 week, members: [alice, carl] }
                                                                        ^^^^
     "
    `)
  })

  it('a person who is like nobody', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, zacharias] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:64: error: unknown person 'zacharias': it is nowhere under 'people:', write it there  [unknown-person]
           primary: { start: 2026-11-30, turn: 1 week, members: [alice, zacharias] }
                                                                        ^^^^^^^^^
     "
    `)
  })

  it('without any people, once', () => {
    expect(
      shown(`
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob, carol] }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:57: error: unknown person 'alice': nothing is written under 'people:', write it there  [unknown-person]
           primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob, carol] }
                                                                 ^^^^^
     "
    `)
  })

  it('a rotation with a slip in it [unknown-rotation]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice] }
        secondary: { follows: primry }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:25: error: unknown rotation 'primry' (did you mean 'primary'?)  [unknown-rotation]
           secondary: { follows: primry }
                                 ^^^^^^
     "
    `)
  })

  it('a list with a slip in it [unknown-list]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      holidays: { company: 2026-12-24 }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice], during: { from: 09:00, to: 17:00, except: compny } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:4:107: error: unknown list 'compny' (did you mean 'company'?)  [unknown-list]
           primary: { start: 2026-11-30, turn: 1 week, members: [alice], during: { from: 09:00, to: 17:00, except: compny } }
                                                                                                                   ^^^^^^
     "
    `)
  })

  it('a list named like a weekday [list-named-like-day]', () => {
    expect(
      shown(`
      holidays: { mon: 2026-12-24 }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:13: error: a list cannot be named like a weekday: rename 'mon'  [list-named-like-day]
         holidays: { mon: 2026-12-24 }
                     ^^^
     "
    `)
  })

  it('a check that there is not [unknown-check]', () => {
    expect(
      shown(`
      checks: { gpa: off, sleep: off }
    `).replace(CHECKS.join(', '), 'ALL OF THEM'),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:11: error: there is no check 'gpa' (did you mean 'gap'?)  [unknown-check]
         checks: { gpa: off, sleep: off }
                   ^^^

     team.yaml:1:21: error: there is no check 'sleep': there are ALL OF THEM  [unknown-check]
         checks: { gpa: off, sleep: off }
                             ^^^^^
     "
    `)
  })
})

it('an id that is too long for the name of a file [bad-id]', () => {
  const long = 'a'.repeat(201)
  const said = shown(`
      people: { ${long}: {}, ${'b'.repeat(200)}: {} }
    `)
  expect(said).toMatch(
    /^team\.yaml:1:11: error: 'a+…': an id has 200 characters at most, since files are called by it, and this one has 201 {2}\[bad-id\]\n/,
  )
  expect(said.match(/error:/g)).toHaveLength(1)
})
