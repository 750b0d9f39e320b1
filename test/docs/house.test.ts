/** The house: every room of `src/` has its arrows, which the linter holds, and its row in docs/architecture.md. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { pageAt, ROOT } from './pages.ts'

interface Override {
  readonly files: readonly string[]
  readonly rules: Readonly<Record<string, unknown>>
}

const ROOMS = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** Those at the end may ask all, but for what `.oxlintrc.json` says of them. */
const ARROWS = JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')) as {
  readonly overrides: readonly Override[]
}

it.each(ROOMS)('what src/%s may ask is in .oxlintrc.json', (room) => {
  const own = ARROWS.overrides.filter(({ files }) => files.includes(`src/${room}/**`))
  expect(own.filter(({ rules }) => 'no-restricted-imports' in rules)).not.toEqual([])
})

it.each(ROOMS)('what src/%s holds is in the table of docs/architecture.md', (room) => {
  expect(pageAt('docs/architecture.md')).toContain(`\n| \`src/${room}/\` `)
})

it.each(servicesIn())('src/cli knows src/%s by its entrance alone', (room) => {
  const groups = JSON.stringify(
    ARROWS.overrides.filter(({ files }) => files.includes('src/cli/**')),
  )
  expect(groups).toContain(`"../${room}/**","!../${room}/service.ts"`)
})

/** The rooms that are a service. */
function servicesIn(): string[] {
  return ROOMS.filter(
    (room) => room !== 'sync' && readdirSync(join(ROOT, 'src', room)).includes('service.ts'),
  )
}
