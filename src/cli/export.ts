/** `rotate export` */
import { join, resolve } from 'node:path'
import { elapsed, readLength } from '../time/length.ts'
import type { Interval } from '../time/interval.ts'
import { dateOf, dayOfWall, dayOf } from '../time/wall.ts'
import { DAY, type Instant } from '../time/instant.ts'
import type { Workspace } from '../model/workspace.ts'
import type { CalendarPlan } from '../ical/plan.ts'
import { exists, mustBeFolder, readTree, shown } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import { lastCommitTime } from '../io/commits.ts'
import type { Io } from '../io/io.ts'
import { removeFile, sweep, writeWhole } from '../io/write.ts'
import { clean } from '../views/clean.ts'
import { writeJson } from '../views/json.ts'
import { sayExport, exportJson } from '../views/export.ts'
import { isOn, textOf, type Command, type Input } from './command.ts'
import { applyPage, planPage } from './export-page.ts'
import { dir, json, noColor, TIMES } from './options.ts'
import { openForWriting, type Session } from './session.ts'
import { rangeOf } from './times.ts'

const KINDS: readonly string[] = ['ics', 'html']

export const exportFiles: Command = {
  details: `ics writes rotations/ID.ics, people/ID.ics, meetings/ID.ics and team.ics; html
writes index.html, a page that needs no network and no other file: who is on
call now, the timeline, the meetings, and links to the calendars beside it.
Each whole or not at all; a file whose content would not change is not touched.
Without --from and --to: from the first day of last month to the first day
of the month twelve months ahead (UTC). docs/calendars.md says how to publish
them and how to subscribe.\n\n${TIMES}`,
  arguments: [{ name: '<kind...>', help: 'what to write (ics, html, or both)', offer: KINDS }],
  options: [
    { flag: '--out <folder>', help: 'where to (default: public/)', offer: 'folders' },
    { flag: '--from <time>', help: 'from when (default: the first day of last month)' },
    { flag: '--to <time>', help: 'until when (default: twelve months ahead)' },
    {
      flag: '--remind <length>',
      help: 'an alarm so long before each shift and meeting: 12h, 30min',
    },
    {
      flag: '--previous <folder>',
      help: 'what is published now, where --out starts empty (CI)',
      offer: 'folders',
    },
    { flag: '--prune', help: 'remove calendars that no longer belong to anybody' },
    json,
    dir,
    noColor,
  ],
  examples: [
    ['rotate export ics --out public/', 'from cron, every night'],
    ['rotate export ics html --out public/', 'the same, and the page'],
    ['rotate export ics --out public/ --previous published/', 'in CI, from an empty folder'],
    ['rotate export ics --remind 12h', 'with alarms'],
  ],
  async run(input, io) {
    const odd = input.words.find((word) => !KINDS.includes(word))
    if (odd !== undefined) {
      throw new Failure(`export: unknown kind '${odd}': expected ${KINDS.join(' or ')}`, 2)
    }
    refuseForPage(input)
    const remind = remindOf(textOf(input, 'remind'))
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const { workspace } = session
    const out = folderNamed('out', textOf(input, 'out') ?? 'public', io)
    const within = await exportRange(input, session)
    const changed = committedTime(session.folder, io)

    const current = input.words.includes('ics') ? readTree(out, '.ics', io.cwd) : undefined
    const stamp = changed ?? session.look.now
    const plan =
      current && (await planIcs({ workspace, within, stamp, remind }, current, input, io))
    const paths = new Set(plan?.files.map(({ path }) => path))
    const isPublished = (path: string): boolean => paths.has(path) || exists(join(out, path))
    const page = input.words.includes('html')
      ? await planPage({ workspace, within, changed, isPublished, out }, io)
      : undefined

    sweep(out)
    if (current && plan) applyCalendars(plan, current, out, isOn(input, 'prune'), io)
    // After the calendars: whoever reads the page finds what it links to.
    if (page) applyPage(page, out, io)
    const done = {
      out: shown(out, io.cwd),
      ...(current &&
        plan && {
          calendars: {
            files: plan.files.map((file) => ({
              ...file,
              written: current.get(file.path) !== file.text,
            })),
            orphans: plan.orphans,
          },
        }),
      ...(page && { page: { path: page.path, written: page.changed } }),
    }
    if (isOn(input, 'json')) io.out.write(writeJson(exportJson(done)))
    else io.out.write(sayExport(done))
    return 0
  },
}

