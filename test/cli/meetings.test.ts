import { expect, it } from '@jest/globals'
import { changed, out, rotate } from './world.ts'

it('says when everybody has it, who chairs, and what was moved', async () => {
  const line = 'meetings --from 2026-12-21 --to 2027-01-05'
  expect(await out(line, { zone: 'Asia/Tokyo' })).toMatchInlineSnapshot(`
   "
   Tue 22 Dec 01:00  Infrastructure meeting (15 minutes), Alice Lindqvist chairs
     https://meet.example.com/infrastructure
     Mon 08:00  Erin O'Neill (America/Los_Angeles)
     Mon 11:00  Bob Okafor (America/New_York)
     Mon 16:00  Dave Novak (UTC)
     Mon 17:00  Alice Lindqvist (Europe/Stockholm)
     01:00      Carol Tanaka (Asia/Tokyo)

   Wed 30 Dec 01:00  Infrastructure meeting (15 minutes), Bob Okafor chairs
     moved from Tue 29 Dec 01:00
     https://meet.example.com/infrastructure
     Tue 08:00  Erin O'Neill (America/Los_Angeles)
     Tue 11:00  Bob Okafor (America/New_York)
     Tue 16:00  Dave Novak (UTC)
     Tue 17:00  Alice Lindqvist (Europe/Stockholm)
     01:00      Carol Tanaka (Asia/Tokyo)

   Times in Asia/Tokyo (UTC+9 now).
   "
  `)
})

it('says whose local time a clock change moves', async () => {
  const { out: text } = await rotate('meetings --from 2027-03-08 --to 2027-04-06')
  const moves = /^(\S+ \d+ \S+ 2027)|^ +(Clock change.*)$/gm
  expect(text.match(moves)?.join('\n')).toMatchInlineSnapshot(`
   "Mon 8 Mar 2027
   Thu 11 Mar 2027
   Mon 15 Mar 2027
     Clock change: 12:00 instead of 11:00 for Bob Okafor (America/New_York)
     Clock change: 09:00 instead of 08:00 for Erin O'Neill (America/Los_Angeles)
   Thu 18 Mar 2027
   Mon 22 Mar 2027
   Thu 25 Mar 2027
   Mon 29 Mar 2027
     Clock change: 18:00 instead of 17:00 for Alice Lindqvist (Europe/Stockholm)
   Thu 1 Apr 2027
   Mon 5 Apr 2027"
  `)
})

it('says it of everybody else where the meeting keeps the time of a zone that changes its clock', async () => {
  const files = changed('meetings', 'at: 16:00', 'at: 16:00\n    timezone: Europe/Stockholm')
  const { out: text } = await rotate('meetings --from 2027-03-29 --to 2027-03-30', { files })
  expect(`\n${text}`).toMatchInlineSnapshot(`
   "
   Mon 29 Mar 2027 14:00  Infrastructure meeting (15 minutes), Carol Tanaka chairs
     https://meet.example.com/infrastructure
     07:00  Erin O'Neill (America/Los_Angeles)
     10:00  Bob Okafor (America/New_York)
     14:00  Dave Novak (UTC)
     16:00  Alice Lindqvist (Europe/Stockholm)
     23:00  Carol Tanaka (Asia/Tokyo)
     Clock change: 10:00 instead of 11:00 for Bob Okafor (America/New_York)
     Clock change: 23:00 instead of 00:00 for Carol Tanaka (Asia/Tokyo)
     Clock change: 14:00 instead of 15:00 for Dave Novak (UTC)
     Clock change: 07:00 instead of 08:00 for Erin O'Neill (America/Los_Angeles)

   Times in UTC.
   "
  `)
})

it('fits a terminal', async () => {
  const line = 'meetings --from 2026-12-10 --to 2026-12-11 --no-color'
  expect(`\n${(await rotate(line, { columns: 60 })).out}`).toMatchInlineSnapshot(`
   "
   Thu 10 Dec 16:00  Infrastructure meeting (15 minutes),
     Alice Lindqvist chairs
     https://meet.example.com/infrastructure
     08:00      Erin O'Neill (America/Los_Angeles)
     11:00      Bob Okafor (America/New_York)
     16:00      Dave Novak (UTC)
     17:00      Alice Lindqvist (Europe/Stockholm)
     Fri 01:00  Carol Tanaka (Asia/Tokyo)

   Times in UTC.
   "
  `)
})

it('says so where there are none', async () => {
  expect(await out('meetings --from 2026-01-01 --to 2026-01-02')).toMatchInlineSnapshot(`
   "
   No meetings in this time.

   Times in UTC.
   "
  `)
})

it('says it to programs', async () => {
  const { out: text } = await rotate('meetings --json --from 2026-12-29 --to 2026-12-30')
  expect(JSON.parse(text)).toEqual({
    from: '2026-12-29T00:00:00Z',
    to: '2026-12-30T00:00:00Z',
    meetings: [
      {
        meeting: 'infrastructure',
        start: '2026-12-29T16:00:00Z',
        end: '2026-12-29T16:15:00Z',
        chair: 'bob',
        chair_name: 'Bob Okafor',
        roles: {},
        role_names: {},
        attendees: ['alice', 'bob', 'carol', 'dave', 'erin'],
        attendee_names: [
          'Alice Lindqvist',
          'Bob Okafor',
          'Carol Tanaka',
          'Dave Novak',
          "Erin O'Neill",
        ],
        due: '2026-12-28T16:00:00Z',
      },
    ],
    unknown: [],
  })
})
