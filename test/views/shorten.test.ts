import { expect, it } from '@jest/globals'
import { shorten } from '../../src/views/shorten.ts'

it('cuts by the width of characters', () => {
  expect(shorten('Alice', 5, '…')).toBe('Alice')
  expect(shorten('Alice', 4, '…')).toBe('Ali…')
  expect(shorten('Al ice', 4, '…')).toBe('Al…')
  expect(shorten('田中花子', 5, '…')).toBe('田中…')
  expect(shorten('Alice Lindqvist', 9, '...')).toBe('Alice...')
})
