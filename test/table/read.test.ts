import { expect, it } from '@jest/globals'
import { DAY, HOUR } from '../../src/time/instant.ts'
import { dayOf, writeUtc } from '../../src/time/wall.ts'
import { UTC, zoneNamed } from '../../src/time/zone.ts'
import { readTable, type TableReading } from '../../src/table/read.ts'

/** Who is on call when by a table, a line for each row; or what is wrong with it. */
function read(text: string, more: Partial<TableReading> = {}): string {
  const brought = readTable(text, {
    from: 'rota.csv',
    zone: UTC,
    handoff: 9 * HOUR,
    today: dayOf(2026, 11, 29),
    ...more,
  })
  if ('message' in brought) return `${brought.line ?? '-'}: ${brought.message}`
  const lines = brought.rotations.flatMap(({ name, stretches }) => [
    `${name}:`,
    ...stretches.map(({ start, end, people }) => {
      const [from, to] = [start, end].map((at) => writeUtc(at).slice(0, 16))
      return `  ${from ?? ''} ${to ?? ''} ${people.join('+')}`
    }),
  ])
  return `\n${lines.join('\n')}\n`
}

it('a date and a name are a rota: each row lasts until the next, the last as long as the others', () => {
  expect(read('2026-11-30,alice\n2026-12-07,Bob\n2026-12-14,ALICE\n')).toMatchInlineSnapshot(`
   "
   on-call:
     2026-11-30T09:00 2026-12-07T09:00 alice
     2026-12-07T09:00 2026-12-14T09:00 bob
     2026-12-14T09:00 2026-12-21T09:00 alice
   "
  `)
})

it('columns are found by what stands in them, and each column of names is a rotation', () => {
  const text = `Week;Primary;Notes;From;To;Secondary
48;Alice Lindqvist;;30.11.2026;06.12.2026;Bob
49;Bob;swap?;07.12.2026;13.12.2026;Carol / Dave
`
  // A last day is a whole day.
  expect(read(text, { handoff: 0 })).toMatchInlineSnapshot(`
   "
   Primary:
     2026-11-30T00:00 2026-12-07T00:00 alice lindqvist
     2026-12-07T00:00 2026-12-14T00:00 bob
   Secondary:
     2026-11-30T00:00 2026-12-07T00:00 bob
     2026-12-07T00:00 2026-12-14T00:00 carol+dave
   "
  `)
})

it('weeks, ranges, times of day, dates without a year: as people write them', () => {
  expect(read('2026-W48\tann\n2026-W49\tben\n', { handoff: 0 })).toMatchInlineSnapshot(`
   "
   on-call:
     2026-11-23T00:00 2026-11-30T00:00 ann
     2026-11-30T00:00 2026-12-07T00:00 ben
   "
  `)
  expect(read('Dates,Who\n30 Nov - 6 Dec 2026,ann\n7 Dec - 13 Dec 2026,ben\n', { handoff: 0 }))
    .toMatchInlineSnapshot(`
   "
   on-call:
     2026-11-30T00:00 2026-12-07T00:00 ann
     2026-12-07T00:00 2026-12-14T00:00 ben
   "
  `)
  expect(read('Mon 30 Nov 9am,ann\nMon 7 Dec 9am,ben\n')).toMatchInlineSnapshot(`
   "
   on-call:
     2026-11-30T09:00 2026-12-07T09:00 ann
     2026-12-07T09:00 2026-12-14T09:00 ben
   "
  `)
  expect(read('date,start,end,who\n2026-11-30,09:00,17:00,ann\n2026-12-01,09:00,17:00,ben\n'))
    .toMatchInlineSnapshot(`
   "
   on-call:
     2026-11-30T09:00 2026-11-30T17:00 ann
     2026-12-01T09:00 2026-12-01T17:00 ben
   "
  `)
})

it('a date that can be read in two ways is refused with its row, until somebody says how it is meant', () => {
  const text = 'date,who\n1/2/2026,ann\n8/2/2026,ben\n'
  expect(read(text)).toMatchInlineSnapshot(
    `"2: '1/2/2026' can be read in two ways: say which number is the month with --dates dmy or --dates mdy"`,
  )
  expect(read(text, { order: 'dmy' })).toContain('2026-02-01T09:00')
  expect(read(text, { order: 'mdy' })).toContain('2026-01-02T09:00')
  // One date that can be read in one way only says it for all.
  expect(read('date,who\n1/2/2026,ann\n15/2/2026,ben\n')).toContain('2026-02-15T09:00')
})

