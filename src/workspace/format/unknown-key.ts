/** Keys that a map does not have: what was meant by them. */
import type { Place } from '../../model/place.ts'
import { habitOf, type Habit } from '../key-habits.ts'
import { oddIn } from '../odd-characters.ts'
import { quote } from '../quote.ts'
import type { Report } from '../report.ts'
import { nearestWord, suggest } from '../suggest.ts'
import { keyMeantBy } from '../synonyms.ts'
import { ANY_KEY, isEmpty, type Entry, type Node } from '../yaml/node.ts'
import { isPlain } from '../yaml/text.ts'

/** The keys of a map as they are written, known ones or not. */
export interface Keys {
  readonly has: (key: string) => boolean
  readonly get: (key: string) => Place | undefined
}

const NO_KEYS: ReadonlySet<string> = new Set()

/** What is behind the keys of a map that are not known; `taken` are those that another one's answer speaks of. */
export interface Unknown {
  readonly habits: ReadonlyMap<Entry, Habit>
  readonly taken: ReadonlySet<Entry>
}

const NONE_UNKNOWN: Unknown = { habits: new Map(), taken: new Set() }

/** Habits are looked for among all the keys that are written. */
export function habitsIn(
  what: string,
  unknown: readonly Entry[],
  entries: readonly Entry[],
  names: readonly string[],
): Unknown {
  if (unknown.length === 0) return NONE_UNKNOWN
  const habits = new Map<Entry, Habit>()
  const taken = new Set<Entry>()
  for (const entry of unknown) {
    if (taken.has(entry)) continue
    const habit = commaHabit(entry, entries, unknown) ?? habitOf(what, entry, entries, names)
    if (habit === undefined) continue
    habits.set(entry, habit)
    for (const other of habit.takes ?? []) {
      if (other !== entry && unknown.includes(other)) taken.add(other)
    }
  }
  return { habits, taken }
}

/** `why: dentist, then home` between braces is a value and a key with nothing behind it. */
function commaHabit(
  entry: Entry,
  entries: readonly Entry[],
  unknown: readonly Entry[],
): Habit | undefined {
  const at = entries.indexOf(entry)
  const before = entries[at - 1]
  if (before?.value.kind !== 'scalar' || !isEmpty(entry.value) || isEmpty(before.value))
    return undefined
  const { source, from } = before.value.place
  if (!/^\s*,\s*["']?$/.test(source.text.slice(before.value.place.to, entry.key.place.from)))
    return undefined
  const run = [entry]
  for (const next of entries.slice(at + 1)) {
    if (!unknown.includes(next) || !isEmpty(next.value)) break
    run.push(next)
  }
  const to = run.at(-1)?.key.place.to ?? entry.key.place.to
  const words = [before.value.text, ...run.map(({ key }) => key.text)]
  // Times of day are no days: they are a window's hours.
  if (before.key.text === 'days' && words.some((word) => /^\d\S*[-–]\d/.test(word.trim())))
    return undefined
  const isList = LISTS.has(before.key.text) && words.every((word) => !/\s/.test(word.trim()))
  const text = source.text.slice(from, to).replaceAll('"', "'")
  const written = isList
    ? `[${words.map((word) => word.trim()).join(', ')}]`
    : `"${text.replace(/^[“”„]|[“”„]$/g, '')}"`
  const way = isList ? 'several stand in brackets' : 'put all of it in quotes'
  return {
    way: `: the ',' ends the value before it, ${way}, write '${written}'`,
    takes: run.slice(1),
    place: { source, from, to },
  }
}

/** Keys behind which a list can stand. */
const LISTS = new Set(
  'days members who add chair attendees away skip except weekend rotation on-call'.split(' '),
)

/** Keys that are lost, or meant by one that is not known; any key, where the map is something else. */
export function keysMeant(
  unknown: readonly Entry[],
  lost: readonly string[],
  names: readonly string[],
  isOther: boolean,
  { habits, taken }: Unknown,
): ReadonlySet<string> {
  if (unknown.length === 0 && lost.length === 0) return NO_KEYS
  // Of one that nothing is known of it may be that it stands for what lacks.
  const meant = unknown.flatMap((entry): readonly string[] => {
    if (taken.has(entry)) return []
    const habit = habits.get(entry)
    return habit === undefined ? [nearKey(entry.key.text, names) ?? ANY_KEY] : (habit.means ?? [])
  })
  return new Set([...meant, ...lost, ...(isOther ? [ANY_KEY] : [])])
}

function nearKey(word: string, names: readonly string[]): string | undefined {
  return oddIn(word)?.plain ?? keyMeantBy(word, names) ?? nearestWord(word, names)
}

/** Whether a map was meant as something else (`primary: […]` where an override is): it has no key that it should. */
export function isSomethingElse(entries: readonly Entry[], names: readonly string[]): boolean {
  return entries.every(
    ({ key, value }) =>
      value.kind !== 'scalar' &&
      !names.includes(key.text) &&
      nearKey(key.text, names) === undefined,
  )
}

/** Whether none of the keys of a map is one of its own, or means one. */
export function areAllOther(entries: readonly Entry[], names: readonly string[]): boolean {
  return entries.every(
    ({ key: { text } }) => !names.includes(text) && nearKey(text, names) === undefined,
  )
}

/** Reports a key that a thing (`a layer`) does not have, with what to write instead. */
export function reportUnknownKey(
  what: string,
  entry: Entry,
  names: readonly string[],
  keys: Keys,
  report: Report,
  habit: Habit | undefined,
): void {
  const { key } = entry
  if (!isPlain(key.text, key.place, report)) return
  const place =
    habit?.place ??
    (habit?.isWhole === true ? placeOf([...new Set([entry, ...(habit.takes ?? [])])]) : key.place)
  const way =
    habit?.way ??
    (wayFor(key.text, names, keys) || hintFor(key) || `: its keys are ${names.join(', ')}`)
  report.error('unknown-key', `${what} has no key ${quote(key.text)}${way}`, place)
}

/** From the first of some entries to the last, where nothing else stands between them; else the first. */
function placeOf(entries: readonly Entry[]): Place {
  const [first, ...more] = [...entries].sort((a, b) => a.key.place.from - b.key.place.from)
  const place = first?.key.place ?? { source: { path: '', text: '' }, from: 0, to: 0 }
  let to = first?.value.place.to ?? place.to
  for (const { key, value } of more) {
    if (!/^[\s,]*$/.test(place.source.text.slice(to, key.place.from))) break
    to = value.place.to
  }
  return { ...place, to }
}

function wayFor(word: string, names: readonly string[], keys: Keys): string {
  const meant = keyMeantBy(word, names)
  if (meant === undefined) return suggest(word, names)
  return keys.has(meant) ? `: '${meant}' says it already` : `: write '${meant}'`
}

/** `name:Alice` is one word to YAML. */
export function hintFor(node: Node): string {
  const found = node.kind === 'scalar' && node.plain && /^([A-Za-z][\w-]*):(?=\S)/.exec(node.text)
  return found ? `: write a space after '${found[1]}:'` : ''
}
