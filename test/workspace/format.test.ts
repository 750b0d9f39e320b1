/** The format: what is accepted, and what it means. */
import { describe, expect, it } from '@jest/globals'
import type { Layer, Rotation } from '../../src/model/rotation.ts'
import type { Window } from '../../src/model/window.ts'
import { HOUR } from '../../src/time/instant.ts'
import { writeDay, writeUtc } from '../../src/time/wall.ts'
import { loaded, shown, type Files } from './texts.ts'

function rotation(files: Files, id = 'primary'): Rotation {
  expect(shown(files)).toBe('')
  const found = loaded(files).workspace.rotations.get(id)
  if (found === undefined) throw new Error(`no rotation ${id}`)
  return found
}

function layer(text: string): Layer {
  const [first] = rotation(`
    people: { alice: {}, bob: {} }
    holidays: { company: [2026-12-24..2027-01-01, NL], off: 2027-05-05 }
    rotations: { primary: ${text} }`).layers
  if (first === undefined) throw new Error('no layer')
  return first
}

function window(text: string): Window {
  const { coverage } = rotation(`
    holidays: { company: [2026-12-24..2027-01-01, NL], off: 2027-05-05 }
    rotations: { primary: { coverage: ${text} } }`)
  const first = Array.isArray(coverage) ? (coverage[0] as Window | undefined) : undefined
  if (first === undefined) throw new Error('no window')
  return first
}

/** All that a text says, wherever it stands. */
function said(text: string): string {
  return JSON.stringify(loaded(text).workspace, (key, value: unknown) =>
    key === 'place' ? undefined : value instanceof Map ? [...value] : value,
  )
}

/** The overrides of `primary`: people, beginning and end. */
function overrides(files: Files): string[] {
  return rotation(files).overrides.map(
    ({ kind, people, start, end, insteadOf }) =>
      `${kind} ${people.join('+') || 'nobody'}${insteadOf === undefined ? '' : ` for ${insteadOf}`} ${writeUtc(start)} ${writeUtc(end)}`,
  )
}

const LAYER = 'start: 2026-11-30, turn: 1 week, members: [alice, bob]'

describe('one thing where a list may be', () => {
  it('needs no brackets', () => {
    const one = `
      people:
        alice: { away: 2026-12-24 }
        bob: { away: { on: 2026-12-24, why: Christmas } }
      holidays: { company: 2026-12-24 }
      rotations:
        primary:
          layers:
            start: 2026-11-30
            turn: 1 week
            members: alice
            during: { days: mon, from: 09:00, to: 17:00, except: company }
          overrides: { who: bob, on: 2026-12-01 }
      overrides: { rotation: primary, who: bob, on: 2026-12-02 }
      meetings:
        standup:
          days: mon
          at: 09:00
          duration: 15m
          attendees: alice
          chair: { members: alice, start: 2026-11-30 }
          skip: 2026-12-07
          move: { from: 2026-12-14, to: 2026-12-15 }`
    const many = one
      .replace('away: 2026-12-24 ', 'away: [2026-12-24] ')
      .replace('{ on: 2026-12-24, why: Christmas }', '[{ on: 2026-12-24, why: Christmas }]')
      .replace('company: 2026-12-24', 'company: [2026-12-24]')
      .replace('            start: 2', '          - start: 2')
      .replace('members: alice\n', 'members: [alice]\n')
      .replace('during: { days: mon,', 'during: [{ days: [mon],')
      .replace('except: company }', 'except: [company] }]')
      .replace('{ who: bob, on: 2026-12-01 }', '[{ who: [bob], on: 2026-12-01 }]')
      .replace('{ rotation: primary, who: bob', '[{ rotation: [primary], who: bob')
      .replace('on: 2026-12-02 }', 'on: 2026-12-02 }]')
      .replace('days: mon\n', 'days: [mon]\n')
      .replace('attendees: alice', 'attendees: [alice]')
      .replace('members: alice, start', 'members: [alice], start')
      .replace('skip: 2026-12-07', 'skip: [2026-12-07]')
      .replace('{ from: 2026-12-14, to: 2026-12-15 }', '[{ from: 2026-12-14, to: 2026-12-15 }]')
    expect(shown(one)).toBe('')
    expect(shown(many)).toBe('')
    expect(said(one)).toBe(said(many))
  })
})

