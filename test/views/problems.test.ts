import { expect, it } from '@jest/globals'
import type { Problem } from '../../src/model/problem.ts'
import { plain } from '../../src/views/paint.ts'
import { countProblems, sayProblems } from '../../src/views/problems.ts'

const problem = (text: string, word: string, more: Partial<Problem> = {}): Problem => {
  const from = text.indexOf(word)
  const place = { source: { path: 'rotations/a.yaml', text }, from, to: from + word.length }
  return {
    code: 'unknown-person',
    severity: 'error',
    message: `unknown person '${word}'`,
    place,
    ...more,
  }
}
const say = (width: number, ...problems: Problem[]): string =>
  `\n${sayProblems(problems, { paint: plain, width })}`

it('shows the place, the sentence, the line and carets under it', () => {
  expect(say(80, problem('a:\n  members: [carl, 田中]\n', '田中'))).toMatchInlineSnapshot(`
   "
   rotations/a.yaml:2:19: error: unknown person '田中'  [unknown-person]
         members: [carl, 田中]
                         ^^^^
   "
  `)
})

it('shows where else to look, and what has no place', () => {
  const text = 'people:\n  ann: {}\n  bob: {}\n'
  const related = {
    place: problem(text, 'ann').place as NonNullable<Problem['place']>,
    note: 'first given here',
  }
  const { place: _, ...nowhere } = problem(text, 'bob', { severity: 'warning' })
  expect(say(80, problem(text, 'bob', { related }), nowhere)).toMatchInlineSnapshot(`
   "
   rotations/a.yaml:3:3: error: unknown person 'bob'  [unknown-person]
         bob: {}
         ^^^
   rotations/a.yaml:2:3: note: first given here
         ann: {}
         ^^^

   warning: unknown person 'bob'  [unknown-person]
   "
  `)
})

it('of a long line, or on a narrow terminal, shows what is around the place', () => {
  const text = `members: [${'alice, '.repeat(40)}carl, ${'bob, '.repeat(40)}]`
  for (const width of [60, 80, Infinity]) {
    const lines = say(width, problem(text, 'carl')).split('\n')
    expect(lines.find((line) => line.includes('^'))?.indexOf('^')).toBe(
      lines.find((line) => line.includes('carl,'))?.indexOf('carl,'),
    )
    expect(lines.filter((line) => line.length > Math.min(width, 124))).toEqual([])
  }
})

it('keeps tabs and controls of a file from moving the carets', () => {
  expect(say(80, problem('\t\u001b[31mx: [\tcarl]', 'carl'))).toBe(
    "\nrotations/a.yaml:1:12: error: unknown person 'carl'  [unknown-person]\n     \uFFFD[31mx: [ carl]\n               ^^^^\n",
  )
})

it('counts', () => {
  const warning = problem('a', 'a', { severity: 'warning' })
  expect(countProblems([])).toBe('no problems')
  expect(countProblems([problem('a', 'a')])).toBe('1 error')
  expect(countProblems([problem('a', 'a'), warning, warning])).toBe('1 error, 2 warnings')
})
