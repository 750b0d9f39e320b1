/** Zones, countries and weekdays that there are not; each with what was probably meant. */
import { describe, expect, it } from '@jest/globals'
import { shown } from './texts.ts'

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
