/** What the calendars hold. */
import { describe, expect, it } from '@jest/globals'
import { occurrencesOf } from '../../src/timeline/occurrences.ts'
import { shiftsOf } from '../../src/timeline/shifts.ts'
import { planCalendars } from '../../src/ical/plan.ts'
import { randomWorkspace } from '../oracle/random.ts'
import { after, picture, plan, read, STAMP, textAt, within, workspaceOf } from './publishing.ts'

const TEAM = `
  team: Infrastructure
  people:
    alice: { name: Alice Lindqvist, email: alice@example.com, timezone: Europe/Stockholm }
    bob: { name: Bob Smith, email: bob@example.com, timezone: America/New_York }
    carol: { timezone: Asia/Kathmandu }
`

const PRIMARY = `${TEAM}
  rotations:
    primary:
      name: Infrastructure primary
      start: 2026-11-30 16:00
      turn: 1 week
      members: [alice, bob]
`

const MEETING = `${PRIMARY}
  meetings:
    infrastructure:
      name: Infrastructure meeting
      days: thursday
      at: 16:00
      duration: 15 minutes
      chair: { members: [alice, bob], start: 2026-12-01 }
      move: [{ from: 2026-12-24, to: 2026-12-23 }]
      place: https://meet.example.com/a;b,c
`

/** What events are called in a file, each once. */
const summariesIn = ({ path, text }: { path: string; text: string }): string =>
  `${path}: ${[...new Set(read(text).map(({ summary }) => summary))].join('; ')}`

