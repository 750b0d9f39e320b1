/** `rotate import pagerduty`: the schedules of an account, and what PagerDuty itself renders of them. */
import { SECOND } from '../time/instant.ts'
import { knownAmong, rotationThere, type Arrival } from '../model/known.ts'
import { markedId } from '../sync/import/ids.ts'
import type { Importer, Newcomer, Sighting } from '../sync/import/importer.ts'
import { HORIZON, planImport } from '../sync/import/plan.ts'
import type { Listed } from '../sync/schedule.ts'
import type { Service } from '../sync/service.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { clean } from '../views/clean.ts'
import { sayTaken, type LeftSaid } from '../views/import.ts'
import { textOf, type Exit, type Input } from './command.ts'
import { doubtful } from './import-doubts.ts'
import { finished, nothingNew, type ToSay } from './import-files.ts'
import { made } from './import-made.ts'
import { targetOf, type Target } from './import-target.ts'
import { verdictOf } from './import-verdict.ts'
import { lineFor } from './pagerduty.ts'

/** Brings in schedules by id or exact name; all where none is named. */
export async function importPagerDuty(
  input: Input,
  io: Io,
  words: readonly string[],
): Promise<Exit> {
  const target = await targetOf(input, io)
  if (target === undefined) return 2
  const { service, talking } = await lineFor('import', io, 'reads')
  return talking(
    () => 'nothing was written',
    () => imported({ input, io, target }, service, words),
  )
}

/** The command as it was typed, and where it writes. */
interface Asked {
  readonly input: Input
  readonly io: Io
  readonly target: Target
}

async function imported(
  { input, io, target }: Asked,
  service: Service & Importer,
  words: readonly string[],
): Promise<Exit> {
  // Rounded up, as PagerDuty knows no parts of a second.
  const now = Math.ceil(io.now() / SECOND) * SECOND
  const there = target.session?.workspace
  const chosen = chosenFrom(await service.list(), words)
  const left: LeftSaid[] = []
  const isLeft = (name: string, arrival: Arrival): boolean => {
    const its = rotationThere(arrival, there?.rotations.values() ?? [])
    if (its !== undefined) left.push({ kind: 'rotation', name, id: its.id })
    return its !== undefined
  }
  const fresh = chosen.filter(({ id, name }) => !isLeft(name, { name, schedule: id }))
  const sightings: Sighting[] = []
  for (const [i, one] of fresh.entries()) {
    if (io.err.isTerminal) io.err.write(`reading ${i + 1} of ${fresh.length}: ${clean(one.name)}\n`)
    const sighting = await service.sight(one, now)
    if (sighting === undefined) continue
    const { id, name } = sighting.schedule
    const marked = markedId(sighting.schedule, there?.team ?? '')
    if (marked !== undefined && isLeft(name, { name, schedule: id, id: marked })) continue
    sightings.push(sighting)
  }
  const said = { team: there?.team ?? '', source: service.name, ...(there && { left }) }
  if (there !== undefined && sightings.length === 0) {
    return nothingNew({ ...said, rotations: [] }, target, input, io)
  }
  // One after another, in the order in which they are named.
  const newcomers: Newcomer[] = []
  for (const id of new Set(sightings.flatMap(({ users }) => users))) {
    newcomers.push(await service.newcomer(id))
  }
  const { known, doubts } = knownAmong(
    new Map(newcomers.map(({ id, name, email }) => [id, { name, email, pagerduty: id }])),
    there?.people ?? new Map(),
  )
  if (doubts.length > 0) throw doubtful(doubts, service.name, WAY)
  const team = textOf(input, 'team')
  const plan = planImport(service, sightings, newcomers, {
    ...(team !== undefined && { team }),
    now,
    ...(there && { there }),
    known: new Map([...known].map(([id, { person }]) => [id, person])),
  })
  const files = await made(plan, target, io)
  const within = { start: now, end: now + HORIZON }
  const taken = [...known.values()]
  io.err.write(sayTaken(taken, service.name))
  const told: ToSay = {
    ...said,
    team: plan.workspace.team ?? '',
    taken,
    rotations: plan.rotations.map((one) => ({
      name: one.name,
      unsaid: one.unsaid,
      verdict: verdictOf({ ...one, within }, files.workspace),
    })),
  }
  return finished(told, { ...target, made: files, sync: true }, input, io)
}

const WAY =
  "write their address there ('email'), or the id of their user ('pagerduty: PUSER1'), at who is meant in the files"

/** The schedules that words name, by id or by exact name; all where there are no words. */
function chosenFrom(listed: readonly Listed[], words: readonly string[]): readonly Listed[] {
  if (listed.length === 0) {
    throw new Failure('PagerDuty has no schedules that this token may see', 2)
  }
  if (words.length === 0) return listed
  const chosen = words.map((word) => {
    const found = listed.filter(({ id, name }) => id === word || name === word)
    const [one, ...others] = found.filter(({ id }) => id === word).concat(found)
    if (one === undefined) {
      const names = listed.slice(0, 8).map(({ id, name }) => `'${name}' (${id})`)
      const more = listed.length > names.length ? `, and ${listed.length - names.length} more` : ''
      throw new Failure(
        `PagerDuty has no schedule '${word}': there are ${names.join(', ')}${more}`,
        2,
      )
    }
    if (one.id !== word && others.length > 0) {
      const ids = found.map(({ id }) => id).join(', ')
      throw new Failure(
        `PagerDuty has several schedules named '${word}': say which by id (${ids})`,
        2,
      )
    }
    return one
  })
  return [...new Set(chosen)]
}
