/** `rotate import opsgenie`: schedules from the API, or from files with what it answered. */
import { SECOND } from '../time/instant.ts'
import { writeUtc } from '../time/wall.ts'
import type { OpsgenieSchedule, Records } from '../opsgenie/records.ts'
import { realWaits } from '../io/deadline.ts'
import { Failure } from '../io/failure.ts'
import type { Io } from '../io/io.ts'
import { asked, readSource } from '../io/sources.ts'
import { clean } from '../views/clean.ts'
import { isOn, type Exit, type Input } from './command.ts'
import { bring } from './import-brought.ts'
import { zoneOf } from './times.ts'

/** Brings in schedules by id or name, all where none is named; with `--file` the words are files. */
export async function importOpsgenie(
  input: Input,
  io: Io,
  words: readonly string[],
): Promise<Exit> {
  const isFile = isOn(input, 'file')
  if (isFile && words.length === 0) {
    throw new Failure('import opsgenie --file: expected files with what Opsgenie answered, or -', 2)
  }
  const { readOpsgenie } = await import('../opsgenie/read.ts')
  const { recordsIn } = await import('../opsgenie/find.ts')
  const now = Math.ceil(io.now() / SECOND) * SECOND
  const json = isFile ? await filesOf(words, io) : await answersOf(words, now, io)
  const records = recordsIn(json)
  if (records.schedules.length === 0) {
    throw new Failure(`${isFile ? words.join(', ') : 'Opsgenie'}: there is no schedule in it`, 2)
  }
  mustHaveRotations(records, isFile)
  const brought = readOpsgenie(records, 'Opsgenie', now)
  if (brought.rotations.length === 0) {
    throw new Failure('Opsgenie: no schedule there has anybody on call from now on', 2)
  }
  return bring(brought, zoneOf(input, io), input, io)
}

/** A list of schedules that was asked for without `expand=rotation` has none of their rotations. */
function mustHaveRotations({ schedules }: Records, isFile: boolean): void {
  if (!isFile || schedules.some(({ rotations }) => rotations.length > 0)) return
  throw new Failure(
    'no schedule in it has rotations: save the answer of /v2/schedules?expand=rotation',
    2,
  )
}

async function filesOf(words: readonly string[], io: Io): Promise<unknown[]> {
  const all: unknown[] = []
  for (const word of words) all.push(parsed(await readSource(word, io), word))
  return all
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(`${clean(name)}: this is no JSON: ${clean(why)}`, 2)
  }
}

/** What the API answers of schedules: themselves, their overrides, what it worked out, and who takes part. */
async function answersOf(words: readonly string[], now: number, io: Io): Promise<unknown[]> {
  const ask = asker(io)
  const { recordsIn } = await import('../opsgenie/find.ts')
  const lists = await ask('/v2/schedules?expand=rotation')
  const { schedules } = recordsIn(lists)
  const chosen = chosenFrom(schedules, words)
  const answers: unknown[] = [
    lists.map((list) => onlyThese(list, new Set(chosen.map(({ id }) => id)))),
  ]
  for (const { id } of chosen) {
    answers.push(await ask(`/v2/schedules/${encodeURIComponent(id)}/overrides`))
    const from = encodeURIComponent(writeUtc(now))
    answers.push(
      await ask(
        `/v2/schedules/${encodeURIComponent(id)}/timeline?interval=6&intervalUnit=months&expand=base,forwarding,override&date=${from}`,
      ),
    )
  }
  const users = new Set(
    chosen.flatMap(({ rotations }) =>
      rotations.flatMap(({ participants }) => participants.map(({ username }) => username)),
    ),
  )
  for (const user of users) {
    if (user !== '') answers.push(await ask(`/v2/users/${encodeURIComponent(user)}`, true))
  }
  return answers
}

function onlyThese(list: unknown, ids: ReadonlySet<string>): unknown {
  const data = (list as { data?: unknown }).data
  const isChosen = (one: unknown): boolean => ids.has(String((one as { id?: unknown } | null)?.id))
  return { data: Array.isArray(data) ? data.filter(isChosen) : [] }
}

function chosenFrom(
  schedules: readonly OpsgenieSchedule[],
  words: readonly string[],
): readonly OpsgenieSchedule[] {
  if (words.length === 0) return schedules
  return words.map((word) => {
    const found = schedules.find(({ id, name }) => id === word || name === word)
    if (found !== undefined) return found
    const names = schedules.slice(0, 8).map(({ name }) => `'${clean(name)}'`)
    throw new Failure(`Opsgenie has no schedule '${clean(word)}': there are ${names.join(', ')}`, 2)
  })
}

const MOST_PAGES = 200
const MOST_TRIES = 6

/** Asks the API for all pages of a path; what is not there is nothing, where that may be. */
function asker(io: Io): (path: string, mayMiss?: boolean) => Promise<unknown[]> {
  const key = io.env['OPSGENIE_API_KEY'] ?? ''
  if (key === '') {
    throw new Failure(
      'import opsgenie needs a key in OPSGENIE_API_KEY (one that reads is enough), or files: --file',
      2,
    )
  }
  const base = (io.env['OPSGENIE_URL'] || 'https://api.opsgenie.com').replace(/\/+$/, '')
  if (!URL.canParse(base)) throw new Failure('OPSGENIE_URL: expected an address', 2)
  const headers = { Authorization: `GenieKey ${key}`, Accept: 'application/json' }
  const { wait } = io.waits ?? realWaits
  return async (path, mayMiss = false) => {
    const pages: unknown[] = []
    let next: string | undefined = `${base}${path}`
    while (next !== undefined && pages.length < MOST_PAGES) {
      let reply = await asked(next, headers, io)
      for (let n = 1; n < MOST_TRIES && (reply.status === 429 || reply.status >= 500); n += 1) {
        await wait(n * n * SECOND)
        reply = await asked(next, headers, io)
      }
      if (reply.status === 404 && mayMiss) return []
      if (reply.status === 403 && mayMiss) return []
      if (reply.status !== 200) throw refused(reply.status, path, io)
      const page = parsed(reply.text, 'Opsgenie')
      pages.push(page)
      next = nextOf(page, base)
    }
    return pages
  }
}

/** The next page, which must be at the same place: the key goes along. */
function nextOf(page: unknown, base: string): string | undefined {
  const next = (page as { paging?: { next?: unknown } } | null)?.paging?.next
  return typeof next === 'string' && next.startsWith(`${base}/`) ? next : undefined
}

function refused(status: number, path: string, io: Io): Failure {
  const what = path.replace(/\?.*/, '')
  if (status === 401) return new Failure('Opsgenie does not know the key in OPSGENIE_API_KEY', 2)
  if (status === 403) {
    const eu = io.env['OPSGENIE_URL'] === undefined
    const hint = eu ? ' (accounts in Europe: OPSGENIE_URL=https://api.eu.opsgenie.com)' : ''
    return new Failure(`Opsgenie does not let this key read ${what}${hint}`)
  }
  return new Failure(`Opsgenie answers ${status} to ${what}`)
}
