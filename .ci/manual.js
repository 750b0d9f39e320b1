// The manual, dist/rotate.1: what the records of the commands say, for `man rotate`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export async function buildManual() {
  const outfile = resolve('node_modules/.cache/manual.mjs')
  await build({
    entryPoints: ['src/cli/manual.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  const { manual } = await import(pathToFileURL(outfile).href)
  mkdirSync('dist', { recursive: true })
  writeFileSync('dist/rotate.1', await manual())
}
