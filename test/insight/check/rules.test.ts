/** Each rule of `check` shows what it finds, and a workspace in which it is mended; the first test of every rule. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { check } from '../../../src/insight/check/check.ts'
import type { Rule } from '../../../src/insight/check/rule.ts'
import { RULES } from '../../../src/insight/check/rules.ts'
import { CHECKS } from '../../../src/model/checks.ts'
import type { Problem } from '../../../src/model/problem.ts'
import { DAY } from '../../../src/time/instant.ts'
import { daysFor, workspaceOf } from './checking.ts'

const START = Date.UTC(2026, 10, 30)

function problemsOf(rule: Rule, yaml: string): Problem[] {
  const within = { start: START, end: START + daysFor(rule.name) * DAY }
  const before = rule.before === undefined ? {} : { before: workspaceOf(rule.before) }
  return check(workspaceOf(yaml), within, undefined, { now: START, ...before })
}

describe.each(RULES)('$name', (rule) => {
  it('finds what is wrong, and nothing else is', () => {
    const found = problemsOf(rule, rule.wrong)
    expect([...new Set(found.map(({ code }) => code))]).toEqual([rule.name])
    expect(found[0]?.severity).toBe(rule.severity)
  })

  it('is silent where it was mended', () => {
    expect(problemsOf(rule, rule.right)).toEqual([])
  })

  it('can be turned off', () => {
    expect(problemsOf(rule, `${rule.wrong}checks: { ${rule.name}: off }\n`)).toEqual([])
  })
})

it('what can be turned off is what there is', () => {
  expect(RULES.map(({ name }) => name).sort()).toEqual([...CHECKS])
})

it('the folder lists the rules: each has a file of its name, and helpers have folders', () => {
  const frame = ['check.ts', 'rule.ts', 'rules.ts']
  const folder = join(import.meta.dirname, '../../../src/insight/check')
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  expect(files.filter((name) => !frame.includes(name))).toEqual(CHECKS.map((name) => `${name}.ts`))
})
