import { expect, it } from '@jest/globals'
import { changed, folderWith, out, rotate } from './world.ts'

it('shows who is on call, the next handoffs, the next meetings and how many problems there are', async () => {
  expect(await out('', { zone: 'Europe/Amsterdam' })).toMatchInlineSnapshot(`
   "
   Infrastructure  Wed 9 Dec 04:12

   ON CALL NOW
   rotation   person                       until             left      then
   primary    Bob Okafor                   Mon 14 Dec 17:00  5 d 12 h  Dave Novak and Erin O'Neill
   secondary  Dave Novak and Erin O'Neill  Mon 14 Dec 17:00  5 d 12 h  nobody

   NEXT HANDOFFS
   Mon 14 Dec 17:00  primary    Dave Novak and Erin O'Neill
   Mon 21 Dec 17:00  secondary  Alice Lindqvist

   NEXT MEETINGS
   Thu 10 Dec 17:00  Infrastructure meeting (15 minutes)  Alice Lindqvist chairs
   Mon 14 Dec 17:00  Infrastructure meeting (15 minutes)  Bob Okafor chairs
   Thu 17 Dec 17:00  Infrastructure meeting (15 minutes)  Carol Tanaka chairs

   12 warnings: see 'rotate check'.
   Times in Europe/Amsterdam (UTC+1 now).
   "
  `)
})

it('fits on a narrow terminal: what can be spared goes, names are never cut', async () => {
  const { out: text } = await rotate('status --no-color', { columns: 60 })
  expect(`\n${text}`).toMatchInlineSnapshot(`
   "
   Infrastructure  Wed 9 Dec 03:12

   ON CALL NOW
   rotation   person           until             then
   primary    Bob Okafor       Mon 14 Dec 16:00  Dave Novak and
                                                 Erin O'Neill
   secondary  Dave Novak and   Mon 14 Dec 16:00  nobody
              Erin O'Neill

   NEXT HANDOFFS
   Mon 14 Dec 16:00  primary    Dave Novak and Erin O'Neill
   Mon 21 Dec 16:00  secondary  Alice Lindqvist

   NEXT MEETINGS
   Thu 10 Dec 16:00  Infrastructure      Alice Lindqvist chairs
                     meeting
                     (15 minutes)
   Mon 14 Dec 16:00  Infrastructure      Bob Okafor chairs
                     meeting
                     (15 minutes)
   Thu 17 Dec 16:00  Infrastructure      Carol Tanaka chairs
                     meeting
                     (15 minutes)

   12 warnings: see 'rotate check'.
   Times in UTC.
   "
  `)
})

it('what is wrong in the next 48 hours is said in full, with who is free and the command', async () => {
  const files = changed('team', '2026-12-28..2027-01-03', '2026-12-22..2026-12-23')
  const { out: text } = await rotate('status', { files, now: '2026-12-21T20:00Z' })
  expect(text.slice(text.indexOf('WRONG'))).toMatchInlineSnapshot(`
   "WRONG IN THE NEXT 48 HOURS
   rotations/primary.yaml:2:3: warning: nobody is on call for 'primary' from Mon 21 Dec 2026 20:00 to Thu 24 Dec 2026 16:00 (UTC): on purpose, by 'nobody' or before the first start; 'coverage' can say so  [gap]
         primary:
         ^^^^^^^

   rotations/team.yaml:7:12: warning: 'alice' is on call for 'secondary' from Tue 22 Dec 2026 00:00 to Thu 24 Dec 2026 00:00 (Europe/Stockholm) but away: find somebody who takes it, or add an override  [away-on-call]
           away: [2026-12-22..2026-12-23]
                  ^^^^^^^^^^^^^^^^^^^^^^
     free then: erin, bob, dave, carol
       rotate cover alice --on "2026-12-21 23:00..2026-12-23 23:00" --rotation secondary --by erin

   9 warnings more: see 'rotate check'.
   Times in UTC.
   "
  `)
  const { out: json } = await rotate('status --json', { files, now: '2026-12-21T20:00Z' })
  expect((JSON.parse(json) as { soon: unknown[] }).soon).toMatchObject([
    { code: 'gap', rotation: 'primary' },
    {
      code: 'away-on-call',
      people: ['alice'],
      names: ['Alice Lindqvist'],
      free: ['erin', 'bob', 'dave', 'carol'],
    },
  ])
})

