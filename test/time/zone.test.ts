import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { DAY, END_OF_TIME, HOUR, MINUTE } from '../../src/time/instant.ts'
import { writeUtc, writeWall } from '../../src/time/wall.ts'
import { inItsCase } from '../../src/time/zone-case.ts'
import { UTC, Zone, zoneNamed } from '../../src/time/zone.ts'

const NAMES = Intl.supportedValuesOf('timeZone')

function zone(name: string): Zone {
  const found = zoneNamed(name)
  if (found === undefined) throw new Error(`there is no ${name}`)
  return found
}

/** What Intl shows on the wall, read from its parts and not from the name of the offset, which is how we ask it. */
function shownByIntl(name: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (at) => {
    const of = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    )
    const date = [of['year'], (of['month'] ?? 0) - 1, of['day']] as [number, number, number]
    return Date.UTC(...date, of['hour'], of['minute'], of['second'])
  }
}

/** The same numbers every time. */
function* numbers(seed: number): Generator<number> {
  for (let x = seed; ;) yield (x = (x * 48_271) % 2_147_483_647) / 2_147_483_647
}

describe('every zone that Node knows', () => {
  it('shows on the wall what Intl shows, at any instant of 1970 to 2200 and around each change', () => {
    const random = numbers(42)
    const pick = (): number =>
      Math.floor((random.next().value as number) * (END_OF_TIME / 1000)) * 1000
    const wrong: string[] = []
    for (const name of NAMES) {
      const ours = zone(name)
      const shown = shownByIntl(name)
      const check = (at: number): void => {
        if (ours.wallAt(at) !== shown(at)) wrong.push(`${name} ${writeUtc(at)}`)
      }
      for (let i = 0; i < 3; i += 1) check(pick())
      const start = Math.floor((random.next().value as number) * 57 * 365) * DAY
      for (const { at } of ours.changesIn({ start, end: start + 500 * DAY })) {
        check(at)
        check(at - 1000)
      }
    }
    expect(wrong).toEqual([])
  })

  it('has no change that a look every few days misses: the shortest there has been took a week', () => {
    expect(changes('America/Recife', '2000-10-01', '2000-11-01')).toEqual([
      '2000-10-08T03:00:00Z -180 > -120',
      '2000-10-15T02:00:00Z -120 > -180',
    ])
  })
})

/** `2026-03-29T01:00:00Z 60 > 120`, in minutes. */
function changes(name: string, start: string, end: string): string[] {
  return zone(name)
    .changesIn({ start: Date.parse(start), end: Date.parse(end) })
    .map(({ at, before, after }) => `${writeUtc(at)} ${before / MINUTE} > ${after / MINUTE}`)
}

describe('the changes of awkward zones', () => {
  it.each([
    [
      'Europe/Amsterdam',
      '2026',
      ['2026-03-29T01:00:00Z 60 > 120', '2026-10-25T01:00:00Z 120 > 60'],
    ],
    [
      'America/New_York',
      '2026',
      ['2026-03-08T07:00:00Z -300 > -240', '2026-11-01T06:00:00Z -240 > -300'],
    ],
    [
      'Australia/Lord_Howe',
      '2026',
      ['2026-04-04T15:00:00Z 660 > 630', '2026-10-03T15:30:00Z 630 > 660'],
    ],
    [
      'Pacific/Chatham',
      '2026',
      ['2026-04-04T14:00:00Z 825 > 765', '2026-09-26T14:00:00Z 765 > 825'],
    ],
    ['Africa/Cairo', '2026', ['2026-04-23T22:00:00Z 120 > 180', '2026-10-29T21:00:00Z 180 > 120']],
    // A year that is over: Node 20 and 24 do not foresee the same of Morocco.
    ['Africa/Casablanca', '2025', ['2025-02-23T02:00:00Z 60 > 0', '2025-04-06T02:00:00Z 0 > 60']],
    ['Africa/Tunis', '2026', []],
    ['Africa/Tunis', '2005', ['2005-04-30T23:00:00Z 60 > 120', '2005-09-30T00:00:00Z 120 > 60']],
    ['Asia/Kathmandu', '2026', []],
    ['Asia/Kathmandu', '1985', ['1985-12-31T18:30:00Z 330 > 345']],
    ['Africa/Monrovia', '1972', ['1972-01-07T00:44:30Z -44.5 > 0']],
    ['UTC', '2026', []],
  ])('%s in %s', (name, year, expected) => {
    expect(changes(name, `${year}-01-01`, `${Number(year) + 1}-01-01`)).toEqual(expected)
  })

  it('Apia had no 30 December 2011', () => {
    expect(changes('Pacific/Apia', '2011-12-01', '2012-01-01')).toEqual([
      '2011-12-30T10:00:00Z -600 > 840',
    ])
  })
})

