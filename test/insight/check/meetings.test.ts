import { describe, expect, it } from '@jest/globals'
import { said, weekly } from './checking.ts'

const meeting = (fields: string, zone = 'Asia/Tokyo', hours = ''): string =>
  weekly('[alice, bob]').replace('alice: {}', `alice: { timezone: ${zone}${hours} }`) +
  `meetings: { infra: { days: [mon, thu], duration: 15 minutes, ${fields} } }\n`

const chairFrom = (start: string): string =>
  meeting(`at: 09:00, end: 2026-12-15, chair: { members: [alice], start: ${start} }`)

const forHours = (hours: number): string =>
  meeting('at: 01:00, attendees: [alice]').replace('15 minutes', `${hours} hours`)

const roleOn = (at: string): string =>
  `${weekly('[alice, bob]')}    coverage: none
    during: { days: sat-sun, from: 09:00, to: 17:00 }
meetings: { infra: { days: ${at}, at: 16:00, duration: 15 minutes, attendees: [{ on-call: primary }] } }
`

describe('night-meeting', () => {
  it('is said once for a meeting and a person', () => {
    expect(said('night-meeting', meeting('at: 16:00, attendees: [alice, bob]')))
      .toMatchInlineSnapshot(`
     [
       "warning: 'infra' is at 01:00 for 'alice' (Asia/Tokyo), which is night there: choose another time or leave them out; 'hours' says when they work, 'checks: { night-meeting: off }' that it is agreed @ infra",
     ]
    `)
  })

  it('is said by its end where only that is in the night', () => {
    expect(said('night-meeting', meeting('at: 12:50, attendees: [alice]'))).toMatchInlineSnapshot(`
     [
       "warning: 'infra' ends at 22:05 for 'alice' (Asia/Tokyo), which is night there: choose another time or leave them out; 'hours' says when they work, 'checks: { night-meeting: off }' that it is agreed @ infra",
     ]
    `)
  })

  it('is said of the whole night where it begins by day and ends by day', () => {
    expect(said('night-meeting', forHours(25))).toMatchInlineSnapshot(`
     [
       "warning: 'infra' lasts through the night, from 10:00 until 11:00 on another day, for 'alice' (Asia/Tokyo): choose another time or leave them out; 'hours' says when they work, 'checks: { night-meeting: off }' that it is agreed @ infra",
     ]
    `)
    expect(said('night-meeting', forHours(21))).toMatchInlineSnapshot(`
     [
       "warning: 'infra' ends at 07:00 for 'alice' (Asia/Tokyo), which is night there: choose another time or leave them out; 'hours' says when they work, 'checks: { night-meeting: off }' that it is agreed @ infra",
     ]
    `)
  })

  it('is not what ends as the night begins, or begins as it ends', () => {
    expect(said('night-meeting', meeting('at: 12:45, attendees: [alice]'))).toEqual([])
    expect(said('night-meeting', meeting('at: 22:00, attendees: [alice]'))).toEqual([])
    expect(said('night-meeting', meeting('at: 12:50, attendees: [alice]'))).toHaveLength(1)
    expect(said('night-meeting', meeting('at: 21:59, attendees: [alice]'))).toHaveLength(1)
  })

  it('is not night for somebody who works then', () => {
    const owl = ', hours: 22:00-06:00'
    expect(
      said('night-meeting', meeting('at: 16:00, attendees: [alice]', 'Asia/Tokyo', owl)),
    ).toEqual([])
  })

  it('can be agreed to', () => {
    const yaml = `${meeting('at: 16:00, attendees: [alice]')}checks: { night-meeting: off }\n`
    expect(said('night-meeting', yaml)).toEqual([])
  })
})

