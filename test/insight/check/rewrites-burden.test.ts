import { describe, expect, it } from '@jest/globals'
import { problemsIn } from './checking.ts'

const NOW = '2026-12-09T12:00Z'

const team = (sam: string): string => `
  people: { sam: { ${sam} }, bob: {} }
  rotations: { primary: { start: 2026-11-30, turn: 1 week, members: [sam, bob], during: { from: 08:00, to: 20:00 } } }`

function found(was: string, is: string): string[] {
  return problemsIn(team(is), { now: NOW, before: team(was) })
    .filter(({ code }) => code === 'rewrites-burden')
    .map(({ severity, message }) => `${severity}: ${message}`)
}

describe('rewrites-burden', () => {
  it('says what past shifts would have been, and the line with a date', () => {
    expect(found('timezone: UTC', 'timezone: Asia/Tokyo, hours: 10:00-19:00'))
      .toMatchInlineSnapshot(`
     [
       "warning: by this edit the shifts of 'sam' in the last 90 days were another burden: 49 h more at night, 35 h more outside working hours. Leave it as it was, and say from when on it is true: 'changes: [{ from: 2026-12-10, timezone: Asia/Tokyo, hours: 10:00-19:00 }]'",
     ]
    `)
    expect(found('', 'weekend: fri')).toMatchInlineSnapshot(`
     [
       "warning: by this edit the shifts of 'sam' in the last 90 days were another burden: 12 h less at the weekend, 9 h less outside working hours. Leave it as it was, and say from when on it is true: 'changes: [{ from: 2026-12-10, weekend: fri }]'",
     ]
    `)
  })

  it('not where it is true from a date on that is to come', () => {
    expect(found('', 'changes: { from: 2026-12-10, timezone: Asia/Tokyo }')).toEqual([])
  })

  it('but where that date is past', () => {
    expect(found('', 'changes: { from: 2026-12-01, timezone: Asia/Tokyo }')).toMatchInlineSnapshot(`
     [
       "warning: by this edit the shifts of 'sam' in the last 90 days were another burden: 47 h more at night, 35 h more outside working hours. Let what is new begin on a day that is to come",
     ]
    `)
  })
})
