/** What an edit of people means for them, in hours. */
import { describe, expect, it } from '@jest/globals'
import { burdenDiffs, sayWeight } from '../../src/insight/diff-burden.ts'
import { workspace } from '../timeline/picture.ts'

const NOW = Date.parse('2026-12-07T00:00Z')
const WITHIN = { start: Date.parse('2026-11-30T00:00Z'), end: Date.parse('2026-12-14T00:00Z') }

function withSam(person: string): ReturnType<typeof workspace> {
  return workspace(`
    people: { sam: { ${person} }, bob: {} }
    rotations: { primary: { members: sam, during: { from: 08:00, to: 20:00 } } }`)
}

function said(was: string, is: string): string[] {
  const sides = { before: withSam(was), after: withSam(is) }
  return burdenDiffs(sides, WITHIN, NOW, (id) => id).map(
    ({ id, ahead, past }) => `${id}: ${sayWeight(ahead)} | ${sayWeight(past)}`,
  )
}

describe('an edit of somebody', () => {
  it('who moved to Tokyo puts their shifts into the night, past ones too', () => {
    expect(said('timezone: UTC', 'timezone: Asia/Tokyo')).toMatchInlineSnapshot(`
     [
       "sam: 49 h more at night, 40 h more outside working hours | 49 h more at night, 40 h more outside working hours",
     ]
    `)
  })

  it('from a date on leaves what was', () => {
    expect(said('timezone: UTC', 'changes: { from: 2026-12-08, timezone: Asia/Tokyo }'))
      .toMatchInlineSnapshot(`
     [
       "sam: 47 h more at night, 35 h more outside working hours | ",
     ]
    `)
  })

  it('can be their hours or their weekend', () => {
    expect(said('hours: 08:00-16:00', 'hours: 08:00-20:00')).toMatchInlineSnapshot(`
     [
       "sam: 20 h less outside working hours | 20 h less outside working hours",
     ]
    `)
    expect(said('', 'weekend: fri')).toMatchInlineSnapshot(`
     [
       "sam: 12 h less at the weekend, 9 h less outside working hours | 12 h less at the weekend, 9 h less outside working hours",
     ]
    `)
  })

  it('that changes nothing about them is none', () => {
    expect(said('name: Sam', 'name: Samuel')).toEqual([])
    expect(said('', 'timezone: UTC')).toEqual([])
  })
})
