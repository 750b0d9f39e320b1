import { expect, it } from '@jest/globals'
import { findRotation, type Found } from '../../src/patterns/find.ts'
import { following } from '../../src/patterns/follows.ts'
import { zoneNamed, UTC } from '../../src/time/zone.ts'
import { shiftsOf } from '../../src/timeline/shifts.ts'
import { printWorkspace } from '../../src/workspace/print/print.ts'
import { range, workspace } from '../timeline/picture.ts'

/** What is found of the shifts of rotations, as the rotations' own YAML. */
function found(yaml: string, text: string, zones = [UTC]): string {
  const its = all(yaml, text, zones)
  const w = {
    ...workspace(yaml),
    rotations: new Map(its.map(({ rotation }) => [rotation.id, rotation])),
  }
  const files = printWorkspace(w).filter(({ path }) => !/team|people/.test(path))
  return `\n${files.map((file) => file.text.split('\n').slice(2).join('\n')).join('')}`
}

function all(yaml: string, text: string, zones = [UTC]): readonly Found[] {
  return following(
    [...workspace(yaml).rotations.values()].map((rotation) => {
      const within = range(text, rotation.zone)
      const stretches = shiftsOf(rotation, within).filter(({ end }) => end <= within.end)
      return findRotation({ id: rotation.id, name: rotation.name, stretches, zones })
    }),
  )
}

it('finds who goes round, by the clock on whose wall the handoff stays over a clock change', () => {
  const yaml = `
    rotations:
      primary:
        timezone: Europe/Paris
        start: 2026-08-03 09:00
        turn: 1 week
        members: [alice, bob, carol]`
  // Nothing in the stretches says so: it is a zone whose clock does the same.
  expect(found(yaml, '2026-08-03..2027-06-01')).toMatchInlineSnapshot(`
   "
     primary:
       timezone: Europe/Berlin
       start: 2026-08-03 09:00
       turn: 1 week
       members: [alice, bob, carol]
   "
  `)
  expect(found(yaml, '2026-08-03..2027-06-01', [zoneNamed('Europe/Paris') ?? UTC])).toContain(
    'timezone: Europe/Paris',
  )
  // In summer alone nothing decides, and the zone that is likely stays.
  expect(found(yaml, '2026-08-03..2026-10-20')).not.toContain('timezone')
})

it('finds who joins and who leaves, with dates', () => {
  const yaml = `
    rotations:
      primary:
        start: 2026-08-03 16:00
        turn: 1 week
        members: [alice, { who: bob, until: 2026-12-01 }, carol, { who: dave, from: 2027-01-11 }]`
  expect(found(yaml, '2026-08-03..2027-06-01')).toMatchInlineSnapshot(`
   "
     primary:
       start: 2026-08-03 16:00
       turn: 1 week
       members:
         - { who: dave, from: 2027-01-18 }
         - alice
         - { who: bob, until: 2026-12-14 }
         - carol
   "
  `)
})

it('what the turns do not say becomes overrides, and is counted', () => {
  const yaml = `
    rotations:
      primary:
        start: 2026-08-03 16:00
        turn: 1 week
        members: [alice, bob, carol]
        overrides: [{ who: dave, from: 2026-11-10 08:00, to: 2026-11-11 20:00 }, { who: nobody, on: 2026-12-25 }]`
  expect(found(yaml, '2026-08-03..2027-03-01')).toMatchInlineSnapshot(`
   "
     primary:
       start: 2026-08-03 16:00
       turn: 1 week
       members: [alice, bob, carol]
       overrides:
         - { who: dave, from: 2026-11-10 08:00, to: 2026-11-11 20:00 }
         - { who: nobody, on: 2026-12-25 }
   "
  `)
  const [{ shifts, explained } = { shifts: 0, explained: 0 }] = all(yaml, '2026-08-03..2027-03-01')
  expect([shifts, explained]).toEqual([32, 31])
})

it('finds a weekend that is dealt apart from the weekdays, and the sun that is followed', () => {
  expect(
    found(
      `
    rotations:
      primary:
        layers:
          - { start: 2026-08-03 09:00, turn: 1 day, members: [alice, bob, carol] }
          - { start: 2026-08-07 17:00, turn: 1 week, members: [dave, erin], during: { from: fri 17:00, to: mon 09:00 } }`,
      '2026-08-03..2027-02-01',
    ),
  ).toMatchInlineSnapshot(`
   "
     primary:
       layers:
         - start: 2026-08-03 09:00
           turn: 1 day
           members: [alice, bob, carol]
           during: { from: mon 09:00, to: fri 17:00 }
         - start: 2026-08-07 17:00
           turn: 1 week
           members: [dave, erin]
           during: { from: fri 17:00, to: mon 09:00 }
   "
  `)
  expect(
    found(
      `
    rotations:
      primary:
        layers:
          - { start: 2026-08-03, turn: 1 week, members: [alice, bob], during: { from: 00:00, to: 08:00 } }
          - { start: 2026-08-03, turn: 1 week, members: [carol, dave], during: { from: 08:00, to: 16:00 } }
          - { start: 2026-08-03, turn: 1 day, members: [erin, frank], during: { from: 16:00, to: 24:00 } }`,
      '2026-08-03..2027-02-01',
    ),
  ).toMatchInlineSnapshot(`
   "
     primary:
       layers:
         - start: 2026-08-03
           turn: 1 week
           members: [alice, bob]
           during: { from: 00:00, to: 08:00 }
         - start: 2026-08-03 08:00
           turn: 1 week
           members: [carol, dave]
           during: { from: 08:00, to: 16:00 }
         - start: 2026-08-03 16:00
           turn: 1 day
           members: [erin, frank]
           during: { from: 16:00, to: 24:00 }
   "
  `)
})

