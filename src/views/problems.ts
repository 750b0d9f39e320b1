/** Problems as a compiler shows them: the place, the sentence, the line and a caret under it. */
import type { Zone } from '../time/zone.ts'
import { isError, type Problem } from '../model/problem.ts'
import { positionOf, type Place } from '../model/place.ts'
import { signs } from './ascii.ts'
import { clean } from './clean.ts'
import { sayCount } from './count.ts'
import type { Look } from './look.ts'
import { plain } from './paint.ts'
import { snippet } from './snippet.ts'
import { typed } from './typed.ts'
import { wrap } from './wrap.ts'

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

type How = Pick<Look, 'paint' | 'width'> & Partial<Pick<Look, 'zone' | 'ascii' | 'dir'>>

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
export function sayProblem(problem: Problem, how: How): string {
  const { paint, width, zone, ascii } = how
  const { code, severity, message, place, related } = problem
  const brush = severity === 'error' ? paint.error : paint.warning
  const where = place === undefined ? '' : `${paint.strong(sayPlace(place))}: `
  const text = `${where}${brush(`${severity}:`)} ${signs(clean(message), ascii)}  ${paint.faint(`[${code}]`)}`
  const note =
    related === undefined
      ? ''
      : wrap(
          `${paint.strong(sayPlace(related.place))}: note: ${signs(clean(related.note), ascii)}`,
          width,
        ) + snippet(related.place, paint.faint, how)
  const free = sayFree(problem)
  const way = free === '' || zone === undefined ? '' : sayTaking(problem, zone, how.dir)
  const last =
    free === '' ? '' : wrap(`  ${clean(free)}`, width) + (way === '' ? '' : `${clean(way)}\n`)
  return wrap(text, width) + (place === undefined ? '' : snippet(place, brush, how)) + note + last
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
function sayTaking(
  { free, people, rotation, rotations, start, end }: Problem,
  zone: Zone,
  dir = '',
): string {
  const [by] = free ?? []
  const [person] = people ?? []
  const id = rotation ?? rotations?.at(-1)
  if (by === undefined || person === undefined || start === undefined || end === undefined)
    return ''
  // In one piece, to be copied.
  return `    rotate cover ${person} --on ${typed({ start, end }, zone)} --rotation ${id} --by ${by}${dir}`
}

function sayPlace(place: Place): string {
  const { line, column } = positionOf(place)
  return `${clean(place.source.path)}:${line}:${column}`
}