describe('which calendars there are', () => {
  it('there is one for each rotation, person and meeting, and one for the team', () => {
    const { files, orphans } = plan(MEETING)
    expect(files.map(({ path, events, changed }) => [path, events, changed])).toEqual([
      ['rotations/primary.ics', 5, true],
      ['meetings/infrastructure.ics', 5, true],
      ['people/alice.ics', 8, true],
      ['people/bob.ics', 7, true],
      ['people/carol.ics', 5, true],
      ['team.ics', 10, true],
    ])
    expect(orphans).toEqual([])
  })

  it('a person has their shifts and the meetings that they attend or lead', () => {
    const yaml = `${TEAM}
  rotations:
    primary: { start: 2026-12-14, turn: 1 week, members: [alice, bob] }
  meetings:
    review: { days: monday, at: 09:00, duration: 1 hour, attendees: [{ on-call: primary }] }
    planning:
      { days: friday, at: 09:00, duration: 1 hour, attendees: [alice], chair: { members: [bob], start: 2026-12-01 },
        skip: [2026-12-01..2026-12-20] }`
    const december = within('2026-12-01', '2026-12-28')
    expect(picture(textAt(plan(yaml, { within: december }), 'people/bob.ics'))).toBe(
      'Mon 21 Dec 2026 00:00  On call: primary\n' +
        'Mon 21 Dec 2026 09:00  review\n' +
        'Fri 25 Dec 2026 09:00  Chair: planning',
    )
  })

  it('in their own files people read what they are then, in all others who it is', () => {
    const yaml = `${MEETING}      roles: { scribe: { members: [alice], start: 2026-12-01 } }`
    expect(plan(yaml).files.map(summariesIn).join('\n')).toMatchInlineSnapshot(`
     "rotations/primary.ics: Alice Lindqvist: Infrastructure primary; Bob Smith: Infrastructure primary
     meetings/infrastructure.ics: Infrastructure meeting
     people/alice.ics: On call: Infrastructure primary; Chair and scribe: Infrastructure meeting; Scribe: Infrastructure meeting
     people/bob.ics: Infrastructure meeting; On call: Infrastructure primary; Chair: Infrastructure meeting
     people/carol.ics: Infrastructure meeting
     team.ics: Alice Lindqvist: Infrastructure primary; Infrastructure meeting; Bob Smith: Infrastructure primary"
    `)
  })

  it('for a service that pages, shifts are called by what it knows people by', () => {
    const yaml = PRIMARY.replace('email: bob@', 'contact: { slack: "@bob" }, email: bob@')
    const { files, nameless } = plan(yaml, { key: 'email' })
    for (const { path, text } of files.filter(({ events }) => events > 0)) {
      const emails = ['alice@example.com', 'bob@example.com']
      const those = path.startsWith('people/')
        ? emails.filter((one) => path.includes(one.slice(0, 3)))
        : emails
      expect([...new Set(read(text).map(({ summary }) => summary))].sort()).toEqual(those)
    }
    expect(nameless).toEqual([])
    expect(plan(yaml, { key: 'slack' }).nameless).toEqual(['alice'])
  })

  it('a calendar without events is still one that validators take: it holds a zone that nothing uses', () => {
    const text = textAt(plan(PRIMARY), 'people/carol.ics')
    expect(read(text)).toEqual([])
    expect(text).toContain('END:VTIMEZONE\r\nEND:VCALENDAR\r\n')
  })

  it('is a file that a reviewer can read', () => {
    const swap = `{ who: carol, from: 2026-12-04 16:00, to: 2026-12-05 16:00, why: "swap; see Bob, please" }`
    const yaml = MEETING.replace('turn: 1 week', `$&\n      overrides: [${swap}]`)
    const calendars = plan(yaml, { within: within('2026-12-01', '2026-12-06'), remind: 43_200_000 })
    expect(textAt(calendars, 'team.ics').replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
     "BEGIN:VCALENDAR
     VERSION:2.0
     PRODID:-//rotate//on-call calendar//EN
     METHOD:PUBLISH
     NAME:Infrastructure: on call
     X-WR-CALNAME:Infrastructure: on call
     REFRESH-INTERVAL;VALUE=DURATION:PT1H
     X-PUBLISHED-TTL:PT1H
     X-ROTATE-TEAM:Infrastructure
     BEGIN:VEVENT
     UID:primary-20261130T160000Z@Infrastructure.rotate
     SEQUENCE:0
     DTSTAMP:20261101T120000Z
     DTSTART:20261130T160000Z
     DTEND:20261204T160000Z
     SUMMARY:Alice Lindqvist: Infrastructure primary
     TRANSP:TRANSPARENT
     DESCRIPTION:Alice Lindqvist: Mon 30 Nov 2026 17:00 to Fri 4 Dec 2026 17:00
       (Europe/Stockholm)\\nLayer 1\\, turn 0\\nNext: carol\\, from Fri 4 Dec 2026 2
      1:45 (Asia/Kathmandu)
     BEGIN:VALARM
     ACTION:DISPLAY
     TRIGGER:-PT12H
     DESCRIPTION:Alice Lindqvist: Infrastructure primary
     END:VALARM
     LAST-MODIFIED:20261101T120000Z
     X-ROTATE-DIGEST:60cdaa40c6090660
     END:VEVENT
     BEGIN:VEVENT
     UID:infrastructure-20261203T160000Z-meeting@Infrastructure.rotate
     SEQUENCE:0
     DTSTAMP:20261101T120000Z
     DTSTART:20261203T160000Z
     DTEND:20261203T161500Z
     SUMMARY:Infrastructure meeting
     TRANSP:OPAQUE
     LOCATION:https://meet.example.com/a\\;b\\,c
     DESCRIPTION:Thu 3 Dec 2026 16:00 (UTC)\\nThu 3 Dec 2026 17:00 (Europe/Stock
      holm)\\nThu 3 Dec 2026 11:00 (America/New_York)\\nThu 3 Dec 2026 21:45 (Asia
      /Kathmandu)\\nChair: Alice Lindqvist\\nAttendees: everyone in the team
     BEGIN:VALARM
     ACTION:DISPLAY
     TRIGGER:-PT12H
     DESCRIPTION:Infrastructure meeting
     END:VALARM
     URL;VALUE=URI:https://meet.example.com/a%3Bb%2Cc
     LAST-MODIFIED:20261101T120000Z
     X-ROTATE-DIGEST:fcf8a0b98448f24c
     END:VEVENT
     BEGIN:VEVENT
     UID:primary-20261204T160000Z@Infrastructure.rotate
     SEQUENCE:0
     DTSTAMP:20261101T120000Z
     DTSTART:20261204T160000Z
     DTEND:20261205T160000Z
     SUMMARY:carol: Infrastructure primary
     TRANSP:TRANSPARENT
     DESCRIPTION:carol: Fri 4 Dec 2026 21:45 to Sat 5 Dec 2026 21:45 (Asia/Kath
      mandu)\\nOverride: carol instead of Alice Lindqvist: swap\\; see Bob\\, pleas
      e\\nNext: Alice Lindqvist\\, from Sat 5 Dec 2026 17:00 (Europe/Stockholm)
     BEGIN:VALARM
     ACTION:DISPLAY
     TRIGGER:-PT12H
     DESCRIPTION:carol: Infrastructure primary
     END:VALARM
     LAST-MODIFIED:20261101T120000Z
     X-ROTATE-DIGEST:442f3afc2099d860
     END:VEVENT
     BEGIN:VEVENT
     UID:primary-20261205T160000Z@Infrastructure.rotate
     SEQUENCE:0
     DTSTAMP:20261101T120000Z
     DTSTART:20261205T160000Z
     DTEND:20261207T160000Z
     SUMMARY:Alice Lindqvist: Infrastructure primary
     TRANSP:TRANSPARENT
     DESCRIPTION:Alice Lindqvist: Sat 5 Dec 2026 17:00 to Mon 7 Dec 2026 17:00 
      (Europe/Stockholm)\\nLayer 1\\, turn 0\\nNext: Bob Smith\\, from Mon 7 Dec 202
      6 11:00 (America/New_York)
     BEGIN:VALARM
     ACTION:DISPLAY
     TRIGGER:-PT12H
     DESCRIPTION:Alice Lindqvist: Infrastructure primary
     END:VALARM
     LAST-MODIFIED:20261101T120000Z
     X-ROTATE-DIGEST:655b5cd96c739715
     END:VEVENT
     END:VCALENDAR
     "
    `)
  })
})

describe('shifts', () => {
  it.each([1, 3, 5, 8, 9, 10, 11, 14])(
    'events are the shifts and meetings of the engine, whole (random workspace %i)',
    (seed) => {
      const { yaml, from, to } = randomWorkspace(seed)
      const workspace = workspaceOf(yaml)
      const range = { start: from, end: to }
      const calendars = planCalendars({
        workspace,
        within: range,
        stamp: STAMP,
        published: new Map(),
      })
      for (const rotation of workspace.rotations.values()) {
        const events = read(textAt(calendars, `rotations/${rotation.id}.ics`))
        expect(events.map(({ start, end }) => [start, end])).toEqual(
          shiftsOf(rotation, range).map(({ start, end }) => [start, Math.min(end, endOf(end, to))]),
        )
      }
      for (const meeting of workspace.meetings.values()) {
        const events = read(textAt(calendars, `meetings/${meeting.id}.ics`))
        const expected = occurrencesOf(workspace, meeting, range)
        expect(events.map(({ start, end }) => [start, end])).toEqual(
          expected.map(({ start, end }) => [start, end]),
        )
      }
      for (const { text, events } of calendars.files) {
        expect(new Set(read(text).map(({ uid }) => uid)).size).toBe(events)
        expectWellFormed(text)
      }
      const published = after(calendars)
      const again = planCalendars({ workspace, within: range, stamp: STAMP + 1000, published })
      expect(after(again)).toEqual(published)
    },
  )

  it('gaps are left out, and a pair is one event with both names, in both calendars', () => {
    const yaml = `${TEAM}
  rotations:
    primary: { start: 2026-12-01, turn: 1 day, members: [[alice, bob], nobody, carol] }`
    const calendars = plan(yaml, { within: within('2026-12-01', '2026-12-05') })
    expect(picture(textAt(calendars, 'rotations/primary.ics'))).toBe(
      'Tue 1 Dec 2026 00:00  Alice Lindqvist and Bob Smith: primary\n' +
        'Thu 3 Dec 2026 00:00  carol: primary\n' +
        'Fri 4 Dec 2026 00:00  Alice Lindqvist and Bob Smith: primary',
    )
    expect(read(textAt(calendars, 'people/bob.ics'))).toHaveLength(2)
    const [first] = read(textAt(calendars, 'people/alice.ics'))
    expect(first?.description).toBe(
      'Alice Lindqvist: Tue 1 Dec 2026 01:00 to Wed 2 Dec 2026 01:00 (Europe/Stockholm)\n' +
        'Bob Smith: Mon 30 Nov 2026 19:00 to Tue 1 Dec 2026 19:00 (America/New_York)\n' +
        'Layer 1, turn 0\n' +
        'Next: carol, from Thu 3 Dec 2026 05:45 (Asia/Kathmandu)',
    )
  })

  it.each([
    [
      '{ who: carol, X, why: swap }',
      'Override: carol instead of Alice Lindqvist and Bob Smith: swap',
    ],
    [
      '{ who: carol, instead_of: alice, X }',
      'Layer 1, turn 0\nOverride: carol instead of Alice Lindqvist',
    ],
    ['{ add: carol, X, why: migration }', 'Layer 1, turn 0\nOverride: carol added: migration'],
    [
      '{ add: carol, X }, { who: alice, X }, { who: bob, X }',
      'Override: Bob Smith instead of Alice Lindqvist',
    ],
    [
      '{ who: nobody, X }, { add: carol, X }',
      'Override: nobody instead of Alice Lindqvist and Bob Smith\nOverride: carol added',
    ],
  ])('the description says why: %s', (overrides, expected) => {
    const yaml = `${TEAM}
  rotations:
    primary:
      start: 2026-12-01
      turn: 1 week
      members: [alice, bob]
      overrides: [${overrides.replaceAll('X', 'from: 2026-12-07, to: 2026-12-09')}]`
    const events = read(textAt(plan(yaml), 'rotations/primary.ics'))
    const event = events.find(({ start }) => start === Date.UTC(2026, 11, 7))
    const why = event?.description.split('\n').filter((line) => /^(Layer|Override)/.test(line))
    expect(why?.join('\n')).toBe(expected)
  })

  it('who is next is said of the last one too, and does not depend on the range', () => {
    const short = plan(PRIMARY, { within: within('2026-12-01', '2026-12-02') })
    const [event] = read(textAt(short, 'rotations/primary.ics'))
    expect(event?.description).toContain(
      'Next: Bob Smith, from Mon 7 Dec 2026 11:00 (America/New_York)',
    )
    const long = plan(PRIMARY, {
      within: within('2026-11-01', '2027-06-01'),
      published: after(short),
    })
    expect(textAt(long, 'rotations/primary.ics')).toContain(
      eventTextsIn(textAt(short, 'rotations/primary.ics'))[0],
    )
  })

  it('after the last shift of all, nobody is next', () => {
    const yaml = `${TEAM}
  rotations:
    primary: { start: 2026-12-01, end: 2026-12-05, turn: 1 week, members: [carol] }`
    const [event] = read(textAt(plan(yaml), 'rotations/primary.ics'))
    expect(event?.description).toContain('Next: nobody')
  })

  it('a shift that never ends lasts until the end of the range', () => {
    const yaml = `${TEAM}
  rotations:
    primary: { start: 2026-12-10, turn: 999999 months, members: [carol] }`
    const [event, ...more] = read(textAt(plan(yaml), 'rotations/primary.ics'))
    expect(more).toEqual([])
    expect(event?.end).toBe(Date.UTC(2027, 0, 1))
    expect(event?.description).toBe(
      'carol: from Thu 10 Dec 2026 05:45, without end (Asia/Kathmandu)\nLayer 1, turn 0',
    )
  })

  it('no two shifts of a rotation begin at one instant, however overrides cut them', () => {
    const yaml = `${TEAM}
  rotations:
    primary:
      start: 2026-12-01
      turn: 12 hours
      members: [alice, bob]
      overrides:
        - { who: carol, from: 2026-12-01 00:00, to: 2026-12-01 06:00 }
        - { who: bob, from: 2026-12-01 06:00, to: 2026-12-01 06:01 }
        - { add: carol, from: 2026-12-01 12:00, to: 2026-12-02 12:00 }
        - { who: nobody, from: 2026-12-02 00:00, to: 2026-12-02 01:00 }
        - { who: alice, instead_of: bob, from: 2026-12-02 12:00, to: 2026-12-03 12:00 }`
    const uids = read(textAt(plan(yaml), 'team.ics')).map(({ uid }) => uid)
    expect(new Set(uids).size).toBe(uids.length)
    expect(uids.slice(0, 4)).toEqual([
      'primary-20261201T000000Z@Infrastructure.rotate',
      'primary-20261201T060000Z@Infrastructure.rotate',
      'primary-20261201T060100Z@Infrastructure.rotate',
      'primary-20261201T120000Z@Infrastructure.rotate',
    ])
  })

  it('shifts leave the time free, meetings do not, and --remind adds an alarm', () => {
    const plain = textAt(plan(MEETING), 'team.ics')
    const transparency = read(plain).map(
      ({ uid, component }) =>
        `${uid.includes('-meeting@') ? 'meeting' : 'shift'} ${String(component.getFirstPropertyValue('transp'))}`,
    )
    expect(new Set(transparency)).toEqual(new Set(['shift TRANSPARENT', 'meeting OPAQUE']))
    expect(plain).not.toContain('VALARM')
    const reminded = textAt(plan(MEETING, { remind: 5_400_000 }), 'team.ics')
    expect(reminded.match(/\r\nTRIGGER:-PT1H30M\r\n/g)).toHaveLength(10)
  })
})

describe('meetings', () => {
  it('one says who has which role, in the calendars of those people, and where it is then', () => {
    const yaml = MEETING.replace(
      '      move:',
      `      attendees: [alice]
      roles: { scribe: { members: [bob], start: 2026-12-10 } }
      changes: { from: 2026-12-17, place: Room 1, duration: 1 hour }
      move:`,
    )
    const events = read(textAt(plan(yaml), 'meetings/infrastructure.ics'))
    const [first, second, third] = events.map(({ start, end, description, component }) => [
      (end - start) / 60_000,
      component.getFirstPropertyValue('location'),
      description.split('\n').filter((line) => /^(Chair|Scribe|Attendees)/.test(line)),
    ])
    expect([first, second, third]).toEqual([
      [
        15,
        'https://meet.example.com/a;b,c',
        ['Chair: Alice Lindqvist', 'Scribe: nobody', 'Attendees: Alice Lindqvist'],
      ],
      [
        15,
        'https://meet.example.com/a;b,c',
        ['Chair: Bob Smith', 'Scribe: Bob Smith', 'Attendees: Alice Lindqvist'],
      ],
      [60, 'Room 1', ['Chair: Alice Lindqvist', 'Scribe: Bob Smith', 'Attendees: Alice Lindqvist']],
    ])
    const his = read(textAt(plan(yaml), 'people/bob.ics')).filter(({ uid }) =>
      uid.includes('meeting'),
    )
    expect(his).toHaveLength(events.length - 1)
  })

  it('a moved one keeps its UID, and says when it was due, who leads it and where', () => {
    const events = read(textAt(plan(MEETING), 'meetings/infrastructure.ics'))
    const moved = events.find(({ start }) => start === Date.UTC(2026, 11, 23, 16))
    expect(moved?.uid).toBe('infrastructure-20261224T160000Z-meeting@Infrastructure.rotate')
    expect(moved?.description).toBe(
      'Wed 23 Dec 2026 16:00 (UTC)\n' +
        'Wed 23 Dec 2026 17:00 (Europe/Stockholm)\n' +
        'Wed 23 Dec 2026 11:00 (America/New_York)\n' +
        'Wed 23 Dec 2026 21:45 (Asia/Kathmandu)\n' +
        'Chair: Bob Smith\n' +
        'Attendees: everyone in the team\n' +
        'Moved from Thu 24 Dec 2026 16:00 (UTC)',
    )
    expect(moved?.component.getFirstPropertyValue('location')).toBe(
      'https://meet.example.com/a;b,c',
    )
    expect(moved?.component.getFirstPropertyValue('url')).toBe('https://meet.example.com/a%3Bb%2Cc')
  })

  it('on a day that a zone skips, two are due at one instant and still have a UID each', () => {
    const yaml = `${TEAM}
  meetings:
    daily: { days: mon-sun, at: 09:00, timezone: Pacific/Apia, duration: 1 hour }`
    const text = textAt(plan(yaml, { within: within('2011-12-29', '2012-01-01') }), 'team.ics')
    expect(read(text).map(({ uid }) => uid)).toEqual([
      'daily-20111229T190000Z-meeting@Infrastructure.rotate',
      'daily-20111230T190000Z-meeting-2@Infrastructure.rotate',
      'daily-20111230T190000Z-meeting@Infrastructure.rotate',
      'daily-20111231T190000Z-meeting@Infrastructure.rotate',
    ])
  })
})

describe('what never stands in a calendar', () => {
  it.each([
    ['a line break', String.raw`Eve\r\nATTENDEE:mailto:x`, 'Eve ATTENDEE:mailto:x'],
    ['a lone carriage return', String.raw`Eve\rATTENDEE:mailto:x`, 'Eve ATTENDEE:mailto:x'],
    [
      'what Python takes for a line break',
      String.raw`Eve\x85X:1\u2028Y:2\x0bZ:3\x1cW`,
      'Eve X:1 Y:2 Z:3 W',
    ],
    ['separators', String.raw`Eve; \\n, \"E\": \\; Q`, String.raw`Eve; \n, "E": \; Q`],
    ['controls and direction marks', String.raw`E\x07v\0e\e[31m\u202E\uFEFF`, 'Eve[31m'],
    ['half a character', String.raw`Eve\uD83D`, 'Eve'],
    ['an e-mail address', 'eve.b+x@mail.example.com', 'eve.b+x'],
  ])('a name with %s injects nothing', (_, name, expected) => {
    const yaml = `
  team: "${name}"
  people: { eve: { name: "${name}", email: eve@example.com } }
  rotations:
    primary: { name: "${name}", start: 2026-12-01, turn: 1 week, members: [eve] }
  meetings:
    m: { name: "${name}", days: monday, at: 09:00, duration: 1 hour, place: "${name}" }`
    const calendars = plan(yaml)
    for (const { text } of calendars.files) {
      expectWellFormed(text)
      const lines = text.replaceAll('\r\n ', '').split('\r\n')
      // The one `@` of a UID is ours: around it stand an id with its instant, and the team with all that is odd encoded.
      const own = lines.filter((line) => line.startsWith('UID:'))
      for (const line of own) {
        expect(line).toMatch(/^UID:(primary|m)-\d{8}T\d{6}Z(-meeting)?@[\w.!~*'()%-]+\.rotate$/)
        expect(line).toBe(`${line.split('@')[0]}@${encodeURIComponent(expected)}.rotate`)
      }
      expect(own).toHaveLength(lines.filter((line) => line === 'BEGIN:VEVENT').length)
      const others = lines.filter((line) => !own.includes(line))
      expect(others.join('\n')).not.toMatch(/^ATTENDEE|^[XYZW]:|@/m)
    }
    const events = read(textAt(calendars, 'team.ics'))
    expect(events[0]?.summary).toBe(`${expected}: ${expected}`)
    const meeting = events.find(({ uid }) => uid.includes('-meeting@'))
    expect(meeting?.component.getFirstPropertyValue('location')).toBe(expected)
    // ical.js leaves values of X- properties as they are written.
    const called = meeting?.component.parent?.getFirstPropertyValue('x-wr-calname')
    expect(called).toBe(`${expected.replaceAll(/[\\;,]/g, String.raw`\$&`)}: on call`)
  })

  it('an address of the web keeps its @, for rooms have one', () => {
    const yaml = `
  people: { eve: {} }
  meetings:
    m: { days: monday, at: 09:00, duration: 1 hour, place: 'https://teams.example.com/19%3a@thread.v2/0 ' }`
    const [event] = read(textAt(plan(yaml), 'team.ics'))
    expect(event?.component.getFirstPropertyValue('url')).toBe(
      'https://teams.example.com/19%3a@thread.v2/0',
    )
  })

  it.each([60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70])(
    'a fold cuts no character, of one octet or four, at %i octets',
    (octets) => {
      const name = `${'x'.repeat(octets)}🧑‍🚀é€${'y'.repeat(60)}🧯🧯🧯`
      const yaml = `
  people: { eve: { name: "${name}" } }
  rotations: { primary: { name: "${name}", start: 2026-12-01, turn: 1 week, members: [eve] } }`
      const text = textAt(plan(yaml), 'team.ics')
      expectWellFormed(text)
      expect(read(text)[0]?.summary).toBe(`${name}: ${name}`)
    },
  )

  it('a reason of several lines stays one property', () => {
    const yaml = `${TEAM}
  rotations:
    primary:
      overrides:
        - who: carol
          on: 2026-12-24
          why: |
            a swap
            UID:stolen
            END:VEVENT`
    const [event, ...more] = read(textAt(plan(yaml), 'team.ics'))
    expect(more).toEqual([])
    expect(event?.description).toContain('Override: carol: a swap\nUID:stolen\nEND:VEVENT\nNext')
  })
})

function endOf(end: number, to: number): number {
  return end === Infinity ? Math.floor(to / 1000) * 1000 : end
}

function eventTextsIn(text: string): string[] {
  return text.match(/BEGIN:VEVENT[^]*?END:VEVENT\r\n/g) ?? []
}

/** CRLF and nothing else, 75 octets a line at most, no character cut. */
function expectWellFormed(text: string): void {
  const lines = text.split('\r\n')
  expect(lines.pop()).toBe('')
  const bad = lines.filter(
    // oxlint-disable-next-line no-control-regex -- controls are what is looked for
    (line) => Buffer.byteLength(line) > 75 || /[\x00-\x1f\x7f]|\p{Cs}/u.test(line),
  )
  expect(bad).toEqual([])
}
