/** Burden, as people and programs see it. */
import { describe, expect, it } from '@jest/globals'
import { run } from './terminal.ts'

const YAML = `
people:
  alice: { name: Alice Lindqvist, timezone: Europe/Stockholm, country: SE }
  bob: { name: Bob Smith, timezone: America/New_York, country: US }
  carol: { name: Carol }
  erin: { name: Erin }
rotations:
  primary:
    start: 2026-11-30 16:00
    turn: 1 week
    members: [alice, bob, carol, { who: erin, from: 2027-06-01 }]
    overrides: [{ who: alice, from: 2026-12-24 16:00, to: 2026-12-26 16:00 }]
  secondary: { follows: primary }
`

const December = ['--from', '2026-12-01', '--to', '2027-01-01']

async function stats(columns: number | undefined, ...words: string[]): Promise<string> {
  const terminal = columns === undefined ? { yaml: YAML } : { yaml: YAML, columns }
  const { out, err, exit } = await run(['stats', ...December, ...words], terminal)
  expect([err, exit]).toEqual(['', 0])
  return out
}

describe('the table', () => {
  it('most hours first, against the fair share, and in words what stands out', async () => {
    expect(`\n${await stats(80)}`).toMatchInlineSnapshot(`
     "
     On call, Tue 1 Dec 00:00 to Fri 1 Jan 2027 00:00, in hours

     PERSON           SHIFTS  HOURS  FAIR   +/-      │     NIGHT  WKND  HOLI  OFF
     Bob Smith             3    576   496  +16%      │██▋    216   144    24  423
     Alice Lindqvist       4    496   496  even      │       186   144    48  371
     Carol                 3    416   496  -16%   ▐██│       155    96     0  297

     Bob Smith has 80 h more than the fair share (+16%); Carol has 80 h less than the
     fair share (-16%); Alice Lindqvist has more than a fair part of the holidays: 48
     h, where 24 h would be even.
     Not on call in this time: Erin.
     +/- is against the fair share: what the rosters would give with luck evened out.
     Nights (22:00 to 07:00), weekends, public holidays and off hours (outside
     working hours) are by each person's own clock and calendar.
     Times in UTC.
     "
    `)
  })

  it('with a bar for each kind where there is room', async () => {
    expect(`\n${await stats(120, 'primary')}`).toMatchInlineSnapshot(`
     "
     On call, Tue 1 Dec 00:00 to Fri 1 Jan 2027 00:00, in hours

     PERSON           SHIFTS  HOURS  FAIR   +/-       │       NIGHTS        WEEKENDS        HOLIDAYS        OFF HOURS
     Alice Lindqvist       3    328   248  +32%       │█████     123  ████        96  ████        48  ████        248  ████
     Bob Smith             2    248   248  even       │           90  ██▉         48  ██           0              169  ██▊
     Carol                 1    168   248  -32%  █████│           63  ██          48  ██           0              123  ██

     Alice Lindqvist has 80 h more than the fair share (+32%); Carol has 80 h less than the fair share (-32%).
     Not on call in this time: Erin.
     +/- is against the fair share: what the rosters would give with luck evened out. Nights (22:00 to 07:00), weekends,
     public holidays and off hours (outside working hours) are by each person's own clock and calendar.
     Times in UTC.
     "
    `)
  })

  it('without bars where there is little', async () => {
    expect(`\n${await stats(60, '--rotation', 'secondary')}`).toMatchInlineSnapshot(`
     "
     On call, Tue 1 Dec 00:00 to Fri 1 Jan 2027 00:00, in hours

     PERSON           SHIFTS  HOURS   +/-  NIGHT  WKND  HOLI  OFF
     Bob Smith             1    328  +32%    126    96    24  254
     Carol                 2    248  even     92    48     0  174
     Alice Lindqvist       1    168  -32%     63    48     0  123

     Bob Smith has 80 h more than the fair share (+32%);
     Alice Lindqvist has 80 h less than the fair share (-32%).
     Not on call in this time: Erin.
     +/- is against the fair share: what the rosters would give
     with luck evened out. Nights (22:00 to 07:00), weekends,
     public holidays and off hours (outside working hours) are by
     each person's own clock and calendar.
     Times in UTC.
     "
    `)
  })

  it('in ASCII, where the locale has no Unicode', async () => {
    const env = { LANG: 'C', NO_COLOR: '1' }
    const { out } = await run(['stats', ...December], { yaml: YAML, columns: 112, env })
    expect(out).toContain('####')
    expect(out).toMatch(/^[\n -~]*$/)
  })

  it('by month', async () => {
    const { out } = await run(
      ['stats', '--from', '2026-12', '--to', '2027-03', '--by', 'month', 'primary'],
      { yaml: YAML, columns: 80 },
    )
    expect(`\n${out}`).toMatchInlineSnapshot(`
     "
     On call, Tue 1 Dec 00:00 to Mon 1 Mar 2027 00:00, in hours

     PERSON           2026-12  2027-01  2027-02  HOURS  FAIR   +/-
     Alice Lindqvist      328      168      320    816   720  +13%
     Bob Smith            248      256      168    672   720   -7%
     Carol                168      320      184    672   720   -7%

     Alice Lindqvist has 96 h more than the fair share (+13%).
     Not on call in this time: Erin.
     +/- is against the fair share: what the rosters would give with luck evened out.
     Nights (22:00 to 07:00), weekends, public holidays and off hours (outside
     working hours) are by each person's own clock and calendar.
     Times in UTC.
     "
    `)
  })

  it('where all are even, it says so; where nobody is on call, that', async () => {
    const yaml = `
      people: { alice: {}, bob: {} }
      rotations: { primary: { start: 2026-11-30, turn: 1 day, members: [alice, bob] } }`
    const even = await run(['stats', ...December], { yaml, columns: 80 })
    expect(even.out).toContain('Nobody stands out: all are close to their fair share.')
    const before = await run(['stats', '--to', '2025-01-01'], { yaml, columns: 80 })
    expect(before.out).toContain('Nobody is on call in this time.')
  })
})

