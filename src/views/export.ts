/** `rotate export`: what was written. */
import { clean } from './clean.ts'
import type { Json } from './json.ts'

/** Only what a view needs of a plan: this room does not know calendars. */
interface Export {
  /** The folder, as people know it. */
  readonly out: string
  readonly calendars?: {
    readonly files: readonly {
      readonly path: string
      readonly events: number
      readonly written: boolean
    }[]
    readonly orphans: readonly string[]
  }
  readonly page?: { readonly path: string; readonly written: boolean }
}

/** What was written of calendars and the page, a line each. */
export function sayExport({ out, calendars, page }: Export): string {
  const lines: string[] = []
  if (calendars !== undefined) {
    const { files } = calendars
    const written = files.filter((file) => file.written).length
    const same = files.length - written
    const counted = `${files.length} calendar${files.length === 1 ? '' : 's'} in ${clean(out)}`
    lines.push(
      written === 0
        ? `${counted}: nothing has changed.`
        : `${counted}: ${written} written${same > 0 ? `, ${same} unchanged` : ''}.`,
    )
  }
  if (page !== undefined) {
    const what = page.written ? 'written' : 'nothing has changed'
    lines.push(`The page ${clean(out)}/${page.path}: ${what}.`)
  }
  return lines.map((line) => `${line}\n`).join('')
}

/** What was written of calendars and the page, as data. */
export function exportJson({ out, calendars, page }: Export): Json {
  const files = (calendars?.files ?? []).map(({ path, events, written }) => ({
    path,
    events,
    written,
  }))
  return {
    out,
    files: [...files, ...(page === undefined ? [] : [{ path: page.path, written: page.written }])],
    orphans: calendars?.orphans ?? [],
  }
}
