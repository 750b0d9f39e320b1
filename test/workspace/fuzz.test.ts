/** Whatever a file says, loading it gives problems that can be shown, and what is sound can be asked. */
import { expect, it } from '@jest/globals'
import { check } from '../../src/insight/check/check.ts'
import { positionOf } from '../../src/model/place.ts'
import { occurrencesOf } from '../../src/timeline/occurrences.ts'
import { shiftsOf } from '../../src/timeline/shifts.ts'
import { sayProblems } from '../../src/views/problems.ts'
import { load } from '../../src/workspace/load.ts'
import { mulberry32 } from '../mulberry.ts'
import { RICH } from './rich.ts'
import { book } from './texts.ts'

const MUTATIONS = Number(process.env['FUZZ'] ?? 1000)
const SEED = Number(process.env['FUZZ_SEED'] ?? 1)

/** Of how many texts one is asked who is on call, which takes longer than to load them. */
const ASKED = Number(process.env['FUZZ_ASKED'] ?? 4)

/** The longest that one text may take (ms), on a machine that does much else. */
const LONGEST = 3000

/** What a scalar is replaced by: what is nearly right, and what is far from it. */
const NASTY =
  `~ {} [] [[]] {a:b} " ' *people &x &people * !!str !x << | > @x %x 0 -1 1e999 999999 -999999
  2200-12-31 1970-01-01..2200-12-31 2026-02-30 2026-13-01 24:00 00:00 mon mon-fri company dutch NL alice nobody
  everyone primary secondary site Pacific/Apia Australia/Lord_Howe +01:00 __proto__ constructor always none off`
    .split(/\s+/)
    .concat(
      [
        '',
        '9999999 hours',
        '9999999 weeks',
        '9999999 months',
        '9999999 shifts',
        '1 hours',
        '1 minutes',
        '1 month',
      ],
      [
        '1970-01-01 00:00+15:59',
        '2200-12-31 23:59:59-15:59',
        '2026-11-30 24:00',
        'fri 17:00',
        'mon 24:00',
        '- x',
        '? x',
      ],
      [
        '\u0000',
        '\u001B[31m',
        '\u202E',
        '\uD83D',
        '漢字',
        'x'.repeat(300),
        '['.repeat(120),
        '{a: '.repeat(60),
      ],
      ['{ from: 00:00, to: 00:00 }', '{ from: mon 00:00, to: mon 00:00 }', '{ on-call: primary }'],
      [
        '{ who: alice, from: 1970-01-01, until: 2200-12-31 }',
        '[{ from: 1970-01-01, to: 2200-12-31 }]',
      ],
    )

const CONTROLS = [
  '\r',
  '\0',
  '\u001B',
  '\u0085',
  '\u2028',
  '\uFEFF',
  '\t',
  '\b',
  '\u009B',
  '\u0007',
]

const SCALAR = /(?<=:\s|- |\[|, |\{ )[^\s,[\]{}#:][^,[\]{}#\n:]*/g

const WITHIN = { start: Date.UTC(2026, 11, 1), end: Date.UTC(2027, 2, 1) }

/** Random numbers below a number, the same every time. */
function dice(start: number): (below: number) => number {
  const next = mulberry32(start)
  return (below) => Math.floor(next() * below)
}

/** Changes a text in one of the ways in which people, editors and merges do. */
function mutate(text: string, roll: (below: number) => number): string {
  const pick = (from: readonly string[]): string => from[roll(from.length)] ?? ''
  const at = roll(text.length)
  const after = at + roll(8)
  const lines = text.split('\n')
  const line = roll(lines.length)
  switch (roll(12)) {
    case 0:
      return text.slice(0, at) + text.slice(after)
    case 1:
      return text.slice(0, at) + String.fromCharCode(roll(128)) + text.slice(at)
    case 2:
      return text.slice(0, at) + pick(NASTY) + text.slice(after)
    case 3:
      return text.slice(0, at) + pick(CONTROLS) + text.slice(at)
    case 4:
      return text.slice(0, at)
    case 5:
      return lines.toSpliced(roll(lines.length), 0, ...lines.slice(line, line + 1)).join('\n')
    case 6:
      return lines.with(line, ' '.repeat(roll(9)) + lines[line]?.trimStart()).join('\n')
    case 7:
      return lines.toSpliced(line, 1 + roll(3)).join('\n')
    case 8:
      return text.replaceAll('\n', pick(['\r\n', '\r', '\n']))
    default: {
      const scalars = [...text.matchAll(SCALAR)]
      const found = scalars[roll(scalars.length)]
      if (found === undefined) return text
      return text.slice(0, found.index) + pick(NASTY) + text.slice(found.index + found[0].length)
    }
  }
}

/** Loads a text, and perhaps asks all that can be asked of it; gives what is wrong with the problems. */
function faultsOf(text: string, asks: boolean): string[] {
  const { workspace, problems } = load([{ path: 'team.yaml', text }], book)
  const lines = text.split(/\r\n|\n|\r/)
  const faults: string[] = []
  for (const { code, message, place, related } of problems) {
    if (code === '' || message === '' || place === undefined) faults.push(`incomplete: ${code}`)
    for (const each of [place, related?.place]) {
      if (each === undefined) continue
      const { line, column } = positionOf(each)
      const inside = each.from >= 0 && each.from <= each.to && each.to <= text.length
      if (!inside || column > Array.from(lines[line - 1] ?? '').length + 1)
        faults.push(`outside: ${code} ${each.from} ${each.to}`)
    }
  }
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  if (/[\0-\t\v-\u001F\u007F-\u009F\u2028-\u202E]/.test(sayProblems(problems)))
    faults.push('control characters')
  if (!asks) return faults
  for (const rotation of workspace.rotations.values()) shiftsOf(rotation, WITHIN)
  for (const meeting of workspace.meetings.values()) occurrencesOf(workspace, meeting, WITHIN)
  check(workspace, WITHIN)
  return faults
}

it('the text is in order before it is changed', () => {
  expect(load([{ path: 'team.yaml', text: RICH }], book).problems).toEqual([])
})

it(`${MUTATIONS} random changes of it`, () => {
  const roll = dice(SEED)
  for (let i = 0; i < MUTATIONS; i += 1) {
    let text = RICH
    for (let changes = roll(3); changes >= 0; changes -= 1) text = mutate(text, roll)
    const begun = performance.now()
    let faults: string[]
    try {
      faults = faultsOf(text, i % ASKED === 0)
    } catch (error) {
      throw new Error(`change ${i}:\n${text}`, { cause: error })
    }
    if (performance.now() - begun > LONGEST) faults.push('slow')
    if (faults.length > 0) throw new Error(`change ${i}: ${faults.join(', ')}\n${text}`)
  }
})
