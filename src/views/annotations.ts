/** Problems as workflow commands of GitHub Actions, which shows them beside the lines of a pull request. */
import type { Problem } from '../model/problem.ts'
import { positionOf } from '../model/place.ts'
import { clean } from './clean.ts'
import { sayFree } from './problems.ts'

/** `::error file=rotations/primary.yaml,line=12,col=18,title=unknown-person::unknown person 'carl'`, one a line. */
export function githubAnnotations(problems: readonly Problem[]): string {
  return problems.map(annotation).join('')
}

function annotation(problem: Problem): string {
  const { code, severity, message, place } = problem
  const free = sayFree(problem)
  const where = place && positionOf(place)
  const properties = [
    ...(place && where
      ? [`file=${property(place.source.path)}`, `line=${where.line}`, `col=${where.column}`]
      : []),
    `title=${property(`rotate: ${code}`)}`,
  ]
  return `::${severity} ${properties.join(',')}::${data(clean(free === '' ? message : `${message}; ${free}`))}\n`
}

/** As the toolkit of Actions escapes them (`packages/core/src/command.ts`). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(clean(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
