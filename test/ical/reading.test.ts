import { expect, it } from '@jest/globals'
import { readCalendars } from '../../src/ical/read.ts'
import { DAY } from '../../src/time/instant.ts'
import { dayOf, writeUtc } from '../../src/time/wall.ts'
import { zoneNamed, UTC } from '../../src/time/zone.ts'

const WITHIN = { start: dayOf(2026, 1, 1) * DAY, end: dayOf(2027, 12, 1) * DAY }

/** Who is on call when by a calendar, and its meetings; or what is wrong with it. */
function read(text: string, person?: RegExp, name = 'feed.ics'): string {
  const zone = zoneNamed('Europe/Berlin') ?? UTC
  const brought = readCalendars([{ from: name, text }], {
    zone,
    within: WITHIN,
    ...(person !== undefined && { person }),
  })
  if ('message' in brought) return `${brought.line ?? '-'}: ${brought.message}`
  const { people: everybody, rotations, meetings, unsaid = [] } = brought
  const lines = rotations.flatMap((rotation) => [
    `${rotation.name}: ${rotation.zones.map((each) => each.name).join(' ')}`,
    ...rotation.stretches.map(({ start, end, people }) => {
      const who = people.map((key) => {
        const person = everybody.get(key)
        return [person?.name, person?.email].filter((one) => one !== undefined).join(' ')
      })
      return `  ${writeUtc(start).slice(0, 16)} ${writeUtc(end).slice(0, 16)} ${who.join(' + ')}`
    }),
    ...rotation.unsaid.map((sentence) => `  (${sentence})`),
  ])
  const held = meetings.map(({ name: title, at, every, days, skip, move, zone: its }) =>
    JSON.stringify({
      title,
      at,
      every,
      days,
      skip: skip.length,
      move: move.length,
      zone: its.name,
    }),
  )
  const also = unsaid.map((sentence) => `(${sentence})`)
  return `\n${[...lines, ...held, ...also].join('\n')}\n`
}

