/** Options and arguments that several commands share. */
import type { Argument, Option } from './command.ts'

export const dir: Option = {
  flag: '-C, --dir <folder>',
  help: 'the folder with the YAML (default: rotations/, looked for upwards; ROTATE_DIR)',
  offer: 'folders',
}
export const tz: Option = {
  flag: '--tz <zone>',
  help: 'say times in this zone (default: yours)',
  offer: 'zones',
}
export const json: Option = {
  flag: '--json',
  help: 'short for --format json (docs/json.md)',
}
export const noColor: Option = { flag: '--no-color', help: 'no colour (also NO_COLOR)' }
/** Of every command that has `--no-color`. */
export const noPager: Option = {
  flag: '--no-pager',
  help: 'no pager for what is long (also ROTATE_PAGER=cat)',
}
export const from: Option = { flag: '--from <time>', help: 'from when (default: now)' }
/** `--to` of a command that begins at `--from`: what it says of the usual end. */
export const toAfter = (usual: string): Option => ({
  flag: '--to <time>',
  help: `up to when (default: ${usual} after that)`,
})
export const since: Option = {
  flag: '--since <revision>',
  help: 'compare with this revision of git (default: the base in CI, else HEAD)',
}

/** Of every command that is run for what it does, or for its exit code. */
export const quiet: Option = {
  flag: '-q, --quiet',
  help: 'no answer: what is wrong, and the exit code',
}

/** Rotations, for commands whose words are something else, or may be. */
export const only: Option = {
  flag: '--rotation <ids>',
  help: 'only these rotations (commas between them)',
  offer: 'rotations',
  several: true,
}

/** One rotation, where that has to be said. */
export const one: Option = {
  flag: '--rotation <id>',
  help: 'which rotation (where it is not the only one)',
  offer: 'rotations',
}

/** Whose, where an answer can be of some alone. */
export const persons: Option = {
  flag: '-p, --person <names>',
  help: 'only theirs: ids, names or me (commas between them)',
  offer: 'people',
  several: true,
}

/** What every command that answers has. */
export const answering: readonly Option[] = [tz, json, dir, noColor]

export const limit: Option = {
  flag: '-n, --limit <number>',
  help: 'the first so many, however far ahead where --to is not given',
}

/** What people are told only where they ask for it. */
export const long: Option = {
  flag: '--long',
  help: 'say the layer and the number of each turn too',
}

/** Rotations and people. */
export const names: Argument = {
  name: '[name...]',
  help: 'rotations, or whose: ids, names or me (default: all)',
  offer: 'names',
}

export const rotations: Argument = {
  name: '[rotation...]',
  help: 'which rotations (default: all)',
  offer: 'rotations',
}

/** Said in the help of every command that takes a time. */
export const TIMES = `Times: '2026-11-30 16:00', 2026-11-30T16:00Z, now, today, tonight (18:00), noon,
18:00 and monday (the next one), 'next thursday 9am', 'next week', '25 Dec',
'in 2 hours', +2w, -3d (from now; in --to from --from on), 2026-W48, 2026-12.
A word, day, week or month is its first instant.`

export const pagerdutyToo: Option = {
  flag: '--pagerduty',
  help: 'also who is paged at which level, as PagerDuty says (PAGERDUTY_TOKEN)',
}
