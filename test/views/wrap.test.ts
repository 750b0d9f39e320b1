import * as fc from 'fast-check'
import { expect, it } from '@jest/globals'
import { wrap } from '../../src/views/wrap.ts'

it('breaks at spaces, further in after the first line', () => {
  expect(`\n${wrap('  for Alice: since Monday, until Tuesday', 20)}`).toBe(
    '\n  for Alice: since\n    Monday, until\n    Tuesday\n',
  )
  expect(wrap('short', 80)).toBe('short\n')
  expect(wrap('', 80)).toBe('\n')
})

it('a word longer than a line keeps a line of its own', () => {
  expect(wrap('see https://example.com/long now', 10)).toBe(
    'see\n  https://example.com/long\n  now\n',
  )
})

it('counts no colour', () => {
  expect(wrap('\u001b[1mone two\u001b[22m', 7)).toBe('\u001b[1mone two\u001b[22m\n')
})

it('loses no word', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 })
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (list, width) => {
      expect(wrap(list.join(' '), width).trim().split(/\s+/)).toEqual(list)
    }),
  )
})
