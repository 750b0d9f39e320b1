/** The files of a workspace, read and merged into one document, before anything in it is understood. */
import type { Place, Source } from '../model/place.ts'
import { file, type FileText } from './format.ts'
import type { Report, Subject } from './report.ts'
import { quote, type Fields, type Named, type Told } from './shape.ts'
import { parse } from './yaml.ts'

/** All that the files say, in the order of their paths. */
export interface Document {
  readonly team: Told<string> | undefined
  readonly timezone: Told<string> | undefined
  readonly holidays: NonNullable<FileText['holidays']>
  readonly people: NonNullable<FileText['people']>
  readonly rotations: NonNullable<FileText['rotations']>
  readonly overrides: NonNullable<FileText['overrides']>
  readonly meetings: NonNullable<FileText['meetings']>
  readonly checks: NonNullable<FileText['checks']>
  /** Whether every file could be read: where not, what is named may stand in one that could not. */
  readonly complete: boolean
}

export function merge(sources: readonly Source[], report: Report): Document {
  const files: Fields<FileText>[] = []
  let complete = true
  for (const source of [...sources].sort(byPath)) {
    const { root, problems } = parse(source)
    for (const problem of problems) report.add(problem)
    if (problems.length > 0) complete = false
    const read = root && file.read(root, report)
    if (read !== undefined) files.push(read)
    else if (root !== undefined) complete = false
  }
  return {
    team: onlyOne(files, 'team', report),
    timezone: onlyOne(files, 'timezone', report),
    holidays: byId(
      files.map(({ holidays }) => holidays),
      'list',
      report,
    ),
    people: byId(
      files.map(({ people }) => people),
      'person',
      report,
    ),
    rotations: byId(
      files.map(({ rotations }) => rotations),
      'rotation',
      report,
    ),
    overrides: files.flatMap(({ overrides }) => overrides ?? []),
    meetings: byId(
      files.map(({ meetings }) => meetings),
      'meeting',
      report,
    ),
    checks: byId(
      files.map(({ checks }) => checks),
      'check',
      report,
    ),
    complete,
  }
}

/** By path, part by part and character by character, whatever the machine's language. */
function byPath(a: Source, b: Source): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

function onlyOne(
  files: readonly Fields<FileText>[],
  key: 'team' | 'timezone',
  report: Report,
): Told<string> | undefined {
  let first: Place | undefined
  let told: Told<string> | undefined
  for (const { keys, [key]: value } of files) {
    const place = keys.get(key)
    if (place === undefined) continue
    if (first !== undefined) {
      const related = { place: first, note: 'first given here' }
      report.error('given-twice', `'${key}' stands in one file only`, place, related)
    }
    first ??= place
    told ??= value
  }
  return told
}

/** Puts the maps of all files into one; an id given twice, or but for its case, is wrong in both places. */
function byId<T>(
  maps: readonly (readonly Named<T>[] | undefined)[],
  what: 'person' | 'rotation' | 'meeting' | 'list' | 'check',
  report: Report,
): Named<T>[] {
  const known = new Map<string, Named<T>>()
  for (const entry of maps.flatMap((map) => map ?? [])) {
    const first = known.get(entry.id.toLowerCase())
    if (first === undefined) {
      known.set(entry.id.toLowerCase(), entry)
      continue
    }
    const message =
      first.id === entry.id
        ? `the ${what} ${quote(entry.id)} is given twice`
        : `the ids ${quote(first.id)} and ${quote(entry.id)} differ only in case`
    report.error('given-twice', message, entry.place, {
      place: first.place,
      note: 'first given here',
    })
    for (const id of [first.id, entry.id]) report.spoil(`${what} ${id}` satisfies Subject)
  }
  return [...known.values()]
}
