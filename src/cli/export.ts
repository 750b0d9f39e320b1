/** `rotate export` */
import { join, resolve } from 'node:path'
import type { Interval } from '../time/interval.ts'
import { dateOf, dayOfWall, dayOf } from '../time/wall.ts'
import { DAY, type Instant } from '../time/instant.ts'
import type { Tell } from '../model/tell.ts'
import type { Workspace } from '../model/workspace.ts'
import type { CalendarPlan } from '../ical/plan.ts'
import { exists, mustBeFolder, readPublished, shown, type Published } from '../io/disk.ts'
import { Failure } from '../io/failure.ts'
import { lastCommit, type Commit } from '../io/commits.ts'
import type { Io } from '../io/io.ts'
import { removeFile, sweep, writeWhole } from '../io/write.ts'
import { clean } from '../views/clean.ts'
import { sayNames } from '../views/names.ts'
import { writeJson } from '../views/json.ts'
import { sayExport, exportJson } from '../views/export.ts'
import { MOST_TURNS, refuseTooMuch } from './amount.ts'
import { isOn, textOf, type Command, type Input } from './command.ts'
import { refuseUnlike } from './export-asked.ts'
import { applyPage, planPage, repositoryOf } from './export-page.ts'
import { lengthOf } from './lengths.ts'
import { dir, json, noColor, quiet, TIMES } from './options.ts'
import { openForWriting, type Session } from './session.ts'
import { rangeOf } from './times.ts'
import { working, type Working } from './working.ts'
import { tellOldZoneData } from './zone-data.ts'

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
    {
      flag: '--summary <key>',
      help: "call shifts by people's email or a key of their contact, for services that page",
    },
    { flag: '--pages', help: 'on the page also what rang (PAGERDUTY_TOKEN), without titles' },
    { flag: '--titles', help: 'with --pages: also about what' },
    { flag: '--contacts', help: 'on the page also how to reach people (contact: in the YAML)' },
    {
      flag: '--repository <url>',
      help: 'on the page links to the lines of the files: https://github.com/acme/oncall',
    },
    { flag: '--prune', help: 'remove calendars of this team that no longer belong to anybody' },
    { flag: '--adopt', help: "write into a folder that holds another team's calendars" },
    quiet,
    json,
    dir,
    noColor,
  ],
  examples: [
    ['rotate export ics --out public/', 'from cron, every night'],
    ['rotate export ics html --out public/', 'the same, and the page'],
    ['rotate export ics --out public/ --previous published/', 'in CI, from an empty folder'],
    ['rotate export ics --remind 12h', 'with alarms'],
    ['rotate export ics --out oncall/ --summary email', 'for a service that pages from calendars'],
  ],
  async run(input, io) {
    const odd = input.words.find((word) => !KINDS.includes(word))
    if (odd !== undefined) {
      throw new Failure(`export: unknown kind '${odd}': expected ${KINDS.join(' or ')}`, 2)
    }
    refuseUnlike(input)
    const remind = lengthOf('remind', input, ['minutes', 'days', 'weeks', 'hours'])
    const session = await openForWriting(input, io)
    if (session === undefined) return 2
    const { workspace } = session
    tellOldZoneData(workspace, io)
    const out = folderNamed('out', textOf(input, 'out') ?? 'public', io)
    const within = await exportRange(input, session)
    const isIcs = input.words.includes('ics')
    refuseTooMuch(
      workspace.rotations.values(),
      within,
      isIcs ? MOST_TURNS.published : MOST_TURNS.listed,
    )
    // Before anything is written: a page without them would be half of what was asked for.
    const rang = isOn(input, 'pages')
      ? await (await import('./export-pages.ts')).rangWithin(session, within, input, io)
      : undefined
    const commit = committed(session.folder, io)
    const changed = commit?.time
    const { othersIn, PLACES } = await import('../ical/plan.ts')
    const there = readPublished(out, PLACES, '.ics', io.cwd)
    const current = new Map([...there].map(([path, { text }]) => [path, text]))
    const repository = await repositoryOf(input, session, commit, io)
    const stamp = changed ?? session.look.now
    const work = working(io)
    const plan = isIcs
      ? await planIcs({ workspace, within, stamp, remind, tell: work.tells }, current, input, io)
      : undefined
    work.ends()
    refuseNameless(plan?.nameless ?? [], input)
    const others = plan?.others ?? othersIn(current, workspace.team)
    refuseOthers({ strangers: plan?.strangers ?? [], others }, out, input, io)
    const paths = new Set(plan?.files.map(({ path }) => path))
    const isPublished = (path: string): boolean => paths.has(path) || exists(join(out, path))
    const isPage = input.words.includes('html')
    if (isPage) work.says('the page')
    const page = isPage
      ? await planPage(
          {
            workspace,
            within,
            isPublished,
            out,
            adopt: isOn(input, 'adopt'),
            wishes: { changed, rang, contacts: isOn(input, 'contacts'), repository },
          },
          io,
        ).finally(() => work.ends())
      : undefined

    sweep(out)
    if (plan) applyCalendars(plan, there, out, { prune: isOn(input, 'prune'), work }, io)
    // After the calendars: whoever reads the page finds what it links to.
    if (page) applyPage(page, out, io)
    const done = {
      out: shown(out, io.cwd),
      ...(plan && {
        calendars: {
          files: plan.files.map((file) => ({
            ...file,
            written: current.get(file.path) !== file.text,
          })),
          orphans: plan.orphans.filter((path) => there.get(path)?.isPlain),
        },
      }),
      ...(page && { page: { path: page.path, written: page.changed } }),
    }
    if (isOn(input, 'json')) io.out.write(writeJson(exportJson(done)))
    else io.out.write(sayExport(done))
    return 0
  },
}

