/** What `rotate explain` says is what docs/problems.md says, also where there are no docs. */
import { expect, it } from '@jest/globals'
import { CHECKS } from '../../src/model/checks.ts'
import { CODES } from '../../src/workspace/codes.ts'
import { mistake, out, rotate } from './world.ts'

it('says what a code means, with its example', async () => {
  expect(await out('explain [wrong-order]', { files: {} })).toMatchInlineSnapshot(`
   "
   wrong-order

   An end is not after its beginning. 'to', 'until' and 'end' are not included, and
   a date is its midnight. A range of every year with its ends the wrong way round
   ('12-26..12-24') goes on for nearly the whole year: a warning.

       people: { alice: {}, bob: {} }
       rotations:
         primary: { start: 2026-11-30, turn: 1 week, members: [alice, bob] }
       overrides:
         - { rotation: primary, who: bob, from: 2026-12-24, to: 2026-12-24 }

   Write a later end, or for whole days, the last included, 'on: 2026-12-24'.
   "
  `)
})

it('knows every code, and lists them with what each means', async () => {
  const { out: text } = await rotate('explain --json')
  const { problems } = JSON.parse(text) as { problems: { code: string; text: string }[] }
  expect(problems.map(({ code }) => code).sort()).toEqual([...CHECKS, ...CODES].sort())
  for (const { text: said } of problems) expect(said).toMatch(/^[A-Z`].*\n\n[^]*```yaml/)
  const { out: list } = await rotate('explain')
  expect(list).toMatch(/\nnobody-replaced +'instead_of: nobody' names no person\.\n/)
  expect(list).toMatch(/\ngap +Nobody is on call although somebody must be\.\n/)
})

it('answers what is no code with one that is near', async () => {
  expect(await mistake('explain double-boking')).toBe(
    "rotate: unknown code 'double-boking' (did you mean 'double-booking'?)\nexit 2",
  )
})
