import { expect, it } from '@jest/globals'
import { text, textOr } from '../../src/pagerduty/json.ts'

it('half of a character becomes a mark: no address could hold it, and no file', () => {
  expect(text('P\ud800X', 'id')).toBe('P\uFFFDX')
  expect(textOr('\udc00', undefined)).toBe('\uFFFD')
  expect(encodeURIComponent(text('👩‍💻', 'id'))).toContain('%F0%9F%91%A9')
})
