import { expect, it } from '@jest/globals'
import { changed, mistake, out, rotate } from './world.ts'

it('says who is on call, since when, until when and who is next, for the viewer and for each of them', async () => {
  expect(await out('who', { zone: 'Europe/Amsterdam' })).toMatchInlineSnapshot(`
   "
   Infrastructure primary (primary)
     Bob Okafor
       since Mon 7 Dec 17:00, until Mon 14 Dec 17:00 (5 d 12 h left)
       for Bob Okafor (America/New_York, 22:12 now): since Mon 7 Dec 11:00, until Mon 14 Dec 11:00
     next: Dave Novak and Erin O'Neill, from Mon 14 Dec 17:00
       for Dave Novak (UTC): from Mon 14 Dec 16:00
       for Erin O'Neill (America/Los_Angeles): from Mon 14 Dec 08:00

   secondary
     Dave Novak and Erin O'Neill
       since Mon 7 Dec 17:00, until Mon 14 Dec 17:00 (5 d 12 h left)
       for Dave Novak (UTC, 03:12 now): since Mon 7 Dec 16:00, until Mon 14 Dec 16:00
       for Erin O'Neill (America/Los_Angeles, 19:12 now): since Mon 7 Dec 08:00, until Mon 14 Dec 08:00
     next: nobody, from Mon 14 Dec 17:00 (for 7 d)
     then: Alice Lindqvist, from Mon 21 Dec 17:00

   Times in Europe/Amsterdam (UTC+1 now).
   "
  `)
})

it('fits the lines to a terminal', async () => {
  const { out: text } = await rotate('who --no-color', { columns: 60, zone: 'Asia/Kathmandu' })
  expect(`\n${text}`).toMatchInlineSnapshot(`
   "
   Infrastructure primary (primary)
     Bob Okafor
       since Mon 7 Dec 21:45, until Mon 14 Dec 21:45
         (5 d 12 h left)
       for Bob Okafor (America/New_York, 22:12 now): since
         Mon 7 Dec 11:00, until Mon 14 Dec 11:00
     next: Dave Novak and Erin O'Neill, from Mon 14 Dec 21:45
       for Dave Novak (UTC): from Mon 14 Dec 16:00
       for Erin O'Neill (America/Los_Angeles): from
         Mon 14 Dec 08:00

   secondary
     Dave Novak and Erin O'Neill
       since Mon 7 Dec 21:45, until Mon 14 Dec 21:45
         (5 d 12 h left)
       for Dave Novak (UTC, 03:12 now): since Mon 7 Dec 16:00,
         until Mon 14 Dec 16:00
       for Erin O'Neill (America/Los_Angeles, 19:12 now): since
         Mon 7 Dec 08:00, until Mon 14 Dec 08:00
     next: nobody, from Mon 14 Dec 21:45 (for 7 d)
     then: Alice Lindqvist, from Mon 21 Dec 21:45
       for Alice Lindqvist (Europe/Stockholm): from
         Mon 21 Dec 17:00

   Times in Asia/Kathmandu (UTC+5:45 now).
   "
  `)
})

it('says so where nobody comes next for a while, and where nobody is on call', async () => {
  expect(await out('who primary --at 2026-12-20')).toMatchInlineSnapshot(`
   "
   At Sun 20 Dec 00:00:

   Infrastructure primary (primary)
     Dave Novak and Erin O'Neill
       since Mon 14 Dec 16:00, until Mon 21 Dec 16:00 (1 d 16 h left)
       for Erin O'Neill (America/Los_Angeles, 16:00 then): since Mon 14 Dec 08:00, until Mon 21 Dec 08:00
     next: nobody, from Mon 21 Dec 16:00 (for 3 d)
     then: Dave Novak, from Thu 24 Dec 16:00

   Times in UTC.
   "
  `)
  expect(await out('who primary --at 2026-12-22')).toMatchInlineSnapshot(`
   "
   At Tue 22 Dec 00:00:

   Infrastructure primary (primary)
     nobody is on call, since Mon 21 Dec 16:00, until Thu 24 Dec 16:00 (in 2 d 16 h)
     next: Dave Novak, from Thu 24 Dec 16:00

   Times in UTC.
   "
  `)
  expect(await out('who primary --at 2026-01-01')).toMatchInlineSnapshot(`
   "
   At Thu 1 Jan 00:00:

   Infrastructure primary (primary)
     nobody is on call, until Mon 30 Nov 16:00 (in 333 d 16 h)
     next: Alice Lindqvist, from Mon 30 Nov 16:00
       for Alice Lindqvist (Europe/Stockholm): from Mon 30 Nov 17:00

   Times in UTC.
   "
  `)
})

