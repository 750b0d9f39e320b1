import { describe, expect, it } from '@jest/globals'
import { countsAt } from '../../src/model/dated.ts'

const moment = (instant: number): { wall: number; instant: number } => ({ wall: instant, instant })

describe('what is dated', () => {
  it('counts from its first instant on, and until, not at, its last', () => {
    const dated = { from: moment(10), until: moment(20) }
    expect([9, 10, 19, 20].map((at) => countsAt(dated, at))).toEqual([false, true, true, false])
  })

  it('counts always where it has no dates, also at a time that never comes', () => {
    expect([-Infinity, 0, Infinity].map((at) => countsAt({}, at))).toEqual([true, true, true])
    expect(countsAt({ until: moment(20) }, Infinity)).toBe(false)
  })
})
