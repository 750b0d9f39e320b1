import { expect, it } from '@jest/globals'
import { quoteList, sayList } from '../../src/time/list.ts'

it('things in a sentence have commas between them, and a word before the last', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((words) => sayList(words))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ])
  expect(sayList(['a', 'b', 'c'], 'or')).toBe('a, b or c')
  expect(quoteList(['a', 'b'])).toBe("'a' and 'b'")
})
