/** Names, and keys, that lead nowhere; each with what was probably meant. */
import { describe, expect, it } from '@jest/globals'
import { CHECKS } from '../../src/model/checks.ts'
import { shown } from './texts.ts'

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

describe('zones and countries', () => {
  it('a zone with a slip in it [unknown-zone]', () => {
    expect(
      shown(`
      timezone: Europe/Amstedam
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:11: error: unknown zone 'Europe/Amstedam' (did you mean 'Europe/Amsterdam'?)  [unknown-zone]
         timezone: Europe/Amstedam
                   ^^^^^^^^^^^^^^^
     "
    `)
  })

  it('a city alone', () => {
    expect(
      shown(`
      people: { alice: { timezone: Amsterdam }, bob: { timezone: New York } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:30: error: unknown zone 'Amsterdam' (did you mean 'Europe/Amsterdam'?)  [unknown-zone]
         people: { alice: { timezone: Amsterdam }, bob: { timezone: New York } }
                                      ^^^^^^^^^

     team.yaml:1:60: error: unknown zone 'New York' (did you mean 'America/New_York'?)  [unknown-zone]
         people: { alice: { timezone: Amsterdam }, bob: { timezone: New York } }
                                                                    ^^^^^^^^
     "
    `)
  })

  it('an offset', () => {
    expect(
      shown(`
      people: { alice: { timezone: "+01:00" }, bob: { timezone: UTC+2 } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:30: error: '+01:00' is an offset, which knows no clock changes: name the zone of a city, such as 'Europe/Berlin'  [unknown-zone]
         people: { alice: { timezone: "+01:00" }, bob: { timezone: UTC+2 } }
                                      ^^^^^^^^

     team.yaml:1:59: error: 'UTC+2' is an offset, which knows no clock changes: name the zone of a city, such as 'Europe/Athens'  [unknown-zone]
         people: { alice: { timezone: "+01:00" }, bob: { timezone: UTC+2 } }
                                                                   ^^^^^
     "
    `)
  })

  it('an abbreviation', () => {
    expect(
      shown(`
      people: { alice: { timezone: PST } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:30: error: 'PST' is no zone of the IANA database: write 'America/Los_Angeles'  [unknown-zone]
         people: { alice: { timezone: PST } }
                                      ^^^
     "
    `)
  })

  it('a zone that is like none', () => {
    expect(
      shown(`
      people: { alice: { timezone: Middle Earth } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:1:30: error: unknown zone 'Middle Earth': expected a name of the IANA database, such as 'Europe/Amsterdam'  [unknown-zone]
         people: { alice: { timezone: Middle Earth } }
                                      ^^^^^^^^^^^^
     "
    `)
  })

  it('a country in small letters, by name, by another code [unknown-country]', () => {
    expect(
      shown(`
      people:
        alice: { country: nl }
        bob: { country: Netherlands }
        carol: { country: UK }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:21: error: unknown country or region 'nl' (did you mean 'NL'?)  [unknown-country]
           alice: { country: nl }
                             ^^

     team.yaml:3:19: error: unknown country or region 'Netherlands' (did you mean 'NL'?)  [unknown-country]
           bob: { country: Netherlands }
                           ^^^^^^^^^^^

     team.yaml:4:21: error: unknown country or region 'UK' (did you mean 'GB'?)  [unknown-country]
           carol: { country: UK }
                             ^^
     "
    `)
  })

  it('a region that there is not, and a code that is none', () => {
    expect(
      shown(`
      people:
        alice: { country: DE-XX }
      holidays:
        company: [2026-12-24, Christmas]
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:21: error: unknown country or region 'DE-XX': expected 'DE', or the code of one of its regions behind 'DE-'  [unknown-country]
           alice: { country: DE-XX }
                             ^^^^^

     team.yaml:4:25: error: unknown country or region 'Christmas': public holidays come with the code of their country, such as NL, DE-SN or US-CA  [unknown-country]
           company: [2026-12-24, Christmas]
                                 ^^^^^^^^^
     "
    `)
  })
})

describe('days', () => {
  it('a weekday with a slip in it [unknown-day]', () => {
    expect(
      shown(`
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice], during: { days: [mon-fir, tuseday], from: 09:00, to: 17:00 } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:3:82: error: 'mon-fir' is neither a day nor a list of holidays (did you mean 'mon-fri'?)  [unknown-day]
         …ry: { start: 2026-11-30, turn: 1 week, members: [alice], during: { days: [mon-fir, tuseday], from: 09:00, to: 17:00 } }
                                                                                    ^^^^^^^

     team.yaml:3:91: error: 'tuseday' is neither a day nor a list of holidays (did you mean 'tuesday'?)  [unknown-day]
         …ry: { start: 2026-11-30, turn: 1 week, members: [alice], during: { days: [mon-fir, tuseday], from: 09:00, to: 17:00 } }
                                                                                             ^^^^^^^
     "
    `)
  })

  it('words for several days', () => {
    expect(
      shown(`
      meetings:
        a: { days: weekdays, at: 09:00, duration: 1 hour }
        b: { days: weekend, at: 09:00, duration: 1 hour }
        c: { days: someday, at: 09:00, duration: 1 hour }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:14: error: unknown day 'weekdays' (did you mean 'mon-fri'?)  [unknown-day]
           a: { days: weekdays, at: 09:00, duration: 1 hour }
                      ^^^^^^^^

     team.yaml:3:14: error: unknown day 'weekend' (did you mean 'sat-sun'?)  [unknown-day]
           b: { days: weekend, at: 09:00, duration: 1 hour }
                      ^^^^^^^

     team.yaml:4:14: error: unknown day 'someday': expected days such as 'monday' or 'mon-fri', or of the month, 'first monday' or '15th'  [unknown-day]
           c: { days: someday, at: 09:00, duration: 1 hour }
                      ^^^^^^^
     "
    `)
  })

  it('the day of a weekly stretch', () => {
    expect(
      shown(`
      rotations:
        primary: { coverage: { from: fry 17:00, to: mon 09:00 } }
    `),
    ).toMatchInlineSnapshot(`
     "team.yaml:2:32: error: 'fry 17:00': unknown day 'fry' (did you mean 'fri 17:00'?)  [unknown-day]
           primary: { coverage: { from: fry 17:00, to: mon 09:00 } }
                                        ^^^^^^^^^
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
