/** The files of a workspace, read and merged into one document, before anything in it is understood. */
import { zoneNamed } from '../time/zone.ts'
import type { Place, Source } from '../model/place.ts'
import type { Named } from './format/dictionary.ts'
import { file, SECTIONS, type FileText } from './format/file.ts'
import { meeting } from './format/meeting.ts'
import { person } from './format/person.ts'
import { rotation } from './format/rotation.ts'
import { isOwnKey } from './format/record.ts'
import { read, type Fields, type Told } from './format/shape.ts'
import { quote } from './quote.ts'
import type { Report, Subject, Thing } from './report.ts'
import { nearestWord } from './suggest.ts'
import { keyMeantBy } from './synonyms.ts'
import { ANY_KEY, isEmpty, type Entry, type Node } from './yaml/node.ts'
import { parse } from './yaml/parse.ts'

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
}

export function merge(sources: readonly Source[], report: Report): Document {
  const files: Fields<FileText>[] = []
  const unread = new Set<keyof FileText>()
  let isZoneTwice = false
  for (const source of [...sources].sort(byPath)) {
    const { root, problems } = parse(source, sectionMeantBy)
    for (const problem of problems) report.add(problem)
    const said = root && read(file, root, report)
    if (said !== undefined) files.push(said)
    for (const name of unreadIn(root, problems.length > 0)) unread.add(name)
    if (root?.kind === 'map' && root.lost.includes('timezone')) isZoneTwice = true
    for (const subject of robbedIn(root)) report.spoil(subject)
  }
  // Where the zone is said in one file, it is not in another; where it is said twice, it is of something else too.
  if (!isZoneTwice && files.some(({ timezone }) => timezone !== undefined))
    unread.delete('timezone')
  for (const name of unread) report.spoil(`section ${name}`)
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
  }
}

/** The section that a word was probably meant as. */
function sectionMeantBy(word: string): string | undefined {
  // A key of overrides, which is no slip.
  return word === 'rotation' ? undefined : nearestWord(word, SECTIONS)
}

/** The sections of a file that may say more than could be read. */
function unreadIn(root: Node | undefined, broken: boolean): readonly (keyof FileText)[] {
  if (root === undefined) return broken ? SECTIONS : []
  if (root.kind === 'scalar' && isEmpty(root)) return []
  if (root.kind !== 'map' || root.faulty || root.lost.includes(ANY_KEY)) return SECTIONS
  const keys = [...root.lost, ...root.entries.filter(isUnread).map(({ key }) => key.text)]
  const meant = new Set(keys.map((key) => keyMeantBy(key, SECTIONS) ?? nearestWord(key, SECTIONS)))
  if (root.entries.some((entry) => isUnread(entry) && namesZone(entry))) meant.add('timezone')
  return SECTIONS.filter((name) => meant.has(name))
}

function isUnread({ key, value }: Entry): boolean {
  if (isOwnKey(key.text)) return false
  return value.faulty || !SECTIONS.some((name) => name === key.text)
}

/** `tz: Europe/Amsterdam` */
function namesZone({ value }: Entry): boolean {
  return value.kind === 'scalar' && zoneNamed(value.text) !== undefined
}

/** What the entries of a section are, and their keys. */
const ENTRIES = {
  people: { what: 'person', keys: person.keys },
  rotations: { what: 'rotation', keys: rotation.keys },
  meetings: { what: 'meeting', keys: meeting.keys },
} as const

/** A `members:` at the left margin belongs to the rotation above, and stands too far left: that is not all known. */
function* robbedIn(root: Node | undefined): Generator<Subject> {
  let above: { readonly subject: Subject; readonly keys: readonly string[] } | undefined
  for (const { key, value } of root?.kind === 'map' ? root.entries : []) {
    if (SECTIONS.some((name) => name === key.text)) {
      const section = Object.entries(ENTRIES).find(([name]) => name === key.text)?.[1]
      const last = value.kind === 'map' ? value.entries.at(-1)?.key.text : undefined
      above =
        section && last !== undefined
          ? { subject: `${section.what} ${last}`, keys: section.keys ?? [] }
          : undefined
    } else if (above?.keys.includes(key.text)) {
      yield above.subject
    }
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
      const words = `'${key}' stands in one file only: delete it here or there`
      report.about(`section ${key}`, () => report.error('given-twice', words, place, related))
    }
    first ??= place
    told ??= value
  }
  return told
}

/** Puts the maps of all files into one; an id given twice, or but for its case, is wrong in both places. */
function byId<T>(
  maps: readonly (readonly Named<T>[] | undefined)[],
  what: Thing,
  report: Report,
): Named<T>[] {
  const known = new Map<string, Named<T>>()
  const entries: Named<T>[] = []
  for (const entry of maps.flatMap((map) => map ?? [])) {
    const first = known.get(entry.id.toLowerCase())
    if (first?.id !== entry.id) entries.push(entry)
    if (first === undefined) {
      known.set(entry.id.toLowerCase(), entry)
      continue
    }
    const message =
      first.id === entry.id
        ? `the ${what} ${quote(entry.id)} is given twice: delete one, or rename it`
        : `the ids ${quote(first.id)} and ${quote(entry.id)} differ only in case: rename one`
    report.error('given-twice', message, entry.place, {
      place: first.place,
      note: 'first given here',
    })
    for (const id of [first.id, entry.id]) {
      report.spoil(`${what} ${id}`)
      if (what === 'person') report.spoil(`id ${id}`)
    }
  }
  return entries
}
