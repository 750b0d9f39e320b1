import { execFileSync } from 'node:child_process'
import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { shellWord } from '../../src/io/shell.ts'

it.each([
  ['ops/on-call', 'ops/on-call'],
  ['Zoë', 'Zoë'],
  ['on call', '"on call"'],
  ["erin's", `"erin's"`],
  ['a;b', '"a;b"'],
  ['~ops', '"~ops"'],
  ['', '""'],
  ['$HOME', `'$HOME'`],
  ['Hey! you', `'Hey! you'`],
  [`"it's"`, String.raw`'"it'\''s"'`],
])('%j is written %s', (text, word) => {
  expect(shellWord(text)).toBe(word)
})

it('a shell reads each word as it was', () => {
  const characters = fc.constantFrom(...Array.from('aé1 \'"$`\\!*?[]{}()<>|&;~#%=^,.:/-\n漢'))
  const words = fc.array(fc.string({ unit: characters }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(words, (texts) => {
      const line = `printf '%s\\0' ${texts.map(shellWord).join(' ')}`
      expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).toBe(`${texts.join('\0')}\0`)
    }),
    { numRuns: 50 },
  )
})
