/** The example of this repository, which `npm start` shows. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { DAY } from '../../src/time/instant.ts'
import { check } from '../../src/insight/check/check.ts'
import { isError } from '../../src/model/problem.ts'
import { onCallAt } from '../../src/timeline/rotation.ts'
import { occurrencesOf } from '../../src/timeline/occurrences.ts'
import { schemaText } from '../../src/workspace/format/schema.ts'
import { VERSION } from '../../src/cli/version.ts'
import { loadExample, ROOT, updating } from './pages.ts'

const { workspace, problems } = loadExample()
const days = (count: number): number => count * DAY
const at = (iso: string): number => Date.parse(iso)
const rotation = (id: string) => workspace.rotations.get(id)!

/** Who is primary in each of eight weeks. */
const weeks = (from: string): unknown[] =>
  Array.from({ length: 8 }, (_, i) => onCallAt(rotation('primary'), at(from) + days(7 * i))[0])

describe('the example', () => {
  it('loads without problems', () => {
    expect(problems.map(({ message }) => message)).toEqual([])
  })

  it.each(Array.from({ length: 12 }, (_, i) => i))(
    'check finds no errors, looked at %i times 61 days after 2026-11-24',
    (i) => {
      const start = at('2026-11-24T00:00Z') + i * days(61)
      const found = check(workspace, { start, end: start + days(90) })
      expect(found.filter(isError).map(({ message }) => message)).toEqual([])
    },
  )

  it('check finds no errors from its first handoff to the end of 2028, and one warning, which is there on purpose', () => {
    const found = check(workspace, { start: at('2026-01-05T16:00Z'), end: at('2029-01-01') })
    expect(found.map(({ code, people, severity }) => [severity, code, people])).toEqual([
      ['warning', 'away-on-call', ['carol']],
    ])
  })

  it('somebody has every rotation on a working day of the week in which it is first shown, and today', () => {
    for (const id of workspace.rotations.keys()) {
      expect(onCallAt(rotation(id), at('2026-11-24T10:00Z'))).toHaveLength(1)
    }
    for (const id of ['primary', 'secondary']) {
      expect(onCallAt(rotation(id), Date.now())).not.toEqual([])
    }
  })

  it('the secondary is primary in the week after', () => {
    for (let start = at('2026-01-05T16:00Z'); start < at('2028-12-01'); start += days(7)) {
      const before = onCallAt({ ...rotation('secondary'), overrides: [] }, start)
      const after = onCallAt({ ...rotation('primary'), overrides: [] }, start + days(7))
      // Christmas is dealt out by the day, and who is secondary on its eve is not primary a week later.
      const christmas = start > at('2026-12-16') && start < at('2027-01-01')
      if (!christmas) expect(before).toEqual(after)
    }
  })

  it('Erin takes the place of Dave, and nobody else moves', () => {
    const order = ['alice', 'priya', 'grace', 'bob', 'carol', 'arjun', 'frank']
    expect(weeks('2026-01-05T16:00Z')).toEqual([...order, 'dave'])
    expect(weeks('2027-03-29T16:00Z')).toEqual([...order, 'erin'])
  })

  it('the infrastructure meeting is on Mondays and Thursdays at 16:00 UTC, for 15 minutes', () => {
    const meeting = workspace.meetings.get('infrastructure')!
    const within = { start: at('2027-01-04'), end: at('2028-01-03') }
    const held = occurrencesOf(workspace, meeting, within)
    expect(held).toHaveLength(104)
    for (const { start, end, chair } of held) {
      expect([1, 4]).toContain(new Date(start).getUTCDay())
      expect(new Date(start).toISOString().slice(11, 16)).toBe('16:00')
      expect(end - start).toBe(15 * 60_000)
      expect(chair).not.toBeNull()
    }
  })

  it('has the schema of this version beside it (rotate schema > rotations/.rotate.schema.json)', () => {
    const path = join(ROOT, 'rotations/.rotate.schema.json')
    const text = schemaText(VERSION)
    if (updating) writeFileSync(path, text)
    expect(readFileSync(path, 'utf8') === text).toBe(true)
  })
})
