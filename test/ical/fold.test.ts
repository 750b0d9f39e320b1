/** Folding is ical-generator's own, byte for byte. */
import { expect, it } from '@jest/globals'
import { foldLines } from 'ical-generator'
import { fold } from '../../src/ical/fold.ts'
import { mulberry32 } from '../mulberry.ts'

/** Characters of one to four octets, in several scripts, halves of pairs and what is combined of several. */
const SIGNS = [
  'a',
  ' ',
  '\\,',
  'é',
  'ß',
  'Ж',
  'ש',
  '٣',
  'ก',
  'ह',
  '語',
  '한',
  '🙂',
  '👩‍💻',
  '\u0301',
  '\u{D800}',
  '\u{DC00}',
]

it.each(Array.from({ length: 50 }, (_, i) => i + 1))('on random text %i', (seed) => {
  const dice = mulberry32(seed)
  const lines = Array.from({ length: 20 }, () =>
    Array.from(
      { length: Math.floor(dice() * 200) },
      () => SIGNS[Math.floor(dice() * (dice() < 0.5 ? 3 : SIGNS.length))],
    ).join(''),
  )
  const text = lines.join('\r\n')
  expect(fold(text)).toBe(foldLines(text))
})

it.each([73, 74, 75, 148, 149])('a line of %i octets', (length) => {
  for (const sign of SIGNS) {
    const line = sign + 'x'.repeat(length - new TextEncoder().encode(sign).length)
    expect(fold(line)).toBe(foldLines(line))
  }
})
