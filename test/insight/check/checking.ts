/** For the tests of `check`: YAML in, what one rule says out, in the words that a test is about. */
import { expect } from '@jest/globals'
import { check } from '../../../src/insight/check/check.ts'
import { DAY } from '../../../src/time/instant.ts'
import type { Problem } from '../../../src/model/problem.ts'
import type { HolidayBook } from '../../../src/model/holidays.ts'
import type { Workspace } from '../../../src/model/workspace.ts'
import { positionOf } from '../../../src/model/place.ts'
import { load } from '../../../src/workspace/load.ts'
import { instant, range, workspace } from '../../timeline/picture.ts'

export const PEOPLE = 'people: { alice: {}, bob: {}, carol: {}, dave: {}, erin: {} }\n'

/** A weekly rotation that begins on a Monday at 16:00, with more YAML behind it, indented under the rotation. */
export function weekly(members: string, more = ''): string {
  return `${PEOPLE}rotations:
  primary:
    start: 2026-11-30 16:00
    turn: 1 week
    members: ${members}
${more}`
}

export function workspaceOf(yaml: string, book?: HolidayBook): Workspace {
  const { workspace, problems } = load([{ path: 'rotations/x.yaml', text: yaml }], book)
  expect(problems.map(({ message }) => message)).toEqual([])
  return workspace
}

/** How far ahead the example of a rule is looked at: as far as `check` looks, or to the next change of a clock. */
export function daysFor(name: string): number {
  return ['clock-change-night', 'drifting-handoff', 'odd-time'].includes(name) ? 130 : 90
}

interface Asked {
  /** An ISO time, UTC. */
  readonly now?: string
  /** The YAML as it was committed. */
  readonly before?: string
  readonly days?: number
}

export function problemsIn(
  yaml: string,
  { now = '2026-12-01', before, days = 90 }: Asked = {},
): Problem[] {
  const at = Date.parse(now)
  const more = { now: at, ...(before !== undefined && { before: workspaceOf(before) }) }
  return check(workspaceOf(yaml), { start: at, end: at + days * DAY }, undefined, more)
}

/** What is found of one code: the severity, the text it points at and the message. */
export function said(code: string, yaml: string, asked: Asked = {}): string[] {
  return problemsIn(yaml, asked)
    .filter((problem) => problem.code === code)
    .map(({ severity, message, place }) => {
      const at = place?.source.text.slice(place.from, place.to).split('\n', 1)[0]
      return `${severity}: ${message} @ ${at}`
    })
}

/** All codes that are found, each once. */
export function codes(yaml: string, asked: Asked = {}): string[] {
  return [...new Set(problemsIn(yaml, asked).map(({ code }) => code))]
}

/** `error gap primary 2026-11-30T00:00Z > 2026-12-01T00:00Z`, with people and rotations where it names some. */
export function found(
  rule: string,
  yaml: string,
  text: string,
  only?: readonly string[],
): string[] {
  const w = workspace(yaml)
  const chosen = only?.flatMap((id) => w.rotations.get(id) ?? [])
  return check(w, range(text), chosen)
    .filter(({ code }) => code === rule)
    .map(({ severity, code, people = [], start, end, ...rest }) => {
      const about = rest.rotations?.join('+') ?? rest.rotation ?? rest.meeting ?? ''
      return [severity, code, ...people, about, instant(start), '>', instant(end)].join(' ')
    })
}

/** The whole sentences, each with the line of the YAML that it points at. */
export function sentences(rule: string, yaml: string, text: string): string[] {
  const problems = check(workspace(yaml), range(text)).filter(({ code }) => code === rule)
  return problems.map(({ message, place }) => {
    const line = place && place.source.text.split('\n')[positionOf(place).line - 1]?.trim()
    return `${message}\n    ${line}`
  })
}