/** When the workspace was committed last. Without git calendars are as right, but two machines write other bytes. */
function committedTime(folder: string, io: Io): Instant | undefined {
  try {
    return lastCommitTime(folder)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    io.err.write(
      `${clean(error.message)}. What is new is stamped with the present time, not with that of the last commit.\n`,
    )
    return undefined
  }
}

/** What is about calendars alone would be passed over in silence where none are written. */
function refuseForPage(input: Input): void {
  if (input.words.includes('ics')) return
  const odd = ['remind', 'previous', 'prune'].find((name) => input.options[name] !== undefined)
  if (odd === undefined) return
  throw new Failure(
    `--${odd} is about calendars, and 'export html' alone writes none: 'rotate export ics html' writes both`,
    2,
  )
}

interface Wishes {
  readonly workspace: Workspace
  readonly within: Interval
  readonly stamp: Instant
  readonly remind: number | undefined
}

async function planIcs(
  { remind, ...wishes }: Wishes,
  current: ReadonlyMap<string, string>,
  input: Input,
  io: Io,
): Promise<CalendarPlan> {
  const { planCalendars } = await import('../ical/plan.ts')
  const before = textOf(input, 'previous')
  const previous = before === undefined ? undefined : folderNamed('previous', before, io)
  const published = new Map([...(previous ? readTree(previous, '.ics', io.cwd) : []), ...current])
  return planCalendars({ ...wishes, ...(remind !== undefined && { remind }), published })
}

/** Writes what differs from what is there, file by file, each whole. */
function applyCalendars(
  { files, orphans }: CalendarPlan,
  current: ReadonlyMap<string, string>,
  out: string,
  prune: boolean,
  io: Io,
): void {
  for (const { path, text } of files) {
    if (current.get(path) !== text) writeWhole(join(out, path), text, io.cwd)
  }
  for (const path of orphans) {
    if (!current.has(path)) continue
    if (prune) removeFile(join(out, path), io.cwd)
    const what = prune ? 'removed' : 'belongs to nobody any more (--prune removes it)'
    io.err.write(`${clean(shown(join(out, path), io.cwd))}: ${what}\n`)
  }
}

async function exportRange(input: Input, { look }: Session): Promise<Interval> {
  return rangeOf(input, look, {
    from: firstOfMonth(look.now, -1),
    to: () => firstOfMonth(look.now, 12),
  })
}

/** The first day, in UTC, of the month so many months ahead. */
function firstOfMonth(now: Instant, ahead: number): Instant {
  const { year, month } = dateOf(dayOfWall(now))
  return dayOf(year, month + ahead, 1) * DAY
}

function remindOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const words = text.replace(/^(\d+) ?h$/, '$1 hours').replace(/^(\d+) ?min$/, '$1 minutes')
  const length = readLength(words, ['minutes', 'hours'])
  if (typeof length === 'string')
    throw new Failure(`--remind '${text}': expected a length such as 12h or 30min`, 2)
  return elapsed(length)
}

/** The folder that an option names; it may be missing, and before the first run it is. */
function folderNamed(option: string, name: string, io: Io): string {
  const path = resolve(io.cwd, name)
  if (exists(path)) mustBeFolder(path, `--${option} ${name}`, io.cwd)
  else if (option === 'previous') {
    io.err.write(`--previous ${clean(name)}: there is no such folder, so every event is new\n`)
  }
  return path
}