describe('clock-change-night', () => {
  const now = '2027-02-01'

  it('is a clock change that moves a meeting into the night', () => {
    // 21:00 UTC is 21:30 in Amsterdam's summer less an hour in winter: 20:45 UTC ends at 22:00 there, then at 23:00.
    const yaml = meeting('at: 20:45, attendees: [alice]', 'Europe/Amsterdam')
    expect(said('clock-change-night', yaml, { now })).toMatchInlineSnapshot(`
     [
       "warning: from Mon 29 Mar on a clock change puts 'infra' at 22:45 for 'alice' (Europe/Amsterdam), in their night; it was at 21:45: move it for that season, or give the meeting their 'timezone' @ infra",
     ]
    `)
    expect(said('night-meeting', yaml, { now })).toEqual([])
  })

  it('is not one that moves it within the day, nor a meeting in the zone of its people', () => {
    expect(
      said('clock-change-night', meeting('at: 12:00, attendees: [alice]', 'Europe/Amsterdam'), {
        now,
      }),
    ).toEqual([])
    const own = meeting(
      'at: 21:45, timezone: Europe/Amsterdam, attendees: [alice]',
      'Europe/Amsterdam',
    )
    expect(said('clock-change-night', own, { now })).toEqual([])
  })

  it('is no change of the meeting from a date on, nor somebody who moves: that is a meeting at night', () => {
    const later = meeting(
      'at: 16:00, attendees: [alice], changes: { from: 2027-02-15, at: 22:30 }',
      'UTC',
    )
    const moved = meeting(
      'at: 16:00, attendees: [alice]',
      'UTC, changes: { from: 2027-02-15, timezone: Asia/Tokyo }',
    )
    for (const yaml of [later, moved]) {
      expect(said('clock-change-night', yaml, { now })).toEqual([])
    }
    expect([later, moved].flatMap((yaml) => said('night-meeting', yaml, { now })))
      .toMatchInlineSnapshot(`
     [
       "warning: 'infra' is at 22:30 for 'alice' (UTC), which is night there (22 of 26 times): choose another time or leave them out; 'hours' says when they work, 'checks: { night-meeting: off }' that it is agreed @ infra",
       "warning: 'infra' is at 01:00 for 'alice' (Asia/Tokyo), which is night there (22 of 26 times): choose another time or leave them out; 'hours' says when they work, 'checks: { night-meeting: off }' that it is agreed @ infra",
     ]
    `)
  })
})

describe('meeting-without', () => {
  it('is a range of days on which no meeting is due', () => {
    expect(said('meeting-without', meeting('at: 09:00, skip: [2026-12-25..2026-12-27]')))
      .toMatchInlineSnapshot(`
     [
       "warning: no meeting of 'infra' is due from 2026-12-25 to 2026-12-27, so this skips nothing: correct the dates, or delete them @ 2026-12-25..2026-12-27",
     ]
    `)
    expect(said('meeting-without', meeting('at: 09:00, skip: [2026-12-24..2026-12-27]'))).toEqual(
      [],
    )
  })

  it('is a meeting that is never held', () => {
    expect(said('meeting-without', meeting('at: 09:00, start: 2026-12-11, end: 2026-12-14')))
      .toMatchInlineSnapshot(`
     [
       "warning: 'infra' is never held: no day before 'end' (2026-12-14) is one of 'days' @ infra",
     ]
    `)
    expect(
      said('meeting-without', meeting('at: 09:00, start: 2026-12-11, end: 2026-12-15')),
    ).toEqual([])
  })

  it('is a chair that begins when the meetings are over', () => {
    expect(said('meeting-without', chairFrom('2026-12-20'))).toMatchInlineSnapshot(`
     [
       "warning: nobody ever chairs 'infra': the chair goes round from 2026-12-20 on, and there is no meeting after 2026-12-14 @ alice",
     ]
    `)
    expect(said('meeting-without', chairFrom('2026-12-10'))).toEqual([])
  })

  it('is a role that nobody has at any of the meetings', () => {
    expect(said('meeting-without', roleOn('[mon, thu]'))).toMatchInlineSnapshot(`
     [
       "warning: nobody is on call for 'primary' at any of the next meetings of 'infra', so '{ on-call: primary }' invites nobody: name another rotation or other days @ infra",
     ]
    `)
    expect(said('meeting-without', roleOn('[sat]'))).toEqual([])
  })

  it('is a meeting to which nobody is invited', () => {
    expect(said('meeting-without', meeting('at: 09:00, attendees: []'))).toMatchInlineSnapshot(`
     [
       "warning: nobody is invited to 'infra': name somebody under 'attendees' @ infra",
     ]
    `)
  })
})
