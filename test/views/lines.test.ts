import { expect, it } from '@jest/globals'
import { linesOn } from '../../src/views/lines.ts'

it.each([
  ['an empty line is one', '\n', 1],
  ['what has no end yet is none', 'primary', 0],
  ['what fits exactly is one', `${'x'.repeat(10)}\n`, 1],
  ['what does not is broken', `${'x'.repeat(11)}\n`, 2],
  ['of signs that are two wide half as many fit', `${'漢'.repeat(10)}\n`, 2],
  ['none of them is cut at the end of a line', `x${'漢'.repeat(9)}x\n`, 3],
  ['an emoji of several signs is two wide', `${'👩‍🚀'.repeat(5)}\n`, 1],
  ['and is not cut either', `${'👩‍🚀'.repeat(6)}\n`, 2],
  ['accents of their own take no place', `${'e\u0301'.repeat(10)}\n`, 1],
  ['nor do colours', `\u001B[1m\u001B[38;5;208m${'x'.repeat(10)}\u001B[0m\n`, 1],
  ['also where it is broken', `\u001B[1m${'x'.repeat(11)}\u001B[22m\n`, 2],
  ['lines add up', `${'x'.repeat(25)}\n\n漢\n`, 5],
])('%s', (_, text, lines) => {
  expect(linesOn(text, 10)).toBe(lines)
})

it('where nobody counts columns each line is one', () => {
  expect(linesOn(`${'x'.repeat(500)}\n`, Infinity)).toBe(1)
})
