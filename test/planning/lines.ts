/** Two texts line by line: what is only in one of them. */

export interface Changed {
  /** Lines that are gone, and lines that have come, each with its line break left out. */
  readonly gone: readonly string[]
  readonly come: readonly string[]
}

/** The shortest such list; all other lines are the same, in the same order, byte for byte. */
export function changedLines(before: string, after: string): Changed {
  const [a, b] = [linesOf(before), linesOf(after)]
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  let end = 0
  while (
    end < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  )
    end += 1
  return between(a.slice(start, a.length - end), b.slice(start, b.length - end))
}

function between(a: readonly string[], b: readonly string[]): Changed {
  // The longest common lines, by the book.
  const lengths = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i]![j] =
        a[i] === b[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  const gone: string[] = []
  const come: string[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1]
    else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!))
      gone.push((a[i++] ?? '').replace(/[\r\n]+$/, ''))
    else come.push((b[j++] ?? '').replace(/[\r\n]+$/, ''))
  }
  return { gone, come }
}

/** The last line has its break also where the file leaves it out: a line more below it must have one. */
function linesOf(text: string): string[] {
  const whole = /[^\n]$/.test(text) ? `${text}${text.includes('\r\n') ? '\r\n' : '\n'}` : text
  return whole.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
