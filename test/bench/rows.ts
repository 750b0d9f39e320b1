/** The rows of the table, each with its limit, and what a user would write instead. */

export interface Row {
  readonly what: string
  /** What is compared with: the least that gives the same answer. */
  readonly least: string
  /** Times (ms). */
  readonly leastTime: number
  readonly rotate: number
  readonly instead?: { readonly name: string; readonly time: number }
  readonly goal: number
  readonly never: number
}

export function print(rows: readonly Row[]): void {
  const lines = rows.map(({ what, least, leastTime, rotate, instead, goal, never }) => [
    what,
    least,
    show(leastTime),
    show(rotate),
    (rotate / leastTime).toFixed(2),
    String(goal),
    String(never),
    instead === undefined ? '' : `${instead.name}: ${(instead.time / leastTime).toFixed(1)}`,
    rotate / leastTime <= goal ? 'goal' : rotate / leastTime <= never ? 'ok' : 'TOO SLOW',
  ])
  const head = ['what', 'against', 'it takes', 'rotate', 'ratio', 'goal', 'never', 'instead', '']
  const table = [head, ...lines]
  const widths = head.map((_, i) => Math.max(...table.map((line) => (line[i] ?? '').length)))
  for (const line of table) {
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
}

function show(time: number): string {
  if (time < 0.01) return `${(time * 1000).toFixed(2)} us`
  return time < 10 ? `${time.toFixed(3)} ms` : `${time.toFixed(0)} ms`
}
