/** Burden against weeks that were worked out by hand. */
import { describe, expect, it } from '@jest/globals'
import { DateTime } from 'luxon'
import { publicHolidaysOf } from '../../src/io/holidays.ts'
import { burdenOf } from '../../src/insight/burden.ts'
import { monthsIn, stats, type PersonStats } from '../../src/insight/stats.ts'
import { HOUR, MINUTE } from '../../src/time/instant.ts'
import { zoneNamed } from '../../src/time/zone.ts'
import { load } from '../../src/workspace/load.ts'
import type { Workspace } from '../../src/model/workspace.ts'

const book = publicHolidaysOf

function workspaceOf(yaml: string): Workspace {
  const { workspace, problems } = load([{ path: 'rotations/x.yaml', text: yaml }], book)
  expect(problems.map(({ message }) => message)).toEqual([])
  return workspace
}

const at = (text: string): number => Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00Z`)

/** Each person's numbers; of the rotations that are named, or of all. */
function burdens(yaml: string, range: string, ...rotations: string[]): Map<string, PersonStats> {
  const workspace = workspaceOf(yaml)
  const [from = '', to = ''] = range.split('..')
  const chosen = [...workspace.rotations.values()].filter(
    ({ id }) => rotations.length === 0 || rotations.includes(id),
  )
  const found = stats(workspace, { start: at(from), end: at(to) }, chosen)
  return new Map(found.map((one) => [one.person, one]))
}

/** A person alone on call for a stretch of their own wall clock. */
function alone(person: string, from: string, to: string): PersonStats | undefined {
  const yaml = `
    people: { alice: { ${person} } }
    rotations:
      primary:
        timezone: ${/timezone: ([^,]*)/.exec(person)?.[1] ?? 'UTC'}
        overrides: [{ who: alice, from: ${from}, to: ${to} }]`
  return burdens(yaml, '2020-01-01..2030-01-01').get('alice')
}

describe('on-call time', () => {
  it('is the union over rotations: two at once count once, and both shifts count', () => {
    const yaml = `
      people: { alice: {}, bob: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
        secondary: { start: 2026-12-05, turn: 1 week, members: [alice, bob] }`
    const all = burdens(yaml, '2026-11-30..2026-12-14')
    expect(all.get('alice')).toMatchObject({ shifts: 2, hours: 12 * 24, weekendHours: 48 })
    expect(all.get('bob')).toMatchObject({ shifts: 2, hours: 168 })
    expect(burdens(yaml, '2026-11-30..2026-12-14', 'primary').get('alice')).toMatchObject({
      shifts: 1,
      hours: 168,
    })
  })

  it('is cut at the range, and a shift counts where it begins', () => {
    const yaml = `
      people: { alice: {}, bob: {} }
      rotations: { primary: { start: 2026-11-30 16:00, turn: 1 week, members: [alice, bob] } }`
    const all = burdens(yaml, '2026-12-01..2026-12-07T16:00')
    expect(all.get('alice')).toMatchObject({ shifts: 0, hours: 6 * 24 + 16 })
    expect(all.get('bob')).toMatchObject({ shifts: 0, hours: 0, share: 80 })
  })

  it('counts overrides, also of somebody whom no roster names', () => {
    const yaml = `
      people: { alice: {}, bob: {}, carol: {}, dave: {} }
      rotations:
        primary:
          start: 2026-11-30
          turn: 1 week
          members: [alice, bob]
          overrides:
            - { who: carol, on: 2026-12-01 }
            - { add: bob, from: 2026-12-02, to: 2026-12-02 06:00 }
            - { who: nobody, on: 2026-12-03 }`
    const all = burdens(yaml, '2026-11-30..2026-12-07')
    expect(all.get('alice')).toMatchObject({ hours: 5 * 24, share: 84 })
    expect(all.get('bob')).toMatchObject({ shifts: 1, hours: 6, share: 84 })
    expect(all.get('carol')).toMatchObject({ shifts: 1, hours: 24, share: 0 })
    expect(all.has('dave')).toBe(false)
  })

  it('puts most hours first, and of equals who has more off hours', () => {
    const yaml = `
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary:
          overrides:
            - { who: alice, from: 2026-12-01 09:00, to: 2026-12-01 18:00 }
            - { who: bob, from: 2026-12-02, to: 2026-12-02 09:00 }
            - { who: carol, from: 2026-12-03, to: 2026-12-04 }`
    expect([...burdens(yaml, '2026-12-01..2026-12-08').keys()]).toEqual(['carol', 'bob', 'alice'])
  })
})

describe('nights, weekends and off hours of a whole week, Monday to Monday', () => {
  // Of 168 hours 63 are night (9 x 7), 48 weekend, 45 working (9 x 5).
  it.each([
    ['Europe/Amsterdam', 'no change', '2026-11-30', '2026-12-07', 168, 63, 48],
    ['Europe/Amsterdam', 'an hour less on Sunday', '2027-03-22', '2027-03-29', 167, 62, 47],
    ['Europe/Amsterdam', 'an hour more on Sunday', '2027-10-25', '2027-11-01', 169, 64, 49],
    ['America/New_York', 'an hour less on Sunday', '2027-03-08', '2027-03-15', 167, 62, 47],
    ['America/New_York', 'an hour more on Sunday', '2026-10-26', '2026-11-02', 169, 64, 49],
    ['Asia/Kolkata', 'no change', '2026-11-30', '2026-12-07', 168, 63, 48],
    ['Australia/Lord_Howe', 'half an hour more', '2027-03-29', '2027-04-05', 168.5, 63.5, 48.5],
    ['Australia/Lord_Howe', 'half an hour less', '2026-09-28', '2026-10-05', 167.5, 62.5, 47.5],
  ])('%s: %s', (zone, _, from, to, hours, nightHours, weekendHours) => {
    expect(alone(`timezone: ${zone}`, from, to)).toMatchObject({
      hours,
      nightHours,
      weekendHours,
      offHours: hours - 45,
      holidayHours: 0,
    })
  })

  it('half hours: a day of UTC in Kolkata is from 05:30 to 05:30', () => {
    const yaml = `
      people: { priya: { timezone: Asia/Kolkata } }
      rotations: { primary: { overrides: [{ who: priya, on: 2026-12-01 }] } }`
    // Night: 05:30 to 07:00 and 22:00 to 05:30.
    expect(burdens(yaml, '2026-12-01..2026-12-02').get('priya')).toMatchObject({
      hours: 24,
      nightHours: 9,
      offHours: 15,
    })
  })

  it('a person is reckoned by their own clock, whatever the zone of the rotation', () => {
    const yaml = `
      people: { grace: { timezone: America/New_York }, yuki: { timezone: Asia/Tokyo } }
      rotations:
        primary: { start: 2026-12-04 22:00, turn: 6 hours, members: [[grace, yuki], nobody] }`
    // Friday 22:00 to 04:00 UTC is Friday 17:00 to 23:00 in New York, Saturday 07:00 to 13:00 in Tokyo.
    const all = burdens(yaml, '2026-12-04T22:00..2026-12-05T10:00')
    expect(all.get('grace')).toMatchObject({ hours: 6, offHours: 5, nightHours: 1 })
    expect(all.get('yuki')).toMatchObject({ hours: 6, offHours: 6, nightHours: 0, weekendHours: 6 })
  })
})

describe('holidays', () => {
  it('are those of the person’s country, and count whole as off hours', () => {
    const [from, to] = ['2026-12-21', '2026-12-28']
    // Friday and Saturday, 25 and 26 December.
    expect(alone('country: NL', from, to)).toMatchObject({ holidayHours: 48, offHours: 168 - 36 })
    expect(alone('', from, to)).toMatchObject({ holidayHours: 0, offHours: 168 - 45 })
  })

  it('a region has its own: Buß- und Bettag is free in Saxony only', () => {
    const [from, to] = ['2026-11-18', '2026-11-19']
    expect(alone('country: DE-SN', from, to)).toMatchObject({ holidayHours: 24, offHours: 24 })
    expect(alone('country: DE', from, to)).toMatchObject({ holidayHours: 0, offHours: 15 })
  })
})

describe('working hours past midnight belong to the day on which they begin', () => {
  const HOURS = 'hours: 22:00-06:00'

  it('Friday’s go on into Saturday, Sunday has none', () => {
    // Friday 00:00 to 06:00 is Thursday's, then Friday's eight: 14 of 84 hours; Monday's first six are Sunday's.
    expect(alone(HOURS, '2026-12-04', '2026-12-07 12:00')).toMatchObject({
      hours: 84,
      offHours: 70,
      weekendHours: 48,
    })
  })

  it('those of the day before a holiday go on into it, the holiday’s own do not count', () => {
    // Thursday 24 December 22:00 to 06:00 is working time; Friday the 25th and Saturday are free.
    expect(alone(`${HOURS}, country: NL`, '2026-12-24 12:00', '2026-12-26')).toMatchObject({
      hours: 36,
      offHours: 28,
      holidayHours: 24,
    })
  })

  it('across a clock change they are as long as they are: Cairo skips the midnight of a Friday', () => {
    const cairo = `timezone: Africa/Cairo, ${HOURS}`
    // From Thursday 20:00 to Friday 12:00 are 15 hours that day, seven of them working time.
    expect(alone(cairo, '2026-04-23 20:00', '2026-04-24 12:00')).toMatchObject({
      hours: 15,
      offHours: 8,
      nightHours: 8,
    })
  })

  it('an end at midnight', () => {
    expect(alone('hours: 16:00-24:00', '2026-12-01', '2026-12-02')?.offHours).toBe(16)
  })
})

it('a day that the clock skipped is nobody’s working day', () => {
  // Apia went from Thursday 29 to Saturday 31 December 2011.
  const zone = zoneNamed('Pacific/Apia')
  const person = workspaceOf(`people: { sina: { timezone: Pacific/Apia } }`).people.get('sina')
  if (zone === undefined || person === undefined) throw new Error('no Apia')
  const held = { start: zone.instantAt(at('2011-12-29')), end: zone.instantAt(at('2012-01-01')) }
  expect(burdenOf(person, [held], [])).toMatchObject({ hours: 48, offHours: 39, weekendHours: 24 })
})

/** Only the shares, to the millionth. */
function share(all: ReadonlyMap<string, PersonStats>): Record<string, number> {
  const rounded = [...all].map(([id, one]) => [id, Math.round(one.share * 1e6) / 1e6] as const)
  return Object.fromEntries(rounded)
}

/** Weekly turns of some members. */
const rotation = (members: string): string => `
  people: { alice: {}, bob: {}, carol: {} }
  rotations: { primary: { start: 2026-11-30, turn: 1 week, members: ${members} } }`

describe('the share', () => {
  it('is dealt from the roster of each turn: who joins later has a part from then on', () => {
    const yaml = rotation('[alice, bob, { who: carol, from: 2026-12-14 }]')
    expect(share(burdens(yaml, '2026-11-30..2026-12-28'))).toEqual({
      alice: 168 + 112,
      bob: 168 + 112,
      carol: 112,
    })
  })

  it('who leaves has none after that', () => {
    const yaml = rotation('[alice, { who: bob, until: 2026-12-07 }, carol]')
    expect(share(burdens(yaml, '2026-11-30..2026-12-14'))).toEqual({
      alice: 56 + 84,
      bob: 56,
      carol: 56 + 84,
    })
  })

  it('each of a pair has the whole of their entry', () => {
    const yaml = rotation('[[alice, bob], carol]')
    expect(share(burdens(yaml, '2026-11-30..2026-12-14'))).toEqual({
      alice: 168,
      bob: 168,
      carol: 168,
    })
  })

  it('a turn of nobody is nobody’s share', () => {
    const yaml = rotation('[alice, nobody, bob]')
    expect(share(burdens(yaml, '2026-11-30..2026-12-21'))).toEqual({ alice: 168, bob: 168 })
  })

  it('who is listed twice has two parts', () => {
    const yaml = rotation('[alice, bob, alice]')
    expect(share(burdens(yaml, '2026-11-30..2026-12-07'))).toEqual({ alice: 112, bob: 56 })
  })

  it('overrides change hours, not shares', () => {
    const yaml = `
      people: { alice: {}, bob: {} }
      rotations:
        primary:
          start: 2026-11-30
          turn: 1 week
          members: [alice, bob]
          overrides: [{ who: alice, from: 2026-12-07, to: 2026-12-14 }]`
    const all = burdens(yaml, '2026-11-30..2026-12-14')
    expect(share(all)).toEqual({ alice: 168, bob: 168 })
    expect(all.get('alice')?.hours).toBe(336)
  })

  it('a layer over another takes its hours from it', () => {
    const yaml = `
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary:
          layers:
            - { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
            - { start: 2026-11-30, turn: 1 week, members: [carol], during: { days: mon-fri, from: 09:00, to: 17:00 } }`
    expect(share(burdens(yaml, '2026-11-30..2026-12-07'))).toEqual({
      alice: 64,
      bob: 64,
      carol: 40,
    })
  })

  it('a rotation that follows is dealt from the roster of the turn that its holder comes from', () => {
    const yaml = `
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary:
          start: 2026-11-30
          turn: 1 week
          members: [alice, bob, { who: carol, from: 2026-12-14 }]
        secondary: { follows: primary }`
    const all = burdens(yaml, '2026-11-30..2026-12-14', 'secondary')
    expect(share(all)).toEqual({ alice: 84 + 56, bob: 84 + 56, carol: 56 })
    expect(all.get('carol')?.hours).toBe(168)
  })

  it('all shares together are all hours together, where there are no overrides and no pairs', () => {
    const yaml = `
      people: { alice: {}, bob: {}, carol: {} }
      rotations:
        primary:
          timezone: Europe/Amsterdam
          layers:
            - { start: 2026-03-01 16:00, turn: 1 month, members: [alice, bob, nobody] }
            - start: 2026-03-05
              turn: 1 shift
              members: [carol, { who: bob, from: 2026-06-01, until: 2026-07-01 }]
              during: { days: mon-fri, from: 09:00, to: 17:00 }`
    const all = [...burdens(yaml, '2026-01-01..2027-01-01').values()]
    const sum = (key: 'hours' | 'share'): number => all.reduce((total, one) => total + one[key], 0)
    expect(sum('share')).toBeCloseTo(sum('hours'), 6)
  })
})

it('agrees with counting minutes, in zones whose clocks change at odd times', () => {
  const zones = ['Europe/Amsterdam', 'America/Santiago', 'Africa/Cairo', 'Australia/Lord_Howe']
  const hours = { '09:00-18:00': [9, 18], '20:00-04:30': [20, 28.5] } as const
  for (const zone of zones) {
    for (const [written, [from, to]] of Object.entries(hours)) {
      const { people } = workspaceOf(
        `people: { alice: { timezone: ${zone}, hours: ${written}, country: NL } }`,
      )
      const person = people.get('alice')
      if (person === undefined) throw new Error('no alice')
      const free = new Set(book('NL')?.daysOf(2026))
      for (const start of [
        at('2026-03-26T07:10'),
        at('2026-04-02T11:50'),
        at('2026-10-23T20:05'),
      ]) {
        const held = { start, end: start + 5 * 24 * HOUR }
        const minutes = { offHours: 0, nightHours: 0, weekendHours: 0, holidayHours: 0 }
        for (let minute = held.start; minute < held.end; minute += 5 * MINUTE) {
          const wall = DateTime.fromMillis(minute, { zone })
          const day = Math.floor((minute + wall.offset * MINUTE) / (24 * HOUR))
          const time = wall.hour + wall.minute / 60
          const worksOn = (each: number): boolean =>
            (((each + 3) % 7) + 7) % 7 < 5 && !free.has(each)
          const works =
            (worksOn(day) && from <= time && time < to) || (worksOn(day - 1) && time + 24 < to)
          if (!works) minutes.offHours += 5
          if (time >= 22 || time < 7) minutes.nightHours += 5
          if (wall.weekday > 5) minutes.weekendHours += 5
          if (free.has(day)) minutes.holidayHours += 5
        }
        const counted = Object.entries(minutes).map(([key, count]) => [key, count / 60] as const)
        expect(burdenOf(person, [held], [])).toMatchObject(Object.fromEntries(counted))
      }
    }
  }
})

const moving = (more: string): string => `
    people:
      alice:
        timezone: Europe/Stockholm
        changes: { from: 2026-12-02, ${more} }
    rotations: { primary: { members: alice } }`

describe('what changes from a date on', () => {
  it('is judged by what is true then: what was before stays', () => {
    const after = burdens(moving('timezone: Asia/Tokyo'), '2026-11-30..2026-12-01').get('alice')
    expect(after).toMatchObject({ nightHours: 9, offHours: 15 })
    // From Tuesday 16:00 in Stockholm on it is Wednesday in Tokyo.
    expect(
      burdens(moving('timezone: Asia/Tokyo'), '2026-12-01T15:00..2026-12-02T15:00').get('alice'),
    ).toMatchObject({ hours: 24, nightHours: 9, offHours: 15 })
  })

  it('are hours and the weekend too', () => {
    const wednesday = '2026-12-01T23:00..2026-12-02T23:00'
    expect(burdens(moving('hours: 08:00-12:00'), wednesday).get('alice')?.offHours).toBe(20)
    expect(burdens(moving('weekend: wed'), wednesday).get('alice')).toMatchObject({
      weekendHours: 24,
      offHours: 24,
    })
  })
})

const heldBy = (person: string): PersonStats | undefined =>
  burdens(
    `people: { alice: { timezone: UTC, ${person} } }\nrotations: { primary: { members: alice } }`,
    // From Friday to Sunday.
    '2026-12-04..2026-12-07',
  ).get('alice')

describe('the weekend', () => {
  it('is that of the country, where Unicode names two days', () => {
    expect(heldBy('')?.weekendHours).toBe(48)
    expect(heldBy('country: IL')).toMatchObject({ weekendHours: 48, offHours: 63 })
    expect(heldBy('country: IR')).toMatchObject({ weekendHours: 48 })
    expect(heldBy('country: IN')).toMatchObject({ weekendHours: 48 })
  })

  it('or the person’s own', () => {
    expect(heldBy('country: IL, weekend: sat-sun')).toMatchObject({ weekendHours: 48 })
    expect(heldBy('weekend: [fri, sat]')).toMatchObject({ weekendHours: 48 })
    expect(heldBy('weekend: fri')).toMatchObject({ weekendHours: 24, offHours: 54 })
  })
})

it('the workspace’s own dates are holidays to everybody, and its lists of countries to nobody', () => {
  const yaml = `
    holidays: { company: [2026-12-01..2026-12-02], dutch: NL }
    people: { alice: {}, bob: { country: NL } }
    rotations: { primary: { members: alice }, secondary: { members: bob } }`
  const hours = burdens(yaml, '2026-12-01..2026-12-27')
  expect(hours.get('alice')?.holidayHours).toBe(48)
  // And Christmas, of two days.
  expect(hours.get('bob')?.holidayHours).toBe(96)
})

it('the months of a range are calendar months of a zone, cut at its ends', () => {
  const zone = zoneNamed('Europe/Amsterdam')
  if (zone === undefined) throw new Error('no Amsterdam')
  const months = monthsIn({ start: at('2026-11-15'), end: at('2027-01-02') }, zone)
  expect(months.map(({ start, end }) => [new Date(start), new Date(end)])).toEqual([
    [new Date('2026-11-15T00:00Z'), new Date('2026-11-30T23:00Z')],
    [new Date('2026-11-30T23:00Z'), new Date('2026-12-31T23:00Z')],
    [new Date('2026-12-31T23:00Z'), new Date('2027-01-02T00:00Z')],
  ])
})