it('Markdown, with its marks and links', () => {
  const text = `# On call

| Week of    | **On call** |
| ---------- | ----------- |
| 2026-11-30 | [Ann](https://example.com/ann) |
| 2026-12-07 | _nobody_ |
| 2026-12-14 | Ann & Ben |

Some text, and | a stroke.
`
  expect(read(text)).toMatchInlineSnapshot(`
   "
   On call:
     2026-11-30T09:00 2026-12-07T09:00 ann
     2026-12-14T09:00 2026-12-21T09:00 ann+ben
   "
  `)
})

it('names are people whom one knows, by id, name or address, whatever the case', () => {
  const text =
    'date,who\n2026-11-30,ALICE\n2026-12-07,Alice Lindqvist <alice@example.com>\n2026-12-14,alice@example.com\n2026-12-21,@alice\n2026-12-28,"Lindqvist, Alice"\n'
  expect(read(text)).toMatchInlineSnapshot(`
   "
   on-call:
     2026-11-30T09:00 2026-12-07T09:00 alice
     2026-12-07T09:00 2026-12-14T09:00 alice@example.com
     2026-12-14T09:00 2026-12-21T09:00 alice@example.com
     2026-12-21T09:00 2026-12-28T09:00 alice
     2026-12-28T09:00 2027-01-04T09:00 alice@example.com
   "
  `)
})

it('what a spreadsheet of ours says comes back', () => {
  const text = `start (Europe/Berlin),end (Europe/Berlin),rotation,people,names,layer,turn,why
2026-11-30 16:00,2026-12-07 16:00,primary,alice,Alice Lindqvist,1,0,
2026-12-07 16:00,2026-12-14 16:00,primary,bob carol,Bob and Carol,1,1,
2026-11-30 16:00,2026-12-07 16:00,secondary,bob,Bob,1,1,
`
  expect(read(text, { zone: zoneNamed('Asia/Tokyo') ?? UTC })).toMatchInlineSnapshot(`
   "
   primary:
     2026-11-30T15:00 2026-12-07T15:00 alice lindqvist
     2026-12-07T15:00 2026-12-14T15:00 bob+carol
   secondary:
     2026-11-30T15:00 2026-12-07T15:00 bob
   "
  `)
})

it('what is no table is told with its place', () => {
  expect(read('')).toMatchInlineSnapshot(`"-: there is nothing in it"`)
  expect(read('a,b\n"x,2\n')).toMatchInlineSnapshot(
    `"2: a quote that opens a cell is never closed"`,
  )
  expect(read('name,mail\nann,ann@example.com\n')).toMatchInlineSnapshot(
    `"1: no column has dates in most of its rows: expected dates such as 2026-11-30, or weeks such as 2026-W48"`,
  )
  expect(read('date,who\n2026-11-30,ann\n2026-12-07,ben\nsoon,ann\n')).toMatchInlineSnapshot(
    `"4: 'soon' is no date: expected one such as 2026-11-30, as in the rows before"`,
  )
  expect(read('2026-11-02,ann\n2026.11.31,ben\n2026-12-07,ann\n')).toMatchInlineSnapshot(
    `"2: '2026.11.31' is no date: there is no such day"`,
  )
  expect(
    read('from,to,who\n2026-11-30,2026-11-29,ann\n2026-12-07,2026-12-08,ben\n'),
  ).toMatchInlineSnapshot(`"2: this row ends before it begins, or as it begins"`)
  expect(read('date,who\n2026-11-30,\n2026-12-07,\n')).toMatchInlineSnapshot(
    `"1: no column has names in it"`,
  )
  expect(read('\0\0')).toMatchInlineSnapshot(`"-: this is no text: expected CSV, TSV or Markdown"`)
})

it('releases, remarks now and then, and handles behind names are nobody of their own', () => {
  // As release managers have it: links by number, versions, who is on GitHub by another name.
  const text = `## Release schedule

| Date       | Version  | Core release manager   | Docs                |
|------------|----------|------------------------|---------------------|
| 2026-11-09 | v0.165.0 | [@alice][1]            | Ann Lee (GitHub: @lee) |
| 2026-11-23 | v0.166.0 | [@bob][2]              | Ben Roth (https://github.com/ben) |
| 2026-12-07 | v0.167.0-rc.1 | [@carol](https://x.y)  | @lee                |

[1]: https://github.com/alice
`
  expect(read(text, { handoff: 0 })).toMatchInlineSnapshot(`
   "
   Core release manager:
     2026-11-09T00:00 2026-11-23T00:00 alice
     2026-11-23T00:00 2026-12-07T00:00 bob
     2026-12-07T00:00 2026-12-21T00:00 carol
   Docs:
     2026-11-09T00:00 2026-11-23T00:00 ann lee
     2026-11-23T00:00 2026-12-07T00:00 ben roth
     2026-12-07T00:00 2026-12-21T00:00 ann lee
   "
  `)
  const csv = `25.1,2026-11-04,25.1.6,Ann Lee,
,2026-11-18,25.1.7,Ben Roth,
,2026-12-02,25.1.8,Ann Lee,
,2026-12-16,25.1.9,Ben Roth,Last planned release.
`
  expect(read(csv, { handoff: 0 })).toMatchInlineSnapshot(`
   "
   on-call:
     2026-11-04T00:00 2026-11-18T00:00 ann lee
     2026-11-18T00:00 2026-12-02T00:00 ben roth
     2026-12-02T00:00 2026-12-16T00:00 ann lee
     2026-12-16T00:00 2026-12-30T00:00 ben roth
   "
  `)
})