describe('the instant at which the wall shows a time', () => {
  it.each([
    ['Europe/Amsterdam', '2026-03-29T02:30', '2026-03-29T01:30:00Z', '2026-03-29 03:30'],
    ['Europe/Amsterdam', '2026-10-25T02:30', '2026-10-25T00:30:00Z', '2026-10-25 02:30'],
    ['America/New_York', '2026-03-08T02:00', '2026-03-08T07:00:00Z', '2026-03-08 03:00'],
    ['America/New_York', '2026-11-01T01:00', '2026-11-01T05:00:00Z', '2026-11-01 01:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00Z', '2026-10-04 02:45'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00Z', '2026-04-05 01:45'],
    ['Pacific/Chatham', '2026-09-27T02:50', '2026-09-26T14:05:00Z', '2026-09-27 03:50'],
    ['Africa/Cairo', '2026-04-24T00:00', '2026-04-23T22:00:00Z', '2026-04-24 01:00'],
    ['Africa/Casablanca', '2025-02-23T02:30', '2025-02-23T01:30:00Z', '2025-02-23 02:30'],
    ['Pacific/Apia', '2011-12-30T09:00', '2011-12-30T19:00:00Z', '2011-12-31 09:00'],
    ['Asia/Kathmandu', '1986-01-01T00:10', '1985-12-31T18:40:00Z', '1986-01-01 00:25'],
  ])(
    'in %s at %s: skipped, the offset before counts; twice, the first',
    (name, wall, at, shows) => {
      const instant = zone(name).instantAt(Date.parse(`${wall}Z`))
      expect(writeUtc(instant)).toBe(at)
      expect(writeWall(zone(name).wallAt(instant))).toBe(shows)
    },
  )

  it('is the first instant that shows it, or shows what comes as long after the gap', () => {
    const awkward = [
      'Europe/Amsterdam',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Chatham',
      'Pacific/Apia',
      'Africa/Cairo',
      'Africa/Casablanca',
      'Africa/Tunis',
      'Asia/Kathmandu',
      'America/Sao_Paulo',
      'Antarctica/Troll',
    ].map(zone)
    const near = fc
      .tuple(
        fc.constantFrom(...awkward),
        fc.integer({ min: 0, max: 56 * 365 }),
        fc.integer({ min: -96, max: 96 }),
      )
      .map(([of, day, quarters]) => {
        const [change] = of.changesIn({ start: day * DAY, end: (day + 400) * DAY })
        return { of, at: (change?.at ?? day * DAY) + (quarters * HOUR) / 4 }
      })
    fc.assert(
      fc.property(near, ({ of, at }) => {
        // A wall clock that is shown is shown by the instant that is found, and by none before.
        const wall = of.wallAt(at)
        const found = of.instantAt(wall)
        expect(of.wallAt(found)).toBe(wall)
        expect(found).toBeLessThanOrEqual(at)
        for (let earlier = found - 26 * HOUR; earlier < found; earlier += 15 * MINUTE) {
          expect(of.wallAt(earlier)).not.toBe(wall)
        }
        // Any other is read with the offset in force before the gap.
        const skipped = at + of.offsetAt(at - 25 * HOUR)
        const read = of.instantAt(skipped)
        if (of.wallAt(read) !== skipped) expect(of.offsetAt(read)).toBeGreaterThan(skipped - read)
      }),
      { seed: 10, numRuns: 300 },
    )
  })

  it('does not depend on what was asked before', () => {
    const walls = [0, 45, 20_000, 20_541, 3, 20_541.5, 84_000, 12].map((day) => day * DAY)
    const used = new Zone('x', (at) => (Math.floor(at / (30 * DAY)) % 2) * HOUR)
    for (const wall of walls) {
      const fresh = new Zone('x', (at) => (Math.floor(at / (30 * DAY)) % 2) * HOUR)
      expect(used.instantAt(wall)).toBe(fresh.instantAt(wall))
    }
  })

  it('a change is found wherever it falls', () => {
    for (const day of [200, 400, 399, 401, 600 + 1 / 86_400, 0, -200]) {
      const at = Math.round(day * DAY)
      const changing = new Zone('x', (instant) => (instant < at ? 0 : HOUR))
      expect(changing.changesIn({ start: at - DAY, end: at + DAY })).toEqual([
        { at, before: 0, after: HOUR },
      ])
      expect([changing.offsetAt(at - 1), changing.offsetAt(at)]).toEqual([0, HOUR])
    }
  })

  it('far beyond the years that can be spoken of nothing breaks, up to infinity', () => {
    for (const name of ['Europe/Amsterdam', 'UTC', 'Africa/Casablanca']) {
      for (const at of [-1e17, -9e15, 9e15, 1e17]) {
        expect(Math.abs(zone(name).wallAt(at) - at)).toBeLessThanOrEqual(2 * HOUR)
        expect(Math.abs(zone(name).instantAt(at) - at)).toBeLessThanOrEqual(2 * HOUR)
      }
      expect(zone(name).instantAt(Infinity)).toBe(Infinity)
      expect(zone(name).instantAt(-Infinity)).toBe(-Infinity)
    }
  })
})

describe('the name of a zone', () => {
  it.each([
    ['asia/tokyo', 'Asia/Tokyo'],
    ['AMERICA/PORT_OF_SPAIN', 'America/Port_of_Spain'],
    ['antarctica/mcmurdo', 'Antarctica/McMurdo'],
    ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
    ['EST5EDT', 'EST5EDT'],
    ['etc/gmt+3', 'Etc/GMT+3'],
    ['us/eastern', 'US/Eastern'],
    ['utc', 'UTC'],
    ['etc/utc', 'Etc/UTC'],
    ['Europe/Amsterdam', 'Europe/Amsterdam'],
    ['US/Eastern', 'US/Eastern'],
  ])('%s is %s to the database', (typed, name) => {
    expect(inItsCase(typed)).toBe(name)
  })

  it('is of the IANA database, in any case, links included, and kept as it was written', () => {
    for (const name of [
      'US/Eastern',
      'europe/amsterdam',
      'Asia/Calcutta',
      'EST5EDT',
      'Etc/GMT+3',
      'utc',
      'GMT',
    ]) {
      expect(zoneNamed(name)?.name).toBe(name)
    }
    expect(zone('US/Eastern').offsetAt(0)).toBe(zone('America/New_York').offsetAt(0))
    expect(zoneNamed('UTC')).toBe(UTC)
  })

  it.each([
    '+01:00',
    'UTC+1',
    'GMT+3',
    'Europe/Amsterdm',
    'BST',
    'IST',
    'PST',
    '',
    ' ',
    'local',
    '7',
    '../etc',
  ])('%p is none', (name) => {
    expect(zoneNamed(name)).toBeUndefined()
  })
})
