/** What docs/recipes.md claims of each recipe, over the whole time that it names. */
import { describe, expect, it } from '@jest/globals'
import { DAY, HOUR, WEEK } from '../../src/time/instant.ts'
import { gapsIn } from '../../src/timeline/coverage.ts'
import { onCallAt } from '../../src/timeline/rotation.ts'
import { shiftsOf } from '../../src/timeline/shifts.ts'
import type { Rotation } from '../../src/model/rotation.ts'
import { blocksIn } from './markdown.ts'
import { isWorkspace, loadText, pageAt } from './pages.ts'
import { typeAll } from './terminal.ts'

const blocks = blocksIn(pageAt('docs/recipes.md'))
const recipes = blocks.filter(isWorkspace).map(({ section, lines }) => ({ section, lines }))
const at = (iso: string): number => Date.parse(iso)

/** The rotations of a recipe, by id. */
function rotationsOf(name: string): (id: string) => Rotation {
  const lines = recipes.find(({ section }) => section === name)!.lines
  const { workspace } = loadText(lines.join('\n'))
  return (id) => workspace.rotations.get(id)!
}

/** One instant in each of so many steps. */
function steps(from: string, to: string, step: number): number[] {
  return Array.from({ length: (at(to) - at(from)) / step }, (_, i) => at(from) + i * step)
}

describe.each(recipes)('$section', ({ section, lines }) => {
  it('check finds no errors over the time that the recipe names, at least until 2029', async () => {
    const typed = blocks
      .filter((block) => block.section === section && block.info === 'console')
      .flatMap((block) => block.lines.filter((line) => line.startsWith('$ rotate check')))
    expect(typed).toHaveLength(1)
    expect(typed[0]).toMatch(/--to 2029$/)
    const { lines: shown, exits } = await typeAll(typed, lines.join('\n'))
    expect(shown.slice(1)).toEqual(['no problems'])
    expect(exits).toEqual([0])
  })
})

describe('the claims', () => {
  it('the sun has no hole in two years, and one person at a time', () => {
    const primary = rotationsOf('Follow the sun, without holes')('primary')
    const within = { start: at('2027-01-01'), end: at('2029-01-01') }
    expect(gapsIn(primary, within)).toEqual([])
    const shifts = shiftsOf(primary, within)
    expect(shifts.length).toBeGreaterThan(3 * 365 * 2)
    expect(shifts.filter(({ people }) => people.length !== 1)).toEqual([])
  })

  it('a weekday is the same person’s in summer and winter', () => {
    const primary = rotationsOf('Everybody has a weekday')('primary')
    const week = ['ann', 'bob', 'cat', 'dan', 'eve', 'ann', 'bob']
    for (const noon of steps('2027-01-04T12:00Z', '2029-01-01T12:00Z', DAY)) {
      expect(onCallAt(primary, noon)).toEqual([week[(new Date(noon).getUTCDay() + 6) % 7]])
    }
  })

  it('with an odd number of names everybody meets both halves of the week', () => {
    const primary = rotationsOf('Uneven halves of a week')('primary')
    const within = { start: at('2027-01-04T14:00Z'), end: at('2027-01-25T14:00Z') }
    const met = shiftsOf(primary, within).map(
      ({ people, start }) => `${people.join()} ${new Date(start).getUTCDay()}`,
    )
    expect(new Set(met).size).toBe(6)
  })

  it('whoever is third is second in a week and first in two', () => {
    const of = rotationsOf('Three roles, one behind the other')
    for (const time of steps('2026-11-24', '2028-12-01', DAY)) {
      const [first, second, third] = ['primary', 'secondary', 'third'].map((id) =>
        onCallAt(of(id), time).join(),
      )
      expect(new Set([first, second, third]).size).toBe(3)
      expect(onCallAt(of('secondary'), time + WEEK).join()).toBe(third)
      expect(onCallAt(of('primary'), time + 2 * WEEK).join()).toBe(third)
    }
  })

  it('a week of nights comes after a week of days, and then a week without either', () => {
    const primary = rotationsOf('One list for two layers')('primary')
    for (const noon of steps('2026-11-24T12:00Z', '2028-12-01T12:00Z', DAY)) {
      const [day] = onCallAt(primary, noon)
      expect(onCallAt(primary, noon + 12 * HOUR + WEEK)).toEqual([day])
      expect(onCallAt(primary, noon + 2 * WEEK)).not.toEqual([day])
      expect(onCallAt(primary, noon + 12 * HOUR + 2 * WEEK)).not.toEqual([day])
    }
  })

  it('Bob’s last turn is over before he leaves, and Erin’s first begins after her date', () => {
    const primary = rotationsOf('Somebody joins, somebody leaves')('primary')
    const shifts = shiftsOf(primary, { start: at('2026-11-24'), end: at('2028-01-01') })
    const of = (id: string): string[] =>
      shifts
        .filter(({ people }) => people.includes(id))
        .map(({ start }) => new Date(start).toISOString().slice(0, 10))
    expect(of('bob').at(-1)).toBe('2027-02-08')
    expect(of('erin')[0]).toBe('2027-01-25')
  })
})