describe('files', () => {
  it('are merged in the order of their paths', () => {
    const { workspace } = loaded({
      'c.yaml': 'rotations: { third: {} }',
      'a.yaml': 'rotations: { first: {} }\nteam: Infrastructure',
      'b/x.yaml': 'rotations: { second: {} }\ntimezone: Europe/Paris',
    })
    expect([...workspace.rotations.keys()]).toEqual(['first', 'second', 'third'])
    expect(workspace.team).toBe('Infrastructure')
    expect(workspace.zone.name).toBe('Europe/Paris')
    expect(workspace.rotations.get('first')?.zone.name).toBe('Europe/Paris')
  })

  it('overrides apply in order: the own first, then those of files in the order of their paths', () => {
    const files = {
      'z.yaml': `
        rotations:
          primary: { ${LAYER}, overrides: [{ who: alice, on: 2026-12-01 }] }`,
      'b.yaml': 'overrides: [{ rotation: primary, who: bob, on: 2026-12-03 }]',
      'a.yaml': `
        people: { alice: {}, bob: {} }
        overrides:
          - { rotation: [primary, primary], who: nobody, on: 2026-12-02 }`,
    }
    expect(overrides(files)).toEqual([
      'replace alice 2026-12-01T00:00:00Z 2026-12-02T00:00:00Z',
      'replace nobody 2026-12-02T00:00:00Z 2026-12-03T00:00:00Z',
      'replace bob 2026-12-03T00:00:00Z 2026-12-04T00:00:00Z',
    ])
  })

  it('anchors and aliases stand for what they name', () => {
    const text = `
      people: { alice: {}, bob: {} }
      rotations:
        primary: { start: 2026-11-30, turn: 1 week, members: &team [alice, bob] }
        secondary: { start: 2026-12-07, turn: 1 week, members: *team }`
    const { layers } = rotation(text, 'secondary')
    expect(layers[0]?.members.flatMap(({ people }) => people)).toEqual(['alice', 'bob'])
  })
})

describe('scalars', () => {
  it('every one is the text as written, also as an id', () => {
    const text = `
      people: { 007: { name: 0x1F }, no: { name: 1.50 }, yes: { name: ~ }, null: { name: true } }
      rotations:
        1.0: { start: 2026-11-30, turn: 1 week, members: [007, no, yes, null] }`
    const { layers } = rotation(text, '1.0')
    expect(layers[0]?.members.flatMap(({ people }) => people)).toEqual(['007', 'no', 'yes', 'null'])
    const { people } = loaded(text).workspace
    expect([...people.values()].map(({ name }) => name)).toEqual(['0x1F', '1.50', '~', 'true'])
  })

  it.each(['constructor', 'toString', 'hasOwnProperty', 'a.b_c-d', '0'])(
    'the id %s is like any other',
    (id) => {
      const text = `
        people: { ${id}: {} }
        rotations: { ${id}: { start: 2026-11-30, turn: 1 week, members: [${id}] } }`
      expect(rotation(text, id).layers[0]?.members[0]?.people).toEqual([id])
    },
  )

  it.each([
    ['europe/amsterdam', 'europe/amsterdam'],
    ['US/Eastern', 'US/Eastern'],
    ['utc', 'utc'],
  ])('the zone %s is known in any case, links included', (name) => {
    expect(rotation(`rotations: { primary: { timezone: ${name} } }`).zone.name).toBe(name)
  })
})

