/** `rotate export`: what was written. */
import { clean } from './clean.ts'
import type { Json } from './json.ts'

/** Only what a view needs of a plan: this room does not know calendars. */
interface Export {
  /** The folder, as people know it. */
  readonly out: string
  readonly written: readonly { readonly path: string }[]
  readonly plan: {
    readonly files: readonly { readonly path: string; readonly events: number }[]
    readonly orphans: readonly string[]
  }
}

export function sayExport({ out, written, plan: { files } }: Export): string {
  const same = files.length - written.length
  const counted = `${files.length} calendar${files.length === 1 ? '' : 's'} in ${clean(out)}`
  if (written.length === 0) return `${counted}: nothing has changed.\n`
  return `${counted}: ${written.length} written${same > 0 ? `, ${same} unchanged` : ''}.\n`
}

export function exportJson({ out, written, plan: { files, orphans } }: Export): Json {
  const changed = new Set(written.map(({ path }) => path))
  return {
    out,
    files: files.map(({ path, events }) => ({ path, events, written: changed.has(path) })),
    orphans,
  }
}
