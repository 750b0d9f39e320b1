import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { changed, out, rotate } from './world.ts'

const MEETING = { files: changed('meetings', '[alice, bob', '[alcie, bob') }
const PRIMARY = {
  files: {
    ...changed('primary', '[alice, bob', '[alice, bbo'),
    'rotations/site.yaml':
      'rotations: { site: { start: 2026-11-30, turn: 1 day, members: [carol] } }\n',
  },
}

it('a mistake in a meeting does not hide who is on call', async () => {
  const sound = await rotate('who')
  const { out: text, err, exit } = await rotate('who', MEETING)
  expect(text).toBe(sound.out)
  expect(exit).toBe(2)
  expect(`\n${err}`).toMatchInlineSnapshot(`
   "
   rotations/meetings.yaml:8:24: error: unknown person 'alcie' (did you mean 'alice'?)  [unknown-person]
           chair: { members: [alcie, bob, carol], start: 2026-11-30 }
                              ^^^^^

   1 error

   "
  `)
})

it('what cannot be known is named, and so are those who follow it', async () => {
  expect(await out('who', PRIMARY)).toMatchInlineSnapshot(`
   "
   site
     Carol Tanaka
       since Mon 30 Nov 00:00, without end
       for Carol Tanaka (Asia/Tokyo, 12:12 now): since Mon 30 Nov 09:00

   primary: not known: see problems
   secondary: not known: see problems

   Times in UTC.
   stderr: rotations/primary.yaml:8:26: error: unknown person 'bbo' (did you mean 'bob'?)  [unknown-person]
               members: [alice, bbo, [dave, erin], nobody]
                                ^^^

   1 error

   exit 2
   "
  `)
  expect((await rotate('shifts --to +1d', PRIMARY)).out).toMatchInlineSnapshot(`
   "START             END               LENGTH  ROTATION  ON CALL
   Wed 9 Dec 00:00   Thu 10 Dec 00:00  1 d     site      Carol Tanaka
   Thu 10 Dec 00:00  Fri 11 Dec 00:00  1 d     site      Carol Tanaka
   primary: not known: see problems
   secondary: not known: see problems

   Times in UTC.
   "
  `)
  expect((await rotate('meetings --to +1d', MEETING)).out).toMatchInlineSnapshot(`
   "infrastructure: not known: see problems

   Times in UTC.
   "
  `)
})

it('programs are told what is not known', async () => {
  const { out: text } = await rotate('who --json', PRIMARY)
  expect(JSON.parse(text)).toMatchObject({
    rotations: [{ rotation: 'site', people: ['carol'] }],
    unknown: ['primary', 'secondary'],
  })
  const csv = await rotate('shifts --format csv --to +1d', PRIMARY)
  expect(csv.out).not.toContain('not known')
  expect(csv.err).toContain('primary: not known: see problems\nsecondary: not known')
  expect((await rotate('meetings --json', MEETING)).out).toContain('"unknown": [\n    "infra')
})

it('a rotation that was named and cannot be read is not taken for a slip', async () => {
  const files = { ...PRIMARY.files, 'rotations/primary.yaml': 'rotations: {' }
  const { out: text, exit } = await rotate('who primary', { files })
  expect(text).toContain('primary: not known: see problems')
  expect(exit).toBe(2)
})

it('whatever writes does nothing then', async () => {
  const { err, exit, cwd, out: text } = await rotate('export ics', MEETING)
  expect(text).toBe('')
  expect(err).toContain('[unknown-person]')
  expect(err).toMatch(/\nNothing was written\.\n$/)
  expect(exit).toBe(2)
  expect(existsSync(join(cwd, 'public'))).toBe(false)
})

it('a folder without YAML is no workspace in which all is well', async () => {
  const empty = { files: { 'rotations/README.md': '' } }
  expect(await out('check', empty)).toMatchInlineSnapshot(`
   "
   stderr: rotate: there is no YAML in rotations: 'rotate init' writes a first workspace
   exit 2
   "
  `)
})