it('says why: an override and its reason', async () => {
  expect(await out('who primary --at 2026-12-25')).toMatchInlineSnapshot(`
   "
   At Fri 25 Dec 00:00:

   Infrastructure primary (primary)
     Dave Novak  override: holiday swap
       since Thu 24 Dec 16:00, until Sat 26 Dec 16:00 (1 d 16 h left)
     next: nobody, from Sat 26 Dec 16:00 (for 2 d)
     then: Alice Lindqvist, from Mon 28 Dec 16:00
       for Alice Lindqvist (Europe/Stockholm): from Mon 28 Dec 17:00

   Times in UTC.
   "
  `)
})

it('marks a day on which the clock changes, and says which of two equal times is meant', async () => {
  const files = changed('primary', 'turn: 1 week', 'turn: 1 hours')
  expect(await out('who primary --at 2027-10-31T00:15Z --tz Europe/Amsterdam', { files }))
    .toMatchInlineSnapshot(`
   "
   At Sun 31 Oct 2027 02:15 (UTC+2)*:

   Infrastructure primary (primary)
     Alice Lindqvist
       since Sun 31 Oct 2027 02:00 (UTC+2)*, until Sun 31 Oct 2027 02:00 (UTC+1)* (45 min left)
     next: Bob Okafor, from Sun 31 Oct 2027 02:00 (UTC+1)*
       for Bob Okafor (America/New_York): from Sat 30 Oct 2027 21:00

   * Sun 31 Oct 2027: the clock goes back from 03:00 to 02:00, UTC+1 from then on.
   Times in Europe/Amsterdam (UTC+1 now).
   "
  `)
  expect(await out('who primary --at 2027-03-28 --tz America/Sao_Paulo', { files })).not.toContain(
    '*',
  )
})

it('tells two people of one name apart by their ids', async () => {
  const files = changed('team', 'Bob Okafor', 'Dave Novak')
  const { out: text } = await rotate('who', { files })
  expect(text).toContain('\n  Dave Novak (bob)\n')
  expect(text).toContain("Dave Novak (dave) and Erin O'Neill")
})

it('says it to programs', async () => {
  const { out: text } = await rotate('who primary --json --at 2026-12-20', { zone: 'Asia/Tokyo' })
  expect(JSON.parse(text)).toEqual({
    at: '2026-12-19T15:00:00Z',
    rotations: [
      {
        rotation: 'primary',
        people: ['dave', 'erin'],
        names: ['Dave Novak', "Erin O'Neill"],
        contacts: [{}, {}],
        since: '2026-12-14T16:00:00Z',
        until: '2026-12-21T16:00:00Z',
        layer: 'Weekly',
        turn: 2,
        override: false,
        next: {
          people: ['dave'],
          names: ['Dave Novak'],
          start: '2026-12-24T16:00:00Z',
          end: '2026-12-26T16:00:00Z',
        },
      },
    ],
    unknown: [],
  })
})

const primaryAt = async (time: string): Promise<unknown> => {
  const { out: text } = await rotate(`who primary --json --at ${time}`)
  return (JSON.parse(text) as { rotations: unknown[] }).rotations[0]
}

it('gives a gap no people, layer and turn, and the shifts around it', async () => {
  const nobody = { people: [], names: [], contacts: [] }
  const gap = { rotation: 'primary', ...nobody, layer: null, turn: null, override: false }
  expect(await primaryAt('2026-12-22')).toEqual({
    ...gap,
    since: '2026-12-21T16:00:00Z',
    until: '2026-12-24T16:00:00Z',
    next: {
      people: ['dave'],
      names: ['Dave Novak'],
      start: '2026-12-24T16:00:00Z',
      end: '2026-12-26T16:00:00Z',
    },
  })
  expect(await primaryAt('2026-11-01')).toEqual({
    ...gap,
    since: null,
    until: '2026-11-30T16:00:00Z',
    next: {
      people: ['alice'],
      names: ['Alice Lindqvist'],
      start: '2026-11-30T16:00:00Z',
      end: '2026-12-07T16:00:00Z',
    },
  })
})

it('knows the rotations by their ids', async () => {
  expect(await mistake('who primry')).toMatchInlineSnapshot(`
   "rotate: unknown rotation or person 'primry' (did you mean 'primary'?)
   exit 2"
  `)
  expect(await mistake('who x')).toMatchInlineSnapshot(`
   "rotate: unknown rotation or person 'x' (known are: primary, secondary, alice, bob, carol, dave, erin)
   exit 2"
  `)
})

it('says on stderr, to people alone, that ROTATE_NOW is the clock', async () => {
  const env = { ROTATE_NOW: '2026-12-09T03:12Z' }
  const said = async (line: string): Promise<string> => (await rotate(line, { env })).err
  const note = 'ROTATE_NOW says that it is 2026-12-09T03:12:00Z\n'
  for (const line of ['who', 'status', 'shifts', 'shifts --format md', 'calendar', 'meetings']) {
    expect([line, await said(line)]).toEqual([line, note])
  }
  for (const line of ['who --json', 'shifts --format csv', 'schema', 'completion bash']) {
    expect([line, await said(line)]).toEqual([line, ''])
  }
  expect(await said('who nobody-here')).not.toContain('ROTATE_NOW')
})
