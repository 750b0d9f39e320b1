import { expect, it } from '@jest/globals'
import { changed, mistake } from './world.ts'

const env = { LANG: 'C.UTF-8', NO_COLOR: '1' }

it('breaks a message at words on a terminal; in a pipe it stays one line', async () => {
  const line = 'check --ignore nothing'
  expect(await mistake(line, { columns: 60, env })).toMatchInlineSnapshot(`
   "rotate: --ignore: there is no check 'nothing': there are
     all-at-once, away-on-call, back-to-back,
     clock-change-night, cut-opening, date-only-to,
     double-booking, drifting-handoff, gap, idle-override,
     last-turn, meeting-without, min-rest, misaligned-override,
     never-on-call, night-meeting, no-rotations, not-in-team,
     odd-time, old-override, other-offset, rewrites-burden,
     rewrites-history, rewrites-meetings, roster-ends,
     stale-override, unseen-layer, unused-person
   exit 2"
  `)
  expect((await mistake(line, { env })).split('\n')).toHaveLength(2)
})

it('leaves what is quoted of a file as it is', async () => {
  const files = changed(
    'primary',
    '[alice, bob, [dave, erin], nobody]',
    '[alice, bob, [dave, erinn], nobody]',
  )
  expect(await mistake('who primary', { columns: 40, env, files })).toMatchInlineSnapshot(`
   "primary: not known: see problems

   Times in UTC.
   rotations/primary.yaml:8:38: error:
     unknown person 'erinn' (did you mean
     'erin'?)  [unknown-person]
       …[alice, bob, [dave, erinn], nobody]
                            ^^^^^

   1 error

   exit 2"
  `)
})

it('has signs of ASCII where there are no others', async () => {
  const files = changed('team', 'Alice Lindqvist', `[${'Alice Lindqvist, '.repeat(9)}]`)
  const said = async (LANG: string): Promise<string> => {
    const text = await mistake('check', { columns: 80, env: { LANG, NO_COLOR: '1' }, files })
    return `\n${text.split('\n').slice(0, 5).join('\n')}\n`
  }
  expect(await said('C.UTF-8')).toMatchInlineSnapshot(`
   "
   rotations/team.yaml:4:11: error: expected one value, not a list  [not-text]
           name: [Alice Lindqvist, Alice Lindqvist, Alice Lindqvist, Alice Lindqvi…
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

   rotations/primary.yaml:2:3: warning: nobody is on call for 'primary' from Mon 21
   "
  `)
  expect(await said('C')).toMatchInlineSnapshot(`
   "
   rotations/team.yaml:4:11: error: expected one value, not a list  [not-text]
           name: [Alice Lindqvist, Alice Lindqvist, Alice Lindqvist, Alice Lindq...
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

   rotations/primary.yaml:2:3: warning: nobody is on call for 'primary' from Mon 21
   "
  `)
  expect(await said('C')).toMatch(/^[ -~\n]*$/)
})
