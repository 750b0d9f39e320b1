/** Problems as a compiler shows them: the place, the sentence, the line and a caret under it. */
import type { Zone } from '../time/zone.ts'
import { isError, type Problem } from '../model/problem.ts'
import { lineOf, positionOf, type Place } from '../model/place.ts'
import stringWidth from 'fast-string-width'
import { clean } from './clean.ts'
import { sayCount } from './count.ts'
import type { Look } from './look.ts'
import { plain, type Brush } from './paint.ts'
import { typed } from './typed.ts'
import { wrap } from './wrap.ts'

/** The most of a line that is shown around a place. */
const SHOWN = 120

/** All problems, one after the other, with an empty line between them. */
export function sayProblems(problems: readonly Problem[], how: How = PIPE): string {
  return sayFirst(problems, (problem) => sayProblem(problem, how))
}

/** More than this nobody reads at once. */
const MOST = 100

/** The first of many, with an empty line between them, and how many more there are. */
export function sayFirst<T>(all: readonly T[], say: (each: T) => string): string {
  const said = all.slice(0, MOST).map(say)
  const left = all.length - said.length
  if (left > 0)
    said.push(`and ${left} more: mend these first, or see all with 'rotate check --json'\n`)
  return said.join('\n')
}

type How = Pick<Look, 'paint' | 'width'> & Partial<Pick<Look, 'zone'>>

const PIPE: How = { paint: plain, width: Infinity }

/** `2 errors, 1 warning`, `no problems` */
export function countProblems(problems: readonly Problem[]): string {
  const { errors, warnings } = countBySeverity(problems)
  const counted = [sayCount(errors, 'error'), sayCount(warnings, 'warning')]
  return counted.filter((text) => !text.startsWith('0 ')).join(', ') || 'no problems'
}

/** The number of problems of each severity. */
export function countBySeverity(problems: readonly Problem[]): {
  errors: number
  warnings: number
} {
  const errors = problems.filter(isError).length
  return { errors, warnings: problems.length - errors }
}

/** One problem: the place and the sentence, the line, a caret. */
export function sayProblem(problem: Problem, { paint, width, zone }: How): string {
  const { code, severity, message, place, related } = problem
  const brush = severity === 'error' ? paint.error : paint.warning
  const where = place === undefined ? '' : `${paint.strong(sayPlace(place))}: `
  const text = `${where}${brush(`${severity}:`)} ${clean(message)}  ${paint.faint(`[${code}]`)}`
  const note =
    related === undefined
      ? ''
      : wrap(`${paint.strong(sayPlace(related.place))}: note: ${clean(related.note)}`, width) +
        snippet(related.place, paint.faint, width)
  const free = sayFree(problem)
  const way = free === '' || zone === undefined ? '' : sayTaking(problem, zone)
  const last =
    free === '' ? '' : wrap(`  ${clean(free)}`, width) + (way === '' ? '' : `${clean(way)}\n`)
  return wrap(text, width) + (place === undefined ? '' : snippet(place, brush, width)) + note + last
}

/** So many names are enough to choose from. */
const FREE = 4

/** `free then: bob, carol and 2 more`; empty where nobody has looked. */
export function sayFree({ free }: Problem): string {
  if (free === undefined) return ''
  if (free.length === 0) return 'free then: nobody'
  const more = free.length > FREE ? ` and ${free.length - FREE} more` : ''
  return `free then: ${free.slice(0, FREE).join(', ')}${more}`
}

/** The command by which the first of them takes it, where somebody has it. */
function sayTaking({ free, people, rotation, rotations, start, end }: Problem, zone: Zone): string {
  const [by] = free ?? []
  const [person] = people ?? []
  const id = rotation ?? rotations?.at(-1)
  if (by === undefined || person === undefined || start === undefined || end === undefined)
    return ''
  // In one piece, to be copied.
  return `    rotate cover ${person} --on ${typed({ start, end }, zone)} --rotation ${id} --by ${by}`
}

function sayPlace(place: Place): string {
  const { line, column } = positionOf(place)
  return `${clean(place.source.path)}:${line}:${column}`
}

/** The line on which a place begins, and carets under as much of the place as stands on it. */
function snippet(place: Place, brush: Brush, width: number): string {
  const { source, from, to } = place
  const { text } = source
  if (source.isOutside === true) return ''
  const { from: start, to: end } = lineOf(place)
  const most = Math.max(20, Math.min(SHOWN, width - 4))
  // A very long line is shown from a little before the place on.
  const first = from - start > most / 2 ? from - Math.floor(most / 2) : start
  const last = Math.min(end, first + most)
  const before = clean(text.slice(first, from))
  const marked = clean(text.slice(from, Math.min(Math.max(to, from + 1), last)))
  const line = before + clean(text.slice(from, last))
  if (line.trim() === '') return ''
  const carets = '^'.repeat(Math.max(1, stringWidth(marked.trimEnd())))
  return `    ${line}\n    ${' '.repeat(stringWidth(before))}${brush(carets)}\n`
}
