/** What pull brings, as a few lines of text: what PagerDuty shows, what becomes of it, what the file then says, and what is left. */
import { edited } from '../../src/model/edit.ts'
import type { Source } from '../../src/model/place.ts'
import { DAY, type Instant } from '../../src/time/instant.ts'
import { markedWith } from '../../src/sync/fingerprints.ts'
import { planned, wishOf, type Look, type Settings } from '../../src/sync/look.ts'
import { writeMarker } from '../../src/sync/marker.ts'
import { planPull, type RotationPull } from '../../src/sync/pull/plan.ts'
import { differences, slicesOf, type Who } from '../../src/sync/slices.ts'
import { editsFor } from '../../src/workspace/edit/edit.ts'
import { load } from '../../src/workspace/load.ts'
import { rotation } from '../timeline/picture.ts'
import { IDS, sayWhen, service, writesIn } from './plan.ts'
import { at, there, type There } from './there.ts'

export interface Told {
  /** Shift-based unless it says something else. */
  readonly kind?: 'shifts' | 'layers'
  /** What PagerDuty shows, in the lines of `there`. */
  readonly shows: readonly string[]
}

/** A look, and what it looked at. */
interface Looked extends Look {
  readonly found: There
}

const NOW = at('11-25 12:00')

/** As sync leaves it: the turn that runs is a shift until the next handoff, from then on turns go on by themselves. */
export const SYNCED = [
  'turns R1: bob, carol, alice; 1 week from 11-30 16:00',
  'ours C1 (turn): alice 11-25 12:00..11-30 16:00',
]

/** The same of a roster with an empty turn. */
export const GAPS = [
  'turns R1: alice, bob, nobody, carol; 1 week from 11-30 16:00',
  'ours C1 (turn): carol 11-25 12:00..11-30 16:00',
]

export const LAYER = 'turns L1: alice, bob, carol; 1 week from 11-02 16:00'

/** After so many days it is looked again: pull must find no more to bring then, and sync nothing to do. */
const LATER = [0, 1, 7, 8]

/** The picture of a pull of a rotation, `primary`, whose keys the YAML says. */
export function pulled(yaml: string, told: Told): string {
  const before = sourceOf(yaml)
  const look = lookAt(before, told, 0)
  const pull = pullOf(look)
  const after = brought(before, pull)
  const left = leftAfter(after, look, pull, told)
  return [
    ...writesIn(look).map((line) => `sync first ${line}`),
    ...shownOf(look),
    ...pull.items.map((item) => {
      const instead = item.instead === undefined ? '' : ` for ${item.instead}`
      const why = item.why === undefined ? '' : `: ${item.why}`
      return `${VERBS[item.becomes]} ${item.who}${instead} ${sayWhen(item, look.wish)}${why}`
    }),
    ...addedTo(before, after),
    ...(left.length === 0 ? ['and nothing is left'] : left),
  ].join('\n')
}

/** The picture of a pull that edits the file only, and of the sync that comes after it. */
export function pulledIntoFile(yaml: string, told: Told): string {
  const before = sourceOf(yaml)
  const after = brought(before, pullOf(lookAt(before, told, 0)))
  const look = lookAt(after, told, 0)
  const kept = look.plan.foreign.map(({ user }) => `kept: ${user}`)
  return [...addedTo(before, after), ...writesIn(look), ...kept].join('\n')
}

/** What pull marks, by its names and the cause that it is marked with. */
export function marked(yaml: string, told: Told): string[] {
  const look = lookAt(sourceOf(yaml), told, 0)
  return [...pullOf(look).prints].map((print) => look.found.named.get(print) ?? '?').sort()
}

const VERBS = { pulled: 'brings', said: 'marks', left: 'leaves' } as const

/** The text of the file with what is to be brought. */
function brought(before: Source, { changes }: RotationPull): Source {
  const { edits, refused } = editsFor([before], changes)
  if (refused.length > 0) throw new Error(`no place for ${refused.map(({ line }) => line).join()}`)
  const [after = before] = edited([before], edits)
  return after
}

/** What is to be done, and what PagerDuty and the file disagree about, once the file is as it is and the marks are set. */
function leftAfter(
  after: Source,
  { schedule, wish }: Look,
  pull: RotationPull,
  told: Told,
): string[] {
  const marked = schedule && markedWith(schedule, pull.prints, wish.now, 1000)
  return LATER.flatMap((days) => {
    const look = lookAt(after, told, days, marked)
    const again = pullOf(look).items.filter(({ becomes }) => becomes !== 'left')
    const left = [
      ...writesIn(look),
      ...look.plan.refusals.map(({ message }) => message),
      ...again.map(({ who }) => `brings ${who} again`),
      ...look.differences.map((one) => `${sayWhen(one, look.wish)} is not as wanted`),
      ...shownOf(look),
    ]
    return left.map((line) => `after ${days} days: ${line}`)
  })
}

/** The lines of the file that pull has added. */
function addedTo(before: Source, after: Source): string[] {
  const lines = before.text.split('\n')
  return after.text
    .split('\n')
    .filter((line) => !lines.includes(line))
    .map((line) => line.trim())
}

function sourceOf(yaml: string): Source {
  const people = `people: { ${[...IDS.keys()].map((id) => `${id}: {}`).join(', ')} }\n`
  const keys = yaml
    .trim()
    .split('\n')
    .map((line) => `    ${line}\n`)
  return { path: 'team.yaml', text: `${people}rotations:\n  primary:\n${keys.join('')}` }
}

/** A look at what PagerDuty shows some days later; with the marks of what is ours where no others are told. */
function lookAt(source: Source, told: Told, days: number, marks?: string): Looked {
  const { kind = 'shifts', shows } = told
  const { workspace, problems } = load([source])
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  const now = (): Instant => NOW + days * DAY
  const settings: Settings = {
    team: 'Team',
    idOf: IDS,
    horizon: 90 * DAY,
    mayRewrite: false,
    now,
  }
  const wished = rotation(workspace)
  const wish = wishOf(service, wished, settings)
  const found = there(kind, shows, wish.range, 'primary')
  const { schedule, prints } = found
  const marker = { team: 'Team', rotation: 'primary', prints }
  const description = marks ?? writeMarker('', marker)
  // What is over is read only where the mark asks for it.
  const items = schedule.items.filter(({ end }) => end > wish.now)
  const over = schedule.items.filter((one) => !items.includes(one))
  const read = { ...schedule, items, beyond: [...schedule.beyond, ...over], description }
  const target = { rotation: wished, kind, frame: schedule, isAdopted: false }
  return { ...planned(service, target, wish, read, false, 0), found }
}

function pullOf(look: Look): RotationPull {
  const known = {
    idOf: IDS,
    personOf: (user: string) => (IDS.has(user) ? user : undefined),
    nameOf: (user: string) => user,
  }
  return planPull(service, look, known, new Map())
}

/** Where PagerDuty shows somebody else than the file says. */
function shownOf({ schedule, wish }: Look): string[] {
  const shown = slicesOf(schedule?.rendered ?? [], wish.range)
  return differences(wish.file, shown, { start: wish.now, end: wish.horizon }).map(
    (one) => `shows ${say(one.after)}, not ${say(one.before)} ${sayWhen(one, wish)}`,
  )
}

function say(who: Who): string {
  return who.join(' + ') || 'nobody'
}