it('as CSV: a row a person, by month a row a month and person', async () => {
  expect(await stats(undefined, '--format', 'csv', 'primary')).toBe(
    [
      'person,name,shifts,hours,share,off_hours,night_hours,weekend_hours,holiday_hours',
      'alice,Alice Lindqvist,3,328,248,248,123,96,48',
      'bob,Bob Smith,2,248,248,169,90,48,0',
      'carol,Carol,1,168,248,123,63,48,0',
      'erin,Erin,0,0,0,0,0,0,0',
      '',
    ].join('\r\n'),
  )
  const months = await stats(undefined, '--format', 'csv', '--by', 'month')
  expect(months.split('\r\n').slice(0, 2)).toEqual([
    'month,person,name,shifts,hours,share,off_hours,night_hours,weekend_hours,holiday_hours',
    expect.stringMatching(/^2026-12,bob,Bob Smith,3,576,/),
  ])
})

it('as Markdown, for a page or a merge request', async () => {
  expect(`\n${await stats(undefined, '--format', 'md', 'primary')}`).toMatchInlineSnapshot(`
   "
   On call from 2026-12-01 00:00 to 2027-01-01 00:00 (UTC), in hours:

   | Person | Shifts | Hours | Fair share | +/- | Nights | Weekends | Holidays | Off hours |
   | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
   | Alice Lindqvist | 3 | 328 | 248 | +32% | 123 | 96 | 48 | 248 |
   | Bob Smith | 2 | 248 | 248 | even | 90 | 48 | 0 | 169 |
   | Carol | 1 | 168 | 248 | -32% | 63 | 48 | 0 | 123 |

   Alice Lindqvist has 80 h more than the fair share (+32%); Carol has 80 h less than the fair share (-32%).
   "
  `)
})

it('as JSON: exactly the keys that are promised, by month those of each month besides', async () => {
  const answer = JSON.parse(await stats(undefined, '--json', 'primary')) as { people: object[] }
  expect(Object.keys(answer)).toEqual(['from', 'to', 'people'])
  expect(answer.people[0]).toEqual({
    person: 'alice',
    name: 'Alice Lindqvist',
    shifts: 3,
    hours: 328,
    share: 248,
    off_hours: 248,
    night_hours: 123,
    weekend_hours: 96,
    holiday_hours: 48,
  })
  const months = JSON.parse(await stats(undefined, '--json', '--by', 'month')) as {
    months: { from: string; to: string; people: object[] }[]
  }
  expect(months.months.map(({ from, to, people }) => [from, to, people.length])).toEqual([
    ['2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z', 4],
  ])
})

it.each([
  [[], '2026-09-03T12:00:00Z', '2027-03-02T12:00:00Z'],
  [['--from', '2026-12-01'], '2026-12-01T00:00:00Z', '2027-03-02T12:00:00Z'],
  [['--from', '2027-12-01'], '2027-12-01T00:00:00Z', '2028-02-29T00:00:00Z'],
  [['--to', '2026-01-01'], '2025-10-03T00:00:00Z', '2026-01-01T00:00:00Z'],
])('the range of %j', async (words, from, to) => {
  const { out } = await run(['stats', '--json', ...words], { yaml: YAML })
  expect(JSON.parse(out)).toMatchObject({ from, to })
})

it.each([
  [['--by', 'week'], 'rotate: --by: expected month\n'],
  [['--format', 'html'], `rotate: --format 'html': expected table, csv, md or json\n`],
  [['--rotation', 'primry'], "rotate: unknown rotation 'primry' (did you mean 'primary'?)\n"],
  [['--from', '2027-01-01', '--to', '2026-01-01'], 'rotate: --to is not after --from\n'],
])('says what is wrong with %j', async (words, message) => {
  const { err, exit } = await run(['stats', ...words], { yaml: YAML })
  expect([err, exit]).toEqual([message, 2])
})

const withTurns = (turns: string): string => `
people: { alice: {}, bob: {}, carol: {}, dave: {} }
rotations:
  primary:
    start: 2026-06-01
    turn: 1 day
    members: [alice, bob, carol, dave]
    overrides: [${turns}]
`

const outstanding = async (turns: string): Promise<string> => {
  const words = ['stats', '--from', '2026-06-01', '--to', '2026-06-29']
  const { out } = await run(words, { yaml: withTurns(turns), columns: 200 })
  return out.split('\n').find((line) => / (fair share|even)/.test(line)) ?? ''
}

it('names all who are equal, not the first of them', async () => {
  // Of seven days each, Alice and Bob take two of Carol's and Dave's.
  const swaps = ['03', '07', '04', '08'].map((day, i) => {
    return `{ who: ${i < 2 ? 'alice' : 'bob'}, on: 2026-06-${day} }`
  })
  expect(await outstanding(swaps.join(', '))).toMatchInlineSnapshot(
    `"alice and bob have 48 h more than the fair share each (+29%); dave and carol have 48 h less than the fair share each (-29%)."`,
  )
  // An hour more makes no difference worth a name.
  const hour = '{ who: alice, from: 2026-06-11 00:00, to: 2026-06-11 01:00 }'
  expect(await outstanding([...swaps, hour].join(', '))).toMatchInlineSnapshot(
    `"alice and bob have up to 49 h more than the fair share each (+29%); carol and dave have up to 49 h less than the fair share each (-29%)."`,
  )
})
