// Which modules that are imported late are read together, in one file each: every file costs a fifth of a millisecond,
// and what nobody asked for costs too.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What is no command and does not go with the rest. Luxon comes with `when`, and few command lines hold a time. */
const OTHERS = {
  'cli/complete': 'complete',
  'cli/parse': 'answers',
  'workspace/load': 'answers',
  'time/when': 'when',
  'cli/paged': 'pagerduty',
  'cli/export-pages': 'pagerduty',
  'cli/stats-pages': 'pagerduty',
  'cli/import-pagerduty': 'pagerduty',
  'cli/import-opsgenie': 'imports',
  'cli/import-table': 'imports',
  'opsgenie/read': 'imports',
  'opsgenie/find': 'imports',
  'cli/import-ics': 'imports',
  'table/read': 'imports',
  'ical/read': 'imports',
}

/** The late imports of a text: `import('../ical/plan.ts')`. */
const LATE = /\bimport\('(\.{1,2}\/[^']+)\.ts'\)/g

/** By name of a file in dist/program, the modules in it, by their paths in src/. */
export function groupsIn(src) {
  const modules = new Set()
  for (const path of filesIn(src)) {
    for (const [, name] of readFileSync(path, 'utf8').matchAll(LATE))
      modules.add(relative(src, join(path, '..', name)).replaceAll('\\', '/'))
  }
  const commands = commandsIn(readFileSync(join(src, 'cli/commands.ts'), 'utf8'))
  const groups = {}
  for (const name of [...modules].sort((a, b) => (a < b ? -1 : 1))) {
    const group = commands.get(name) ?? OTHERS[name] ?? 'rest'
    groups[group] = [...(groups[group] ?? []), name]
  }
  return groups
}

/** Where each command goes, as its entry says under `readWith`. */
function commandsIn(text) {
  const entries = text.split(/^ {2}\{$/m).slice(1)
  return new Map(
    entries.map((entry) => {
      const [, file] = /import\('\.\/([^']+)\.ts'\)/.exec(entry) ?? []
      const [, group = 'rest'] = /readWith: '([a-z]+)'/.exec(entry) ?? []
      return [`cli/${file}`, group]
    }),
  )
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'simulator' ? [] : filesIn(path)
    return entry.name.endsWith('.ts') ? [path] : []
  })
}
