// What the records of the commands say: the manual, dist/rotate.1, and what completion knows, dist/commands.json.
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export async function buildRecords() {
  const outfile = resolve('node_modules/.cache/records.mjs')
  await build({
    stdin: {
      contents: `export * from './src/cli/manual.ts'; export * from './src/cli/records.ts'`,
      resolveDir: resolve('.'),
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  const { manual, records } = await import(pathToFileURL(outfile).href)
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/rotate.1', await manual())
  writeFileSync('dist/commands.json', JSON.stringify(await records()))
}
