import { expect, it } from '@jest/globals'
import { changed, mistake, mistakes, rotate } from './world.ts'

const at = async (time: string, tz = 'UTC'): Promise<string> => {
  const { out, err } = await rotate(['who', 'primary', '--json', '--tz', tz, '--at', time], {
    now: '2026-12-09T03:12:30Z',
  })
  return err || (JSON.parse(out) as { at: string }).at
}

it.each([
  ['2026-12-24 16:00', '2026-12-24T15:00:00Z'],
  ['2026-12-24T16:00', '2026-12-24T15:00:00Z'],
  ['2026-12-24T16:00Z', '2026-12-24T16:00:00Z'],
  ['2026-12-24T16:00+09:00', '2026-12-24T07:00:00Z'],
  ['2026-12-24', '2026-12-23T23:00:00Z'],
  ['now', '2026-12-09T03:12:30Z'],
  ['today', '2026-12-08T23:00:00Z'],
  ['tomorrow', '2026-12-09T23:00:00Z'],
  ['yesterday', '2026-12-07T23:00:00Z'],
  ['wednesday', '2026-12-15T23:00:00Z'],
  ['next thursday', '2026-12-09T23:00:00Z'],
  ['monday 09:00', '2026-12-14T08:00:00Z'],
  ['+2w', '2026-12-23T03:12:30Z'],
  ['-3d', '2026-12-06T03:12:30Z'],
  ['+8h', '2026-12-09T11:12:30Z'],
  ['2026-W48', '2026-11-22T23:00:00Z'],
  ['2026-12', '2026-11-30T23:00:00Z'],
  ['16:00', '2026-12-09T15:00:00Z'],
  ['tonight', '2026-12-09T17:00:00Z'],
  ['Dec 24', '2026-12-23T23:00:00Z'],
  ['24.12.2026', '2026-12-23T23:00:00Z'],
  ['in 2 hours', '2026-12-09T05:12:30Z'],
])(`--at '%s' is %s in Amsterdam`, async (time, instant) => {
  expect(await at(time, 'Europe/Amsterdam')).toBe(instant)
})

it('what is no time is answered with what is', async () => {
  const times = [
    'wed 9:00',
    'wed midnight',
    '1/2/2026',
    '2026-02-30',
    'foo monday',
    '1900',
    '+99999y',
    '\u001b[31m',
  ]
  expect(await mistakes(times.map((time) => ['who', '--at', time]))).toMatchInlineSnapshot(`
   "
   $ rotate who --at "wed 9:00"
   rotate: --at 'wed 9:00': write two digits: 'wed 09:00'
   exit 2
   $ rotate who --at "wed midnight"
   rotate: --at 'wed midnight': 'midnight' begins the day, or ends it: write 'wed 00:00' or 'wed 24:00'
   exit 2
   $ rotate who --at 1/2/2026
   rotate: --at '1/2/2026': which is the month? Expected a date as year, month, day, such as '2026-11-30'
   exit 2
   $ rotate who --at 2026-02-30
   rotate: --at '2026-02-30': there is no 2026-02-30: that month has 28 days
   exit 2
   $ rotate who --at "foo monday"
   rotate: --at 'foo monday': expected a time such as '2026-11-30 16:00', 'tomorrow 9am', 'tonight', 'monday', '25 Dec', 'in 2 hours', '+2w' or '2026-W48'
   exit 2
   $ rotate who --at 1900
   rotate: --at '1900': the years are 1970 to 2200
   exit 2
   $ rotate who --at +99999y
   rotate: --at '+99999y': the years are 1970 to 2200
   exit 2
   $ rotate who --at "\\u001b[31m"
   rotate: --at '�[31m': expected a time such as '2026-11-30 16:00', 'tomorrow 9am', 'tonight', 'monday', '25 Dec', 'in 2 hours', '+2w' or '2026-W48'
   exit 2
   "
  `)
})

it('a range is said to be empty with both of its ends', async () => {
  expect(await mistake('shifts --from 2027-01 --to 2026-12-23')).toMatchInlineSnapshot(`
   "rotate: --to (Wed 23 Dec 2026 00:00) is not after --from (Fri 1 Jan 2027 00:00, UTC)
   exit 2"
  `)
})

it.each([
  ['--to +2w', '2026-12-09T03:12:00Z', '2026-12-23T03:12:00Z'],
  ['--from 2027-01-01 --to +1w', '2026-12-31T23:00:00Z', '2027-01-07T23:00:00Z'],
  // A week across the clock change is 167 hours long.
  ['--from 2027-03-28 --to +1w', '2027-03-27T23:00:00Z', '2027-04-03T22:00:00Z'],
  ['--from monday --to +1w', '2026-12-13T23:00:00Z', '2026-12-20T23:00:00Z'],
  ['--from now --to +8h', '2026-12-09T03:12:00Z', '2026-12-09T11:12:00Z'],
  ['--from -2w --to +2w', '2026-11-25T03:12:00Z', '2026-12-23T03:12:00Z'],
  ['--from +1w --to +2w', '2026-12-16T03:12:00Z', '2026-12-23T03:12:00Z'],
  ['--from friday --to monday', '2026-12-10T23:00:00Z', '2026-12-13T23:00:00Z'],
  ['--from saturday --to friday', '2026-12-11T23:00:00Z', '2026-12-17T23:00:00Z'],
  ['--from tomorrow --to 18:00', '2026-12-09T23:00:00Z', '2026-12-10T17:00:00Z'],
  ['--from 2026-11-01 --to -3d', '2026-10-31T23:00:00Z', '2026-12-06T03:12:00Z'],
])(`'%s' goes from %s to %s in Amsterdam`, async (flags, from, to) => {
  for (const command of ['shifts', 'meetings', 'stats']) {
    const { out } = await rotate(`${command} --json ${flags}`, { zone: 'Europe/Amsterdam' })
    const said = JSON.parse(out) as { from: string; to: string }
    // Without --from, stats looks back.
    expect({ from: flags.includes('--from') ? said.from : from, to: said.to }).toEqual({ from, to })
  }
})

