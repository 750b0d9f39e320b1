import { expect, it } from '@jest/globals'
import { NamedPeople } from '../../src/patterns/named-people.ts'

/** Whom cells name, one after the other. */
function named(...cells: readonly string[]): string[] {
  const everybody = new NamedPeople()
  return cells.map((cell) =>
    everybody
      .keysOf(cell)
      .map((key) => everybody.get(key)?.name ?? key)
      .join(' + '),
  )
}

it.each([
  ['Holiday', 'Holidays', 'HOLIDAY', 'Bank holiday', 'Public Holidays', 'Christmas break'],
  ['Vacation', 'Off', 'day off', 'Free', 'PTO', 'OOO', 'Open', 'TBD', 'N/A', '-'],
  ['Holiday - office closed', 'Holiday: see the wiki', 'Holiday (Christmas)', 'Break – no shifts'],
  ['Holiday, Christmas', 'Holiday, New Year', 'holiday, ask the manager', 'Holiday, Monday'],
  ['Closed, Christmas', 'TBD, ask Ann', 'Vacant, since Ann left'],
])('says that nobody is: %s, %s, %s, %s', (...cells) => {
  expect(named(...cells).filter((who) => who !== '')).toEqual([])
})

it.each([
  ['Holiday, Ann', 'Ann Holiday'],
  ['HOLIDAY, Ann', 'Ann HOLIDAY'],
  ['Holiday, Ann-Marie', 'Ann-Marie Holiday'],
  ['Holiday, Ann M.', 'Ann M. Holiday'],
  ['Holiday, April', 'April Holiday'],
  ['Break, Tom', 'Tom Break'],
  ['Free, Mark', 'Mark Free'],
  ['Off, Lena', 'Lena Off'],
  ['Open, Olga', 'Olga Open'],
  ['Ann Holiday', 'Ann Holiday'],
  ['Holiday Grainger', 'Holiday Grainger'],
  ['Grainger, Holiday', 'Holiday Grainger'],
  ['Holiday-Smith, Ann', 'Ann Holiday-Smith'],
  ['Ann Free / Tom Off', 'Ann Free + Tom Off'],
])('a name that is also a word for nobody is a name: %s', (cell, name) => {
  expect(named(cell)).toEqual([name])
})

it('so is the word alone, of whom an address or a handle tells', () => {
  expect(named('Holiday <billie@example.com>', 'Holiday')).toEqual(['Holiday', 'Holiday'])
  expect(named('Holiday (billie@example.com)', 'holiday')).toEqual(['Holiday', 'Holiday'])
  expect(named('Holiday (@billie)', 'Holiday')).toEqual(['Holiday', 'Holiday'])
  expect(named('TBD (@billie)', 'TBD (ask @billie)')).toEqual(['', ''])
})

it('a word for nobody beside somebody who is known says nothing more', () => {
  expect(named('Ann', 'Holiday, Ann', 'Ann, off', 'Ann / Holiday')).toEqual([
    'Ann',
    'Ann',
    'Ann',
    'Ann',
  ])
})
