/** A calendar cut into its parts: lines unfolded, events and time zones as text, so that each is read by itself. */

/** A part of a calendar from BEGIN to END, and the line of the file on which it begins, from 1. */
export interface Block {
  readonly line: number
  readonly text: string
}

export interface Blocks {
  /** Properties of the calendar itself, by their name in capitals. */
  readonly properties: ReadonlyMap<string, string>
  readonly events: readonly Block[]
  readonly zones: readonly Block[]
}

/** What is wrong with a calendar, and on which line where that is known. */
export interface CalendarFault {
  readonly line?: number
  readonly message: string
}

/** More than fifty people make in a lifetime. */
const MOST_EVENTS = 200_000

/** The parts of a calendar, or what is wrong with it. */
export function blocksIn(text: string): Blocks | CalendarFault {
  const lines = text.split(/\r\n|\n|\r/)
  if (!lines.some((line) => /^BEGIN:VCALENDAR\s*$/i.test(line))) {
    const seen = /^\s*<(!doctype|html)/i.test(text) ? ': it is a web page' : ''
    return { message: `this is no calendar${seen} (a calendar begins with BEGIN:VCALENDAR)` }
  }
  const properties = new Map<string, string>()
  const events: Block[] = []
  const zones: Block[] = []
  const open: { name: string; from: number }[] = []
  for (const [i, line] of lines.entries()) {
    const mark = /^(BEGIN|END):([A-Z-]+)\s*$/i.exec(line)
    if (mark === null) {
      if (open.length === 1) remember(properties, unfolded(lines, i))
      continue
    }
    const name = (mark[2] ?? '').toUpperCase()
    if (/^begin$/i.test(mark[1] ?? '')) {
      open.push({ name, from: i })
      continue
    }
    const last = open.pop()
    if (last?.name !== name) {
      return { line: i + 1, message: `END:${name} without its BEGIN: the file is damaged` }
    }
    const kind = name === 'VEVENT' ? events : name === 'VTIMEZONE' ? zones : undefined
    kind?.push({ line: last.from + 1, text: lines.slice(last.from, i + 1).join('\r\n') })
    if (events.length > MOST_EVENTS) return { message: `over ${MOST_EVENTS} events are no rota` }
  }
  const [, inside] = open
  const unclosed = inside ?? open[0]
  if (unclosed !== undefined) {
    return {
      line: unclosed.from + 1,
      message: `${unclosed.name} is never closed: the file is cut off`,
    }
  }
  return { properties, events, zones }
}

function unfolded(lines: readonly string[], at: number): string {
  let text = lines[at] ?? ''
  for (let i = at + 1; /^[ \t]/.test(lines[i] ?? ''); i += 1) text += (lines[i] ?? '').slice(1)
  return text
}

function remember(properties: Map<string, string>, line: string): void {
  const found = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/i.exec(line)
  if (found === null) return
  const name = (found[1] ?? '').toUpperCase()
  const value = (found[2] ?? '').replaceAll(/\\([,;\\])/g, '$1').replaceAll(/\\n/gi, ' ')
  if (!properties.has(name)) properties.set(name, value.trim())
}
