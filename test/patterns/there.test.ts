import { expect, it } from '@jest/globals'
import { NamedPeople } from '../../src/patterns/named-people.ts'
import { newIn } from '../../src/patterns/there.ts'
import { HOUR } from '../../src/time/instant.ts'
import { UTC } from '../../src/time/zone.ts'
import { time, workspace } from '../timeline/picture.ts'

const THERE = workspace(`
  rotations:
    primary: { start: 2026-11-30 00:00, turn: 1 hour, members: [alice, bob] }`)

const NOW = time('2026-11-30')

/** What is left of so many hours that go round between two. */
function left(hours: number, now: number): readonly unknown[] {
  const people = new NamedPeople()
  const keys = ['alice', 'bob'].map((name) => people.keyOf(name) ?? name)
  const stretches = Array.from({ length: hours }, (_, i) => ({
    start: NOW + i * HOUR,
    end: NOW + (i + 1) * HOUR,
    people: [keys[i % 2] ?? ''],
  }))
  const rotations = [{ name: 'primary', stretches, zones: [UTC], unsaid: [] }]
  return newIn({ from: 'rota.csv', people, rotations, meetings: [] }, THERE, now).left
}

it('a rotation that is there is held against the source, be it as long as it may', () => {
  expect(left(150_000, NOW + 149_990 * HOUR)).toEqual([
    { kind: 'rotation', name: 'primary', id: 'primary', differences: [] },
  ])
})

it('a source that tells only what is past says nothing of it', () => {
  expect(left(3, NOW + 3 * HOUR)).toEqual([{ kind: 'rotation', name: 'primary', id: 'primary' }])
})