it('regions that relieve each other, each by its own clock, lie on top of each other', () => {
  // Windows reach into the next region's morning, since clocks change on other days.
  const yaml = `
    rotations:
      desk:
        coverage: none
        layers:
          - timezone: Asia/Kolkata
            start: 2026-02-02
            turn: 4 weeks
            members: [alice, bob]
            during: { days: mon-fri, from: 07:00, to: 16:00 }
          - timezone: Europe/Paris
            start: 2026-02-02
            turn: 2 weeks
            members: [carol, dave, erin]
            during: { days: mon-fri, from: 08:00, to: 18:00 }
          - timezone: America/Los_Angeles
            start: 2026-02-02
            turn: 4 weeks
            members: [frank, grace]
            during: { days: mon-fri, from: 08:30, to: 18:30 }`
  const zones = ['Asia/Kolkata', 'Europe/Paris', 'America/Los_Angeles']
  const likely = zones.flatMap((name) => zoneNamed(name) ?? [])
  expect(found(yaml, '2026-02-02..2026-07-06', likely)).toMatchInlineSnapshot(`
   "
     desk:
       timezone: Asia/Kolkata
       coverage: [{ days: mon-fri, from: 07:00, to: 12:30 }, { days: mon-fri, from: 08:30, to: 18:30 }]
       layers:
         - start: 2026-02-02 07:00
           turn: 4 weeks
           members: [alice, bob]
           during: { days: mon-fri, from: 07:00, to: 12:30 }
         - timezone: Europe/Paris
           start: 2026-02-02 08:00
           turn: 2 weeks
           members: [carol, dave, erin]
           during: { days: mon-fri, from: 08:00, to: 17:30 }
         - timezone: America/Los_Angeles
           start: 2026-02-02 08:30
           turn: 4 weeks
           members: [frank, grace]
           during: { days: mon-fri, from: 08:30, to: 18:30 }
   "
  `)
})

it('who stands in for one person day after day does so once', () => {
  const yaml = `
    rotations:
      desk:
        coverage: none
        start: 2026-02-02
        turn: 1 week
        members: [alice, bob, carol]
        during: { days: mon-fri, from: 09:00, to: 17:00 }
        overrides:
          - { who: dave, instead_of: bob, from: 2026-03-02, to: 2026-03-07 }
          - { who: nobody, instead_of: carol, from: 2026-04-01, to: 2026-04-04 }
          - { who: dave, instead_of: alice, from: 2026-04-06, to: 2026-04-07 }`
  expect(found(yaml, '2026-02-02..2026-07-27')).toMatchInlineSnapshot(`
   "
     desk:
       coverage: { days: mon-fri, from: 09:00, to: 17:00 }
       start: 2026-02-02 09:00
       turn: 1 week
       members: [alice, bob, carol]
       during: { days: mon-fri, from: 09:00, to: 17:00 }
       overrides:
         - { who: dave, instead_of: bob, from: 2026-03-02 09:00, to: 2026-03-06 17:00 }
         - { who: nobody, instead_of: carol, from: 2026-04-01 09:00, to: 2026-04-03 17:00 }
         - { who: dave, from: 2026-04-06 09:00, to: 2026-04-06 17:00 }
   "
  `)
})

it('somebody who is on call all the time says nothing of clocks', () => {
  const stretches = [{ ...range('2026-08-03..2027-06-01', UTC), people: ['alice'] }]
  const { rotation } = findRotation({ id: 'a', name: 'a', stretches, zones: [UTC] })
  expect(rotation.zone.name).toBe('UTC')
})

it('a secondary that is a turn ahead follows', () => {
  expect(
    found(
      `
    rotations:
      primary: { start: 2026-08-03 16:00, turn: 1 week, members: [alice, bob, carol] }
      secondary: { follows: primary }`,
      '2026-08-03..2027-02-01',
    ),
  ).toMatchInlineSnapshot(`
   "
     primary:
       start: 2026-08-03 16:00
       turn: 1 week
       members: [alice, bob, carol]
     secondary:
       follows: primary
   "
  `)
})

it('invents no pattern: who does not go round stands in a table', () => {
  const yaml = `
    rotations:
      primary:
        timezone: Europe/Berlin
        handoff: 09:00
        turn: 1 week
        shifts: { 2026-08-03: alice, 2026-08-10: carol, 2026-08-17: bob, 2026-08-24: alice, 2026-08-31: dave, 2026-09-07: bob, 2026-09-14: [carol, erin], 2026-09-21: dave }`
  expect(found(yaml, '2026-08-03..2027-02-01', [zoneNamed('Europe/Berlin') ?? UTC]))
    .toMatchInlineSnapshot(`
   "
     primary:
       timezone: Europe/Berlin
       handoff: 09:00
       shifts:
         2026-08-03: alice
         2026-08-10: carol
         2026-08-17: bob
         2026-08-24: alice
         2026-08-31: dave
         2026-09-07: bob
         2026-09-14: [carol, erin]
         2026-09-21: dave
       turn: 1 week
   "
  `)
  // Three weeks of three people are no proof that they go round.
  const once = `
    rotations:
      primary: { start: 2026-08-03, turn: 1 week, members: [alice, bob, carol] }`
  expect(found(once, '2026-08-03..2026-08-24')).toContain('shifts:')
  expect(found(once, '2026-08-03..2026-09-14')).toContain('members:')
})
