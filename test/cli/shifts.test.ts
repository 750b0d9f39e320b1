import { expect, it } from '@jest/globals'
import { changed, mistake, out, rotate } from './world.ts'

it('lists the shifts that touch the range, whole', async () => {
  expect(await out('shifts --to +3w')).toMatchInlineSnapshot(`
   "
   START             END                   LENGTH  ROTATION   ON CALL                      WHY
   Mon 7 Dec 16:00   Mon 14 Dec 16:00      7 d     primary    Bob Okafor
   Mon 7 Dec 16:00   Mon 14 Dec 16:00      7 d     secondary  Dave Novak and Erin O'Neill
   Mon 14 Dec 16:00  Mon 21 Dec 16:00      7 d     primary    Dave Novak and Erin O'Neill
   Mon 21 Dec 16:00  Mon 28 Dec 16:00      7 d     secondary  Alice Lindqvist
   Thu 24 Dec 16:00  Sat 26 Dec 16:00      2 d     primary    Dave Novak                   override: holiday swap
   Mon 28 Dec 16:00  Mon 4 Jan 2027 16:00  7 d     primary    Alice Lindqvist
   Mon 28 Dec 16:00  Mon 4 Jan 2027 16:00  7 d     secondary  Bob Okafor

   Times in UTC.
   "
  `)
})

const listAt = async (columns: number): Promise<string> => {
  const { out: text } = await rotate('shifts --to +1w --no-color', { columns })
  return `\n${text}`
}

it('fits a terminal: the length goes first, then the rest stands below, and names are never cut', async () => {
  expect(await listAt(80)).toMatchInlineSnapshot(`
   "
   START             END               ROTATION   ON CALL
   Mon 7 Dec 16:00   Mon 14 Dec 16:00  primary    Bob Okafor
   Mon 7 Dec 16:00   Mon 14 Dec 16:00  secondary  Dave Novak and Erin O'Neill
   Mon 14 Dec 16:00  Mon 21 Dec 16:00  primary    Dave Novak and Erin O'Neill

   Times in UTC.
   "
  `)
  expect(await listAt(60)).toMatchInlineSnapshot(`
   "
   START             END               LENGTH  ROTATION
     ON CALL
   Mon 7 Dec 16:00   Mon 14 Dec 16:00  7 d     primary
     Bob Okafor
   Mon 7 Dec 16:00   Mon 14 Dec 16:00  7 d     secondary
     Dave Novak and Erin O'Neill
   Mon 14 Dec 16:00  Mon 21 Dec 16:00  7 d     primary
     Dave Novak and Erin O'Neill

   Times in UTC.
   "
  `)
  expect(await listAt(40)).toMatchInlineSnapshot(`
   "
   START             END
     ROTATION  ON CALL
   Mon 7 Dec 16:00   Mon 14 Dec 16:00
     primary  Bob Okafor
   Mon 7 Dec 16:00   Mon 14 Dec 16:00
     secondary  Dave Novak and Erin O'Neill
   Mon 14 Dec 16:00  Mon 21 Dec 16:00
     primary  Dave Novak and Erin O'Neill

   Times in UTC.
   "
  `)
})

it('lists those of one person, who may be named by id or name', async () => {
  const { out: text } = await rotate('shifts --person dave --to +3w primary')
  expect(text.split('\n').filter((line) => line.includes('Dave Novak'))).toHaveLength(2)
  expect((await rotate(['shifts', '--person', 'dave novak', '--to', '+3w', 'primary'])).out).toBe(
    text,
  )
  expect(await mistake('shifts --person alcie')).toMatchInlineSnapshot(`
   "rotate: unknown person 'alcie' (did you mean 'alice'?)
   exit 2"
  `)
  const files = changed('team', 'Bob Okafor', 'Dave Novak')
  expect(await mistake(['shifts', '--person', 'Dave Novak'], { files })).toMatchInlineSnapshot(`
   "rotate: 'Dave Novak' may be bob (Dave Novak) or dave (Dave Novak): name one of them by its id
   exit 2"
  `)
})

it('says so where there are none', async () => {
  expect(await out('shifts primary --from 2026-01-01 --to 2026-01-02')).toMatchInlineSnapshot(`
   "
   No shifts in this time.

   Times in UTC.
   "
  `)
})

it('writes CSV with the zone in its heading and Markdown with whole dates', async () => {
  const wishes = { zone: 'Europe/Amsterdam' }
  const { out: csv } = await rotate('shifts primary --format csv --to 2026-12-25', wishes)
  expect(csv.split('\r\n')).toEqual([
    'start (Europe/Amsterdam),end (Europe/Amsterdam),rotation,people,names,layer,turn,why',
    '2026-12-07 17:00,2026-12-14 17:00,primary,bob,Bob Okafor,Weekly,1,"Weekly, turn 1"',
    `2026-12-14 17:00,2026-12-21 17:00,primary,dave erin,Dave Novak and Erin O'Neill,Weekly,2,"Weekly, turn 2"`,
    '2026-12-24 17:00,2026-12-26 17:00,primary,dave,Dave Novak,,,override: holiday swap',
    '',
  ])
  const line = 'shifts primary --format md --from 2027-03-22 --to 2027-04-05'
  const files = changed('primary', '2026-11-30 16:00', '2026-11-29 16:00')
  expect(await out(line, { ...wishes, files })).toMatchInlineSnapshot(`
   "
   | Start (Europe/Amsterdam) | End | Rotation | On call | Why |
   | --- | --- | --- | --- | --- |
   | Sun 21 Mar 2027 17:00 | Sun 28 Mar 2027 18:00\\* | primary | Alice Lindqvist |  |
   | Sun 28 Mar 2027 18:00\\* | Sun 4 Apr 2027 18:00 | primary | Bob Okafor |  |
   | Sun 4 Apr 2027 18:00 | Sun 11 Apr 2027 18:00 | primary | Dave Novak and Erin O'Neill |  |

   \\* Sun 28 Mar 2027: the clock goes forward from 02:00 to 03:00, UTC+2 from then on.
   "
  `)
})

