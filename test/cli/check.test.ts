import { expect, it } from '@jest/globals'
import { CHECKS } from '../../src/model/checks.ts'
import { changed, mistake, mistakes, rotate, out } from './world.ts'

it('shows each problem with its place, the line and a caret, and ends with 0 where they are warnings', async () => {
  const line = 'check primary --to 2026-12-30 --no-color'
  expect(`\n${(await rotate(line, { columns: 80 })).out}`).toMatchInlineSnapshot(`
   "
   rotations/primary.yaml:2:3: warning: nobody is on call for 'primary' from Mon 21
     Dec 2026 16:00 to Thu 24 Dec 2026 16:00 (UTC): on purpose, by 'nobody' or
     before the first start; 'coverage' can say so  [gap]
         primary:
         ^^^^^^^

   rotations/primary.yaml:2:3: warning: nobody is on call for 'primary' from Sat 26
     Dec 2026 16:00 to Mon 28 Dec 2026 16:00 (UTC): on purpose, by 'nobody' or
     before the first start; 'coverage' can say so  [gap]
         primary:
         ^^^^^^^

   rotations/team.yaml:7:12: warning: 'alice' is on call for 'primary' from Mon 28
     Dec 2026 17:00 to Wed 30 Dec 2026 01:00 (Europe/Stockholm) but away: find
     somebody who takes it, or add an override  [away-on-call]
           away: [2026-12-28..2027-01-03]
                  ^^^^^^^^^^^^^^^^^^^^^^
     free then: erin, dave, carol
       rotate cover alice --on "2026-12-28 16:00..2026-12-30 00:00" --rotation primary --by erin

   rotations/primary.yaml:10:9: warning: the override puts 'dave' on call for
     'primary' from Thu 24 Dec 2026 16:00 to Sat 26 Dec 2026 16:00 (UTC), when
     nobody was: 'add' says that somebody comes where nobody was
     [misaligned-override]
             - { who: dave, from: 2026-12-24 16:00, to: 2026-12-26 16:00, why: holi
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

   4 warnings
   "
  `)
})

it('ends with 1 where there are errors, or warnings with --strict', async () => {
  const files = changed('primary', ', nobody', '')
  expect((await rotate('check primary', { files })).exit).toBe(0)
  expect((await rotate('check primary --strict', { files })).exit).toBe(1)
  expect(
    (await rotate('check primary --strict --ignore away-on-call,misaligned-override', { files }))
      .exit,
  ).toBe(0)
  const double = changed('primary', 'follows: primary', 'follows: primary\n    by: 0')
  expect((await rotate('check', { files: double })).exit).toBe(1)
})

it('takes --ignore more than once', async () => {
  const { out: text } = await rotate(
    'check --ignore gap --ignore away-on-call --ignore night-meeting,misaligned-override',
  )
  expect(text).toBe('no problems\n')
})

it('a code of --ignore that there is not is a mistake, with the one that was meant', async () => {
  const said = await mistakes(['check --ignore gap,away-oncall', 'check --ignore colour'])
  expect(said.replace(CHECKS.join(', '), 'ALL OF THEM')).toMatchInlineSnapshot(`
   "
   $ rotate check --ignore gap,away-oncall
   rotate: --ignore: there is no check 'away-oncall' (did you mean 'away-on-call'?)
   exit 2
   $ rotate check --ignore colour
   rotate: --ignore: there is no check 'colour': there are ALL OF THEM
   exit 2
   "
  `)
  const files = { 'rotations/x.yaml': 'people: { a: {} }\nchecks: { away-oncall: off }\n' }
  expect(await mistake('check', { files })).toContain(
    "there is no check 'away-oncall' (did you mean 'away-on-call'?)",
  )
})

it('ends with 2 where the YAML is wrong, and ignores none of that', async () => {
  const files = changed('meetings', '[alice, bob', '[alcie, bob')
  const line = 'check --ignore unknown-person,gap,away-on-call'
  expect(await out(line, { files })).toMatchInlineSnapshot(`
   "
   rotations/meetings.yaml:8:24: error: unknown person 'alcie' (did you mean 'alice'?)  [unknown-person]
           chair: { members: [alcie, bob, carol], start: 2026-11-30 }
                              ^^^^^

   rotations/primary.yaml:10:9: warning: the override puts 'dave' on call for 'primary' from Thu 24 Dec 2026 16:00 to Sat 26 Dec 2026 16:00 (UTC), when nobody was: 'add' says that somebody comes where nobody was  [misaligned-override]
             - { who: dave, from: 2026-12-24 16:00, to: 2026-12-26 16:00, why: holiday swap }
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

   1 error, 1 warning
   exit 2
   "
  `)
})

it('says it to programs', async () => {
  const { out: text } = await rotate('check primary --json --to 2026-12-23')
  expect(JSON.parse(text)).toEqual({
    problems: [
      {
        code: 'gap',
        severity: 'warning',
        message: expect.stringContaining('nobody is on call'),
        file: 'rotations/primary.yaml',
        line: 2,
        column: 3,
        rotation: 'primary',
        start: '2026-12-21T16:00:00Z',
        end: expect.stringMatching(/Z$/),
      },
    ],
  })
  expect((await rotate('check --format json')).out).toBe((await rotate('check --json')).out)
})

it('knows its formats', async () => {
  expect(await mistake('check --format xml')).toMatchInlineSnapshot(`
   "rotate: --format 'xml': expected text, json, github or gitlab
   exit 2"
  `)
})

it('what a window repeats is said once, with how often and until when; programs get each', async () => {
  const files = {
    'rotations/x.yaml': `people: { alice: {}, bob: {}, carol: {} }
rotations:
  primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
  desk:
    start: 2026-11-30
    turn: 1 shift
    members: [alice, carol]
    during: { days: mon-fri, from: 09:00, to: 17:00 }
    coverage: { days: mon-fri, from: 09:00, to: 18:00 }
`,
  }
  const { out: text } = await rotate('check --no-color', { files, columns: 80 })
  expect(`\n${text}`).toMatchInlineSnapshot(`
   "
   rotations/x.yaml:4:3: error: nobody is on call for 'desk' from Wed 9 Dec 2026
     17:00 to Wed 9 Dec 2026 18:00 (UTC): add an override ('add: PERSON'), or say
     by 'coverage' when somebody must be on call  [gap]
         desk:
         ^^^^
     free then: alice, carol
     and 63 times more, the last from Mon 8 Mar 2027 17:00 to Mon 8 Mar 2027 18:00
       (UTC)

   rotations/x.yaml:4:3: error: 'alice' is on call for 'primary' and 'desk' at
     once, from Mon 14 Dec 2026 09:00 to Mon 14 Dec 2026 17:00 (UTC): let somebody
     else take one of them  [double-booking]
         desk:
         ^^^^
     and 18 times more, the last from Mon 8 Mar 2027 09:00 to Mon 8 Mar 2027 17:00
       (UTC)

   83 errors
   "
  `)
  const { out: json } = await rotate('check --json', { files })
  const { problems } = JSON.parse(json) as { problems: { code: string }[] }
  const many = (code: string): number => problems.filter((one) => one.code === code).length
  expect([many('gap'), many('double-booking'), problems.length]).toEqual([64, 19, 83])
  const { out: github } = await rotate('check --format github', { files })
  expect(github.trim().split('\n')).toHaveLength(83)
  // Three are no flood.
  const few = await rotate('check --to 2026-12-12', { files })
  expect(few.out.match(/\[gap\]/g)).toHaveLength(3)
})
