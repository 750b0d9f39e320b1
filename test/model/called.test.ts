import { expect, it } from '@jest/globals'
import { meantBy } from '../../src/model/called.ts'

const TEAM = [
  { id: 'alice', name: 'Alice Lindqvist', email: 'alice@example.com' },
  { id: 'alina', name: 'Alina Novák' },
  { id: 'jo', name: 'José Díaz' },
  { id: 'erin', name: "Erin O'Neill" },
  { id: 'lead', name: 'Alice' },
  { id: 'carol', name: 'Carol "CJ" Janssen (ops, EU)' },
  { id: 'pat', name: 'Pat O’Hara' },
]

const meant = (word: string): string =>
  meantBy(word, TEAM)
    .map(({ id }) => id)
    .join(' ')

it.each([
  ['alice', 'alice'],
  ['Alice', 'alice lead'],
  ['@ALINA', 'alina'],
  ['Alice@Example.com', 'alice'],
  ['alice  lindqvist', 'alice'],
  ['lindqvist', 'alice'],
  ['novak', 'alina'],
  ['jose', 'jo'],
  ['díaz', 'jo'],
  ["o'neill", 'erin'],
  ['al', 'alice alina lead'],
  ['ali lind', 'alice'],
  ['lindqvist alice', 'alice'],
  ['cj', 'carol'],
  ['carol cj', 'carol'],
  ['ops', 'carol'],
  ['eu', 'carol'],
  ["O'Hara", 'pat'],
  ["pat o'hara", 'pat'],
  ['hara', 'pat'],
  // One letter is nobody's name.
  ['a', ''],
  ['qvist', ''],
  ['', ''],
  ['..', ''],
])('%p means: %s', (word, expected) => {
  expect(meant(word)).toBe(expected)
})
