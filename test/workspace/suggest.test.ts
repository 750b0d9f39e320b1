import { expect, it } from '@jest/globals'
import { nearestWord } from '../../src/workspace/suggest.ts'

it('the nearest of the known words is meant, and by no word none', () => {
  expect(nearestWord('crol', ['carol', 'bob'])).toBe('carol')
  expect(nearestWord('zed', ['carol', 'bob'])).toBeUndefined()
  expect(nearestWord('', ['x', 'bob'])).toBeUndefined()
})