describe('times', () => {
  it.each([
    ['2026-11-30', '2026-11-29T23:00:00Z'],
    ['2026-11-30 16:00', '2026-11-30T15:00:00Z'],
    ['2026-11-30T16:00', '2026-11-30T15:00:00Z'],
    ['2026-11-30 16:00:30', '2026-11-30T15:00:30Z'],
    ['2026-11-30 16:00Z', '2026-11-30T16:00:00Z'],
    ['2026-11-30T16:00:00+05:30', '2026-11-30T10:30:00Z'],
    ['2026-11-30 16:00-0500', '2026-11-30T21:00:00Z'],
    ['"2026-11-30 16:00"', '2026-11-30T15:00:00Z'],
    ['1970-01-01', '1969-12-31T23:00:00Z'],
    ['2200-12-31 23:59', '2200-12-31T22:59:00Z'],
  ])('%s in Amsterdam is %s', (written, utc) => {
    const text = `{ timezone: Europe/Amsterdam, start: ${written}, turn: 1 week, members: [alice] }`
    expect(writeUtc(layer(text).start.instant)).toBe(utc)
  })

  it('an end after its beginning by the clock on the wall is none that a clock change makes wrong', () => {
    const text = `
      people: { alice: {} }
      rotations:
        primary:
          timezone: Europe/Amsterdam
          overrides: [{ who: alice, from: 2026-03-29 02:00, to: 2026-03-29 02:30 }]`
    // 02:00 is read as 03:00 and 02:30 as 03:30.
    expect(overrides(text)).toEqual(['replace alice 2026-03-29T01:00:00Z 2026-03-29T01:30:00Z'])
  })

  it('what only a clock change makes empty holds nothing, and is no mistake', () => {
    const text = `
      people: { alice: {} }
      rotations:
        primary:
          timezone: Pacific/Apia
          overrides: [{ who: alice, on: 2011-12-30 }]`
    expect(overrides(text)).toEqual([])
  })

  it.each([
    ['1 hour', { count: 1, unit: 'hours' }],
    ['1 days', { count: 1, unit: 'days' }],
    ['12 day', { count: 12, unit: 'days' }],
    ['2 weeks', { count: 2, unit: 'weeks' }],
    ['3 months', { count: 3, unit: 'months' }],
  ])('a turn can be %s', (written, length) => {
    expect(layer(`{ start: 2026-11-30, turn: ${written}, members: [alice] }`).turn).toEqual(length)
  })
})

it('a turn in windows that outlasts all years is as long as they are', () => {
  const during = 'during: { from: 09:00, to: 17:00 }'
  const text = `{ start: 2026-11-30, turn: 9999999 weeks, members: [alice], ${during} }`
  expect(layer(text).turn).toEqual({ count: 12_243, unit: 'weeks' })
})

