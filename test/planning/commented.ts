/** Random workspaces as people leave them: remarks everywhere, several files, anchors, CRLF, no line break at the end. */
import { FAILSAFE_SCHEMA, load as parse } from 'js-yaml'
import type { Source } from '../../src/model/place.ts'
import { mulberry32 } from '../mulberry.ts'
import type { Doc } from '../oracle/naive.ts'
import { randomWorkspace } from '../oracle/random.ts'

export interface Commented {
  readonly sources: readonly Source[]
  /** The present instant: in the middle of things. */
  readonly now: number
  readonly chance: (p: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
}

/** The same seed gives the same one. */
export function commentedWorkspace(seed: number): Commented {
  const dice = diceOf(seed)
  const { yaml, from } = randomWorkspace(seed)
  const files = dice.chance(0.4) ? parted(yaml, dice) : [yaml]
  const eol = dice.chance(0.2) ? '\r\n' : '\n'
  const sources = files.map((text, i) => {
    const lines = withRemarks(text.trimEnd().split('\n'), dice)
    const end = dice.chance(0.2) ? '' : eol
    return { path: `${'bac'[i] ?? 'd'}.yaml`, text: lines.join(eol) + end }
  })
  return { sources, now: Math.floor(from / 60_000) * 60_000, ...dice }
}

/** What the files say, for the oracle: every scalar as text, maps put together, overrides in order of path. */
export function docOf(sources: readonly Source[]): Doc {
  const whole: Record<string, unknown> = {}
  for (const { text } of [...sources].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const doc = (parse(text, { schema: FAILSAFE_SCHEMA }) ?? {}) as Record<string, unknown>
    for (const [key, value] of Object.entries(doc)) {
      const before = whole[key]
      if (Array.isArray(value)) whole[key] = [...((before as unknown[]) ?? []), ...value]
      else if (typeof value === 'object') whole[key] = { ...(before as object), ...value }
      else whole[key] = value
    }
  }
  return withoutEmpty(whole) as Doc
}

/** A list of which nothing is left says nothing, nor does what is about somebody. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      if (each !== '' && each !== null) return [[key, withoutEmpty(each)]]
      return key === 'overrides' || key === 'away' ? [] : [[key, {}]]
    }),
  )
}

type Dice = Pick<Commented, 'chance' | 'pick'>

/** Apart from those that make the workspace. */
function diceOf(seed: number): Dice {
  const next = mulberry32(seed * 2_246_822_519 + 374_761_393)
  return {
    chance: (p) => next() < p,
    // Never asked of an empty list.
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
  }
}

/** Whole sections of the file, dealt out over two. */
function parted(yaml: string, { chance }: Dice): string[] {
  const sections = yaml.split(/^(?=\S)/m)
  const files = ['', '']
  for (const section of sections) files[chance(0.5) ? 0 : 1] += section
  return files.filter((text) => text !== '')
}

function withRemarks(lines: readonly string[], { chance }: Dice): string[] {
  let named = 0
  return lines.flatMap((line, i) => {
    const margin = /^ */.exec(line)?.[0] ?? ''
    const anchored = chance(0.1)
      ? line.replace(/^(\s*(?:members|overrides|away):)(?= |$)/, () => {
          named += 1
          return `${/^\s*\w+:/.exec(line)?.[0] ?? ''} &list${named}`
        })
      : line
    const whole = chance(0.12) ? `${anchored}   # remark ${i}` : anchored
    return [
      ...(chance(0.08) ? [`${margin}# above ${i}: a, b [c] {d}`] : []),
      ...(chance(0.04) ? [''] : []),
      whole,
    ]
  })
}
