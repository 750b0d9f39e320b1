import { describe, expect, it } from '@jest/globals'
import { coverageOf, gapsIn } from '../../src/timeline/coverage.ts'
import { instant, range, rotation, workspace } from './picture.ts'

function gaps(yaml: string, text: string): string[] {
  const w = workspace(`
    rotations:
      primary: { ${yaml} }`)
  const primary = rotation(w)
  return gapsIn(primary, range(text, primary.zone)).map(
    ({ start, end }) => `${instant(start)} > ${instant(end)}`,
  )
}

describe('a gap is a longest stretch of coverage that nobody holds', () => {
  it('always is the default: before the first start and after the last end too', () => {
    expect(
      gaps(
        'layers: [{ start: 2026-12-01, end: 2026-12-02, turn: 1 week, members: [alice] }]',
        '2026-11-30..2026-12-04',
      ),
    ).toEqual(['2026-11-30T00:00Z > 2026-12-01T00:00Z', '2026-12-02T00:00Z > 2026-12-04T00:00Z'])
  })

  it('where a turn of nobody meets a time without any layer it is one gap', () => {
    expect(
      gaps(
        'layers: [{ start: 2026-11-30, end: 2026-12-02, turn: 1 day, members: [alice, nobody] }]',
        '2026-11-30..2026-12-04',
      ),
    ).toEqual(['2026-12-01T00:00Z > 2026-12-04T00:00Z'])
  })

  it('what is over need not be covered', () => {
    const ending = 'end: 2026-12-03, start: 2026-12-01, turn: 1 day, members: [alice, nobody]'
    const [before, hole] = [
      '2026-11-30T00:00Z > 2026-12-01T00:00Z',
      '2026-12-02T00:00Z > 2026-12-03T00:00Z',
    ]
    expect(gaps(ending, '2026-11-30..2026-12-09')).toEqual([before, hole])
    expect(gaps('end: 2026-12-01', '2026-11-30..2026-12-09')).toEqual([
      '2026-11-30T00:00Z > 2026-12-01T00:00Z',
    ])
  })

  it('with windows only what lies within them counts', () => {
    const office = 'coverage: { days: mon-fri, from: 09:00, to: 17:00 }'
    expect(
      gaps(
        `${office}, layers: [{ start: 2026-11-30, end: 2026-12-04 12:00, turn: 1 week, members: [alice] }]`,
        '2026-12-03..2026-12-08',
      ),
    ).toEqual(['2026-12-04T12:00Z > 2026-12-04T17:00Z', '2026-12-07T09:00Z > 2026-12-07T17:00Z'])
  })

  it('the days of coverage are those of the zone of the rotation', () => {
    expect(
      gaps(
        'timezone: Asia/Kathmandu, coverage: [{ days: fri, from: 00:00, to: 24:00 }]',
        '2026-11-30..2026-12-06',
      ),
    ).toEqual(['2026-12-03T18:15Z > 2026-12-04T18:15Z'])
  })

  it('with none there is no gap', () => {
    expect(gaps('coverage: none', '2026-11-30..2026-12-06')).toEqual([])
  })

  it('an override fills it, and `nobody` makes one', () => {
    expect(
      gaps(
        'start: 2026-12-01, turn: 1 week, members: [alice], overrides: [{ add: bob, on: 2026-11-30 }, { who: nobody, on: 2026-12-02 }]',
        '2026-11-30..2026-12-06',
      ),
    ).toEqual(['2026-12-02T00:00Z > 2026-12-03T00:00Z'])
  })

  it('a follower has the coverage of the followed one unless it says its own', () => {
    const w = workspace(`
      rotations:
        primary: { coverage: none, start: 2026-11-30, turn: 1 day, members: [alice, bob] }
        secondary: { follows: primary, by: -1 }
        third: { follows: primary, by: -1, coverage: always }`)
    const asked = range('2026-11-30..2026-12-03')
    expect(coverageOf(rotation(w, 'secondary'), asked)).toEqual([])
    expect(gapsIn(rotation(w, 'third'), asked)).toEqual([range('2026-11-30..2026-12-01')])
  })
})
