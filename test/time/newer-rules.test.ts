import { expect, it } from '@jest/globals'
import { HOUR } from '../../src/time/instant.ts'
import { newerRulesOf } from '../../src/time/newer-rules.ts'
import { zoneNamed } from '../../src/time/zone.ts'

const NAMES = [
  'America/Scoresbysund',
  'Antarctica/Casey',
  'Antarctica/Vostok',
  'Asia/Almaty',
  'Asia/Qostanay',
  'America/Asuncion',
]

it('a Node of today knows all of them', () => {
  expect(newerRulesOf(NAMES.flatMap((name) => zoneNamed(name) ?? []))).toEqual([])
})

it('older zone data are told apart by what a clock says, once for each zone, however it is written', () => {
  const old = { name: 'asia/almaty', offsetAt: () => 6 * HOUR }
  const other = { name: 'Europe/Berlin', offsetAt: () => 6 * HOUR }
  expect(newerRulesOf([other, old, old])).toMatchObject([{ zone: 'Asia/Almaty', release: '2024a' }])
})

it('each rule is one that shows: nobody has been at UTC there', () => {
  const odd = NAMES.map((name) => ({ name, offsetAt: () => 0 }))
  expect(newerRulesOf(odd).map(({ zone }) => zone)).toEqual(NAMES)
})
