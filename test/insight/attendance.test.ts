import { describe, expect, it } from '@jest/globals'
import { attendanceOf } from '../../src/insight/attendance.ts'
import { writeTimeOfDay, writeWall } from '../../src/time/wall.ts'
import type { Meeting } from '../../src/model/meeting.ts'
import { range, workspace } from '../timeline/picture.ts'

const people = `
    people:
      alice: { timezone: Europe/Amsterdam }
      bob: { timezone: America/New_York }
      carol: { timezone: Asia/Kathmandu }
      dave: { timezone: Australia/Lord_Howe }`

/** `10-26 alice 17:00 (was 18:00), ...`: the meeting of each date due, and at what time of day everybody has it. */
function seen(text: string, more = ''): string[] {
  const w = workspace(`${people}
    meetings:
      infra: { days: [monday, thursday], at: 16:00, duration: 15 minutes${more && `, ${more}`} }`)
  const meeting = w.meetings.get('infra') as Meeting
  return attendanceOf(w, meeting, range(text)).map(({ occurrence, attendees }) => {
    const each = attendees.map(({ person, local, movedFrom }) => {
      const was = movedFrom === undefined ? '' : ` (was ${writeTimeOfDay(movedFrom)})`
      return `${person.id} ${writeWall(local).slice(11)}${was}`
    })
    return `${writeWall(occurrence.start).slice(5, 10)} ${each.join(', ')}`
  })
}

describe('a meeting as those who attend see it', () => {
  it('is at another time of day for each, and on another day for some', () => {
    expect(seen('2026-11-30..2026-12-01')).toEqual([
      '11-30 alice 17:00, bob 11:00, carol 21:45, dave 03:00',
    ])
  })

  it('says when a clock change moves the time of day of somebody, once', () => {
    expect(seen('2026-10-22..2026-11-06')).toEqual([
      '10-22 alice 18:00, bob 12:00, carol 21:45, dave 03:00',
      '10-26 alice 17:00 (was 18:00), bob 12:00, carol 21:45, dave 03:00',
      '10-29 alice 17:00, bob 12:00, carol 21:45, dave 03:00',
      '11-02 alice 17:00, bob 11:00 (was 12:00), carol 21:45, dave 03:00',
      '11-05 alice 17:00, bob 11:00, carol 21:45, dave 03:00',
    ])
    expect(seen('2026-10-01..2026-10-06', 'attendees: [dave]')).toEqual([
      '10-01 dave 02:30',
      '10-05 dave 03:00 (was 02:30)',
    ])
  })

  it('somebody who moves to another zone has changed no clock', () => {
    const w = workspace(`
    people: { alice: { timezone: UTC, changes: { from: 2026-12-07, timezone: Asia/Tokyo } } }
    meetings:
      infra: { days: monday, at: 16:00, duration: 15 minutes }`)
    const meeting = w.meetings.get('infra') as Meeting
    const found = attendanceOf(w, meeting, range('2026-11-30..2026-12-09'))
    expect(
      found
        .flatMap(({ attendees }) => attendees)
        .map(({ local, movedFrom }) => [writeWall(local), movedFrom]),
    ).toEqual([
      ['2026-11-30 16:00', undefined],
      ['2026-12-08 01:00', undefined],
    ])
  })

  it('moves for the others when it keeps to the clock of one of them', () => {
    expect(seen('2026-10-26..2026-10-27', 'timezone: Europe/Amsterdam')).toEqual([
      '10-26 alice 16:00, bob 11:00 (was 10:00), carol 20:45 (was 19:45), dave 02:00 (was 01:00)',
    ])
  })

  it('says so too where the range begins with it', () => {
    expect(seen('2026-10-26..2026-10-27', 'attendees: [alice]')).toEqual([
      '10-26 alice 17:00 (was 18:00)',
    ])
    expect(seen('2026-10-29..2026-10-30', 'attendees: [alice]')).toEqual(['10-29 alice 17:00'])
  })

  it('says so at the first one after a long break, whatever the range', () => {
    const skip = 'attendees: [alice], skip: [2026-10-12..2026-11-30]'
    expect(seen('2026-10-05..2026-12-04', skip).at(-1)).toBe('12-03 alice 17:00 (was 18:00)')
    expect(seen('2026-12-03..2026-12-04', skip)).toEqual(['12-03 alice 17:00 (was 18:00)'])
  })

  it('one that was put at another time says nothing, and hides no change from the next', () => {
    const move = 'attendees: [alice], move: [{ from: 2026-10-26, to: 2026-10-27 10:00 }]'
    const expected = ['10-27 alice 11:00', '10-29 alice 17:00 (was 18:00)']
    expect(seen('2026-10-26..2026-10-30', move)).toEqual(expected)
    expect(seen('2026-10-29..2026-10-30', move)).toEqual(expected.slice(1))
  })

  it('the very first has none to be held against', () => {
    expect(seen('2026-10-26..2026-10-27', 'attendees: [alice], start: 2026-10-26')).toEqual([
      '10-26 alice 17:00',
    ])
  })
})