it('who is sought, or a sentence that says why there is nobody, is nobody', () => {
  const text = `Week | Who
-|-
2026-11-30 | ann
2026-12-07 | **searching for volunteer**
2026-12-14 | [Sign-up-here]
2026-12-21 | *Offices closed; team is unavailable.*
2026-12-28 | N/A - break
2027-01-04 | [Name]
2027-01-11 | [ben]
`
  expect(read(text, { handoff: 0 })).toMatchInlineSnapshot(`
   "
   on-call:
     2026-11-30T00:00 2026-12-07T00:00 ann
     2027-01-11T00:00 2027-01-18T00:00 ben
   "
  `)
})

it('a name that is also a word for nobody is one where it stands as names do', () => {
  const text = `Week,On call
2026-11-30,"Okafor, Bob"
2026-12-07,"Holiday, Ann"
2026-12-14,"Free, Mark"
2026-12-21,Holiday
2026-12-28,"Holiday, New Year"
2027-01-04,Bank holiday
2027-01-11,"Okafor, Bob"
`
  expect(read(text, { handoff: 0 })).toMatchInlineSnapshot(`
   "
   On call:
     2026-11-30T00:00 2026-12-07T00:00 bob okafor
     2026-12-07T00:00 2026-12-14T00:00 ann holiday
     2026-12-14T00:00 2026-12-21T00:00 mark free
     2027-01-11T00:00 2027-01-18T00:00 bob okafor
   "
  `)
})

it('a list of dates and names is a table too', () => {
  const text = `# First responders

Feel free to swap around, each week is 7 days.

* November 30: @ann
* December 7: @ben
  - December 14: @ann

* Dec 21: Ben Roth (https://github.com/ben)
`
  expect(read(text, { handoff: 0 })).toMatchInlineSnapshot(`
   "
   on-call:
     2026-11-30T00:00 2026-12-07T00:00 ann
     2026-12-07T00:00 2026-12-14T00:00 ben
     2026-12-14T00:00 2026-12-21T00:00 ann
     2026-12-21T00:00 2026-12-28T00:00 ben
   "
  `)
  const ranges = `30 November - 6 December: Ann
7 December - 13 December: Ben
14-20 December: Ann
(Ben to be removed from the next rotation)
`
  expect(read(ranges, { handoff: 0 })).toMatchInlineSnapshot(`
   "
   on-call:
     2026-11-30T00:00 2026-12-07T00:00 ann
     2026-12-07T00:00 2026-12-14T00:00 ben
     2026-12-14T00:00 2026-12-21T00:00 ann
   "
  `)
  const bars = `# Contacts
#@ title: Serving

2026-11-30T01:00:00Z | ann
2026-12-07T01:00:00Z | ben
`
  expect(read(bars)).toMatchInlineSnapshot(`
   "
   on-call:
     2026-11-30T01:00 2026-12-07T01:00 ann
     2026-12-07T01:00 2026-12-14T01:00 ben
   "
  `)
})

it('months are from their first day to the next, in the year that stands above them', () => {
  const text = `## Release managers - 2027

| Month    | Who |
| -------- | --- |
| January  | ann |
| February | ben |
| March    | ann |
`
  expect(read(text, { handoff: 0 })).toMatchInlineSnapshot(`
   "
   on-call:
     2027-01-01T00:00 2027-02-01T00:00 ann
     2027-02-01T00:00 2027-03-01T00:00 ben
     2027-03-01T00:00 2027-04-01T00:00 ann
   "
  `)
  expect(read('2026-12,ann\nJan 2027,ben\n2027-03,ann\n', { handoff: 0 })).toMatchInlineSnapshot(`
   "
   on-call:
     2026-12-01T00:00 2027-01-01T00:00 ann
     2027-01-01T00:00 2027-02-01T00:00 ben
     2027-03-01T00:00 2027-04-01T00:00 ann
   "
  `)
})

