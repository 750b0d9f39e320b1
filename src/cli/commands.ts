/** All commands, in the order of the help. They are small: what is heavy they import when they run. */
import { calendar } from './calendar.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { completionOf } from './completion.ts'
import { diff } from './diff.ts'
import { exportFiles } from './export.ts'
import { init } from './init.ts'
import { meetings } from './meetings.ts'
import { schema } from './schema.ts'
import { shifts } from './shifts.ts'
import { stats } from './stats.ts'
import { status } from './status.ts'
import { sync } from './sync.ts'
import { who } from './who.ts'

export const COMMANDS: readonly Command[] = [
  status,
  who,
  shifts,
  calendar,
  meetings,
  check,
  diff,
  stats,
  exportFiles,
  sync,
  init,
  schema,
  completionOf(() => COMMANDS),
]

/** The command of that name, or undefined where there is none. */
export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name)
}