describe('short and long forms', () => {
  it.each([
    ['alice', ['alice']],
    ['[alice, bob]', ['alice', 'bob']],
    ['nobody', []],
    ['{ who: alice }', ['alice']],
    ['{ who: [alice, bob], from: 2026-12-07, until: 2027-01-01 }', ['alice', 'bob']],
    ['{ who: nobody }', []],
  ])('a member: %s', (written, people) => {
    const { members } = layer(`{ start: 2026-11-30, turn: 1 week, members: [${written}] }`)
    expect(members[0]?.people).toEqual(people)
  })

  it('a rotation with one layer says it directly, and keeps its name', () => {
    const short = rotation(`
      people: { alice: {}, bob: {} }
      rotations: { primary: { name: First, ${LAYER} } }`)
    expect(short.name).toBe('First')
    expect(short.layers.map(({ name }) => name)).toEqual(['1'])
  })

  it('a rotation without layers holds what its overrides say', () => {
    expect(rotation('rotations: { primary: }').layers).toEqual([])
    expect(rotation('rotations: { primary: { layers: [] } }').layers).toEqual([])
  })

  it.each([
    ['who: alice, on: 2026-11-30', 'replace alice 2026-11-30T00:00:00Z 2026-12-01T00:00:00Z'],
    [
      'who: alice, on: 2026-11-30..2026-11-30',
      'replace alice 2026-11-30T00:00:00Z 2026-12-01T00:00:00Z',
    ],
    [
      'who: alice, on: 2026-11-30 .. 2026-12-01',
      'replace alice 2026-11-30T00:00:00Z 2026-12-02T00:00:00Z',
    ],
    [
      'who: [alice, bob], on: 2026-11-30',
      'replace alice+bob 2026-11-30T00:00:00Z 2026-12-01T00:00:00Z',
    ],
    [
      'add: [alice], from: 2026-11-30, to: 2026-12-01',
      'add alice 2026-11-30T00:00:00Z 2026-12-01T00:00:00Z',
    ],
    [
      'who: alice, instead_of: bob, from: 2026-11-30 08:00, to: 2026-11-30 20:00',
      'replace alice for bob 2026-11-30T08:00:00Z 2026-11-30T20:00:00Z',
    ],
    [
      'who: nobody, instead_of: bob, on: 2026-11-30',
      'replace nobody for bob 2026-11-30T00:00:00Z 2026-12-01T00:00:00Z',
    ],
  ])('an override: %s', (written, said) => {
    const text = `
      people: { alice: {}, bob: {} }
      rotations: { primary: { overrides: [{ ${written} }] } }`
    expect(overrides(text)).toEqual([said])
  })

  it('an absence: a day, a range, a stretch, days with a reason', () => {
    const text = `
      people:
        alice:
          away:
            - 2026-11-30
            - 2026-12-01..2026-12-03
            - { from: 2026-12-07 12:00, to: 2026-12-08, why: conference }
            - { on: 2026-12-10, why: dentist }`
    const away = loaded(text).workspace.people.get('alice')?.away ?? []
    expect(away.map(({ start, end, why }) => `${writeUtc(start)} ${writeUtc(end)} ${why}`)).toEqual(
      [
        '2026-11-30T00:00:00Z 2026-12-01T00:00:00Z undefined',
        '2026-12-01T00:00:00Z 2026-12-04T00:00:00Z undefined',
        '2026-12-07T12:00:00Z 2026-12-08T00:00:00Z conference',
        '2026-12-10T00:00:00Z 2026-12-11T00:00:00Z dentist',
      ],
    )
  })

  it('lists of holidays: days, ranges and countries, one or many', () => {
    const { workspace, problems } = loaded(`
      holidays:
        day: 2026-12-24
        mixed: [NL, 2026-12-24..2026-12-24, DE-SN]
        none:`)
    expect(problems).toEqual([])
    const lists = [...workspace.holidays.values()].map(({ name, ranges, countries }) => [
      name,
      ...ranges.map(({ first, last }) => `${writeDay(first)}..${writeDay(last)}`),
      ...countries.map(({ code }) => code),
    ])
    expect(lists).toEqual([
      ['day', '2026-12-24..2026-12-24'],
      ['mixed', '2026-12-24..2026-12-24', 'NL', 'DE-SN'],
      ['none'],
    ])
  })
})

describe('windows', () => {
  it.each([
    ['{ from: 09:00, to: 17:00 }', 0b111_1111, 9, 8],
    ['{ days: mon, from: 09:00, to: 24:00 }', 0b000_0001, 9, 15],
    ['{ days: [mon, Tuesday], from: 09:00, to: 00:00 }', 0b000_0011, 9, 15],
    ['{ days: mon-fri, from: 22:00, to: 06:00 }', 0b001_1111, 22, 8],
    ['{ days: fri-mon, from: 08:00, to: 08:00 }', 0b111_0001, 8, 24],
    ['{ days: [company], from: 00:00, to: 24:00 }', 0, 0, 24],
    ['{ from: fri 17:00, to: mon 09:00 }', 0b001_0000, 17, 64],
    ['{ from: friday  17:00, to: mon 24:00 }', 0b001_0000, 17, 79],
    ['{ from: mon 09:00, to: mon 09:00 }', 0b000_0001, 9, 168],
    ['{ from: mon 09:00, to: mon 08:00 }', 0b000_0001, 9, 167],
    ['[{ days: mon, from: 09:00, to: 10:00, except: [company, off] }]', 0b000_0001, 9, 1],
  ])('%s', (written, weekdays, from, length) => {
    const found = window(written)
    expect([found.weekdays, found.from, found.length]).toEqual([
      weekdays,
      from * HOUR,
      length * HOUR,
    ])
  })

  it('name lists of holidays, to open on their days or not', () => {
    const { lists, except } = window(
      '{ days: [mon, company], from: 09:00, to: 10:00, except: off }',
    )
    expect(lists.map(({ name }) => name)).toEqual(['company'])
    expect(except.map(({ name }) => name)).toEqual(['off'])
  })

  it.each(['always', 'none'])('coverage can be %s', (word) => {
    expect(rotation(`rotations: { primary: { coverage: ${word} } }`).coverage).toBe(word)
  })
})