it('words in brackets beside a date are no part of it', () => {
  const text = 'When,Lead (GitHub handle)\n(planned) 2026.11.30,ann\n2026.12.07 (Mon),ben\n'
  expect(read(text, { handoff: 0 })).toMatchInlineSnapshot(`
   "
   Lead:
     2026-11-30T00:00 2026-12-07T00:00 ann
     2026-12-07T00:00 2026-12-14T00:00 ben
   "
  `)
})

it('names that begin as months do are names, and so are names of months beside dates', () => {
  expect(read('date,first,second\n2026-11-30,Mark,Ann\n2026-12-07,Julia,Ben\n2026-12-14,Marc,Cy\n'))
    .toMatchInlineSnapshot(`
   "
   first:
     2026-11-30T09:00 2026-12-07T09:00 mark
     2026-12-07T09:00 2026-12-14T09:00 julia
     2026-12-14T09:00 2026-12-21T09:00 marc
   second:
     2026-11-30T09:00 2026-12-07T09:00 ann
     2026-12-07T09:00 2026-12-14T09:00 ben
     2026-12-14T09:00 2026-12-21T09:00 cy
   "
  `)
  expect(
    ['2026-11-30,April\n2026-12-07,Jan\n', 'who;when\nMay;30 Nov 2026\nJune;7 Dec 2026\n'].map(
      (text) => read(text),
    ),
  ).toMatchInlineSnapshot(`
   [
     "
   on-call:
     2026-11-30T09:00 2026-12-07T09:00 april
     2026-12-07T09:00 2026-12-14T09:00 jan
   ",
     "
   on-call:
     2026-11-30T09:00 2026-12-07T09:00 may
     2026-12-07T09:00 2026-12-14T09:00 june
   ",
   ]
  `)
  const headed = 'date,primary,backup\n2026-11-30,April,Ben\n2026-12-07,June,Cy\n'
  expect(read(headed)).toMatchInlineSnapshot(`
   "
   primary:
     2026-11-30T09:00 2026-12-07T09:00 april
     2026-12-07T09:00 2026-12-14T09:00 june
   backup:
     2026-11-30T09:00 2026-12-07T09:00 ben
     2026-12-07T09:00 2026-12-14T09:00 cy
   "
  `)
})

it('names that begin as weekdays do are names; weekdays are none', () => {
  const text =
    'date,weekday,primary\n2026-11-30,Mon,Monika\n2026-12-08,Tues.,Sunny\n2026-12-16,Wednesday,Friedrich\n'
  expect(read(text)).toMatchInlineSnapshot(`
   "
   primary:
     2026-11-30T09:00 2026-12-08T09:00 monika
     2026-12-08T09:00 2026-12-16T09:00 sunny
     2026-12-16T09:00 2026-12-24T09:00 friedrich
   "
  `)
})

it('months beside each other are dates: from one to another', () => {
  expect(read('from,to,who\nJanuary,March,Ann\nApril,June,Ben\n')).toMatchInlineSnapshot(`
   "
   on-call:
     2027-01-01T09:00 2027-04-01T09:00 ann
     2027-04-01T09:00 2027-07-01T09:00 ben
   "
  `)
})

it('titles above the headings are no headings', () => {
  const text = `Support rota Q4 2026,,
,,
Week commencing,Primary,Secondary
"Mon, Nov 30",Ann,Ben
"Mon, Dec 7",Ben,Cy
`
  expect(read(text, { handoff: 0 })).toMatchInlineSnapshot(`
   "
   Primary:
     2026-11-30T00:00 2026-12-07T00:00 ann
     2026-12-07T00:00 2026-12-14T00:00 ben
   Secondary:
     2026-11-30T00:00 2026-12-07T00:00 ben
     2026-12-07T00:00 2026-12-14T00:00 cy
   "
  `)
})

it('a date stands for the rows below it that part it into roles; no other row without one is lost', () => {
  const roles = `Date,Role,Who
2026-11-30,Primary,Ann
,Secondary,Ben
2026-12-07,Primary,Ben
,Secondary,Ann
`
  expect(read(roles, { handoff: 0 })).toMatchInlineSnapshot(`
   "
   Primary:
     2026-11-30T00:00 2026-12-07T00:00 ann
     2026-12-07T00:00 2026-12-14T00:00 ben
   Secondary:
     2026-11-30T00:00 2026-12-07T00:00 ben
     2026-12-07T00:00 2026-12-14T00:00 ann
   "
  `)
  expect(read('2026-11-30,ann\n,ben\n2026-12-14,cy\n')).toMatchInlineSnapshot(
    `"2: this row names somebody, and has no date"`,
  )
  const total = readTable('date,who\n2026-11-30,ann\n2026-12-07,ben\n,two people\n', {
    from: 'x',
    zone: UTC,
    handoff: 0,
    today: dayOf(2026, 11, 29),
  })
  expect('message' in total ? total.message : total.unsaid).toMatchInlineSnapshot(`
   [
     "Line 4 has no date, and no turn is made of it.",
   ]
  `)
})

