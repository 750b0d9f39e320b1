import { expect, it } from '@jest/globals'
import { hexOf, colourOf, MANY } from '../../src/views/colours.ts'
import { marksOf, nameWithin } from '../../src/views/people-marks.ts'
import { load } from '../../src/workspace/load.ts'

/** The mark of each person, and what stands for them where there are three characters. */
function marks(people: string, ascii = false): Record<string, string> {
  const { workspace, problems } = load([{ path: 'x.yaml', text: `people:\n${people}` }])
  expect(problems).toEqual([])
  const all = [...marksOf(workspace, ascii)]
  return Object.fromEntries(
    all.map(([id, mark]) => [id, `${mark.mark}, ${nameWithin(mark, 3)}, ${mark.names[0]}`]),
  )
}

it('a name, first name or id as short as a mark does not stand for one', () => {
  const people = `  md: { name: Mila Berg }
  mb: { name: Maxi Dorn }
  jo: { name: Jo Smith }
  al: {}
  x: {}
`
  expect(marks(people)).toEqual({
    md: 'MB, MB, Mila Berg',
    mb: 'MD, MD, Maxi Dorn',
    jo: 'JS, JS, Jo Smith',
    al: 'Al, Al, al',
    x: 'X1, X1, x',
  })
})

it('no two marks differ only in their case, and all begin with the letter of the person', () => {
  const people = Array.from(
    { length: 30 },
    (_, i) => `  m${i}: { name: Mb ${'B'.repeat(i + 1)} }\n`,
  )
  const found = Object.values(marks(people.join(''))).map((text) => text.slice(0, 2))
  expect(found.slice(0, 3)).toEqual(['MB', 'M1', 'M2'])
  expect(new Set(found.map((mark) => mark.toLowerCase())).size).toBe(30)
  expect(found.every((mark) => mark.startsWith('M'))).toBe(true)
})

it('in ASCII a name is written without the marks on its letters; where that is not enough, it is the id', () => {
  const people = `  elodie: { name: Élodie Weiß }
  soren: { name: Søren Łuk }
  tanaka: { name: 田中 太郎 }
`
  expect(marks(people, true)).toEqual({
    elodie: 'EW, EW, Elodie Weiss',
    soren: 'SL, SL, Soren Luk',
    tanaka: 'Ta, Ta, tanaka',
  })
  expect(marks(people)['elodie']).toBe('EW, EW, Élodie Weiß')
})

it('letters can be read on the colour of each person', () => {
  for (let i = 0; i < MANY; i += 1) {
    const colour = colourOf(i)
    const light = brightness(hexOf(colour)) + 0.05
    const contrast = colour.letters === 'black' ? light / 0.05 : 1.05 / light
    expect([colour.number, contrast >= 4.5]).toEqual([colour.number, true])
  }
  expect(new Set(Array.from({ length: MANY }, (_, i) => hexOf(colourOf(i)))).size).toBe(24)
  expect(colourOf(MANY)).toBe(colourOf(0))
})

/** The relative luminance of WCAG. */
function brightness(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