describe('followers', () => {
  it.each([
    ['', 1],
    ['by: 0', 0],
    ['by: -2', -2],
    ['by: +3', 3],
    ['by: "1"', 1],
  ])('%s', (by, ahead) => {
    const text = `
      people: { alice: {}, bob: {} }
      rotations:
        primary: { timezone: Europe/Paris, coverage: none, ${LAYER} }
        secondary: { follows: primary, ${by} }
        third: { follows: secondary, by: 1, timezone: UTC, coverage: always }`
    const { zone, coverage, layers, ahead: turns } = rotation(text, 'secondary')
    expect([zone.name, coverage, layers.length, turns]).toEqual(['Europe/Paris', 'none', 1, ahead])
    const third = rotation(text, 'third')
    expect([third.zone.name, third.coverage, third.ahead]).toEqual(['UTC', 'always', ahead + 1])
  })

  it('may stand before whom they follow, also in an earlier file', () => {
    const text = {
      'a.yaml': 'rotations: { secondary: { follows: primary } }',
      'b.yaml': `people: { alice: {}, bob: {} }\nrotations: { primary: { ${LAYER} } }`,
    }
    expect(rotation(text, 'secondary').layers).toHaveLength(1)
  })
})

describe('meetings', () => {
  it('have a short form, and defaults', () => {
    const { workspace, problems } = loaded(
      'meetings: { standup: { days: mon-fri, at: 09:30, duration: 90 minutes } }',
    )
    expect(problems).toEqual([])
    expect(workspace.meetings.get('standup')).toMatchObject({
      name: 'standup',
      days: { weekdays: 0b001_1111, monthDays: [], lists: [] },
      at: 9.5 * HOUR,
      duration: { count: 90, unit: 'minutes' },
      every: { count: 1, unit: 'weeks' },
      attendees: [{ kind: 'everyone' }],
      skip: [],
      move: [],
    })
  })

  it('a move to a date keeps the time of day', () => {
    const { workspace } = loaded(`
      meetings:
        standup:
          days: mon
          at: 09:30
          duration: 1 hour
          move: [{ from: 2026-11-30, to: 2026-12-01 }, { from: 2026-12-07, to: 2026-12-08 10:00 }]`)
    const times = workspace.meetings.get('standup')?.move.map(({ to }) => to.moment?.wall)
    expect(times).toEqual([undefined, Date.UTC(2026, 11, 8, 10)])
  })

  it('attendees: people, everyone, whoever is on call', () => {
    const { workspace, problems } = loaded(`
      people: { alice: {} }
      rotations: { primary: {}, secondary: {} }
      meetings:
        standup:
          days: mon
          at: 09:30
          duration: 1 hour
          attendees: [alice, everyone, { on-call: [primary, secondary] }]`)
    expect(problems).toEqual([])
    expect(workspace.meetings.get('standup')?.attendees).toEqual([
      { kind: 'person', person: 'alice' },
      { kind: 'everyone' },
      { kind: 'on-call', rotation: 'primary' },
      { kind: 'on-call', rotation: 'secondary' },
    ])
  })
})

describe('checks', () => {
  it('are turned off by name', () => {
    const { workspace, problems } = loaded('checks: { gap: off, double-booking: on }')
    expect(problems).toEqual([])
    expect([...workspace.checks.off]).toEqual(['gap'])
  })
  it('lets pairs of rotations share people', () => {
    const { workspace, problems } = loaded(
      'rotations: { desk: {}, primary: {} }\nchecks: { double-booking: { except: [[desk, primary]] } }',
    )
    expect(problems).toEqual([])
    expect(workspace.checks.shared).toEqual([['desk', 'primary']])
  })
})