/** What is to be known of a table with these dates. */
function unsaidIn(dates: readonly string[]): readonly string[] {
  const text = dates.map((date) => `${date},ann\n`).join('')
  const brought = readTable(text, { from: 'x', zone: UTC, handoff: 0, today: dayOf(2026, 11, 29) })
  return 'message' in brought ? [brought.message] : (brought.unsaid ?? [])
}

it('a date out of the order of the others is said, since it is often a slip', () => {
  const rows = ['2026-11-02', '2026-11-09', '2025-11-16', '2026-11-23', '2026-11-30']
  expect(unsaidIn(rows)).toMatchInlineSnapshot(`
   [
     "Line 3 says 2025-11-16, out of the order of all others: is its date right?",
   ]
  `)
  expect(unsaidIn([...rows].reverse())).toMatchInlineSnapshot(`
   [
     "Line 3 says 2025-11-16, out of the order of all others: is its date right?",
   ]
  `)
  // Two tables below each other are in no one order.
  expect(unsaidIn(['2026-11-02', '2026-11-09', '2026-10-05', '2026-10-12'])).toEqual([])
})

it('ten thousand rows are no trouble', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => {
    const day = writeUtc((dayOf(2000, 1, 1) + i) * DAY).slice(0, 10)
    return `${day},p${i % 7}`
  })
  expect(read(`date,who\n${rows.join('\n')}`).split('\n')).toHaveLength(10_003)
})

it('a shift that ends at an earlier time of day than it begins ends on the day after', () => {
  const text = `date,from,to,who
2026-11-30,09:00,17:00,ann
2026-11-30,17:00,09:00,ben
2026-12-01,09:00,17:00,ann
2026-12-01,17:00,09:00,ben
`
  expect(read(text)).toMatchInlineSnapshot(`
   "
   on-call:
     2026-11-30T09:00 2026-11-30T17:00 ann
     2026-11-30T17:00 2026-12-01T09:00 ben
     2026-12-01T09:00 2026-12-01T17:00 ann
     2026-12-01T17:00 2026-12-02T09:00 ben
   "
  `)
  // Where the day on which it ends is said, it is a slip.
  expect(
    read('start,end,who\n2026-11-30 17:00,2026-11-30 09:00,ann\n2026-12-01,2026-12-02,ben\n'),
  ).toMatchInlineSnapshot(`"2: this row ends before it begins, or as it begins"`)
})

it('a row lasts until the next begins, whatever the offset of each', () => {
  expect(
    read(
      'start,who\n2026-10-19T09:00+02:00,ann\n2026-10-26T09:00+01:00,ben\n2026-11-02T09:00+01:00,ann\n',
    ),
  ).toMatchInlineSnapshot(`
   "
   on-call:
     2026-10-19T07:00 2026-10-26T08:00 ann
     2026-10-26T08:00 2026-11-02T08:00 ben
     2026-11-02T08:00 2026-11-09T08:00 ann
   "
  `)
})

it('a grid with a column for each day is told from a rota', () => {
  expect(read('Name,2026-11-30,2026-12-01,2026-12-02\nAnn,x,,\nBen,,x,\n')).toMatchInlineSnapshot(
    `"1: this is a grid with a column for each date: turn it into rows of a date and who is on call"`,
  )
  expect(read(',30 Nov,1 Dec\nPrimary,Ann,Ben\nSecondary,Ben,Ann\n')).toMatchInlineSnapshot(
    `"1: this is a grid with a column for each date: turn it into rows of a date and who is on call"`,
  )
})

it('a week that a year does not have is no date', () => {
  expect(read('2027-W51,ann\n2027-W52,ben\n2027-W53,ann\n')).toMatchInlineSnapshot(
    `"3: '2027-W53' is no date: there is no such week"`,
  )
  expect(read('2026-W51,ann\n2026-W52,ben\n2026-W53,ann\n')).toMatchInlineSnapshot(`
   "
   on-call:
     2026-12-14T09:00 2026-12-21T09:00 ann
     2026-12-21T09:00 2026-12-28T09:00 ben
     2026-12-28T09:00 2027-01-04T09:00 ann
   "
  `)
})