/** A calendar of events, each of some lines. */
function calendar(events: readonly string[], ...properties: string[]): string {
  const body = events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT`)
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...properties, ...body, 'END:VCALENDAR', ''].join('\n')
}

function event(who: string, mail: string, day: number): string {
  return `UID:${day}\nDTSTART;VALUE=DATE-TIME:202612${day}T160000Z\nDTEND;VALUE=DATE-TIME:202612${day + 7}T160000Z\nATTENDEE:${mail}\nSUMMARY:On Call - ${who}`
}

/** A week on call, the nth from 1 December on. */
function week(n: number, summary: string): string {
  return `UID:${n}${summary}\nDTSTART:202612${String(1 + n * 7).padStart(2, '0')}T160000Z\nDURATION:P7D\nSUMMARY:${summary}`
}

/** A meeting that comes again, as a rule says. */
function series(title: string, day: string, rule: string): string {
  return `UID:${title}\nDTSTART;TZID=Europe/Berlin:${day}T100000\nDTEND;TZID=Europe/Berlin:${day}T103000\nRRULE:${rule}\nSUMMARY:${title}`
}

/** Somebody on call twice from a day of October 2026 on, every other week. */
function lasting(who: string, day: string, length: string): string {
  return `UID:${who}\nDTSTART;TZID=Europe/Berlin:202610${day}T090000\nDURATION:${length}\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2\nSUMMARY:On-call: ${who}`
}

/** What is read of one event that begins then. */
function beginning(start: string, more = 'DURATION:P7D'): string {
  return read(calendar([`UID:1\nDTSTART:${start}\n${more}\nSUMMARY:On-call: Ann`]))
}

it('Google: whole days, in the zone of the calendar, and rules with exceptions', () => {
  expect(
    read(
      calendar(
        [
          'UID:1\nDTSTART;VALUE=DATE:20261130\nDTEND;VALUE=DATE:20261207\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4\nEXDATE;VALUE=DATE:20261228\nSUMMARY:On-call: Ann',
          'UID:2\nDTSTART;VALUE=DATE:20261207\nDTEND;VALUE=DATE:20261214\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2\nSUMMARY:On-call: Ben',
          'UID:2\nRECURRENCE-ID;VALUE=DATE:20261221\nDTSTART;VALUE=DATE:20261222\nDTEND;VALUE=DATE:20261228\nSUMMARY:On-call: Cleo',
        ],

        'X-WR-CALNAME:Platform on-call',
        'X-WR-TIMEZONE:America/New_York',
      ),
    ),
  ).toMatchInlineSnapshot(`
   "
   Platform on-call: America/New_York Europe/Berlin
     2026-11-30T05:00 2026-12-07T05:00 Ann
     2026-12-07T05:00 2026-12-14T05:00 Ben
     2026-12-14T05:00 2026-12-21T05:00 Ann
     2026-12-22T05:00 2026-12-28T05:00 Cleo
     2027-01-11T05:00 2027-01-18T05:00 Ann
   "
  `)
})

it('Outlook: its own names of zones, and a time zone that only the calendar explains', () => {
  const zone = `BEGIN:VTIMEZONE
TZID:Our Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0300
TZOFFSETTO:+0300
END:STANDARD
END:VTIMEZONE`
  expect(
    read(
      calendar(
        [
          'UID:1\nDTSTART;TZID=W. Europe Standard Time:20261130T090000\nDTEND;TZID=W. Europe Standard Time:20261207T090000\nSUMMARY:Primary: Ann',
          'UID:2\nDTSTART;TZID=Our Time:20261207T090000\nDURATION:P1W\nSUMMARY:Primary: Ben',
        ],

        zone,
      ),
    ),
  ).toMatchInlineSnapshot(`
   "
   Primary: Europe/Berlin Europe/Berlin
     2026-11-30T08:00 2026-12-07T08:00 Ann
     2026-12-07T06:00 2026-12-14T06:00 Ben
   "
  `)
  expect(
    read(calendar(['UID:1\nDTSTART;TZID=Moon:20261130T090000\nDURATION:P1W\nSUMMARY:Ann'])),
  ).toMatchInlineSnapshot(
    `"3: the time zone 'Moon' is not known, and the calendar does not explain it"`,
  )
})

it('PagerDuty: the name in the title, the address beside it; or the calendar of one person', () => {
  expect(
    read(
      calendar([
        event('Ann Lee - Primary', 'ann.lee@example.com', 10),
        event('Ben Ek - Primary', 'ben@example.com', 17),
      ]),
    ),
  ).toMatchInlineSnapshot(`
   "
   Primary: Europe/Berlin
     2026-12-10T16:00 2026-12-17T16:00 Ann Lee ann.lee@example.com
     2026-12-17T16:00 2026-12-24T16:00 Ben Ek ben@example.com
   "
  `)
  expect(read(calendar([event('Some rota - out of hours', 'ann.lee@example.com', 10)])))
    .toMatchInlineSnapshot(`
   "
   Some rota - out of hours: Europe/Berlin
     2026-12-10T16:00 2026-12-17T16:00 ann.lee@example.com ann.lee@example.com
   "
  `)
})

it('Grafana, GoAlert, Opsgenie: as they write who is on call', () => {
  expect(read(calendar([week(0, '[L1] ann'), week(1, '[L1] ben')], 'X-WR-CALNAME:Web')))
    .toMatchInlineSnapshot(`
   "
   Web: Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 ann
     2026-12-08T16:00 2026-12-15T16:00 ben
   "
  `)
  expect(
    read(
      calendar([
        week(0, 'Ann Lee On-Call (GoAlert: Primary)'),
        week(1, 'Ben Ek On-Call (GoAlert: Primary) Begins*'),
      ]),
    ),
  ).toMatchInlineSnapshot(`
   "
   Primary: Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 Ann Lee
     2026-12-08T16:00 2026-12-15T16:00 Ben Ek
   "
  `)
  expect(
    read(
      calendar(
        [week(0, 'ann@example.com'), week(1, 'ben@example.com')],
        'X-WR-CALNAME:ops_schedule',
      ),
    ),
  ).toMatchInlineSnapshot(`
   "
   ops_schedule: Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 ann@example.com ann@example.com
     2026-12-08T16:00 2026-12-15T16:00 ben@example.com ben@example.com
   "
  `)
})

it('titles that could be anything are read together: what goes on without a break is the rotation', () => {
  const both = ['Ann', 'Ben', 'Ann', 'Ben'].flatMap((who, n) => [
    week(n, `${who}: Web`),
    week(n, `${who === 'Ann' ? 'Ben' : 'Ann'}: Core`),
  ])
  expect(read(calendar(both))).toMatchInlineSnapshot(`
   "
   Web: Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 Ann
     2026-12-08T16:00 2026-12-15T16:00 Ben
     2026-12-15T16:00 2026-12-22T16:00 Ann
     2026-12-22T16:00 2026-12-29T16:00 Ben
   Core: Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 Ben
     2026-12-08T16:00 2026-12-15T16:00 Ann
     2026-12-15T16:00 2026-12-22T16:00 Ben
     2026-12-22T16:00 2026-12-29T16:00 Ann
   "
  `)
  // Where nobody can tell, somebody says it.
  expect(
    read(
      calendar([week(0, 'Duty of the week -> Ann!'), week(1, 'Duty of the week -> Ben!')]),
      /-> (.*)!/,
    ),
  ).toMatchInlineSnapshot(`
   "
   feed: Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 Ann
     2026-12-08T16:00 2026-12-15T16:00 Ben
   "
  `)
})

it('what stands in brackets is a rotation, a backup or a reason', () => {
  const events = [
    week(0, 'On-Call: Ann Lee (+ Backup: Ben Roth) [EMEA]'),
    week(1, 'On-Call: Ben Roth (Backup: Cleo Lam) [EMEA]'),
    week(2, 'On-Call: UNASSIGNED [EMEA]'),
    week(3, 'On-Call: Ann Lee (Override) [EMEA]'),
  ]
  expect(read(calendar(events, 'X-WR-CALNAME:Web'))).toMatchInlineSnapshot(`
   "
   EMEA: Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 Ann Lee
     2026-12-08T16:00 2026-12-15T16:00 Ben Roth
     2026-12-22T16:00 2026-12-29T16:00 Ann Lee
   Backup EMEA: Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 Ben Roth
     2026-12-08T16:00 2026-12-15T16:00 Cleo Lam
   "
  `)
})

/** As Grafana exports its final schedule: the user alone, priority 1 for overrides. */
function final(uid: string, who: string, from: string, to: string, more = 'PRIORITY:0'): string {
  return `SUMMARY:${who}\nDTSTART:${from}T090000Z\nDTEND:${to}T090000Z\nUID:${uid}\nLAST-MODIFIED:20261129T170000Z\n${more}`
}

it('Grafana OnCall: what it took back is there with no length, and is nobody', () => {
  const feed = calendar(
    [
      final('OH-2026113009-UA', 'alice', '20261130', '20261202'),
      final('OZ-2026120209-UC', 'carol', '20261202', '20261207', 'PRIORITY:1'),
      final('OH-2026113009-UD', 'dave', '20261130', '20261130', 'STATUS:CANCELLED'),
    ],
    'CALSCALE:GREGORIAN',
    'PRODID://Grafana Labs//Grafana On-Call//',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-WR-CALNAME:Infra primary',
    'X-WR-TIMEZONE:UTC',
  )
  expect(read(feed)).toMatchInlineSnapshot(`
   "
   Infra primary: UTC Europe/Berlin
     2026-11-30T09:00 2026-12-02T09:00 alice
     2026-12-02T09:00 2026-12-07T09:00 carol
   "
  `)
  // What one user subscribes to: the schedule before the user.
  const own = [week(0, 'Infra: alice'), week(1, 'Infra: alice')]
  expect(read(calendar(own, 'X-WR-CALNAME:On-Call Schedule for alice'))).toMatchInlineSnapshot(`
   "
   Infra: Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 alice
     2026-12-08T16:00 2026-12-15T16:00 alice
   "
  `)
})

it('what comes again without anybody on call is a meeting', () => {
  expect(
    read(
      calendar([
        'UID:0\nDTSTART:20261210T160000Z\nDTEND:20261217T160000Z\nSUMMARY:On-call: Ann',
        'UID:1\nDTSTART;TZID=Europe/Paris:20260105T150000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH\nEXDATE;TZID=Europe/Paris:20261224T150000\nSUMMARY:Handover',
        'UID:1\nRECURRENCE-ID;TZID=Europe/Paris:20261228T150000\nDTSTART;TZID=Europe/Paris:20261229T160000\nDURATION:PT30M\nSUMMARY:Handover',
        'UID:2\nDTSTART;TZID=Europe/Paris:20260102T100000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=1FR;UNTIL=20270901T000000Z\nSUMMARY:Review',
        'UID:3\nDTSTART;TZID=Europe/Paris:20260109T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;INTERVAL=2\nSUMMARY:Planning',
      ]),
    ),
  ).toMatchInlineSnapshot(`
   "
   feed: Europe/Paris Europe/Berlin
     2026-12-10T16:00 2026-12-17T16:00 Ann
   {"title":"Review","at":36000000,"every":{"count":1,"unit":"months"},"days":{"weekdays":0,"monthDays":[{"kind":"weekday","nth":1,"weekday":4}],"lists":[]},"skip":0,"move":0,"zone":"Europe/Paris"}
   {"title":"Handover","at":54000000,"every":{"count":1,"unit":"weeks"},"days":{"weekdays":9,"monthDays":[],"lists":[]},"skip":1,"move":1,"zone":"Europe/Paris"}
   {"title":"Planning","at":36000000,"every":{"count":2,"unit":"weeks"},"days":{"weekdays":16,"monthDays":[],"lists":[]},"skip":0,"move":0,"zone":"Europe/Paris"}
   "
  `)
})

it('what is broken is told with its place', () => {
  expect(read('hello')).toMatchInlineSnapshot(
    `"-: this is no calendar (a calendar begins with BEGIN:VCALENDAR)"`,
  )
  expect(read('<!DOCTYPE html><html></html>')).toMatchInlineSnapshot(
    `"-: this is no calendar: it is a web page (a calendar begins with BEGIN:VCALENDAR)"`,
  )
  expect(read('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Ann\n')).toMatchInlineSnapshot(
    `"2: VEVENT is never closed: the file is cut off"`,
  )
  expect(read(calendar(['SUMMARY:Ann']))).toMatchInlineSnapshot(
    `"3: this event has no DTSTART, and so no time"`,
  )
  expect(read(calendar(['DTSTART:2026-11-30\nSUMMARY:Ann']))).toMatchInlineSnapshot(
    `"3: this event cannot be read: invalid date-time value: "2026--1-1-T0::""`,
  )
  expect(read(calendar(['no colon in it']))).toMatchInlineSnapshot(
    `"3: this event cannot be read: invalid line (no token ";" or ":") "no colon in it""`,
  )
  expect(read(calendar([]))).toMatchInlineSnapshot(
    `"-: there is nobody on call in it, and no meeting that comes again"`,
  )
})

it('what was called off does not take place: one of a series, a series, an event, by a date alone', () => {
  expect(
    read(
      calendar([
        series('One', '20261130', 'FREQ=WEEKLY;COUNT=8'),
        'UID:One\nRECURRENCE-ID;TZID=Europe/Berlin:20261214T100000\nDTSTART;TZID=Europe/Berlin:20261214T100000\nDTEND;TZID=Europe/Berlin:20261214T103000\nSTATUS:CANCELLED\nSUMMARY:One',
        series('Two', '20261130', 'FREQ=WEEKLY;COUNT=8\nEXDATE;VALUE=DATE:20261207,20261221'),
        series('Three', '20261130', 'FREQ=WEEKLY;COUNT=8\nSEQUENCE:1'),
        series('Three', '20261130', 'FREQ=WEEKLY;COUNT=8\nSEQUENCE:2\nSTATUS:CANCELLED'),
        `${week(0, 'On-call: Ann')}\nSEQUENCE:0`,
        `${week(0, 'On-call: Ann').replace('SUMMARY:On-call: Ann', 'SUMMARY:On-call: Ben')}\nSEQUENCE:1`,
      ]),
    ),
  ).toMatchInlineSnapshot(`
   "
   feed: Europe/Berlin Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 Ben
   {"title":"One","at":36000000,"every":{"count":1,"unit":"weeks"},"days":{"weekdays":1,"monthDays":[],"lists":[]},"skip":1,"move":0,"zone":"Europe/Berlin"}
   {"title":"Two","at":36000000,"every":{"count":1,"unit":"weeks"},"days":{"weekdays":1,"monthDays":[],"lists":[]},"skip":2,"move":0,"zone":"Europe/Berlin"}
   "
  `)
})

it('a day or a time that there is not is told with its place', () => {
  expect(beginning('20261131T090000Z')).toBe('3: there is no 2026-11-31: that month has 30 days')
  expect(beginning('20270229')).toBe('3: there is no 2027-02-29: that month has 28 days')
  expect(beginning('20261330T090000Z')).toBe('3: there is no month 13')
  expect(beginning('20261130T250000Z')).toBe("3: there is no time '25:00'")
  expect(beginning('20261130T090000Z', 'DTEND:20261131T090000Z')).toMatch(
    /^3: there is no 2026-11-31/,
  )
  // Midnight, as some write it, and a leap second.
  expect(beginning('20261130T240000Z')).toContain('2026-12-01T00:00')
  expect(beginning('20261231T235960Z')).toContain('2027-01-01T00:00')
})

it('what ends before it begins is left out, and that is said', () => {
  expect(
    read(
      calendar([
        week(0, 'On-call: Ann'),
        'UID:9\nDTSTART:20261210T160000Z\nDTEND:20261203T160000Z\nSUMMARY:On-call: Ben',
      ]),
    ),
  ).toMatchInlineSnapshot(`
   "
   feed: Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 Ann
   (Left out, since it ends before it begins: 'On-call: Ben'.)
   "
  `)
})

it('an occurrence that changes all that come after it changes them', () => {
  expect(
    read(
      calendar([
        lasting('Ann', '05', 'P1W').replace('COUNT=2', 'COUNT=4'),
        // A day later from the second on, across a clock change, and for three days; the fourth by itself once more.
        'UID:Ann\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261019T090000\nDTSTART;TZID=Europe/Berlin:20261020T100000\nDURATION:P3D\nSUMMARY:On-call: Ben',
        'UID:Ann\nRECURRENCE-ID;TZID=Europe/Berlin:20261116T090000\nDTSTART;TZID=Europe/Berlin:20261116T090000\nDURATION:P1D\nSUMMARY:On-call: Cleo',
        series('Weekly', '20261130', 'FREQ=WEEKLY;COUNT=8'),
        'UID:Weekly\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261221T100000\nDTSTART;TZID=Europe/Berlin:20261221T100000\nDURATION:PT30M\nSTATUS:CANCELLED\nSUMMARY:Weekly',
      ]),
    ),
  ).toMatchInlineSnapshot(`
   "
   feed: Europe/Berlin Europe/Berlin
     2026-10-05T07:00 2026-10-12T07:00 Ann
     2026-10-20T08:00 2026-10-23T08:00 Ben
     2026-11-03T09:00 2026-11-06T09:00 Ben
     2026-11-16T08:00 2026-11-17T08:00 Cleo
   {"title":"Weekly","at":36000000,"every":{"count":1,"unit":"weeks"},"days":{"weekdays":1,"monthDays":[],"lists":[]},"skip":0,"move":0,"zone":"Europe/Berlin"}
   "
  `)
})

it('whole days of a DURATION are days of the clock on the wall, hours are elapsed', () => {
  expect(read(calendar([lasting('Ann', '19', 'P1W'), lasting('Ben', '26', 'P7D')])))
    .toMatchInlineSnapshot(`
   "
   feed: Europe/Berlin Europe/Berlin
     2026-10-19T07:00 2026-10-26T08:00 Ann
     2026-10-26T08:00 2026-11-02T08:00 Ben
     2026-11-02T08:00 2026-11-09T08:00 Ann
     2026-11-09T08:00 2026-11-16T08:00 Ben
   "
  `)
})

it('who has declined is not on call', () => {
  expect(
    read(
      calendar([
        `${week(0, 'On call')}\nATTENDEE;CN=Ann;PARTSTAT=DECLINED:mailto:ann@example.com\nATTENDEE;CN=Ben;PARTSTAT=ACCEPTED:mailto:ben@example.com`,
      ]),
    ),
  ).toMatchInlineSnapshot(`
   "
   On call: Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 Ben ben@example.com
   "
  `)
})

it('months: the last day, every fourth, once a year; what no rule of ours makes is said', () => {
  expect(
    read(
      calendar([
        series('Month end', '20261130', 'FREQ=MONTHLY;BYMONTHDAY=-1'),
        series('Four', '20261104', 'FREQ=MONTHLY;INTERVAL=4'),
        series('Year', '20261103', 'FREQ=YEARLY'),
        series('Five weeks', '20261102', 'FREQ=WEEKLY;INTERVAL=5'),
        series('Third day', '20261102', 'FREQ=DAILY;INTERVAL=3'),
        week(0, 'On-call: Ann'),
      ]),
    ),
  ).toMatchInlineSnapshot(`
   "
   feed: Europe/Berlin Europe/Berlin
     2026-12-01T16:00 2026-12-08T16:00 Ann
   {"title":"Five weeks","at":36000000,"every":{"count":5,"unit":"weeks"},"days":{"weekdays":1,"monthDays":[],"lists":[]},"skip":0,"move":0,"zone":"Europe/Berlin"}
   {"title":"Year","at":36000000,"every":{"count":12,"unit":"months"},"days":{"weekdays":0,"monthDays":[{"kind":"date","date":3}],"lists":[]},"skip":0,"move":0,"zone":"Europe/Berlin"}
   {"title":"Four","at":36000000,"every":{"count":4,"unit":"months"},"days":{"weekdays":0,"monthDays":[{"kind":"date","date":4}],"lists":[]},"skip":0,"move":0,"zone":"Europe/Berlin"}
   {"title":"Month end","at":36000000,"every":{"count":1,"unit":"months"},"days":{"weekdays":0,"monthDays":[{"kind":"date","date":31}],"lists":[]},"skip":0,"move":0,"zone":"Europe/Berlin"}
   (Left out, since no meeting of ours comes again like that: 'Third day'.)
   "
  `)
})
