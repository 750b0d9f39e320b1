/** What is worth a sentence, and what is luck. */
import { describe, expect, it } from '@jest/globals'
import { outliersAmong } from '../../src/insight/outliers.ts'
import type { PersonStats } from '../../src/insight/stats.ts'

const person = (id: string, hours: number, more: Partial<PersonStats> = {}): PersonStats => ({
  person: id,
  shifts: 1,
  hours,
  share: 100,
  offHours: 50,
  nightHours: 40,
  weekendHours: 30,
  holidayHours: 0,
  ...more,
})

const said = (...people: readonly PersonStats[]): string[] =>
  outliersAmong(people).map(
    ({ people: ids, kind, hours, even }) => `${ids.join('+')} ${kind} ${hours}/${even}`,
  )

describe('what stands out', () => {
  it('is nothing where all are within a tenth of their share', () => {
    expect(said(person('alice', 109), person('bob', 91))).toEqual([])
  })

  it('is who has most above the share, then who has most below', () => {
    expect(said(person('alice', 130), person('bob', 110), person('carol', 60))).toEqual([
      'alice hours 130/100',
      'carol hours 60/100',
    ])
  })

  it('less than eight hours are luck, however small the share', () => {
    const little = { share: 1, offHours: 7, nightHours: 7, weekendHours: 7 }
    expect(said(person('alice', 7, little), person('bob', 100))).toEqual([])
  })

  it('somebody without a share stands out by their hours', () => {
    expect(said(person('alice', 24, { share: 0 }), person('bob', 100))).toEqual([
      'alice hours 24/0',
    ])
  })

  it('of nights, weekends, holidays and off hours it is the one most out of proportion', () => {
    const few = { nightHours: 36, weekendHours: 12 }
    const many = { nightHours: 45, weekendHours: 66 }
    expect(
      said(person('alice', 100, few), person('bob', 100, many), person('carol', 100, few)),
    ).toEqual(['bob weekendHours 66/30'])
  })

  it('who is named for all hours is not named again for a part of them', () => {
    const most = { nightHours: 90, offHours: 120 }
    expect(said(person('alice', 150, most), person('bob', 100), person('carol', 95))).toEqual([
      'alice hours 150/100',
    ])
  })

  it('those who are equal are named together', () => {
    expect(
      said(
        person('alice', 130),
        person('bob', 130.4),
        person('carol', 70),
        person('dave', 70),
        person('erin', 100),
      ),
    ).toEqual(['bob+alice hours 130.4/100', 'carol+dave hours 70/100'])
    const nights = { nightHours: 60 }
    const few = { nightHours: 20 }
    expect(
      said(
        person('alice', 100, nights),
        person('bob', 100, nights),
        person('carol', 100, few),
        person('dave', 100, few),
      ),
    ).toEqual(['alice+bob nightHours 60/40'])
  })

  it('the same hours above another share are not equal', () => {
    expect(said(person('alice', 150), person('bob', 150, { share: 90 }))).toEqual([
      'bob hours 150/90',
    ])
  })

  it('is nothing where nobody is on call', () => {
    expect(said()).toEqual([])
  })
})
