/** Any word may stand anywhere: it is a problem, never an exception, and is found out at once. */
import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import cities from 'city-timezones'
import { knowCities } from '../../src/time/cities.ts'
import { readLength } from '../../src/time/length.ts'
import { readWritten } from '../../src/time/written.ts'
import { load } from '../../src/workspace/load.ts'

const WORDS = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'Nowhereville']

const PLACES = [
  'timezone: WORD',
  'people: { a: { timezone: WORD } }',
  'people: { a: { hours: WORD } }',
  'people: { a: { hours: WORD-WORD } }',
  'people: { a: { country: WORD, weekend: WORD } }',
  'people: { a: { away: WORD, from: WORD } }',
  'people: { a: { WORD: 1 } }',
  'rotations: { r: { start: WORD, turn: WORD, members: [WORD], handoff: WORD } }',
  'rotations: { r: { members: WORD, during: { days: WORD, from: WORD, to: WORD, except: WORD } } }',
  'rotations: { r: { follows: WORD, by: WORD, overrides: [{ who: WORD, on: WORD }] } }',
  'rotations: { r: { coverage: WORD, shifts: { WORD: WORD } } }',
  'meetings: { m: { days: WORD, at: WORD, duration: WORD, every: WORD, chair: WORD } }',
  'meetings: { m: { skip: WORD, move: [{ from: WORD, to: WORD }], attendees: WORD } }',
  'holidays: { h: WORD }',
  'checks: { WORD: WORD, min-rest: WORD }',
]

/** As the build makes it, with those whose country has no code. */
const list = cities.cityMapping
  .map(({ city_ascii: city, timezone, iso2 }) => `${city}\t${timezone}\t\t${iso2}`)
  .join('\n')

it.each(WORDS)('%s', (word) => {
  knowCities(() => list)
  for (const place of PLACES) {
    const { problems } = load([{ path: 'a.yaml', text: place.replaceAll('WORD', word) }])
    const said = problems.map(({ message }) => message)
    expect([place, said.length > 0]).toEqual([place, true])
    expect(said.join()).not.toMatch(/native code|\[object|undefined/)
  }
})

it('cities of countries without a code are known all the same', () => {
  knowCities(() => list)
  const { problems } = load([{ path: 'a.yaml', text: 'timezone: Pristina' }])
  expect(problems[0]?.message).toContain('Europe/')
})

it('a value that one rule does not take leaves that of another', () => {
  const text = 'checks: { min-rest: 9h, gap: perhaps }'
  expect(load([{ path: 'a.yaml', text }]).workspace.checks.minRest).toBe(9 * 3_600_000)
})

it('the list that is built holds no country that has no code', () => {
  const countries = readFileSync('dist/cities.txt', 'utf8').split('\n')
  expect(countries.filter((line) => !/\t([A-Z]{2})?$/.test(line))).toEqual([])
})

// What tries every way to read it would not end.
it.each([
  ['a length', () => readLength(`${'1 h '.repeat(5_000)}!`, ['hours'])],
  ['a time', () => readWritten('a b '.repeat(20_000))],
])('however long %s is, it is read', (_, reading) => {
  expect(reading()).toContain('expected')
})
