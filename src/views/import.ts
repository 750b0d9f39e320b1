/** What `rotate import` says: the texts, what could not be said, and whether they agree with PagerDuty. */
import { writeUtc } from '../time/wall.ts'
import type { Verdict } from '../model/plan.ts'
import { clean, cleanJson } from './clean.ts'
import { differenceJson, type Json } from './json.ts'
import type { Look } from './look.ts'

/** What `rotate import` has to tell: the files, and what could not be said in them. */
export interface ImportSaid {
  readonly team: string
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly isWritten: boolean
  readonly rotations: readonly {
    readonly name: string
    readonly unsaid: readonly string[]
    readonly verdict: Verdict
  }[]
}

/** The files one after another, each below its path; they hold nothing that a terminal would obey. */
export function sayFiles(files: ImportSaid['files'], { paint }: Look): string {
  return files
    .map(({ path, text }) => `${paint.strong(`--- ${clean(path)}`)}\n${cleanJson(text)}\n`)
    .join('')
}

/** `primary: 'Weekend' in PagerDuty cannot be said as turns: ...` */
export function sayUnsaid({ rotations }: ImportSaid): string {
  return rotations
    .flatMap(({ verdict, unsaid }) =>
      unsaid.map((sentence) => `${clean(verdict.rotation)}: ${clean(sentence)}\n`),
    )
    .join('')
}

/** What was brought in, as data. */
export function importJson({ team, files, isWritten, rotations }: ImportSaid): Json {
  return {
    team,
    files: files.map(({ path, text }) => ({
      path,
      written: isWritten,
      ...(!isWritten && { text }),
    })),
    rotations: rotations.map(({ name, unsaid, verdict }) => ({
      rotation: verdict.rotation,
      schedule: verdict.schedule,
      name,
      agrees: verdict.differences.length === 0,
      until: writeUtc(verdict.until),
      shifts: verdict.shifts,
      unsaid,
      differences: verdict.differences.map((one) => differenceJson(one)),
    })),
  }
}