/** The last commit of the workspace. Without git calendars are as right, but two machines write other bytes. */
function committed(folder: string, io: Io): Commit | undefined {
  try {
    return lastCommit(folder)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    io.err.write(
      `${clean(error.message)}. What is new is stamped with the present time, not with that of the last commit.\n`,
    )
    return undefined
  }
}

interface Wishes {
  readonly workspace: Workspace
  readonly within: Interval
  readonly stamp: Instant
  readonly remind: number | undefined
  readonly tell: Tell
}

async function planIcs(
  { remind, tell, ...wishes }: Wishes,
  current: ReadonlyMap<string, string>,
  input: Input,
  io: Io,
): Promise<CalendarPlan> {
  const { planCalendars, PLACES } = await import('../ical/plan.ts')
  const before = textOf(input, 'previous')
  const previous = before === undefined ? undefined : folderNamed('previous', before, io)
  const key = textOf(input, 'summary')
  const request = {
    ...wishes,
    ...(remind !== undefined && { remind }),
    ...(key !== undefined && { key }),
  }
  const adopt = isOn(input, 'adopt')
  if (previous === undefined) return planCalendars({ ...request, published: current, adopt }, tell)
  const earlier = [...readPublished(previous, PLACES, '.ics', io.cwd)].map(
    ([path, { text }]): [string, string] => [path, text],
  )
  // What stands in the way, or is another team's, is so in the folder that is written to alone.
  const all = new Map([...earlier, ...current])
  const { files } = planCalendars({ ...request, published: all }, tell)
  return { ...planCalendars({ ...request, published: current, adopt }, tell), files }
}

/** A service that pages from a calendar would page nobody for them. Said before anything is written. */
function refuseNameless(people: readonly string[], input: Input): void {
  if (people.length === 0) return
  const key = textOf(input, 'summary') ?? ''
  const where = key === 'email' ? "'email'" : `'contact: { ${key}: ... }'`
  throw new Failure(
    `--summary ${key}: ${sayNames(people)} ${people.length === 1 ? 'has' : 'have'} shifts, and no ${where}: nothing was written`,
    2,
  )
}

/** Only what is ours is overwritten, and another team's folder is left to it. Said before anything is written. */
function refuseOthers(
  { strangers, others }: Pick<CalendarPlan, 'strangers' | 'others'>,
  out: string,
  input: Input,
  io: Io,
): void {
  const [stranger] = strangers
  if (stranger !== undefined) {
    throw new Failure(
      `${shown(join(out, stranger), io.cwd)} was not written by rotate: nothing was written (--out names another folder)`,
      2,
    )
  }
  const [other] = others
  if (other === undefined || isOn(input, 'adopt')) return
  const where = shown(join(out, other.path), io.cwd)
  throw new Failure(
    `${where} is a calendar of the team '${other.team}': nothing was written (--out names another folder; --adopt takes this one over, with --prune also what is left of it)`,
    2,
  )
}

/** Writes what differs from what is there, file by file, each whole. */
function applyCalendars(
  { files, orphans }: CalendarPlan,
  there: ReadonlyMap<string, Published>,
  out: string,
  { prune, work }: { readonly prune: boolean; readonly work: Working },
  io: Io,
): void {
  try {
    for (const [i, { path, text }] of files.entries()) {
      work.tells('saving', i, files.length, 'calendars')
      if (there.get(path)?.text !== text) writeWhole(join(out, path), text, io.cwd)
    }
  } finally {
    work.ends()
  }
  for (const path of orphans) {
    if (there.get(path)?.isPlain !== true) continue
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

/** The folder that an option names; it may be missing, and before the first run it is. */
function folderNamed(option: string, name: string, io: Io): string {
  const path = resolve(io.cwd, name)
  if (exists(path)) mustBeFolder(path, `--${option} ${name}`, io.cwd)
  else if (option === 'previous') {
    io.err.write(`--previous ${clean(name)}: there is no such folder, so every event is new\n`)
  }
  return path
}
