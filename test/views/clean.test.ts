import * as fc from 'fast-check'
import { expect, it } from '@jest/globals'
import { clean, cleanJson, csvCell, markdownCell, markdownLine } from '../../src/views/clean.ts'

it('what a terminal would obey, or nobody would see, becomes a mark', () => {
  expect(clean('a\u001b[2Jb\u009bc\u0007d')).toBe('a\uFFFD[2Jb\uFFFDc\uFFFDd')
  expect(clean('\u202eevil\u2066\u200f\u2060\uFEFF\u{E0041}')).toBe(
    '\uFFFDevil\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD',
  )
  expect(clean('a\r\nb\tc\u2028d')).toBe('a b c\uFFFDd')
})

it('names of people are left alone', () => {
  for (const name of ['Zoë Müller', '田中', 'שרה', '👩‍💻 Ada', 'O’Neill', 'نور‌الله']) {
    expect(clean(name)).toBe(name)
  }
})

it('JSON says the same, with what is unseen written out', () => {
  expect(cleanJson('"\u009b\u{E0041}"\n')).toBe('"\\u009b\\udb40\\udc41"\n')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(cleanJson(JSON.stringify([text], null, 2)))).toEqual([text])
    }),
  )
})

it.each([
  ['=1+1', `'=1+1`],
  ['+31 6', `'+31 6`],
  ['-x', `'-x`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['＝1', `'＝1`],
  [' =1', `' =1`],
  ['\t=1', `' =1`],
  ['a,b', '"a,b"'],
  ['a "b"', '"a ""b"""'],
  ['a\r\nb', 'a b'],
  ['2026-11-30 16:00', '2026-11-30 16:00'],
])('a cell of CSV: %j is %s', (text, cell) => {
  expect(csvCell(text)).toBe(cell)
})

it('a cell of Markdown is text', () => {
  expect(markdownCell('a|b *c* `d` <e> [f](g) $h$ \\ \u001b')).toBe(
    '\\a|b'.slice(1, 2) + String.raw`\|b \*c\* \`d\` \<e\> \[f\](g) \$h\$ \\ ` + '\uFFFD',
  )
})

it('Markdown calls nobody and links nowhere', () => {
  expect(markdownCell('@all see https://evil.example or www.evil.example')).toBe(
    '@&#8203;all see https:&#8203;//evil.example or www&#8203;.evil.example',
  )
})

it.each([
  ['//evil.example', '/&#8203;/evil.example'],
  ['http&colon;//evil.example', String.raw`http\&colon;/&#8203;/evil.example`],
  ['other/repository#12', String.raw`other/repository\#&#8203;12`],
  ['!12 GH-12', '!&#8203;12 GH&#8203;-12'],
  ['R&D', String.raw`R\&D`],
])('Markdown refers to nothing: %s', (text, cell) => {
  expect(markdownCell(text)).toBe(cell)
})

it.each([
  ['- x', String.raw`\- x`],
  ['    + x', String.raw`\+ x`],
  ['12. x', String.raw`12\. x`],
  ['1) x', String.raw`1\) x`],
  ['=== x', String.raw`\=== x`],
  ['/close', String.raw`\/close`],
  ['# x', String.raw`\# x`],
  ['12 x', '12 x'],
])('a line of Markdown begins nothing: %s', (text, line) => {
  expect(markdownLine(text)).toBe(line)
})