it('names what is not known beside what is', async () => {
  const files = changed('meetings', '[alice, bob', '[alcie, bob')
  const { out: text, err, exit } = await rotate('', { files })
  expect(text).toContain('NEXT MEETINGS\ninfrastructure: not known: see problems\n')
  expect(text).toContain(`1 error, 11 warnings: see 'rotate check'`)
  expect(err).toContain(`unknown person 'alcie' (did you mean 'alice'?)`)
  expect(exit).toBe(2)
})

it('says who comes then only where somebody follows at once', async () => {
  const { out: text } = await rotate('status primary', { now: '2026-12-20T00:00Z' })
  expect(text).toContain('Mon 21 Dec 16:00  1 d 16 h  nobody')
})

it('alone, where there is no workspace, is the help', async () => {
  const { out: text, exit } = await rotate('', { cwd: folderWith() })
  expect(text).toContain('Usage: rotate COMMAND')
  expect(exit).toBe(0)
})

it('a busy rotation leaves room for the next handoff of each other one, however far away', async () => {
  const files = {
    'rotations/x.yaml': `people: { alice: {}, bob: {} }
rotations:
  busy: { start: 2026-12-01, turn: 3 hours, members: [alice, bob] }
  weekly: { start: 2026-11-30 16:00, turn: 1 week, members: [alice, bob] }
  monthly: { start: 2026-12-01, turn: 1 month, members: [alice, bob], coverage: none }
  ended: { start: 2026-11-01, end: 2026-12-01, turn: 1 week, members: [alice], coverage: none }
`,
  }
  const { out: text } = await rotate('status', { files })
  expect(text.slice(text.indexOf('NEXT HANDOFFS'), text.indexOf('Times'))).toMatchInlineSnapshot(`
   "NEXT HANDOFFS
   Wed 9 Dec 06:00       busy     alice
   Wed 9 Dec 09:00       busy     bob
   Wed 9 Dec 12:00       busy     alice
   Wed 9 Dec 15:00       busy     bob
   Mon 14 Dec 16:00      weekly   alice
   Fri 1 Jan 2027 00:00  monthly  bob

   WRONG IN THE NEXT 48 HOURS
   rotations/x.yaml:3:3: error: 'bob' is on call for 'busy' and 'weekly' at once, from Wed 9 Dec 2026 03:12 to Wed 9 Dec 2026 06:00 (UTC): let somebody else take one of them  [double-booking]
         busy: { start: 2026-12-01, turn: 3 hours, members: [alice, bob] }
         ^^^^
     free then: nobody
     and 8 times more, the last from Fri 11 Dec 2026 03:00 to Fri 11 Dec 2026 06:00 (UTC)

   rotations/x.yaml:3:3: error: 'alice' is on call for 'busy' and 'monthly' at once, from Wed 9 Dec 2026 06:00 to Wed 9 Dec 2026 09:00 (UTC): let somebody else take one of them  [double-booking]
         busy: { start: 2026-12-01, turn: 3 hours, members: [alice, bob] }
         ^^^^
     free then: nobody
     and 7 times more, the last from Fri 11 Dec 2026 00:00 to Fri 11 Dec 2026 03:00 (UTC)

   348 errors, 5 warnings more: see 'rotate check'.
   "
  `)
  const { out: json } = await rotate('status --json', { files })
  const { handoffs } = JSON.parse(json) as { handoffs: { rotation: string }[] }
  expect(handoffs.map(({ rotation }) => rotation).sort((a, b) => a.localeCompare(b))).toEqual([
    'busy',
    'busy',
    'busy',
    'busy',
    'monthly',
    'weekly',
  ])
})

it('says it to programs', async () => {
  const { out: text } = await rotate('status primary --json')
  const answer = JSON.parse(text) as Record<string, unknown>
  expect(Object.keys(answer)).toEqual([
    'at',
    'rotations',
    'handoffs',
    'meetings',
    'problems',
    'soon',
    'unknown',
  ])
  expect(answer['problems']).toEqual({ errors: 0, warnings: 6 })
})
