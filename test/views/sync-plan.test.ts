import { expect, it } from '@jest/globals'
import type { Step } from '../../src/model/plan.ts'
import { UTC } from '../../src/time/zone.ts'
import { plain } from '../../src/views/paint.ts'
import { sayPlan } from '../../src/views/sync-plan.ts'
import { sayVerdict, sayWarnings } from '../../src/views/sync.ts'

const now = Date.parse('2026-12-02T12:00Z')
const at = (day: string): number => Date.parse(`${day}T16:00Z`)
const lookAt = (width: number) => ({ zone: UTC, now, width, paint: plain })
const say = (width: number, ...steps: Omit<Step, 'id'>[]): string =>
  `\n${sayPlan(
    steps.map((step, i) => ({ id: String(i), ...step })),
    lookAt(width),
  )}`

const WEEK = { start: at('2026-12-07'), end: at('2026-12-14') }
const NEXT = { start: at('2026-12-28'), end: at('2027-01-04') }
const ALICE = ['Alice Lindqvist']
const PAIR = ['Bob Okafor', 'Carol Tanaka']

it('says first what it comes to, then a line a step with a sign: what comes, goes, changes and stays', () => {
  const steps: Omit<Step, 'id'>[] = [
    { verb: 'create', rotation: 'shadow', why: `a new schedule 'Shadow' (shift-based)` },
    {
      verb: 'change',
      rotation: 'shadow',
      stretch: { start: now, end: at('2026-12-07') },
      before: [],
      after: ALICE,
    },
    { verb: 'fill', rotation: 'shadow', stretch: NEXT, why: 'all is filled in', count: 11 },
    { verb: 'keep', rotation: 'primary', stretch: WEEK, after: PAIR, why: 'made in PagerDuty' },
    { verb: 'change', rotation: 'primary', stretch: WEEK, before: ALICE, after: PAIR },
    { verb: 'change', rotation: 'primary', stretch: NEXT, before: PAIR, after: [] },
    { verb: 'fill', rotation: 'primary', stretch: NEXT, why: 'all is filled in', count: 0 },
    { verb: 'remove', rotation: 'desk', stretch: NEXT, after: ALICE, why: 'made in PagerDuty' },
    { verb: 'delete', rotation: 'Old', why: `deletes the schedule 'Old' (POLD): it is gone` },
  ]
  expect(say(Infinity, ...steps)).toMatchInlineSnapshot(`
   "
   Plan: 1 schedule to make, 1 schedule to delete, 2 changes of who is on call, 11 shifts to fill in, 1 swap to remove, 1 swap kept.

   + shadow: a new schedule 'Shadow' (shift-based)
   + shadow: from now to Mon 7 Dec 16:00, Alice Lindqvist
   + shadow: all is filled in, until Mon 4 Jan 2027 16:00 (11 new)
   = primary: kept: Bob Okafor and Carol Tanaka, Mon 7 Dec 16:00 to Mon 14 Dec 16:00, made in PagerDuty
   ~ primary: from Mon 7 Dec 16:00 to Mon 14 Dec 16:00, Bob Okafor and Carol Tanaka instead of Alice Lindqvist
   - primary: from Mon 28 Dec 16:00 to Mon 4 Jan 2027 16:00, nobody instead of Bob Okafor and Carol Tanaka
   = primary: all is filled in, until Mon 4 Jan 2027 16:00
   - desk: removes: Alice Lindqvist, Mon 28 Dec 16:00 to Mon 4 Jan 2027 16:00, made in PagerDuty
   - Old: deletes the schedule 'Old' (POLD): it is gone
   "
  `)
  expect(say(60, ...steps)).toMatchInlineSnapshot(`
   "
   Plan: 1 schedule to make, 1 schedule to delete, 2 changes of
     who is on call, 11 shifts to fill in, 1 swap to remove, 1
     swap kept.

   + shadow: a new schedule 'Shadow' (shift-based)
   + shadow: from now to Mon 7 Dec 16:00, Alice Lindqvist
   + shadow: all is filled in, until Mon 4 Jan 2027 16:00 (11
       new)
   = primary: kept: Bob Okafor and Carol Tanaka,
       Mon 7 Dec 16:00 to Mon 14 Dec 16:00, made in PagerDuty
   ~ primary: from Mon 7 Dec 16:00 to Mon 14 Dec 16:00,
       Bob Okafor and Carol Tanaka instead of Alice Lindqvist
   - primary: from Mon 28 Dec 16:00 to Mon 4 Jan 2027 16:00,
       nobody instead of Bob Okafor and Carol Tanaka
   = primary: all is filled in, until Mon 4 Jan 2027 16:00
   - desk: removes: Alice Lindqvist, Mon 28 Dec 16:00 to
       Mon 4 Jan 2027 16:00, made in PagerDuty
   - Old: deletes the schedule 'Old' (POLD): it is gone
   "
  `)
})

it('says that nothing is to change where something is only kept, and nothing of nothing', () => {
  const kept: Omit<Step, 'id'> = {
    verb: 'keep',
    rotation: 'primary',
    stretch: WEEK,
    after: ALICE,
    why: 'made by hand',
  }
  expect(say(80, kept, { ...kept, stretch: NEXT })).toMatchInlineSnapshot(`
   "
   Plan: nothing to change, 2 swaps kept.

   = primary: kept: Alice Lindqvist, Mon 7 Dec 16:00 to Mon 14 Dec 16:00, made by
       hand
   = primary: kept: Alice Lindqvist, Mon 28 Dec 16:00 to Mon 4 Jan 2027 16:00, made
       by hand
   "
  `)
  expect(sayPlan([], lookAt(80))).toBe('')
})

it('says a warning once, of all that it is about', () => {
  const what = 'it pages nobody'
  const all = [
    { rotation: 'primary', what },
    { rotation: 'desk', what: 'the line can go' },
    { rotation: 'secondary', what },
  ]
  expect(sayWarnings(all)).toBe(
    'warning: primary, secondary: it pages nobody\nwarning: desk: the line can go\n',
  )
})

it('breaks where PagerDuty does not agree between words, not within a name', () => {
  const verdict = {
    rotation: 'primary',
    schedule: 'PABC',
    until: at('2027-03-01'),
    shifts: 13,
    differences: [{ ...WEEK, before: ALICE, after: PAIR }],
  }
  expect(`\n${sayVerdict(verdict, lookAt(60))}`).toMatchInlineSnapshot(`
   "
   primary: PagerDuty does not agree:
     Mon 7 Dec 16:00 to Mon 14 Dec 16:00: PagerDuty says
       Alice Lindqvist, the file Bob Okafor and Carol Tanaka
   "
  `)
})