it('says it to programs', async () => {
  const { out: text } = await rotate('shifts primary --json --from 2026-12-20 --to 2026-12-25')
  const shift = { rotation: 'primary', override: false }
  expect(JSON.parse(text)).toEqual({
    from: '2026-12-20T00:00:00Z',
    to: '2026-12-25T00:00:00Z',
    shifts: [
      {
        ...shift,
        layer: 'Weekly',
        turn: 2,
        people: ['dave', 'erin'],
        names: ['Dave Novak', "Erin O'Neill"],
        start: '2026-12-14T16:00:00Z',
        end: '2026-12-21T16:00:00Z',
      },
      {
        ...shift,
        layer: null,
        turn: null,
        people: ['dave'],
        names: ['Dave Novak'],
        start: '2026-12-24T16:00:00Z',
        end: '2026-12-26T16:00:00Z',
        override: true,
      },
    ],
    unknown: [],
  })
})

it('begins the CSV with one byte order mark where it is asked to, and nothing else', async () => {
  for (const line of [
    'shifts',
    'shifts --from 1990-01-01 --to 1990-01-02',
    'stats',
    'stats --by month',
  ]) {
    const { out: plain } = await rotate(`${line} --format csv`)
    expect(plain).toMatch(/^[a-z]/)
    expect((await rotate(`${line} --format csv --bom`)).out).toBe(`\uFEFF${plain}`)
  }
  for (const line of [
    'shifts --bom',
    'shifts --format md --bom',
    'shifts --json --bom',
    'stats --bom',
  ]) {
    expect(await mistake(line)).toBe('rotate: --bom is about --format csv alone\nexit 2')
  }
})

const DESK = {
  'rotations/desk.yaml': `people: { ann: {}, bo: {}, cy: {} }
rotations:
  desk:
    layers:
      - { start: 2026-12-07, turn: 1 week, members: [ann, bo] }
      - name: Nights
        start: 2026-12-07
        turn: 1 shift
        members: [cy, ann]
        during: { days: tue, from: 20:00, to: 24:00 }
    overrides:
      - { who: bo, from: 2026-12-16 00:00, to: 2026-12-17 00:00, why: a day off }
`,
}

it('says which part of a rotation it is and why somebody else is there; layers and turns by number only with --long', async () => {
  const seen = { files: DESK, columns: 80, env: { NO_COLOR: '1' } }
  expect(await out('shifts --to 2026-12-18', seen)).toMatchInlineSnapshot(`
   "
   START             END               ROTATION  ON CALL  LAYER   WHY
   Wed 9 Dec 00:00   Mon 14 Dec 00:00  desk      ann
   Mon 14 Dec 00:00  Tue 15 Dec 20:00  desk      bo
   Tue 15 Dec 20:00  Wed 16 Dec 00:00  desk      ann      Nights
   Wed 16 Dec 00:00  Thu 17 Dec 00:00  desk      bo               override: a day
                                                                  off
   Thu 17 Dec 00:00  Mon 21 Dec 00:00  desk      bo

   Times in UTC.
   "
  `)
  expect(await out('shifts --to 2026-12-18 --long', seen)).toMatchInlineSnapshot(`
   "
   START             END               LENGTH    ROTATION  ON CALL  TURN
     WHY
   Wed 9 Dec 00:00   Mon 14 Dec 00:00  5 d       desk      ann      layer 1, turn 0
   Mon 14 Dec 00:00  Tue 15 Dec 20:00  1 d 20 h  desk      bo       layer 1, turn 1
   Tue 15 Dec 20:00  Wed 16 Dec 00:00  4 h       desk      ann      Nights, turn 1
   Wed 16 Dec 00:00  Thu 17 Dec 00:00  1 d       desk      bo
     override: a day off
   Thu 17 Dec 00:00  Mon 21 Dec 00:00  4 d       desk      bo       layer 1, turn 1

   Times in UTC.
   "
  `)
  expect(await out('who --at 2026-12-14', seen)).toMatchInlineSnapshot(`
   "
   At Mon 14 Dec 00:00:

   desk
     bo
       since Mon 14 Dec 00:00, until Tue 15 Dec 20:00 (1 d 20 h left)
     next: ann, from Tue 15 Dec 20:00

   Times in UTC.
   "
  `)
  expect(await out('who --at 2026-12-14 --long', seen)).toMatchInlineSnapshot(`
   "
   At Mon 14 Dec 00:00:

   desk
     bo  layer 1, turn 1
       since Mon 14 Dec 00:00, until Tue 15 Dec 20:00 (1 d 20 h left)
     next: ann, from Tue 15 Dec 20:00

   Times in UTC.
   "
  `)
  expect(await out('me ann --limit 2 --long', seen)).toMatchInlineSnapshot(`
   "
   ann  Wed 9 Dec 03:12
     on call for desk, until Mon 14 Dec 00:00 (4 d 20 h left)
     next: desk, from Tue 15 Dec 20:00 (in 6 d 16 h)

   NEXT SHIFTS
   Tue 15 Dec 20:00  Wed 16 Dec 00:00  4 h       desk  Nights, turn 1
   Mon 21 Dec 00:00  Tue 22 Dec 20:00  1 d 20 h  desk  layer 1, turn 2

   Times in UTC.
   "
  `)
})