it('what is no zone is answered with one', async () => {
  const zones = ['tokyo', 'Europe/Amsterdan', '+01:00', 'CEST', 'new york', 'x\u001b[2J']
  expect(await mistakes(zones.map((zone) => ['who', '--tz', zone]))).toMatchInlineSnapshot(`
   "
   $ rotate who --tz tokyo
   rotate: --tz: unknown zone 'tokyo' (did you mean 'Asia/Tokyo'?)
   exit 2
   $ rotate who --tz Europe/Amsterdan
   rotate: --tz: unknown zone 'Europe/Amsterdan' (did you mean 'Europe/Amsterdam'?)
   exit 2
   $ rotate who --tz "+01:00"
   rotate: --tz: '+01:00' is an offset, which knows no clock changes: name the zone of a city, such as 'Europe/Berlin'
   exit 2
   $ rotate who --tz CEST
   rotate: --tz: 'CEST' is no zone of the IANA database: write 'Europe/Berlin'
   exit 2
   $ rotate who --tz "new york"
   rotate: --tz: unknown zone 'new york' (did you mean 'America/New_York'?)
   exit 2
   $ rotate who --tz "x\\u001b[2J"
   rotate: --tz: unknown zone 'x�[2J': expected a name of the IANA database, such as 'Europe/Amsterdam'
   exit 2
   "
  `)
})

it('--tz takes any case and links; the answer names it as the database does', async () => {
  expect((await rotate('who --tz us/eastern')).out).toContain('Times in US/Eastern (UTC-5 now).')
  expect((await rotate('who --tz ASIA/tokyo')).out).toContain('Times in Asia/Tokyo (UTC+9 now).')
  expect((await rotate('who', { zone: 'asia/kolkata' })).out).toContain('Times in Asia/')
  expect((await rotate('who', { zone: 'Asia/Kathmandu' })).out).toContain('(UTC+5:45 now).')
})

it.each(['CET-1CEST', 'EST5EDT,M3.2.0,M11.1.0', '<+03>-3', '../../etc/passwd', 'UTC0', '+05:30'])(
  'a zone of the environment that is none is said, and the times are in UTC: %s',
  async (zone) => {
    const { out, err, exit } = await rotate('who', { zone })
    expect(err).toBe(`'${zone}' (TZ) is no zone such as Europe/Amsterdam: times are in UTC\n`)
    expect(out).toContain('Times in UTC.')
    expect(exit).toBe(0)
  },
)

it.each([
  ['24 dec to 27 dec', '24 dec..27 dec'],
  ['from 24 dec until 27 dec', '24 dec..27 dec'],
  ['24-27 dec', '24 dec..27 dec'],
  ['Dec 24 – 27', 'Dec 24..Dec 27'],
  ['2026-12-24 - 2026-12-27', '2026-12-24..2026-12-27'],
  ['2026-12-24...2026-12-27', '2026-12-24..2026-12-27'],
  ['mon-fri', 'mon..fri'],
  ['until friday', 'today..friday'],
  ['until 17:00', 'now..17:00'],
  ['for 2 weeks', 'today..+2 weeks'],
  ['3 days', 'today..+3 days'],
  ['next 4 hours', 'now..+4 hours'],
  ['tomorrow for 3 days', 'tomorrow..+3 days'],
  ['friday 18:00-22:00', 'friday 18:00..22:00'],
  ['friday 6pm to 9pm', 'friday 6pm..9pm'],
  ['tomorrow 9-12', 'tomorrow 09:00..12:00'],
  ['2026-12-24 18:00-22:00', '2026-12-24 18:00..22:00'],
])(`a stretch typed as '%s' is told to be typed as '%s', which is read`, async (typed, meant) => {
  const told = await mistake(['cover', 'alice', '--on', typed])
  expect(told).toContain(`': write '${meant}'\nexit 2`)
  expect((await rotate(['cover', 'alice', '--on', meant, '--json'])).err).toBe('')
})

it.each([
  'status',
  'who',
  'who bob',
  'who bob --at -1h',
  'me bob',
  'me carol',
  'people',
  'shifts',
  'shifts --from -1h --to +1h',
  'calendar --from -1w',
  'meetings --from now',
  'stats',
  'stats --from now --to +1w',
  'check --from now --to +2w',
  'cover bob --on now..+3h --dry-run',
  'away bob now..+3h --dry-run',
  'away bob today --dry-run',
  'away carol today --dry-run',
  'away bob yesterday..+1w --dry-run',
  'swap carol bob --rotation primary --dry-run',
  'handover primary --from -1w',
  'handover primary',
  'tidy',
])('nobody reads the seconds at which they typed it: %s', async (line) => {
  // Carol stands in for Bob just now.
  const files = changed(
    'primary',
    '    overrides:\n',
    '    overrides:\n      - { who: carol, from: 2026-12-09 01:00, to: 2026-12-09 05:00 }\n',
  )
  const { out, err } = await rotate(line, { files, now: '2026-12-09T03:12:41.678Z' })
  expect(out + err).not.toMatch(/\d:\d\d:\d\d(?!Z)/)
})
