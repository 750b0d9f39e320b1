/** Problems as a compiler shows them: the place, the sentence, the line and a caret under it. */
import { isError, type Problem } from '../model/problem.ts'
import { lineOf, positionOf, type Place } from '../model/place.ts'
import stringWidth from 'fast-string-width'
import { clean } from './clean.ts'
import { plain, type Paint } from './paint.ts'

/** The most of a line that is shown around a place. */
const SHOWN = 120

/** All problems, one after the other, with an empty line between them. */
export function sayProblems(problems: readonly Problem[], paint: Paint = plain): string {
  return problems.map((problem) => sayProblem(problem, paint)).join('\n')
}

/** `2 errors, 1 warning`, `no problems` */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(isError).length
  const counted = [plural(errors, 'error'), plural(problems.length - errors, 'warning')]
  return counted.filter((text) => !text.startsWith('0 ')).join(', ') || 'no problems'
}

function sayProblem({ code, severity, message, place, related }: Problem, paint: Paint): string {
  const brush = severity === 'error' ? paint.error : paint.warning
  const where = place === undefined ? '' : `${paint.strong(sayPlace(place))}: `
  const head = `${where}${brush(`${severity}:`)} ${clean(message)}  ${paint.faint(`[${code}]`)}\n`
  const note =
    related === undefined
      ? ''
      : `${paint.strong(sayPlace(related.place))}: note: ${related.note}\n${snippet(related.place, paint.faint)}`
  return head + (place === undefined ? '' : snippet(place, brush)) + note
}

function sayPlace(place: Place): string {
  const { line, column } = positionOf(place)
  return `${clean(place.source.path)}:${line}:${column}`
}

/** The line on which a place begins, and carets under as much of the place as stands on it. */
function snippet(place: Place, brush: (text: string) => string): string {
  const { source, from, to } = place
  const { text } = source
  const { from: start, to: end } = lineOf(place)
  // A very long line is shown from a little before the place on.
  const first = from - start > SHOWN / 2 ? from - SHOWN / 2 : start
  const last = Math.min(end, first + SHOWN)
  const before = clean(text.slice(first, from))
  const marked = clean(text.slice(from, Math.min(Math.max(to, from + 1), last)))
  const line = before + clean(text.slice(from, last))
  if (line.trim() === '') return ''
  const carets = '^'.repeat(Math.max(1, stringWidth(marked.trimEnd())))
  return `    ${line}\n    ${' '.repeat(stringWidth(before))}${brush(carets)}\n`
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
